import PolicyValues
import RuleExplanation
import RuleModel

/// Of the home page, the lists, the text and the drawings.
extension SiteWording {
    // Home.
    static let whatIsDecided = "Ce que la politique décide"
    static let orderOfWork =
        "Dans l’ordre du travail, chaque décision s’appuyant au besoin sur celles qui la précèdent\u{A0}:"
    static let goOn = "Pour aller plus loin"
    static let readText = "Le texte de la politique"

    static func inForceLine(_ policy: Policy) -> String {
        let version = "Version \(policy.version)"
        return policy.inForce.map { "\(version), en vigueur \(Sentences.span($0))" } ?? version
    }

    // Lists.
    static let indexMeaning = "Tout ce qui a une page\u{A0}: décisions, règles, faits et cas."
    static let indexCaption = "Index de tout le site"
    static let indexHead = ["Nom", "Genre", "En bref"]

    static func listCaption(_ kind: Entry.Kind) -> String {
        switch kind {
        case .decisions: "Toutes les décisions"
        case .rules: "Toutes les règles"
        case .tables: "Tous les tableaux"
        case .facts: "Tous les faits"
        case .definitions: "Toutes les définitions"
        case .parameters: "Tous les paramètres"
        case .calendars: "Tous les calendriers"
        }
    }

    static func listHead(_ kind: Entry.Kind) -> [String] {
        switch kind {
        case .decisions: ["Décision", "Question", "Issues"]
        case .rules: ["Règle", "Conclut", "Cas où elle s’applique"]
        case .tables: ["Tableau", "Décision", "Lignes"]
        case .facts: ["Fait", "Question", "Qui peut répondre", "Type"]
        case .definitions: ["Définition", "En bref", "Type"]
        case .parameters: ["Paramètre", "Question"]
        case .calendars: ["Calendrier", "En bref"]
        }
    }

    static func concludes(_ texts: [String]) -> String { "Conclut\u{A0}: \(FrenchFormat.list(texts))" }

    // The text.
    static let textMeaning =
        "Le texte en entier, tel qu’il a été numérisé. Chaque passage que les règles citent est marqué et mène à ce qui le cite; ceux auxquels aucune règle ne répond se voient aussi."
    static let citedLegend = "Passage cité par les règles"
    static let exemptLegend = "Passage hors règles, avec la raison"
    static let uncitedLegend = "Sans marque\u{A0}: passage que rien ne cite"
    static let seeCoverage = "Voir la couverture en tableau"
    static let exempt = "Hors règles\u{A0}:"
    static let uncited = "Aucune règle ne cite ce passage."
    static let restUncited = "Le reste n’est cité par aucune règle."

    static func backTo(_ number: Int) -> String { "Revenir au passage\u{A0}\(number)" }

    static func note(_ number: Int) -> String { "Note\u{A0}\(number)" }

    static func casesOf(_ count: String, _ rule: String) -> String { "\(count) où s’applique «\u{A0}\(rule)\u{A0}»" }

    // Drawings.
    static let policyDrawing = "Les faits et les décisions, avec leurs règles"
    static let policyDrawingInWords =
        "De gauche à droite\u{A0}: les faits que les règles lisent, puis les décisions, chacune avec ses règles. Un trait va de ce qui est lu à ce qui le lit. Chaque nom mène à sa page."
    static let drawingInWords = "Le dessin en mots"
    static let decisionDrawingInWords =
        "De gauche à droite\u{A0}: ce que les règles lisent, les règles, les issues. Chaque nom mène à sa page; les mêmes liens sont donnés en mots dans les autres parties de cette page."
    static let restsOn = "s’appuie sur\u{A0}:"
    static let nothing = "rien d’autre"

    static func drawingOf(_ decision: String) -> String { "Ce qui mène à «\u{A0}\(decision)\u{A0}»" }

    static func tooManyRules(_ most: Int) -> String {
        "Il y a plus de \(most) règles\u{A0}: un dessin ne se lirait pas. Les listes de cette page disent la même chose."
    }

    static func andOtherFacts(_ count: Int) -> String { "et \(self.count(count, "autre fait", "autres faits"))" }

    static func andOtherRules(_ count: Int) -> String { "et \(self.count(count, "autre règle", "autres règles"))" }
}
