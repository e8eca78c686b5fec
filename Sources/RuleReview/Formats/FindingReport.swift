package import RuleAnalysis
import RuleModel
package import SourceText

/// All that a run of `verifier` found.
package struct FindingReport: Sendable {
    /// In the order of files and places.
    package let entries: [Entry]
    /// The extracts that were found in their documents.
    package let located: [LocatedExtract]
    /// The properties that were proved, by name.
    package let proved: [String]
    /// How many questions of the analysis have no answer for want of time.
    package let openQuestions: Int

    /// A finding or a diagnostic of the loader: the formats print both alike.
    package struct Entry: Sendable {
        package let code: String
        package let level: FindingLevel
        package let verdict: Finding.Verdict
        package let message: String
        package let range: SourceRange
        package let names: [String]
        package let notes: [Diagnostic.Note]
        package let witness: WitnessCase?
        package let help: String?
    }

    package init(
        _ findings: [Finding], diagnostics: [Diagnostic] = [], located: [LocatedExtract] = [], proved: [String] = [],
        openQuestions: Int = 0
    ) {
        self.located = located
        self.proved = proved
        self.openQuestions = openQuestions
        entries = (findings.map(Entry.init) + diagnostics.map(Entry.init)).sorted { left, right in
            let (a, b) = (left.range, right.range)
            return (a.file.index, a.start, a.end, left.code, left.message)
                < (b.file.index, b.start, b.end, right.code, right.message)
        }
    }

    /// Whether the status is 1: something above a note.
    package var hasFindings: Bool { entries.contains { $0.level > .note } }

    func count(of level: FindingLevel) -> Int { entries.count { $0.level == level } }
}

extension FindingReport.Entry {
    init(_ finding: Finding) {
        self.init(
            code: finding.code.rawValue, level: finding.level, verdict: finding.verdict, message: finding.message,
            range: finding.range, names: finding.names, notes: finding.notes, witness: finding.witness,
            help: finding.help)
    }

    init(_ diagnostic: Diagnostic) {
        let level: FindingLevel =
            switch diagnostic.level {
            case .error: .error
            case .warning: .warning
            }
        self.init(
            code: diagnostic.code.rawValue, level: level, verdict: .proved, message: diagnostic.message,
            range: diagnostic.range, names: [], notes: diagnostic.notes, witness: nil, help: diagnostic.help)
    }
}
