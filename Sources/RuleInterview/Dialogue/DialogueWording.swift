import PolicyValues
import SourceText

/// Wording: what the interview says beside the questions of the vocabulary.
enum DialogueWording {
    // The beginning.
    static func title(_ policy: String, version: String) -> String { "Entretien\u{A0}: \(policy), version \(version)" }

    static let instructions = [
        "Répondez par le numéro ou le nom de la réponse, puis appuyez sur Entrée. À toute question, vous pouvez aussi écrire\u{A0}:",
        "?\u{A0}: pourquoi la question est posée, et ce que changerait chaque réponse",
        "précédent\u{A0}: revenir à la question d’avant",
        "je ne sais pas\u{A0}: laisser la réponse inconnue",
        "stop\u{A0}: arrêter; ce qui est répondu est gardé",
    ]

    static func savesTo(_ path: String) -> String { "Chaque réponse est enregistrée dans «\u{A0}\(path)\u{A0}»." }
    static func resumes(_ count: Int) -> String {
        count == 1
            ? "Reprise d’un cas qui contient déjà une réponse."
            : "Reprise d’un cas qui contient déjà \(count) réponses."
    }

    // A question.
    static func object(_ number: Int, of count: Int, _ name: String?) -> String {
        "Objet \(number) sur \(count)" + (name.map { "\u{A0}: \($0)" } ?? "")
    }

    static func question(_ number: Int, open: Int) -> String {
        switch open {
        case ...0: "Question \(number)"
        case 1: "Question \(number) (la dernière)"
        default: "Question \(number) (il en reste au plus \(open))"
        }
    }

    static func holder(_ holder: String) -> String { "Auprès de\u{A0}: \(holder)" }
    static let prompt = "Votre réponse\u{A0}: "
    static let severalHint =
        "Plusieurs réponses sont possibles\u{A0}: séparez-les par des virgules. Si aucune ne convient, écrivez «\u{A0}aucune\u{A0}»."
    static let dateHint = "Écrivez la date sous la forme AAAA-MM-JJ."

    static func numberHint(_ unit: String?) -> String { "Écrivez un nombre\(unit.map { ", en \($0)" } ?? "")." }

    static let textHint = "Écrivez la réponse sur une ligne."
    static let notShown =
        "On n’a pas pu établir que cette question compte encore; elle est posée par prudence."

    // An answer that is none.
    static let nothingTyped =
        "Vous n’avez rien écrit. Pour laisser la réponse inconnue, écrivez «\u{A0}je ne sais pas\u{A0}»."
    static let notAChoice = "Ce n’est pas une des réponses. Écrivez son numéro, ou son nom."
    static let notChoices =
        "Ce ne sont pas des réponses de la liste. Écrivez leurs numéros, séparés par des virgules, ou «\u{A0}aucune\u{A0}»."
    static let notANumber = "Ce n’est pas un nombre. Par exemple\u{A0}: 45, ou 12,5."
    static let notADate = "Ce n’est pas une date. Par exemple\u{A0}: 2024-02-29."
    static let textTooLong = "Ce texte est trop long."
    static let hiddenCharacter = "Ce texte contient un caractère invisible; réécrivez-le."

    static func tooSmall(_ least: ExactDecimal) -> String {
        "Le nombre doit être d’au moins \(FrenchFormat.number(least))."
    }
    static func tooLarge(_ most: ExactDecimal) -> String {
        "Le nombre doit être d’au plus \(FrenchFormat.number(most))."
    }

    static func incoherent(_ others: [String], _ constraint: String) -> String {
        let known = others.isEmpty ? "" : " avec ce qui est déjà répondu (\(FrenchFormat.list(others)))"
        return "Cette réponse ne peut aller\(known)\u{A0}: \(constraint)."
    }

    static func outOfForce(_ period: String) -> String {
        "À cette date, la politique n’est pas en vigueur\u{A0}: elle l’est \(period)."
    }
    static let nothingBefore = "Il n’y a pas de question précédente."

    // What an answer brought.
    static func decided(_ sentence: String, _ rules: [String]) -> String {
        guard !rules.isEmpty else { return "Décidé\u{A0}: \(sentence)." }
        let names = FrenchFormat.list(rules.map { "«\u{A0}\($0)\u{A0}»" })
        return "Décidé\u{A0}: \(sentence), selon \(rules.count > 1 ? "les règles" : "la règle") \(names)."
    }

    static func possible(_ decision: String, _ outcomes: [String]) -> String {
        "Encore possible\u{A0}: \(decision)\u{A0}: \(FrenchFormat.list(outcomes, "ou"))."
    }

    static let nothingNew = "Cette réponse seule ne décide rien de plus."
    static let leftUnknown = "La réponse reste inconnue."

    // Why a question.
    static func matters(_ decisions: [String]) -> String {
        "Cette question est posée parce que sa réponse peut changer\u{A0}: \(FrenchFormat.list(decisions))."
    }

    static let setsDate =
        "Cette date dit quelles règles étaient en vigueur. Sans elle, la requête est décidée selon les règles d’aujourd’hui."

    static func ifAnswered(_ answer: String) -> String { "Si la réponse est «\u{A0}\(answer)\u{A0}»\u{A0}:" }
    static func stillOpen(_ count: Int) -> String {
        switch count {
        case 0: "Plus rien ne resterait à demander."
        case 1: "Une question resterait à poser, au plus."
        default: "Au plus \(count) questions resteraient à poser."
        }
    }

    // The end.
    static let allDetermined = "Toutes les décisions sont déterminées."
    static let nothingLeft = "Il n’y a plus de question à poser; des décisions restent indéterminées."
    static let nothingLeftForHolder =
        "Il n’y a plus de question à poser à ce détenteur; des décisions restent indéterminées."
    static let stopped = "L’entretien est arrêté."
    static let result = "Où en sont les décisions"
    static func saved(_ path: String) -> String { "Le cas est enregistré dans «\u{A0}\(path)\u{A0}»." }
    static let notSaved = "Aucune réponse n’a été donnée; rien n’est enregistré."
    static func explain(_ path: String) -> String { "Pour l’expliquer\u{A0}: bienfonde evaluer \(typed(path))" }
    static func reply(_ path: String) -> String { "Pour y répondre\u{A0}: bienfonde lettre \(typed(path))" }
    static func resume(_ path: String) -> String { "Pour reprendre\u{A0}: bienfonde entretien \(typed(path))" }

    /// A path as a shell takes it.
    private static func typed(_ path: String) -> String {
        let isBare = path.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || "/._-+,".unicodeScalars.contains(scalar)
        }
        return isBare ? path : "'\(path.replacingScalars(["'": "'\\''"]))'"
    }
}
