import PolicyValues
import SourceText

/// The differences of `comparer` for a person: in a terminal, or in a merge request.
package struct ComparisonText {
    package enum Style: Sendable {
        case plain
        case markdown
    }

    private let style: Style

    package init(_ style: Style) { self.style = style }

    package func print(_ report: ComparisonReport) -> String {
        var parts = [title(ComparisonWording.verdict(report))]
        for difference in report.differences { parts.append(text(of: difference)) }
        for refusal in report.refusals {
            parts.append(title(ComparisonWording.refusal(refusal), level: 2) + "\n" + block(refusal.witness.yaml))
        }
        if report.hasOtherPeriod { parts.append(ComparisonWording.otherPeriod) }
        let lists = ComparisonWording.vocabulary(report.vocabulary) + ComparisonWording.texts(report.texts)
        if !lists.isEmpty { parts.append(lists.map { "- \($0)" }.joined(separator: "\n")) }
        return parts.joined(separator: "\n\n") + "\n"
    }

    private func text(of difference: ComparisonReport.Difference) -> String {
        let change =
            "\(difference.decision)\u{A0}: \(ComparisonWording.issue(difference.old)) → "
            + ComparisonWording.issue(difference.new)
        var lines = [title(change, level: 2), ""]
        lines.append("- avant, par \(ComparisonWording.motifs(difference.old))")
        lines.append("- après, par \(ComparisonWording.motifs(difference.new))")
        if !difference.sharedFacts.isEmpty {
            let facts = difference.sharedFacts.map { "\(quoted($0.fact))\u{A0}: \($0.value)" }
            lines.append("- tous les cas touchés ont \(FrenchFormat.list(facts))")
        }
        lines += ["", "Un cas qui le montre\u{A0}:", "", block(difference.witness.yaml)]
        if let witness = difference.oldWitness {
            lines += ["", "Le même, pour l’ancien ensemble\u{A0}:", "", block(witness.yaml)]
        }
        return lines.joined(separator: "\n")
    }

    private func title(_ text: String, level: Int = 1) -> String {
        switch style {
        case .plain: level == 1 ? text : "• \(text)"
        case .markdown: String(repeating: "#", count: level + 1) + " \(text)"
        }
    }

    private func block(_ yaml: String) -> String {
        switch style {
        case .plain: yaml.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
        case .markdown: "```yaml\n\(yaml)```"
        }
    }
}

/// Wording of what `comparer` says.
enum ComparisonWording {
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

    static func issue(_ side: ComparisonReport.Side) -> String {
        guard let issue = side.issue else { return side.state }
        let words = issue.isEmpty ? "aucune issue" : FrenchFormat.list(issue.map(quoted))
        return side.state == "déterminée" ? words : "\(side.state) (\(words))"
    }

    static func motifs(_ side: ComparisonReport.Side) -> String {
        if side.motifs.isEmpty { return "aucune règle" }
        return (side.motifs.count == 1 ? "la règle " : "les règles ") + FrenchFormat.list(side.motifs.map(quoted))
    }

    static func refusal(_ refusal: ComparisonReport.Refusal) -> String {
        let constraints = FrenchFormat.list(refusal.constraints.map(quoted))
        return "Un cas que seul \(refusal.isRefusedByNew ? "le nouvel" : "l’ancien") ensemble refuse, selon "
            + (refusal.constraints.count == 1 ? "la contrainte " : "les contraintes ") + constraints
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
