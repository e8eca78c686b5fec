import PolicyValues
import RuleEngine
import RuleModel

/// Finds the conditions that alone decide what carries them: were one of them otherwise, all else staying, the rule, the
/// definition or the decision would be otherwise.
struct DecisiveConditions {
    let set: RuleSet
    let evaluation: Evaluation
    /// By ``Condition/number``.
    let truths: [Truth]

    /// The numbers of the conditions of a rule, definition or decision that decide alone.
    func numbers(of owner: Computed) -> [Int] {
        var found: [Int] = []
        switch owner {
        case .decision(let id): if let condition = set[id].applicability { collect(condition, &found) }
        case .rule(let id):
            let rule = set[id]
            guard rule.inForce?.contains(evaluation.date) ?? true,
                rule.overriddenBy.allSatisfy({ evaluation[$0] == .no })
            else { return [] }
            if let condition = rule.condition, rule.exception.map({ truth($0) == .no }) ?? true {
                collect(condition, &found)
            }
            if let exception = rule.exception, rule.condition.map({ truth($0) == .yes }) ?? true {
                collect(exception, &found)
            }
        case .definition(let id):
            guard set[id].inForce?.contains(evaluation.date) ?? true else { return [] }
            switch set[id].body {
            case .truth(let condition): collect(condition, &found)
            case .calculation: break
            case .byCase(let lines):
                for line in lines where line.inForce?.contains(evaluation.date) ?? true {
                    guard let condition = line.condition else { break }
                    collect(condition, &found)
                    // The lines below count only when this one does not hold.
                    guard truth(condition) == .no else { break }
                }
            }
        }
        return found
    }

    private func truth(_ condition: Condition) -> Truth { truths[condition.number] }

    private func collect(_ condition: Condition, _ found: inout [Int]) {
        found.append(condition.number)
        switch condition.kind {
        case .all(let branches): collect(branches, &found) { others in others.allSatisfy { $0 == .yes } }
        case .any(let branches), .none(let branches):
            collect(branches, &found) { others in others.allSatisfy { $0 == .no } }
        case .atLeast(let count, let branches):
            collect(branches, &found) { others in
                others.count { $0 == .yes } == count - 1 && !others.contains(.unknown)
            }
        case .not(let branch): collect(branch, &found)
        case .rules, .test, .decisionTest: break
        }
    }

    private func collect(_ branches: [Condition], _ found: inout [Int], _ letsDecide: ([Truth]) -> Bool) {
        for (place, branch) in branches.enumerated() {
            let others = branches.indices.filter { $0 != place }.map { truth(branches[$0]) }
            if letsDecide(others) { collect(branch, &found) }
        }
    }
}
