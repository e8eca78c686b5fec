import PolicyValues
import RuleEngine
import RuleModel

/// What a decision came to, in the words that both sets share: the outcomes of a ``DecisionMatch`` by place.
struct ComparedResult: Hashable {
    let state: DecisionResult.State
    /// The certain outcomes: the issue, the members of a set, those that contradict each other.
    let outcomes: [Int]

    /// - Parameter place: the place in the decision's own `issues` of each matched outcome.
    init(_ result: DecisionResult, of decision: Decision, places: [Int?]) {
        state = result.state
        let all = places.indices
        switch result.state {
        case .notApplicable: outcomes = []
        case .contradictory: outcomes = all.filter { places[$0].map { result.supports[$0] == .yes } ?? false }
        case .determined, .undetermined:
            outcomes = all.filter { index in
                guard let place = places[index] else { return false }
                if decision.isCumulative { return result.certain[place] }
                return result.state == .determined && result.possible[place]
            }
        }
    }
}

extension DecisionTerm {
    /// That the decision comes to a result.
    func comes(to result: ComparedResult, places: [Int?], in bank: TermBank) -> Term {
        let members = places.indices.map { index -> Term in
            let holds = result.outcomes.contains(index)
            guard let place = places[index] else { return bank.truth(!holds) }
            let term = result.state == .contradictory ? supports[place].yes : isCertain(place, in: bank)
            return holds ? term : bank.not(term)
        }
        return bank.all([isIn(result.state, in: bank)] + members)
    }

    func isIn(_ state: DecisionResult.State, in bank: TermBank) -> Term {
        switch state {
        case .notApplicable: return applicability.no
        case .contradictory: return isContradictory(in: bank)
        case .determined:
            if method == .cumulative {
                return bank.all([applicability.yes, bank.none(supports.map { bank.isUnknown($0) })])
            }
            let certain = supports.indices.map { isCertain($0, in: bank) }
            return bank.all([bank.any(certain), bank.not(isContradictory(in: bank))])
        case .undetermined:
            let others: [DecisionResult.State] = [.notApplicable, .contradictory, .determined]
            return bank.none(others.map { isIn($0, in: bank) })
        }
    }

    /// That two sets make something else of a decision: another state, or another issue.
    static func differ(_ old: DecisionTerm, _ new: DecisionTerm, _ match: DecisionMatch, in bank: TermBank) -> Term {
        let states: [DecisionResult.State] = [.determined, .notApplicable, .contradictory]
        var parts = states.map { bank.different(old.isIn($0, in: bank), new.isIn($0, in: bank)) }
        for outcome in match.outcomes {
            let before = outcome.old.map { old.isCertain($0, in: bank) } ?? bank.no
            let after = outcome.new.map { new.isCertain($0, in: bank) } ?? bank.no
            parts.append(bank.different(before, after))
            let first = outcome.old.map { old.supports[$0].yes } ?? bank.no
            let second = outcome.new.map { new.supports[$0].yes } ?? bank.no
            let areBoth = [old.isContradictory(in: bank), new.isContradictory(in: bank)]
            parts.append(bank.all(areBoth + [bank.different(first, second)]))
        }
        return bank.any(parts)
    }
}
