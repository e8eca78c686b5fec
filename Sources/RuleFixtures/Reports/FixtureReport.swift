import SourceText

/// What `valider` found: the fixtures and the examples of one rule set.
package struct FixtureReport: Sendable {
    /// In the order of files and places; files and folders without a case too.
    package let fixtures: [CheckResult]
    /// In the order of files and places.
    package let examples: [CheckResult]

    package init(fixtures: [CheckResult], examples: [CheckResult]) {
        self.fixtures = fixtures
        self.examples = examples
    }

    /// Whether something was found: the status is 1, else 0.
    package var hasFailures: Bool { all.contains { $0.isFailure } }

    var all: [CheckResult] { fixtures + examples }

    var tally: Tally { Tally(all) }
}

/// Counts of results.
struct Tally {
    private(set) var cases = 0
    private(set) var examples = 0
    private(set) var failedCases = 0
    private(set) var failedExamples = 0
    private(set) var failedFiles = 0
    /// `échec attendu`.
    private(set) var knownFailures = 0

    init(_ results: [CheckResult]) {
        for result in results {
            let failed = result.isFailure ? 1 : 0
            switch result.kind {
            case .fixture: (cases, failedCases) = (cases + 1, failedCases + failed)
            case .example: (examples, failedExamples) = (examples + 1, failedExamples + failed)
            case .file: failedFiles += failed
            }
            if case .knownFailure = result.verdict { knownFailures += 1 }
        }
    }

    var failures: Int { failedCases + failedExamples + failedFiles }
}
