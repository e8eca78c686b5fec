import RuleAnalysis
package import SourceText

/// The report as annotations of GitHub Actions, shown beside the line of the file (docs.github.com, « Workflow commands
/// for GitHub Actions »), and its summary in Markdown.
package struct AnnotationReport {
    private let places: FindingPlaces

    package init(_ library: SourceLibrary) { places = FindingPlaces(library) }

    func print(_ report: FindingReport) -> String {
        report.entries.map(annotation).joined() + FindingWording.summary(report) + "\n"
    }

    /// For the file that `$GITHUB_STEP_SUMMARY` names: a line of counts and a table.
    package func summary(_ report: FindingReport) -> String {
        var text = "\(FindingWording.summaryTitle)\n\n\(FindingWording.summary(report))\n"
        guard !report.entries.isEmpty else { return text }
        text += "\n\(FindingWording.summaryHeader)\n"
        for entry in report.entries.prefix(Limits.shownDiagnostics) {
            let place = MarkdownText.escaped("\(places.path(of: entry.range)):\(places.start(of: entry.range).line)")
            text += "| \(entry.level.rawValue) | `\(entry.code)` \(MarkdownText.escaped(entry.message)) | \(place) |\n"
        }
        let rest = report.entries.count - Limits.shownDiagnostics
        return text + (rest > 0 ? "\n\(FindingWording.others(rest))\n" : "")
    }

    private func annotation(_ entry: FindingReport.Entry) -> String {
        let command =
            switch entry.level {
            case .note: "notice"
            case .warning: "warning"
            case .error: "error"
            }
        let (start, end) = (places.start(of: entry.range), places.end(of: entry.range))
        var properties = [("file", places.path(of: entry.range)), ("line", String(start.line))]
        properties.append(("endLine", String(end.line)))
        if start.line == end.line {
            properties += [("col", String(start.column)), ("endColumn", String(max(start.column, end.column - 1)))]
        }
        properties.append(("title", FindingWording.title(entry)))
        var lines = [entry.message]
        for note in entry.notes {
            lines.append(note.range.map { "\(places.shown($0)): \(note.message)" } ?? note.message)
        }
        if let help = entry.help { lines.append(FindingWording.help(help)) }
        if let witness = entry.witness {
            lines.append(FindingWording.witness)
            lines += witness.yaml.split(separator: "\n").map(String.init)
        }
        return WorkflowCommand.line(command, properties, message: lines.map(Visible.text).joined(separator: "\n"))
    }
}
