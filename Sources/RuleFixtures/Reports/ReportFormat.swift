import RuleJSON
package import SourceText

/// The forms in which `valider` prints (interface, « Commands »).
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
        case .text: TextReport(library, colored: colored).print(report)
        case .junit: JUnitReport(library).print(report)
        case .tap: TAPReport(library).print(report)
        case .github: GitHubReport(library).print(report)
        case .json: JSONReport(library).value(of: report).text(.pretty) + "\n"
        }
    }
}
