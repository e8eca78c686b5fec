import RuleAnalysis
import RuleJSON
import SourceText

/// The report for programs (docs/json.md): `constats`, then under `sources` the
/// lines at which each extract stands.
struct FindingJSON {
    private let places: FindingPlaces

    init(_ library: SourceLibrary) { places = FindingPlaces(library) }

    func value(of report: FindingReport) -> JSONValue {
        .object([
            ("constats", .list(report.entries.map(value))), ("sources", .list(report.located.map(value))),
            ("propriétés démontrées", .texts(report.proved)), ("questions ouvertes", .int(report.openQuestions)),
        ])
    }

    private func value(_ entry: FindingReport.Entry) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("code", .text(entry.code)), ("niveau", .text(entry.level.rawValue)),
            ("verdict", .text(entry.verdict.rawValue)), ("message", .text(entry.message)),
            ("lieu", place(entry.range)), ("noms", .texts(entry.names)),
        ]
        if let witness = entry.witness { members.append(("cas", witness.json)) }
        if !entry.notes.isEmpty { members.append(("notes", .list(entry.notes.map(value)))) }
        if let help = entry.help { members.append(("aide", .text(help))) }
        return .object(members)
    }

    private func value(_ note: Diagnostic.Note) -> JSONValue {
        var members: [(String, JSONValue)] = [("message", .text(note.message))]
        if let range = note.range { members.append(("lieu", place(range))) }
        return .object(members)
    }

    private func value(_ located: LocatedExtract) -> JSONValue {
        .object([
            ("de", .optional(located.owner)), ("document", .text(located.document)),
            ("section", .optional(located.section)), ("extrait", .text(located.extract)),
            ("lieu", place(located.citation)),
            (
                "passage",
                .object([
                    ("fichier", .text(places.path(of: located.passage))),
                    ("ligne", .int(places.start(of: located.passage).line)),
                    ("dernière ligne", .int(places.lastLine(of: located.passage))),
                ])
            ),
        ])
    }

    private func place(_ range: SourceRange) -> JSONValue {
        let (line, column) = places.start(of: range)
        return .object([
            ("fichier", .text(places.path(of: range))), ("ligne", .int(line)), ("colonne", .int(column)),
        ])
    }
}
