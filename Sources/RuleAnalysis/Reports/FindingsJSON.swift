package import RuleJSON
package import SourceText

/// The findings of `verifier` for programs (interface, « Findings and differences »).
package struct FindingsJSON {
    private let places: PlaceIndex
    private let library: SourceLibrary

    package init(_ library: SourceLibrary) {
        self.library = library
        places = PlaceIndex(library)
    }

    package func value(of report: AnalysisReport) -> JSONValue {
        .object([
            ("constats", .list(report.findings.map { value(of: $0) })),
            ("propriétés démontrées", .texts(report.provedProperties)),
            ("questions ouvertes", .int(report.openQuestions)),
        ])
    }

    private func value(of finding: Finding) -> JSONValue {
        let notes = finding.notes.map { note -> JSONValue in
            .object([("message", .text(note.message))] + (note.range.map { [("lieu", place($0))] } ?? []))
        }
        var entries: [(String, JSONValue)] = [
            ("code", .text(finding.code.rawValue)), ("niveau", .text(finding.level.rawValue)),
            ("verdict", .text(finding.verdict.rawValue)), ("message", .text(finding.message)),
            ("lieu", place(finding.range)), ("noms", .texts(finding.names)),
        ]
        if let witness = finding.witness { entries.append(("cas", witness.json)) }
        if !notes.isEmpty { entries.append(("notes", .list(notes))) }
        if let help = finding.help { entries.append(("aide", .text(help))) }
        return .object(entries)
    }

    private func place(_ range: SourceRange) -> JSONValue {
        let (line, column) = places.position(range) ?? (1, 1)
        return .object([
            ("fichier", .text(library[range.file].path)), ("ligne", .int(line)), ("colonne", .int(column)),
        ])
    }
}
