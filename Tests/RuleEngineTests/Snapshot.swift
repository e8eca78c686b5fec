import PolicyValues
import RuleEngine

/// All that an evaluation came to.
struct Snapshot {
    let evaluation: Evaluation
    /// By condition number.
    let truths: [Truth]

    init(_ evaluation: Evaluation, _ truths: [Truth]) {
        self.evaluation = evaluation
        self.truths = truths
    }

    /// What was settled here and is otherwise there, or became possible.
    func changes(in other: Snapshot) -> [String] {
        let definitions = evaluation.definitions.indices.filter { index in
            evaluation.definitions[index] != nil && evaluation.definitions[index] != other.evaluation.definitions[index]
        }
        let decisions = evaluation.decisions.indices.filter { index in
            !evaluation.decisions[index].allows(other.evaluation.decisions[index])
        }
        return definitions.map { "definition \($0)" }
            + Self.changed(evaluation.rules, other.evaluation.rules).map { "rule \($0)" }
            + decisions.map { "decision \($0)" }
            + Self.changed(truths, other.truths).map { "condition \($0)" }
    }

    private static func changed(_ before: [Truth], _ after: [Truth]) -> [Int] {
        before.indices.filter { before[$0] != .unknown && before[$0] != after[$0] }
    }
}

extension DecisionResult {
    /// Whether the other can follow from this one by learning more.
    fileprivate func allows(_ other: DecisionResult) -> Bool {
        let addsNone = zip(possible, other.possible).allSatisfy { $0 || !$1 } && (mayNotApply || !other.mayNotApply)
        let keepsCertain = zip(certain, other.certain).allSatisfy { !$0 || $1 }
        return addsNone && keepsCertain && (state == .undetermined || state == other.state)
    }
}
