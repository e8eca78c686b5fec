package import RuleJSON

/// The differences of `comparer` for programs (docs/json.md).
package enum ComparisonJSON {
    package static func value(of report: ComparisonReport) -> JSONValue {
        var entries: [(String, JSONValue)] = [
            ("équivalents", .bool(report.areEquivalent)), ("verdict", .text(report.verdict.rawValue)),
            ("différences", .list(report.differences.map { value(of: $0) })),
            ("refus", .list(report.refusals.map { value(of: $0) })),
            ("période changée", .bool(report.hasOtherPeriod)),
            ("vocabulaire", value(of: report.vocabulary)), ("règles", value(of: report.texts)),
            ("questions ouvertes", .int(report.openQuestions)),
        ]
        if let cases = report.cases { entries.append(("cas touchés", value(of: cases))) }
        return .object(entries)
    }

    private static func value(of cases: AffectedCases) -> JSONValue {
        let changed = cases.changed.map { one in
            var entries: [(String, JSONValue)] = [
                ("nom", .optional(one.name)), ("fichier", .text(one.place.file)), ("ligne", .int(one.place.line)),
            ]
            if let matter = one.matter { entries.append(("objet", .text(matter))) }
            if let refusal = one.change.refusal { entries.append(("refusé par", .text(refusal.rawValue))) }
            let results = one.change.results.map { result in
                JSONValue.object([
                    ("décision", .text(result.decision)), ("ancien", value(of: result.old)),
                    ("nouveau", value(of: result.new)),
                ])
            }
            return JSONValue.object(entries + [("décisions", .list(results))])
        }
        return .object([
            ("total", .int(cases.total)), ("inutilisables", .int(cases.unusable)), ("changés", .list(changed)),
        ])
    }

    private static func value(of difference: ComparisonReport.Difference) -> JSONValue {
        var entries: [(String, JSONValue)] = [
            ("décision", .text(difference.decision)), ("ancien", value(of: difference.old)),
            ("nouveau", value(of: difference.new)), ("cas", difference.witness.json),
        ]
        if let witness = difference.oldWitness { entries.append(("cas pour l’ancien", witness.json)) }
        let shared = difference.sharedFacts.map {
            JSONValue.object([("fait", .text($0.fact)), ("valeur", .text($0.value))])
        }
        return .object(entries + [("faits communs", .list(shared))])
    }

    package static func value(of side: ComparisonReport.Side) -> JSONValue {
        let issue: JSONValue =
            side.isSet
            ? side.issue.map { .texts($0) } ?? .null : .optional(side.issue?.first)
        return .object([("état", .text(side.state)), ("issue", issue), ("motifs", .texts(side.motifs))])
    }

    private static func value(of refusal: ComparisonReport.Refusal) -> JSONValue {
        .object([
            ("refusé par", .text(refusal.isRefusedByNew ? "nouveau" : "ancien")),
            ("contraintes", .texts(refusal.constraints)), ("cas", refusal.witness.json),
        ])
    }

    private static func value(of changes: VocabularyChanges) -> JSONValue {
        .object([
            ("ajoutés", .texts(changes.added + changes.addedDecisions)),
            ("retirés", .texts(changes.removed + changes.removedDecisions)),
            ("renommés", .list(changes.renamed.map { .object([("de", .text($0.from)), ("à", .text($0.to))]) })),
            ("type changé", .texts(changes.retyped)),
        ])
    }

    private static func value(of texts: ComparisonReport.TextChanges) -> JSONValue {
        .object([
            ("ajoutées", .texts(texts.addedRules)), ("retirées", .texts(texts.removedRules)),
            ("textes changés", .texts(texts.rewordedRules)),
        ])
    }
}
