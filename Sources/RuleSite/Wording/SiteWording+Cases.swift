import PolicyValues
import RuleFixtures
import RuleModel

/// Of cases, examples and coverage.
extension SiteWording {
    static let aCase = "Cas"
    static let caseKind = "cas d’essai"
    static let caseMeaning =
        "Ce cas est fictif. Il vérifie que les règles donnent bien ce que l’équipe attend d’elles."
    static let casesMeaning = "Des requêtes fictives, décidées et expliquées; les règles sont vérifiées sur elles."
    static let casesCaption = "Les cas d’essai et ce qui est proposé pour chacun"
    static let refused = "Ce cas est refusé avant d’être décidé."
    static let resultHead = ["Décision", "Proposition", "Règles qui la motivent"]
    static let exampleHead = ["Exemple", "Faits", "Attendu", "Vérification"]
    static let nothingStated = "Aucun fait n’est dit."
    static let presumed = "(présumé)"

    static func unknown(_ fact: String) -> String { "\(fact)\u{A0}: inconnu" }

    static func example(_ number: Int) -> String { "exemple\u{A0}\(number)" }

    static func examplesOf(_ name: String) -> String { "Exemples de «\u{A0}\(name)\u{A0}»" }

    static func resultsOf(_ name: String) -> String { "Décisions proposées\u{A0}: \(name)" }

    static func object(_ name: String) -> String { "Objet\u{A0}: \(name)" }

    static func applies(_ truth: Truth) -> String {
        switch truth {
        case .yes: "s’applique"
        case .no: "ne s’applique pas"
        case .unknown: "en suspens"
        }
    }

    static func verdict(_ verdict: CheckResult.Verdict?) -> String {
        switch verdict {
        case .passed: "Conforme à ce qui est attendu"
        case .knownFailure(let reason, _): "Échec attendu\u{A0}: \(reason)"
        case .failed: "Non conforme à ce qui est attendu"
        case nil: "Non vérifié"
        }
    }

    static func appliesIn(_ count: Int, of total: Int) -> String {
        switch count {
        case 0: "Elle ne s’applique dans aucun des \(cases(total)) d’essai."
        case 1: "Elle s’applique dans 1 des \(cases(total)) d’essai\u{A0}:"
        default: "Elle s’applique dans \(number(count)) des \(cases(total)) d’essai\u{A0}:"
        }
    }

    // MARK: Coverage

    static let lacks = "Ce qu’aucun cas ni exemple ne montre\u{A0}:"
    static let theRule = "La règle\u{A0}:"

    static func aCondition(_ sentence: String) -> String { "Condition «\u{A0}\(sentence)\u{A0}»\u{A0}:" }

    static func seen(_ yes: Int, _ no: Int, _ unknown: Int) -> String {
        "Dans les cas et les exemples, elle s’applique \(times(yes)), ne s’applique pas \(times(no)) et reste en suspens \(times(unknown))."
    }

    static func wholeCoverage(_ conditions: Int) -> String {
        switch conditions {
        case 0: "Elle a été vue de toutes les façons possibles."
        case 1: "Elle et sa condition ont été vues de toutes les façons possibles."
        default: "Elle et ses \(number(conditions)) conditions ont été vues de toutes les façons possibles."
        }
    }

    private static func times(_ count: Int) -> String { "\(number(count))\u{A0}fois" }

    static let coverageMeaning = "Ce que les règles disent du texte, et ce que les cas montrent des règles."
    static let textByRules = "Le texte, par les règles"
    static let additions = "Les règles que le texte ne porte pas"
    static let rulesByCases = "Les règles, par les cas"
    static let citedHead = ["Passage", "Section", "Lignes", "Cité par", "Cas"]
    static let exemptHead = ["Passage", "Lignes", "Pourquoi aucune règle n’y répond"]
    static let uncitedHead = ["Passage", "Lignes"]
    static let additionsCaption = "Règles sans passage"
    static let additionsHead = ["Règle", "Pourquoi"]
    static let rulesCaption = "Ce que les cas et les exemples montrent de chaque règle"
    static let rulesHead = [
        "Règle", "S’applique", "Ne s’applique pas", "En suspens", "Conditions vues en entier", "Cas où elle s’applique",
    ]

    static func textCoverage(_ cited: String, _ exempt: String, _ rest: String) -> String {
        "Du texte, titres mis à part, \(cited) est cité, \(exempt) est laissé hors des règles avec une raison, et \(rest) n’est ni l’un ni l’autre."
    }

    static func citedCaption(_ document: String) -> String { "Passages cités\u{A0}: \(document)" }

    static func exemptCaption(_ document: String) -> String { "Passages hors règles\u{A0}: \(document)" }

    static func uncitedCaption(_ document: String) -> String { "Passages que rien ne cite\u{A0}: \(document)" }

    static func ratio(_ part: Int, _ whole: Int) -> String {
        whole == 0 ? "—" : "\(number(part)) sur \(number(whole))"
    }
}
