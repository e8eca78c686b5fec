import RuleJSON
package import SourceText

/// The forms in which `verifier` prints.
package enum FindingFormat: String, CaseIterable, Sendable {
    case text = "texte"
    case json
    /// SARIF 2.1.0 (OASIS), read by code hosts and editors.
    case sarif
    /// Annotations of GitHub Actions.
    case github
    /// A code quality report of GitLab.
    case gitlab

    /// The report as text that ends with a line feed. Nothing from a file or a name is live in it.
    ///
    /// - Parameters:
    ///   - library: the files of the rules and of the documents.
    ///   - version: that of the program.
    ///   - showingSources: whether the text form lists where each extract stands.
    package func print(
        _ report: FindingReport, in library: SourceLibrary, version: String, colored: Bool = false,
        showingSources: Bool = false
    ) -> String {
        switch self {
        case .text: FindingText(library, colored: colored).print(report, showingSources: showingSources)
        case .json: FindingJSON(library).value(of: report).text(.pretty) + "\n"
        case .sarif: SarifReport(library, version: version).value(of: report).text(.pretty) + "\n"
        case .github: AnnotationReport(library).print(report)
        case .gitlab: CodeQualityReport(library).value(of: report).text(.pretty) + "\n"
        }
    }
}
