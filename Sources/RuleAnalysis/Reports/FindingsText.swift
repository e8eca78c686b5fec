package import SourceText

/// The findings of `verifier` for a person: each with its line of source, its notes and its case, then a summary.
package struct FindingsText {
    private let library: SourceLibrary
    private let places: PlaceIndex
    private let colored: Bool

    package init(_ library: SourceLibrary, colored: Bool) {
        self.library = library
        places = PlaceIndex(library)
        self.colored = colored
    }

    package func print(_ report: AnalysisReport) -> String {
        report.findings.map { text(of: $0) + "\n" }.joined() + summary(of: report)
    }

    private func text(of finding: Finding) -> String {
        let level = paint(finding.level.rawValue + "[\(finding.code.rawValue)]", color(of: finding.level))
        var lines = ["\(place(finding.range)): \(level): \(finding.message)"]
        let position = library.position(of: finding.range)
        let source = String(decoding: library[finding.range.file].bytes[position.lineBounds], as: UTF8.self)
        lines.append("  \(position.line) | \(Visible.text(source))")
        for note in finding.notes {
            lines.append("  note: \(note.message)" + (note.range.map { " (\(place($0)))" } ?? ""))
        }
        if let help = finding.help { lines.append("  aide: \(help)") }
        if let witness = finding.witness {
            lines.append("  un cas qui le montre\u{A0}:")
            lines += witness.yaml.split(separator: "\n").map { "    \($0)" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func summary(of report: AnalysisReport) -> String {
        let proved = report.provedProperties.count
        var parts = [FindingLevel.error, .warning, .note].compactMap { level -> String? in
            let count = report.findings.count { $0.level == level }
            return count == 0 ? nil : "\(count) \(level.rawValue)\(count > 1 ? "s" : "")"
        }
        if parts.isEmpty { parts = ["aucun constat"] }
        if proved > 0 { parts.append("\(proved) propriété\(proved > 1 ? "s démontrées" : " démontrée")") }
        if report.openQuestions > 0 {
            let many = report.openQuestions > 1
            parts.append("\(report.openQuestions) question\(many ? "s" : "") sans réponse, faute de temps")
        }
        return parts.joined(separator: ", ") + "\n"
    }

    private func place(_ range: SourceRange) -> String { Visible.text(places.place(range) ?? library[range.file].path) }

    private func color(of level: FindingLevel) -> String {
        switch level {
        case .error: "1;31"
        case .warning: "1;33"
        case .note: "1;36"
        }
    }

    private func paint(_ text: String, _ code: String) -> String { colored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}
