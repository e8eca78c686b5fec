/// The layouts of facts, definitions, parameters and calendars (language, sections 2 and 5).
extension Layout {
    package static let factTypes = ["oui/non", "choix", "choix multiple", "nombre", "date", "texte"]
    package static let definitionTypes = ["nombre", "date", "oui/non", "choix", "texte"]
    package static let parameterTypes = ["nombre", "date", "oui/non", "texte"]

    private static let values = "Les valeurs permises d’un choix\u{A0}: la valeur, puis ce qu’elle veut dire."
    private static let statement = Key.optional(
        "énoncé", .statement,
        "La phrase des explications; {{valeur}} y tient la place de la valeur, sauf pour oui/non.")
    private static let contrary = Key.optional(
        "énoncé contraire", .statement, "La phrase des explications quand la réponse est non.")

    package static let fact = Layout(
        what: "le fait",
        keys: [
            .required("question", .text, "La question posée quand le fait manque."),
            .required("type", .word(factTypes), "Ce que le fait peut valoir."),
            .unit,
            .optional("min", .number, "Le plus petit nombre permis."),
            .optional("max", .number, "Le plus grand nombre permis."),
            .optional("valeurs", .meanings, values),
            statement, contrary,
            .optional("présumé", .presumed, "Ce qui est tenu pour vrai quand le cas n’en dit rien."),
            .optional("détenteur", .text, "Qui peut répondre; les questions sont groupées ainsi."),
            .optional("usage", .prose, "Pourquoi un fait que rien ne lit est gardé."),
            .description, .note, .source,
        ])

    package static let definition = Layout(
        what: "la définition",
        keys: [
            .optional("question", .text, "La question à laquelle la définition répond."),
            .optional("type", .word(definitionTypes), "Ce que valent les lignes de «\u{A0}selon\u{A0}»."),
            .unit,
            .optional("valeurs", .meanings, values),
            .optional("vrai si", .condition, "La condition que la définition nomme."),
            .optional("calcul", .calculation, "Le calcul dont la définition est le résultat."),
            .optional("selon", .list(caseLine), "Une valeur par cas\u{A0}: celle de la première ligne vraie."),
            .optional("en vigueur", .period, "La période hors de laquelle la définition est inconnue."),
            statement, contrary,
            .optional("usage", .prose, "Pourquoi une définition que rien ne lit est gardée."),
            .description, .note,
            .optional("exemples", .list(definitionExample), Key.examplesHelp),
            .source,
        ])

    package static let caseLine = Layout(
        what: "la ligne de «\u{A0}selon\u{A0}»",
        keys: [
            .optional("si", .condition, "Quand la ligne vaut; absent de la dernière seulement."),
            .optional("en vigueur", .period, "La période où la ligne vaut."),
            .required("vaut", .value, "La valeur\u{A0}: une constante, un nom, {paramètre: …} ou {fait: …}."),
        ])

    package static let parameter = Layout(
        what: "le paramètre",
        keys: [
            .optional("question", .text, "La question à laquelle le paramètre répond."),
            .required("type", .word(parameterTypes), "Ce que le paramètre peut valoir."),
            .unit,
            .required(
                "valeurs", .versions, "Une date, puis la valeur à compter de ce jour, ou «\u{A0}à préciser\u{A0}»."),
            .optional("en vigueur", .period, "La période hors de laquelle le paramètre est inconnu."),
            .optional("usage", .prose, "Pourquoi un paramètre que rien ne lit est gardé."),
            .description, .note, .source,
        ])

    package static let calendar = Layout(
        what: "le calendrier",
        keys: [
            .required("couvre", .entry(cover), "La période où les jours peuvent être comptés."),
            .optional("chômés", .weekdays, "Les jours de la semaine chômés; à défaut, samedi et dimanche."),
            .optional("fériés", .holidays, "Les jours fériés\u{A0}: la date, puis son nom."),
            .description, .source,
        ])

    package static let cover = Layout(
        what: "«\u{A0}couvre\u{A0}»",
        keys: [
            .required("du", .date, "Le premier jour, compris."), .required("au", .date, "Le dernier jour, compris."),
        ])
}
