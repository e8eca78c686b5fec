import Foundation

/// How much the random tests of this target try: enough for each build; more with `BIENFONDE_PAIRS=1000000`.
enum Tries {
    private static let pairs = ProcessInfo.processInfo.environment["BIENFONDE_PAIRS"].flatMap { UInt64($0) } ?? 100_000

    /// Sets of which some cases are put to the solver, one for each hundred pairs.
    static let sets = max(1, pairs / 500)
    static let casesOfASet = 5
    /// Sets of which all cases are tried.
    static let smallSets = max(1, pairs / 5000)
    /// Pairs of sets that are compared.
    static let comparedSets = max(1, pairs / 2000)
}
