import Foundation

/// How much the random tests try: enough for each build; more with `BIENFONDE_PAIRS=1000000`.
enum Effort {
    /// Pairs of rules and a case that are decided in two ways.
    static let pairs = ProcessInfo.processInfo.environment["BIENFONDE_PAIRS"].flatMap { Int($0) } ?? 100_000
    static let casesOfASet = 50
    /// How many rule sets the slower properties are tried on, in proportion.
    static let sets = UInt64(max(1, pairs / 500))
}
