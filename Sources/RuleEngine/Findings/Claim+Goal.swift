import RuleModel

extension Claim {
    /// That a decision is determined to an outcome, certainly contains it when it is a `cumul`, or is `sans objet`.
    static func reached(_ wanted: DecisionTest.Expected, by id: DecisionID, in set: RuleSet) -> Claim {
        switch wanted {
        case .notApplicable: .applicable(id, .no)
        case .outcome(let outcome): .all([.applicable(id, .yes)] + only(outcome, of: set[id], id))
        }
    }

    /// Where the decision applies.
    private static func only(_ outcome: Int, of decision: Decision, _ id: DecisionID) -> [Claim] {
        let supported = Claim.support(id, outcome, .yes)
        let outcomes = decision.outcomes.indices
        func unsupported(_ others: some Sequence<Int>) -> [Claim] { others.map { .support(id, $0, .no) } }
        switch decision.method {
        case .cumulative: return [supported]
        case .unique(let byDefault):
            let others = unsupported(outcomes.filter { $0 != outcome })
            return others + (outcome == byDefault ? [] : [supported])
        case .priority(let byDefault):
            let later = unsupported(outcomes.dropFirst(outcome + 1))
            let last = outcome == byDefault ? Claim.any([supported, .all(later)]) : supported
            return unsupported(outcomes.prefix(outcome)) + [last]
        }
    }
}

extension DecisionResult {
    /// Whether the decision is determined to the outcome (`cumul`: certainly contains it), or is `sans objet`.
    func reaches(_ wanted: DecisionTest.Expected) -> Bool {
        switch wanted {
        case .notApplicable: state == .notApplicable
        case .outcome(let outcome): certain[outcome] || state == .determined && possible[outcome]
        }
    }

    /// Whether the outcome, or `sans objet`, is still possible.
    func allows(_ wanted: DecisionTest.Expected) -> Bool {
        switch wanted {
        case .notApplicable: mayNotApply
        case .outcome(let outcome): possible[outcome]
        }
    }
}
