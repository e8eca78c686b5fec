import PolicyValues
import RuleCases
import RuleEngine
import RuleModel

extension Sample {
    func examine(_ facts: FactSheet, _ date: CivilDate) -> Examination {
        let reference = ReferenceEvaluator(facts, on: date, by: set)
        var truths = [Truth](repeating: .unknown, count: set.conditionCount)
        func walk(_ c: Condition) {
            truths[c.number] = reference.truth(of: c)
            c.branches.forEach(walk)
        }
        for d in set.definitions {
            switch d.body {
            case .truth(let c): walk(c)
            case .calculation: break
            case .byCase(let lines): lines.compactMap(\.condition).forEach(walk)
            }
        }
        for d in set.decisions { d.applicability.map(walk) }
        for r in set.rules { r.condition.map(walk); r.exception.map(walk) }
        let e = ReferenceEvaluator.evaluate(facts, on: date, by: set)
        let findings = set.decisionIDs.map { id in
            let d = set[id]
            let motifs = d.outcomes.indices.filter { e[id].possible[$0] }.flatMap { d.concludedBy[$0] }.filter { e[$0] == .yes }
            let open = e[id].state == .undetermined
            return DecisionFindings(
                motifs: Set(motifs).sorted(), missing: open ? set.factIDs.filter { facts[$0] == nil } : [],
                missingParameters: [], presumed: set.factIDs.filter { facts.origins[$0.position] == .presumed })
        }
        let missing = set.factIDs.filter { facts[$0] == nil }.map { f in
            MissingFact(fact: f, decisions: set.decisionIDs.filter { findings[$0.position].missing.contains(f) }, openRules: 1)
        }.filter { !$0.decisions.isEmpty }
        return Examination(facts: facts, evaluation: e, truths: truths, findings: findings, missing: missing)
    }
}
