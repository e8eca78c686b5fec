import RuleAnalysis
import SourceText

/// Wording: what reports say beside findings.
enum FindingWording {
    static let witness = "cas qui le montre\u{A0}:"
    static let outsideRules = "hors règles"

    static func lines(_ first: Int, _ last: Int) -> String {
        first == last ? "ligne \(first)" : "lignes \(first) à \(last)"
    }

    static func located(_ count: Int) -> String {
        count == 1
            ? "1 extrait a été retrouvé dans son document."
            : "\(counted(count)) extraits ont été retrouvés dans leurs documents."
    }

    static func proved(_ count: Int) -> String {
        count == 1 ? "1 propriété est démontrée." : "\(counted(count)) propriétés sont démontrées."
    }

    static func open(_ count: Int) -> String {
        count == 1
            ? "1 question de l’analyse est restée sans réponse, faute de temps."
            : "\(counted(count)) questions de l’analyse sont restées sans réponse, faute de temps."
    }

    /// « 3 constats : 1 erreur et 2 notes. »
    static func summary(_ report: FindingReport) -> String {
        guard !report.entries.isEmpty else { return "Aucun constat." }
        let parts = FindingLevel.allCases.reversed().compactMap { level -> String? in
            let count = report.count(of: level)
            return count == 0 ? nil : "\(counted(count))\u{A0}\(level.rawValue)\(count == 1 ? "" : "s")"
        }
        let total = report.entries.count
        return "\(counted(total))\u{A0}constat\(total == 1 ? "" : "s")\u{A0}: " + list(parts) + "."
    }

    private static func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " et " + last
    }

    static func title(_ entry: FindingReport.Entry) -> String { "\(entry.level.rawValue) \(entry.code)" }

    static func help(_ text: String) -> String { "aide\u{A0}: \(text)" }

    static func reference(_ code: String) -> String { "Voir «\u{A0}\(code)\u{A0}» dans la référence des diagnostics." }

    // MARK: Markdown

    static let summaryTitle = "## Vérification des règles"
    static let summaryHeader = "| niveau | constat | lieu |\n|---|---|---|"

    static func others(_ count: Int) -> String { "… et \(counted(count)) de plus." }
}
