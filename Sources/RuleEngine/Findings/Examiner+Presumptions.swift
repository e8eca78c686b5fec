import PolicyValues
import RuleCases
import RuleModel

/// `présumés` (section 7): the union of the minimal sets of presumed facts whose withdrawal, together, changes the
/// état, issue or possibles of a decision.
///
/// By monotony a set that holds one that changes the decision changes it too. What the walk of `manquants` does not
/// reach when every presumption is withdrawn can change nothing, so only what it reaches is tried.
extension Examiner {
    /// Up to how many presumed facts the sets are tried: 2¹² evaluations. Beyond, what the walk reaches is listed.
    static let exactPresumptions = 12

    /// By decision, by name.
    mutating func presumptions(of situation: Situation) -> [[FactID]] {
        let none: [[FactID]] = set.decisions.map { _ in [] }
        let presumed = set.factIDs.filter { situation.facts.origins[$0.position] == .presumed }
        guard !presumed.isEmpty else { return none }
        let without = self.situation(
            of: situation.facts.withdrawing(presumed), on: situation.evaluation.date)
        let changed = set.decisionIDs.filter { situation.evaluation[$0].differs(from: without.evaluation[$0]) }
        guard !changed.isEmpty else { return none }
        let candidates = without.facts(reachedFrom: changed).map { $0.filter(Set(presumed).contains) }
        var trials = Trials(facts: situation.facts, evaluation: situation.evaluation)
        var found = none
        for (decision, facts) in zip(changed, candidates) {
            found[decision.position] =
                facts.count > Self.exactPresumptions ? facts : pivotal(facts, for: decision, in: &trials)
        }
        return found
    }

    /// The facts of minimal sets whose withdrawal changes the decision. Sets are tried from the smallest, so that one
    /// that changes it and holds no earlier one is minimal.
    private mutating func pivotal(
        _ facts: [FactID], for decision: DecisionID, in trials: inout Trials
    ) -> [FactID] {
        let all = (UInt32(1) << facts.count) - 1
        var minimal: [UInt32] = []
        var union: UInt32 = 0
        let bySize = (1...max(1, all)).sorted { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }
        for mask in bySize where union != all && !minimal.contains(where: { $0 & mask == $0 }) {
            let withdrawn = facts.indices.filter { mask & (1 << $0) != 0 }.map { facts[$0] }
            guard changes(decision, without: withdrawn, in: &trials) else { continue }
            minimal.append(mask)
            union |= mask
        }
        return facts.indices.filter { union & (1 << $0) != 0 }.map { facts[$0] }
    }

    private mutating func changes(
        _ decision: DecisionID, without withdrawn: [FactID], in trials: inout Trials
    ) -> Bool {
        let decisions: [DecisionResult]
        if let known = trials.results[withdrawn] {
            decisions = known
        } else {
            let sheet = trials.facts.withdrawing(withdrawn)
            decisions = self.situation(of: sheet, on: trials.evaluation.date).evaluation.decisions
            trials.results[withdrawn] = decisions
        }
        return trials.evaluation[decision].differs(from: decisions[decision.position])
    }

    /// The evaluations made so far, shared by the decisions of a case.
    private struct Trials {
        let facts: FactSheet
        let evaluation: Evaluation
        var results: [[FactID]: [DecisionResult]] = [:]
    }
}

extension FactSheet {
    /// The sheet in which these facts are unknown.
    func withdrawing(_ facts: [FactID]) -> FactSheet {
        var sheet = self
        for fact in facts {
            sheet.values[fact.position] = nil
            sheet.origins[fact.position] = .absent
        }
        return sheet
    }
}

extension Situation {
    /// For each decision, the unknown facts that the walk of `manquants` from it reaches, by name.
    fileprivate func facts(reachedFrom decisions: [DecisionID]) -> [[FactID]] {
        let graph = OpenGraph(self, from: decisions.map { .decision($0) })
        var facts: [[FactID]] = decisions.map { _ in [] }
        graph.forEachBlock { first, reached in
            for (place, leaf) in graph.leaves[first...].prefix(UInt64.bitWidth).enumerated() {
                guard case .fact(let fact) = leaf else { continue }
                for (index, decision) in decisions.enumerated()
                where reached[graph.node(of: decision)] & 1 << place != 0 {
                    facts[index].append(fact)
                }
            }
        }
        return facts.map { $0.sorted() }
    }
}

extension DecisionResult {
    /// Whether état, issue or possibles differ.
    fileprivate func differs(from other: DecisionResult) -> Bool {
        state != other.state || possible != other.possible || certain != other.certain
            || mayNotApply != other.mayNotApply || state == .contradictory && supports != other.supports
    }
}
