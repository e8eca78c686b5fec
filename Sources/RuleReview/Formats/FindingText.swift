import RuleAnalysis
import SourceText

/// The report for a person: each finding as a diagnostic, the case that shows it, then the sources and one line of
/// counts.
struct FindingText {
    private let places: FindingPlaces
    private let printer: DiagnosticPrinter

    init(_ library: SourceLibrary, colored: Bool) {
        places = FindingPlaces(library)
        printer = DiagnosticPrinter(library, colored: colored)
    }

    func print(_ report: FindingReport, showingSources: Bool) -> String {
        var text = report.entries.map(print).joined(separator: "\n")
        if !text.isEmpty { text += "\n" }
        if showingSources { text += sources(report.located) }
        if !report.located.isEmpty { text += FindingWording.located(report.located.count) + "\n" }
        if !report.proved.isEmpty { text += FindingWording.proved(report.proved.count) + "\n" }
        if report.openQuestions > 0 { text += FindingWording.open(report.openQuestions) + "\n" }
        return text + FindingWording.summary(report) + "\n"
    }

    private func print(_ entry: FindingReport.Entry) -> String {
        let color: DiagnosticPrinter.Headline.Color =
            switch entry.level {
            case .error: .red
            case .warning: .yellow
            case .note: .blue
            }
        let headline = DiagnosticPrinter.Headline(
            level: entry.level.rawValue, color: color, code: entry.code, message: entry.message)
        let text = printer.print(headline, at: entry.range, notes: entry.notes, help: entry.help)
        guard let witness = entry.witness else { return text }
        let lines = witness.yaml.split(separator: "\n").map { "    \($0)\n" }.joined()
        return text + "  \(FindingWording.witness)\n" + lines
    }

    /// A line for each extract: where it is cited, and the lines of the document.
    private func sources(_ located: [LocatedExtract]) -> String {
        let lines = located.map { extract in
            let owner = extract.owner ?? FindingWording.outsideRules
            let place = FindingWording.lines(
                places.start(of: extract.passage).line, places.lastLine(of: extract.passage))
            return "\(places.shown(extract.citation)): \(Visible.text(owner)) → "
                + "\(Visible.text(places.path(of: extract.passage))), \(place)\n"
        }
        return lines.joined() + (lines.isEmpty ? "" : "\n")
    }
}
