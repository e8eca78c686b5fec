package import RuleModel

extension Sentences {
    /// What a condition says; `affirmed: false` says its contrary. Of an operator only its own sentence: its branches
    /// are said apart.
    package func sentence(of condition: Condition, affirmed: Bool = true) -> String {
        switch condition.kind {
        case .all(let branches):
            return branches.only.map { sentence(of: $0, affirmed: affirmed) }
                ?? (affirmed
                    ? "Toutes ces conditions sont remplies" : "Au moins une de ces conditions n’est pas remplie")
        case .any(let branches):
            return branches.only.map { sentence(of: $0, affirmed: affirmed) } ?? Self.some(affirmed)
        case .none(let branches):
            return branches.only.map { sentence(of: $0, affirmed: !affirmed) } ?? Self.some(!affirmed)
        case .atLeast(let count, let branches): return Self.atLeast(count, of: branches.count, affirmed)
        case .not(let inner): return sentence(of: inner, affirmed: !affirmed)
        case .rules(let rules): return sentence(ofRules: rules, affirmed: affirmed)
        case .test(let test): return sentence(of: test, affirmed: affirmed)
        case .decisionTest(let test): return sentence(of: test, affirmed: affirmed)
        }
    }

    private static func some(_ affirmed: Bool) -> String {
        affirmed ? "Au moins une de ces conditions est remplie" : "Aucune de ces conditions n’est remplie"
    }

    private static func atLeast(_ count: Int, of total: Int, _ affirmed: Bool) -> String {
        switch (count, affirmed) {
        case (1, true): "Au moins une de ces \(total) conditions est remplie"
        case (1, false): "Aucune de ces \(total) conditions n’est remplie"
        case (_, true): "Au moins \(count) de ces \(total) conditions sont remplies"
        case (_, false): "Moins de \(count) de ces \(total) conditions sont remplies"
        }
    }
}

extension Array {
    /// The element of a list of one.
    var only: Element? { count == 1 ? first : nil }
}
