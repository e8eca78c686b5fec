package import RuleSyntax

extension WrittenComparator {
    /// What the comparator asks of a value of the type, and whether it may stand there.
    package func meaning(for type: ValueType) -> (Comparison.Comparator, fits: Bool) {
        switch self {
        case .implied, .equal, .among: (.oneOf, true)
        case .different, .outside: (.noneOf, true)
        case .containsAll: (.containsAll, type.isSet)
        case .moreThan: (.above, type == .number)
        case .atLeast: (.atLeast, type == .number)
        case .lessThan: (.below, type == .number)
        case .atMost: (.atMost, type == .number)
        case .after: (.above, type == .date)
        case .atEarliest: (.atLeast, type == .date)
        case .before: (.below, type == .date)
        case .atLatest: (.atMost, type == .date)
        }
    }
}
