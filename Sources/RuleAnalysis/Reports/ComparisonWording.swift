import PolicyValues
import SourceText

/// Wording of what `comparer` says.
package enum ComparisonWording {
    static func verdict(_ report: ComparisonReport) -> String {
        switch report.verdict {
        case .proved: return "Équivalents\u{A0}: démontré pour tous les cas cohérents, à toutes les dates."
        case .notProved:
            return
                "Aucune différence trouvée, mais l’équivalence n’est pas démontrée\u{A0}: le temps accordé n’a pas suffi."
        case .refuted:
            let count = report.differences.count
            if count == 0 { return "Les deux ensembles ne sont pas équivalents." }
            return
                "Les deux ensembles ne sont pas équivalents\u{A0}: \(count) changement\(count > 1 ? "s" : "") d’issue."
        }
    }

    package static func issue(_ side: ComparisonReport.Side) -> String {
        // Of a receipt, a state may be anything.
        let state = Visible.text(side.state)
        guard let issue = side.issue else { return state }
        let words = issue.isEmpty ? "aucune issue" : FrenchFormat.list(issue.map(quoted))
        return state == "déterminée" ? words : "\(state) (\(words))"
    }

    package static func motifs(_ side: ComparisonReport.Side) -> String {
        if side.motifs.isEmpty { return "aucune règle" }
        return (side.motifs.count == 1 ? "la règle " : "les règles ") + FrenchFormat.list(side.motifs.map(quoted))
    }

    static func refusal(_ refusal: ComparisonReport.Refusal) -> String {
        let constraints = FrenchFormat.list(refusal.constraints.map(quoted))
        return "Un cas que seul \(refusal.isRefusedByNew ? "le nouvel" : "l’ancien") ensemble refuse, selon "
            + (refusal.constraints.count == 1 ? "la contrainte " : "les contraintes ") + constraints
    }

    static func known(_ cases: AffectedCases) -> String {
        let places = Set(cases.changed.map { "\($0.place.file):\($0.place.line)" }).count
        let unusable =
            cases.unusable == 0
            ? "" : "; \(count(cases.unusable)) ne \(cases.unusable > 1 ? "peuvent" : "peut") servir"
        if cases.total == 0 { return "Cas connus\u{A0}: aucun n’a pu être décidé\(unusable)." }
        if places == 0 { return "Cas connus\u{A0}: aucun des \(cases.total) ne change\(unusable)." }
        return "Cas connus\u{A0}: \(places) sur \(cases.total) \(places > 1 ? "changent" : "change")\(unusable)."
    }

    static func count(_ cases: Int) -> String { "\(cases) cas" }

    static func rest(_ cases: Int) -> String { "et \(cases) autre\(cases > 1 ? "s" : "")" }

    /// What changes for a case, each as the title of a group of cases.
    static func changes(of one: AffectedCases.Case) -> [String] {
        switch one.change.refusal {
        case .new: return ["refusés par le nouvel ensemble seul"]
        case .old: return ["refusés par l’ancien ensemble seul"]
        case nil: return one.change.results.map { change($0.decision, $0.old, $0.new) }
        }
    }

    /// A decision, before and after.
    static func change(
        _ decision: String, _ old: ComparisonReport.Side, _ new: ComparisonReport.Side
    ) -> String { "\(decision)\u{A0}: \(issue(old)) → \(issue(new))" }

    static func name(of one: AffectedCases.Case) -> String {
        let parts = [one.name, one.matter].compactMap { $0 }.map(Visible.text)
        let place = Visible.text("\(one.place.file):\(one.place.line)")
        return parts.isEmpty ? place : "\(parts.joined(separator: ", ")) (\(place))"
    }

    static let otherPeriod =
        "La période où la politique est en vigueur n’est pas la même\u{A0}: hors de celle de l’un des "
        + "deux, il ne décide aucun cas."

    static func vocabulary(_ changes: VocabularyChanges) -> [String] {
        list("ajouté au vocabulaire", changes.added + changes.addedDecisions)
            + list("retiré du vocabulaire", changes.removed + changes.removedDecisions)
            + changes.renamed.map { "renommé\u{A0}: \(quoted($0.from)) en \(quoted($0.to))" }
            + list("type changé", changes.retyped)
    }

    static func texts(_ texts: ComparisonReport.TextChanges) -> [String] {
        list("règles ajoutées", texts.addedRules) + list("règles retirées", texts.removedRules)
            + list("règles dont le titre, le motif ou la réponse a changé", texts.rewordedRules)
    }

    private static func list(_ what: String, _ names: [String]) -> [String] {
        names.isEmpty ? [] : ["\(what)\u{A0}: " + FrenchFormat.list(names.map(quoted))]
    }
}
