import PolicyValues
import RuleJSON
import SourceText

/// The report for programs: counts, then every check with its state and what differs.
struct JSONReport {
    private let places: ReportPlaces

    init(_ library: SourceLibrary) { places = ReportPlaces(library) }

    func value(of report: FixtureReport) -> JSONValue {
        let tally = report.tally
        var more: [(String, JSONValue)] = []
        if let coverage = report.coverage { more.append(("couverture", coverage.value(in: places.library))) }
        if let mutations = report.mutations { more.append(("mutations", mutations.value(in: places.library))) }
        return .object(
            [
                ("cas", .int(tally.cases)), ("exemples", .int(tally.examples)), ("échecs", .int(tally.failures)),
                ("échecs attendus", .int(tally.knownFailures)), ("résultats", .list(report.all.map { value(of: $0) })),
            ] + more)
    }

    private func value(of result: CheckResult) -> JSONValue {
        var entries: [(String, JSONValue)] =
            switch result.kind {
            case .fixture: [("nature", .text("cas")), ("nom", .text(result.name))]
            case .example(let owner): [("nature", .text("exemple")), ("de", .text(owner)), ("nom", .text(result.name))]
            case .file: [("nature", .text("fichier"))]
            }
        entries.append(("lieu", place(result.range)))
        switch result.verdict {
        case .passed: entries.append(("état", .text("conforme")))
        case .knownFailure(let reason, let failures):
            entries += [("état", .text("échec attendu")), ("raison", .text(reason))] + lists(failures)
        case .failed(let failures): entries += [("état", .text("échec"))] + lists(failures)
        }
        return .object(entries)
    }

    private func lists(_ failures: [CheckResult.Failure]) -> [(String, JSONValue)] {
        var differences: [JSONValue] = []
        var diagnostics: [JSONValue] = []
        for failure in failures {
            switch failure {
            case .problem(let diagnostic): diagnostics.append(value(of: diagnostic))
            case .difference(let difference): differences.append(value(of: difference))
            }
        }
        return [("différences", .list(differences)), ("diagnostics", .list(diagnostics))]
    }

    private func value(of difference: Difference) -> JSONValue {
        var entries: [(String, JSONValue)] = difference.object.map { [("objet", .text($0))] } ?? []
        entries += Self.entries(of: difference.subject)
        entries += [("attendu", Self.value(of: difference.expected)), ("obtenu", Self.value(of: difference.found))]
        if !difference.lacking.isEmpty { entries.append(("manque", .texts(difference.lacking))) }
        if !difference.extra.isEmpty { entries.append(("en trop", .texts(difference.extra))) }
        if let remark = difference.remark { entries.append(("détail", .text(remark))) }
        let origins = difference.origins.map { origin -> JSONValue in
            .object([
                (origin.truth == nil ? "définition" : "règle", .text(origin.name)),
                ("vérité", .optional(origin.truth?.word)), ("lieu", place(origin.range)),
            ])
        }
        return .object(entries + [("origines", .list(origins)), ("lieu", place(difference.range))])
    }

    private static func entries(of subject: Difference.Subject) -> [(String, JSONValue)] {
        switch subject {
        case .issue(let decision): [("décision", .text(decision)), ("aspect", .text("issue"))]
        case .motifs(let decision): [("décision", .text(decision)), ("aspect", .text("motifs"))]
        case .missing(let decision): [("décision", .text(decision)), ("aspect", .text("manquants"))]
        case .possible(let decision): [("décision", .text(decision)), ("aspect", .text("possibles"))]
        case .rule(let name): [("règle", .text(name)), ("aspect", .text("vérité"))]
        case .definition(let name): [("définition", .text(name)), ("aspect", .text("valeur"))]
        case .refusal: [("aspect", .text("refus"))]
        }
    }

    private static func value(of side: Difference.Side) -> JSONValue {
        switch side {
        case .word(let word): .text(word)
        case .list(let words): .texts(words)
        }
    }

    private func value(of diagnostic: Diagnostic) -> JSONValue {
        let level =
            switch diagnostic.level {
            case .error: "erreur"
            case .warning: "avertissement"
            }
        return .object([
            ("code", .text(diagnostic.code.rawValue)), ("niveau", .text(level)), ("message", .text(diagnostic.message)),
            ("lieu", place(diagnostic.range)), ("aide", .optional(diagnostic.help)),
        ])
    }

    private func place(_ range: SourceRange) -> JSONValue {
        let position = places.position(of: range)
        return .object([
            ("fichier", .text(places.path(of: range))), ("ligne", .int(position.line)),
            ("colonne", .int(position.column)),
        ])
    }
}
