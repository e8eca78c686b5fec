package import PolicyValues
package import RuleCases
package import RuleModel

/// Decides fact sheets and finds what explanations need (section 7): motifs, missing facts and parameters, and the
/// presumptions that each decision rests on.
///
///     var examiner = Examiner(set)
///     let examination = examiner.examine(sheet, on: date)
///
/// - Complexity: linear in the size of the set, for each 64 missing facts; with presumed facts at stake, up to 4096
///   more evaluations (`Examiner+Presumptions.swift`).
package struct Examiner: Sendable {
    package let set: RuleSet
    private var machine: Machine<RecordingTracer>
    /// By rule: its place by name. Lines of a table are numbered, so ids do not say it.
    private let placesByName: [Int]

    /// Compiles the rule set, once.
    package init(_ set: RuleSet) { self.init(Program(set)) }

    /// Shares a program that is compiled already.
    package init(_ program: Program) {
        let model = program.model
        set = model
        machine = Machine(recording: program)
        var places = model.rules.map { _ in 0 }
        let byName = model.ruleIDs.sorted { model[$0].name.utf8.lexicographicallyPrecedes(model[$1].name.utf8) }
        for (place, rule) in byName.enumerated() { places[rule.position] = place }
        placesByName = places
    }

    package mutating func examine(_ facts: FactSheet, on date: CivilDate) -> Examination {
        let situation = situation(of: facts, on: date)
        let missing = MissingList(situation)
        let presumed = presumptions(of: situation)
        var findings: [DecisionFindings] = []
        for place in set.decisions.indices {
            findings.append(
                DecisionFindings(
                    motifs: motifs(
                        of: set.decisions[place].concludedBy, situation.evaluation.decisions[place], situation),
                    missing: missing.factsOfDecision[place], missingParameters: missing.parametersOfDecision[place],
                    presumed: presumed[place]))
        }
        return Examination(
            facts: facts, evaluation: situation.evaluation, truths: situation.truths, findings: findings,
            missing: missing.facts)
    }

    /// The rules that apply and conclude an outcome that is still possible; of a decision that does not apply none is.
    private func motifs(
        of concluding: [[RuleID]], _ result: DecisionResult, _ situation: Situation
    ) -> [RuleID] {
        var motifs: [RuleID] = []
        for (outcome, rules) in concluding.enumerated() where result.possible[outcome] {
            for rule in rules where situation.evaluation.rules[rule.position] == .yes { motifs.append(rule) }
        }
        guard motifs.count > 1 else { return motifs }
        // The closure must not take the whole examiner with it.
        let places = placesByName
        motifs.sort { places[$0.position] < places[$1.position] }
        return motifs.removingNeighbours()
    }

    mutating func situation(of facts: FactSheet, on date: CivilDate) -> Situation {
        let evaluation = machine.evaluate(facts, on: date)
        return Situation(set: set, facts: facts, evaluation: evaluation, truths: machine.tracer.truths)
    }
}

extension [RuleID] {
    /// Each once, where equals stand side by side: a rule may conclude several outcomes of a `cumul` decision.
    fileprivate func removingNeighbours() -> [RuleID] {
        var kept: [RuleID] = []
        for rule in self where rule != kept.last { kept.append(rule) }
        return kept
    }
}
