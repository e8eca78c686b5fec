import PolicyValues
import RuleCases
import RuleEngine
import RuleModel

/// All that the decisions of a partial case can still come to: two cases of one signature have the same future.
struct OpenSignature: Hashable {
    /// What is open: rules, definitions and decisions, conditions of open ones; what is settled keeps its truth.
    let rules: [Truth]
    let conditions: [Truth]
    let possible: [[Bool]]
    let missing: [FactID]
    /// The values that comparisons may look at beside an unknown one.
    let compared: [Value?]
}

/// Knows which conditions belong to what, so that those of settled rules can be left out.
struct SignatureMasks {
    private let set: RuleSet
    /// By condition: the rule, definition or decision that it is of.
    private let owners: [Computed?]
    private let compared: [FactID]

    init(_ set: RuleSet) {
        self.set = set
        var owners: [Computed?] = Array(repeating: nil, count: set.conditionCount)
        func own(_ condition: Condition?, _ owner: Computed) {
            guard let condition else { return }
            owners[condition.number] = owner
            for branch in condition.branches { own(branch, owner) }
        }
        for id in set.ruleIDs { for condition in [set[id].condition, set[id].exception] { own(condition, .rule(id)) } }
        for id in set.decisionIDs { own(set[id].applicability, .decision(id)) }
        for id in set.definitionIDs {
            switch set[id].body {
            case .truth(let condition): own(condition, .definition(id))
            case .calculation: break
            case .byCase(let lines): for line in lines { own(line.condition, .definition(id)) }
            }
        }
        self.owners = owners
        let uses = FactUses(set)
        compared = set.factIDs.filter { uses.isComputed($0) || uses.partners[$0] != nil }
    }

    func signature(of examination: Examination, for decisions: [DecisionID]) -> OpenSignature {
        let evaluation = examination.evaluation
        let conditions = examination.truths.enumerated().map { number, truth in
            isOpen(owners[number], evaluation) ? truth : .no
        }
        return OpenSignature(
            rules: evaluation.rules, conditions: conditions, possible: evaluation.decisions.map(\.possible),
            missing: decisions.flatMap { examination[$0].missing }, compared: compared.map { examination.facts[$0] })
    }

    private func isOpen(_ owner: Computed?, _ evaluation: Evaluation) -> Bool {
        switch owner {
        case .rule(let id): evaluation[id] == .unknown
        case .definition(let id): evaluation[id] == nil
        case .decision(let id): evaluation[id].state == .undetermined
        // Of constraints and properties: a constraint that is open may still end a branch.
        case nil: true
        }
    }
}
