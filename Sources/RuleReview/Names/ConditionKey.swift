import RuleModel

/// What a condition asks, as a text that is the same for two conditions that are written alike, wherever they stand.
enum ConditionKey {
    static func text(_ condition: Condition) -> String {
        switch condition.kind {
        case .all(let branches): branches.count == 1 ? list(branches) : "toutes(\(list(branches)))"
        case .any(let branches): "une(\(list(branches)))"
        case .none(let branches): "aucune(\(list(branches)))"
        case .atLeast(let count, let branches): "\(count) parmi(\(list(branches)))"
        case .not(let branch): "non(\(text(branch)))"
        case .rules(let rules): "règle\(rules.map(\.index))"
        case .test(let test): "\(test.subject)\(test.comparisons.map { "\($0.comparator)\($0.operands)" })"
        case .decisionTest(let test):
            "décision\(test.decision.index)\(test.comparisons.map { "\($0.comparator)\($0.expected)" })"
        }
    }

    /// In any order.
    private static func list(_ branches: [Condition]) -> String { branches.map(text).sorted().joined(separator: ";") }
}
