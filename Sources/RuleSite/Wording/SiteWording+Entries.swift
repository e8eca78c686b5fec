import PolicyValues
import RuleExplanation
import RuleFixtures
import RuleModel

/// Of the entries: rules, facts, decisions and the others.
extension SiteWording {
    static let rule = "Règle"
    static let line = "Ligne"
    static let fact = "Fait"
    static let definition = "Définition"
    static let decision = "Décision"
    static let table = "Tableau"
    static let parameter = "Paramètre"
    static let calendar = "Calendrier"
    static let constraint = "contrainte"
    static let property = "propriété"
    static let written = "Écrit dans"

    static func line(_ number: String, of table: String) -> String { "\(table), ligne\u{A0}\(number)" }

    static func singular(_ kind: Entry.Kind) -> String {
        switch kind {
        case .decisions: "décision"
        case .rules: "règle"
        case .tables: "tableau"
        case .facts: "fait"
        case .definitions: "définition"
        case .parameters: "paramètre"
        case .calendars: "calendrier"
        }
    }

    static func plural(_ kind: Entry.Kind) -> String {
        switch kind {
        case .decisions: "Décisions"
        case .rules: "Règles"
        case .tables: "Tableaux"
        case .facts: "Faits"
        case .definitions: "Définitions"
        case .parameters: "Paramètres"
        case .calendars: "Calendriers"
        }
    }

    static func counted(_ kind: Entry.Kind, _ number: Int) -> String {
        count(number, singular(kind), plural(kind).lowercased())
    }

    static func meaning(of kind: Entry.Kind) -> String {
        switch kind {
        case .decisions: "Les questions auxquelles les règles répondent, dans l’ordre du travail."
        case .rules: "Chaque règle dit quand elle s’applique, ce qu’elle conclut et d’où elle vient."
        case .tables: "Des règles présentées en lignes, une par cas de figure."
        case .facts: "Ce qu’une requête peut énoncer, et qui peut répondre. Les règles ne lisent rien d’autre."
        case .definitions: "Ce qui est déduit des faits, et non demandé."
        case .parameters: "Les valeurs qui changent avec le temps, et celles qui restent à préciser."
        case .calendars: "Les jours qui ne comptent pas quand on compte des jours ouvrables."
        }
    }

    // Rules.
    static let always: Markup = "<p>Elle s’applique toujours.</p>\n"
    static let noSource: Markup = "<p>Elle ne cite aucun passage.</p>\n"
    static let addition = "Ajout à la politique\u{A0}:"
    static let extractNotFound = "(extrait introuvable dans le document)"

    static func rules(apply: Bool) -> String {
        apply ? "Au moins une de ces règles s’applique" : "Aucune de ces règles ne s’applique"
    }

    static func place(_ title: String, section: String) -> String { "\(title), section\u{A0}\(section)" }

    static func seePassage(_ lines: String) -> String { "Voir le passage (\(lines))" }

    static func lines(_ first: Int, _ last: Int) -> String {
        first == last ? "ligne\u{A0}\(first)" : "lignes\u{A0}\(first) à \(last)"
    }

    static func lineNumbers(_ first: Int, _ last: Int) -> String {
        first == last ? "\(first)" : "\(first)\u{A0}à\u{A0}\(last)"
    }

    // Facts.
    static let unused = "Aucune règle ne s’en sert."
    static let valueHead = ["Valeur", "Sens"]

    static func name(of type: ValueType) -> String {
        switch type {
        case .yesNo: "oui ou non"
        case .choice: "un choix parmi des valeurs"
        case .choices: "un choix de plusieurs valeurs"
        case .number: "un nombre"
        case .date: "une date"
        case .text: "un texte"
        }
    }

    static func bounds(_ least: ExactDecimal?, _ most: ExactDecimal?) -> String? {
        switch (least, most) {
        case (let least?, let most?): "de \(FrenchFormat.number(least)) à \(FrenchFormat.number(most))"
        case (let least?, nil): "au moins \(FrenchFormat.number(least))"
        case (nil, let most?): "au plus \(FrenchFormat.number(most))"
        case (nil, nil): nil
        }
    }

    static func takenForGranted(_ value: String) -> String { "présumé\u{A0}: \(value)" }

    static func valuesOf(_ name: String) -> String { "Valeurs de «\u{A0}\(name)\u{A0}»" }

    // Definitions.
    static let yesWhen = "La réponse est oui quand\u{A0}:"
    static let firstLine = "La première ligne qui tient donne la valeur\u{A0}:"
    static let when = "Quand\u{A0}:"
    static let otherwise = "Dans tous les autres cas."

    static func inForceText(_ span: String) -> String { "en vigueur \(span)" }

    // Decisions.
    static let outcomeHead = ["Issue", "Sens", "Règles"]
    static let byDefault = "par défaut"
    static let applicableIf = "Cette décision n’a d’objet que si\u{A0}:"
    static let onlyByDefault = "Aucune règle n’y conclut\u{A0}: c’est l’issue quand aucune autre n’est établie."
    static let noRuleConcludes = "Aucune règle n’y conclut."
    static let trialIntroduction =
        "Il n’y a pas de formulaire ici\u{A0}: seule la commande décide, pour qu’il n’y ait qu’une façon de lire les règles. Voici plutôt les cas d’essai, déjà décidés et expliqués, selon ce qui est proposé."

    static func outcomesOf(_ decision: String) -> String { "Issues de «\u{A0}\(decision)\u{A0}»" }

    static func method(of decision: Decision) -> String {
        func name(_ outcome: Int) -> String { "«\u{A0}\(decision.outcomes[outcome].name)\u{A0}»" }
        switch decision.method {
        case .priority(let outcome):
            return
                "Par priorité\u{A0}: la première de ces issues qu’une règle établit l’emporte. Si aucune ne l’est, c’est \(name(outcome))."
        case .unique(let outcome):
            return
                "Une seule issue doit être établie; deux à la fois seraient une contradiction à corriger. Si aucune ne l’est, c’est \(name(outcome))."
        case .cumulative:
            return
                "Par cumul\u{A0}: toutes les issues que des règles établissent sont retenues ensemble; il peut n’y en avoir aucune."
        }
    }

    // Tables, parameters, calendars, guarantees.
    static let tableConcludes = "Chaque ligne donne une issue de la décision"
    static let whatever = "peu importe"
    static let historyHead = ["À partir de", "Valeur"]
    static let toSpecify = "à préciser"
    static let toSpecifyMeaning =
        "Une valeur à préciser est inconnue\u{A0}: toute décision qui l’attend reste indéterminée, et le dit."
    static let holidayHead = ["Date", "Jour", "Nom"]
    static let `if` = "Si\u{A0}:"
    static let then = "Alors\u{A0}:"
    static let alwaysHolds = "Toujours\u{A0}:"
    static let propertiesMeaning =
        "Ces propriétés sont à démontrer pour tous les cas possibles, à toutes les dates\u{A0}: «\u{A0}bienfonde verifier\u{A0}» le fait, ou montre un cas qui les réfute."
    static let constraintsMeaning =
        "Un cas qui ne respecte pas une de ces contraintes est incohérent\u{A0}: il est refusé."

    static func linesOf(_ table: String) -> String { "Lignes de «\u{A0}\(table)\u{A0}»" }

    static func since(_ date: String) -> String { capitalized(date) }

    static func holidaysOf(_ calendar: String) -> String { "Jours fériés de «\u{A0}\(calendar)\u{A0}»" }
}
