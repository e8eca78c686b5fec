/// The layouts of decisions, rules, tables, constraints and properties (language, sections 4, 6 and 9).
extension Layout {
    package static let methods = ["priorité", "unique", "cumul"]

    private static let inForce = Key.optional("en vigueur", .period, "La période où la règle peut s’appliquer.")

    package static let decision = Layout(
        what: "la décision",
        keys: [
            .required("question", .text, "La question à laquelle la décision répond."),
            .optional("applicable si", .condition, "Sans cette condition, la décision est sans objet."),
            .required(
                "issues", .meanings, "Les issues, par ordre de préséance\u{A0}: l’issue, puis ce qu’elle veut dire."),
            .required("méthode", .word(methods), "Comment choisir quand plusieurs règles s’appliquent."),
            .optional("par défaut", .ownOutcome, "L’issue quand aucune règle ne s’applique; absente d’un cumul."),
            .optional("description", .prose, "Une précision pour qui lit les règles."),
            .note, .source,
        ])

    package static let rule = Layout(what: "la règle", keys: ruleKeys(if: ruleCondition, concluding: conclusions))

    package static let line = Layout(what: "la ligne", keys: ruleKeys(if: cells, concluding: lineConclusion))

    private static let ruleCondition = Key.optional(
        "si", .condition, "La condition; sans elle, la règle s’applique toujours.")
    private static let conclusions = Key.required(
        "conclut", .conclusions, "Les décisions que la règle conclut, et leur issue.")
    private static let cells = Key.required("si", .cells, "Une case par entrée; \"*\" là où l’entrée ne compte pas.")
    private static let lineConclusion = Key.required("conclut", .lineOutcome, "L’issue de la décision du tableau.")

    private static func ruleKeys(if condition: Key, concluding conclusion: Key) -> [Key] {
        [
            .optional("titre", .text, "Ce que les explications appellent la règle."),
            condition,
            .optional("sauf", .condition, "L’exception\u{A0}: quand elle est vraie, la règle ne s’applique pas."),
            conclusion,
            .optional("écarte", .names(.rule), "Les règles qui ne s’appliquent pas quand celle-ci s’applique."),
            inForce,
            .optional("motif", .template, "La raison, pour l’analyste; {{nom}} y est remplacé par une valeur."),
            .optional("réponse", .template, "Le paragraphe de la lettre à la personne requérante."),
            .note,
            .examples,
            .source,
        ]
    }

    package static let table = Layout(
        what: "le tableau",
        keys: [
            .optional("titre", .text, "Ce que les explications appellent les lignes."),
            .required("décision", .name(.decision), "La décision que les lignes concluent."),
            .required("entrées", .names(.vocable), "Les faits, définitions ou décisions des colonnes."),
            inForce, .note, .source,
            .required("lignes", .list(line), "Les règles, une par ligne."),
        ])

    /// A constraint or a property.
    package static func invariant(_ what: String) -> Layout {
        Layout(
            what: what,
            keys: [
                .optional("titre", .text, "Comment l’appeler dans les messages."),
                .optional("si", .condition, "Quand elle s’impose; sans condition, toujours."),
                .required("alors", .condition, "Ce qui est alors vrai."),
                .optional("description", .prose, "Une précision pour qui lit les règles."),
                .note, .source,
            ])
    }

    package static let constraint = invariant("la contrainte")
    package static let property = invariant("la propriété")

    package static let atLeast = Layout(
        what: "«\u{A0}au moins\u{A0}»",
        keys: [
            .required("nombre", .count, "Combien de conditions doivent être vraies."),
            .required("parmi", .conditions, "Les conditions."),
        ])
}
