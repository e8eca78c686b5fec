import PolicyValues
import SourceText

/// Wording: what reports say of coverage.
enum CoverageWording {
    static func plural(_ kind: CoverageItem.Kind) -> String {
        switch kind {
        case .rule: "règles"
        case .line: "lignes de tableau"
        case .condition: "conditions"
        case .exception: "exceptions"
        case .outcome: "issues"
        }
    }

    /// Of a règle, ligne, condition, exception or issue, all feminine.
    private static func adjective(_ truth: Truth) -> String {
        switch truth {
        case .yes: "vraie"
        case .no: "fausse"
        case .unknown: "inconnue"
        }
    }

    /// « jamais fausse ni inconnue; jamais seule décisive en étant vraie »; nil when nothing is missing.
    static func lack(_ item: CoverageItem) -> String? {
        var parts: [String] = []
        if !item.missing.isEmpty {
            parts.append("jamais " + item.missing.map(adjective).joined(separator: " ni "))
        }
        // What was never so cannot have decided so.
        let decisive = item.neverDecisive.filter { !item.missing.contains($0) }
        if !decisive.isEmpty {
            parts.append(
                "jamais seule décisive en étant " + decisive.map(adjective).joined(separator: " ni "))
        }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }

    static func line(_ item: CoverageItem, _ lack: String) -> String {
        "\(item.kind.rawValue) \(FixtureWording.inGuillemets(item.name))\u{A0}: \(lack)"
    }

    static let header = ["", "vues de toutes les façons", "façons vues", "seules décisives"]

    static func ratio(_ part: Int, _ whole: Int) -> String {
        guard whole > 0 else { return "—" }
        return
            // bounded: compared with 0
            "\(FixtureWording.number(part)) sur \(FixtureWording.number(whole)) (\(MutationWording.percent(part * 1000 / whole)))"
    }

    static func summary(_ report: CoverageReport) -> String {
        "Couverture\u{A0}: \(MutationWording.percent(report.rate)) des façons d’être vraie, fausse ou inconnue ont été vues."
    }

    static func fixtureName(_ item: CoverageItem, _ goal: Goal) -> String {
        let what = goal.isDecisive ? "seule décisive en étant \(adjective(goal.truth))" : adjective(goal.truth)
        return Visible.cut("\(item.kind.rawValue) \(FixtureWording.inGuillemets(item.name)), \(what)", to: 110)
    }

    static func proposed(_ count: Int, unreached: Int, to folder: String) -> String {
        let cases =
            count == 1 ? "1 cas d’essai est proposé" : "\(FixtureWording.number(count)) cas d’essai sont proposés"
        let rest =
            unreached == 0
            ? "" : "; aucun cas trouvé pour \(FixtureWording.number(unreached)) élément\(unreached == 1 ? "" : "s")"
        return
            "\(cases) dans \(FixtureWording.inGuillemets(folder))\(rest). Relisez ce qu’ils attendent avant de les garder."
    }

    static func shortfall(_ rate: Int, _ least: Int) -> String {
        "La couverture est de \(MutationWording.percent(rate)); le seuil est de \(MutationWording.percent(least))."
    }

    // MARK: The page

    static let pageTitle = "Couverture des règles"
    static let seen = "✓"
    static let partly = "◐"
    static let never = "✗"
    static let legend =
        "✓ : tout a été vu de toutes les façons. ◐ : il manque une façon, dite à droite. ✗ : jamais vu."
    static let columns = ["ligne", "vu", "règle", "ce qui manque"]
}
