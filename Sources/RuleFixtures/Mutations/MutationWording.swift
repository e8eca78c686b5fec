import PolicyValues
import SourceText

/// Wording: what reports say of mutants.
enum MutationWording {
    static let survivor = "survivant"
    static let fixture = "cas d’essai qui le détecterait\u{A0}:"
    static let none = "aucun cas trouvé ne le distingue des règles\u{A0}: il leur est peut-être équivalent"

    static func title(_ mutant: Mutant) -> String { "\(survivor), \(mutant.kind.rawValue)" }

    /// « règle » devient « autre ».
    static func message(_ mutant: Mutant) -> String {
        let owner = FixtureWording.inGuillemets(mutant.owner)
        guard let after = mutant.after else {
            return "\(owner)\u{A0}: sans «\u{A0}\(shown(mutant.before))\u{A0}», rien n’échoue"
        }
        return
            "\(owner)\u{A0}: que «\u{A0}\(shown(mutant.before))\u{A0}» devienne «\u{A0}\(shown(after))\u{A0}», rien n’échoue"
    }

    private static func shown(_ text: String) -> String { Visible.cut(Visible.text(text), to: 160) }

    static func fixtureName(_ mutant: Mutant) -> String {
        let change = mutant.after.map { "\(mutant.before) → \($0)" } ?? "sans \(mutant.before)"
        return Visible.cut("\(mutant.owner), \(mutant.kind.rawValue)\u{A0}: \(change)", to: 110)
    }

    static func summary(_ report: MutationReport) -> String {
        var text =
            "Mutations\u{A0}: \(number(report.killed)) détectée\(report.killed < 2 ? "" : "s") sur "
            + "\(number(report.tried)), score \(percent(report.score))"
        if report.equivalent > 0 {
            text += "; \(number(report.equivalent)) équivalente\(report.equivalent < 2 ? "" : "s") aux règles"
        }
        if report.untried > 0 {
            text += "; \(number(report.untried)) non essayée\(report.untried < 2 ? "" : "s"), faute de temps"
        }
        return text + "."
    }

    static func shortfall(_ score: Int, _ least: Int) -> String {
        "Le score des mutations est de \(percent(score)); le seuil est de \(percent(least))."
    }

    static func number(_ count: Int) -> String { FixtureWording.number(count) }

    /// Of thousandths: `97,7 %`.
    static func percent(_ thousandths: Int) -> String {
        ExactDecimal(tenThousandths: Int64(thousandths) * 1000).map { FrenchFormat.number($0) + "\u{A0}%" } ?? ""
    }
}
