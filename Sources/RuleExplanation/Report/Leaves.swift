import PolicyValues
import RuleEngine
import RuleModel

extension Examination {
    /// The tests that make a condition what it is: of branches that must all hold, those that fail (or all, where they
    /// hold); of branches of which one suffices, those that hold (or all, where none does); `inconnu` rests on what is
    /// `inconnu`.
    func leaves(deciding condition: Condition) -> [Condition] {
        let truth = truth(of: condition)
        switch condition.kind {
        case .rules, .test, .decisionTest: return [condition]
        case .not(let inner): return leaves(deciding: inner)
        case .none(let branches): return leaves(in: branches, where: truth.negated)
        case .all(let branches), .any(let branches), .atLeast(_, let branches):
            return leaves(in: branches, where: truth)
        }
    }

    /// Branches that agree with a truth decide it: of « all », « any » and « at least » alike.
    private func leaves(in branches: [Condition], where truth: Truth) -> [Condition] {
        branches.filter { self.truth(of: $0) == truth }.flatMap { leaves(deciding: $0) }
    }
}
