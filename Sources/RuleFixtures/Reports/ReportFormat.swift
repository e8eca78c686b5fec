import RuleJSON
package import SourceText

/// The forms in which `valider` prints.
package enum ReportFormat: String, CaseIterable, Sendable {
    case text = "texte"
    /// JUnit XML, read by most servers that build and test.
    case junit
    /// Test Anything Protocol, version 13.
    case tap
    /// Annotations of GitHub Actions.
    case github
    case json

    /// The report as text that ends with a line feed. Nothing from a file or a name is live in it.
    ///
    /// - Parameters:
    ///   - library: the files of the rules and of the fixtures.
    ///   - colored: whether the text form may use colours.
    /// - Complexity: for each result, linear in the offset of its place.
    package func print(_ report: FixtureReport, in library: SourceLibrary, colored: Bool = false) -> String {
        switch self {
        case .text:
            ([TextReport(library, colored: colored).print(report)]
                + [report.coverage?.text(in: library), report.mutations?.text(in: library, colored: colored)]
                .compactMap { $0 }).joined(separator: "\n")
        case .junit: JUnitReport(library).print(report)
        case .tap: TAPReport(library).print(report)
        case .github: GitHubReport(library).print(report) + (report.summaries.map { $0 + "\n" }.joined())
        case .json: JSONReport(library).value(of: report).text(.pretty) + "\n"
        }
    }

    /// Whether the report says itself what coverage and mutations came to; else it is to be said beside it.
    package var saysSummaries: Bool {
        switch self {
        case .text, .json, .github: true
        case .junit, .tap: false
        }
    }
}

extension FixtureReport {
    /// What to say of each threshold that is not reached; thresholds in thousandths.
    package func shortfalls(coverage least: Int?, mutations leastScore: Int?) -> [String] {
        var lines: [String] = []
        if let least, let rate = coverage?.rate, rate < least {
            lines.append(CoverageWording.shortfall(rate, least))
        }
        if let leastScore, let score = mutations?.score, score < leastScore {
            lines.append(MutationWording.shortfall(score, leastScore))
        }
        return lines
    }

    /// A line each for coverage and mutations.
    package var summaries: [String] {
        [coverage.map(CoverageWording.summary), mutations.map(MutationWording.summary)].compactMap { $0 }
    }
}
