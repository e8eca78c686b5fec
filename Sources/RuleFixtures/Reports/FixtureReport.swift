package import SourceText

/// What `valider` found: the fixtures and the examples of one rule set.
package struct FixtureReport: Sendable {
    /// In the order of files and places; files and folders without a case too.
    package let fixtures: [CheckResult]
    /// In the order of files and places.
    package let examples: [CheckResult]

    /// What the cases show of the rules, when that is asked.
    package var coverage: CoverageReport?
    /// What the cases notice of slips, when that is asked.
    package var mutations: MutationReport?

    package init(fixtures: [CheckResult], examples: [CheckResult]) {
        self.fixtures = fixtures
        self.examples = examples
    }

    /// The report of a selection that is empty: a failure, since nothing is checked.
    ///
    /// - Parameter folder: where to point.
    package static func nothingSelected(in folder: SourceRange) -> FixtureReport {
        FixtureReport(fixtures: [.unusable(folder, [.nothingSelected(in: folder)])], examples: [])
    }

    /// Whether something was found: the status is 1, else 0.
    package var hasFailures: Bool { all.contains { $0.isFailure } }

    /// Whether nothing was run, not even to say why.
    package var isEmpty: Bool { fixtures.isEmpty && examples.isEmpty }

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
