/// The layouts of a case and of what a fixture expects of it (language, section 10).
extension Layout {
    private static let name = Key.optional("nom", .text, "Le nom de la requête, dans les résultats.")
    private static let narrative = Key.optional(
        "récit", .prose, "Ce que dit la personne requérante; jamais interprété.")
    private static let facts = Key.optional(
        "faits", .facts, "Ce que la requête déclare\u{A0}: un fait, puis sa valeur.")
    private static let expected = Key.optional("attendu", .expectation, "Ce qui doit en résulter, dans un cas d’essai.")

    package static let requete = Layout(
        what: "un cas",
        keys: [
            name, .optional("date", .date, "La date d’évaluation."), narrative, facts,
            .optional("objets", .list(matter), "Les objets d’une requête qui en a plusieurs; chacun est jugé à part."),
            expected,
            .optional("échec attendu", .prose, "Pourquoi on sait que ce cas d’essai échoue."),
        ])

    /// One of the `objets` of a case.
    package static let matter = Layout(what: "un objet", keys: [name, narrative, facts, expected])

    /// The only key of a file that holds several cases.
    package static let caseList = Layout(
        what: "un fichier de cas", keys: [.required("cas", .list(requete), "Les cas du fichier.")])

    /// What is expected of a decision, by aspect.
    package static let expectedDecision = Layout(
        what: "la décision attendue",
        keys: [
            .optional("issue", .issue, "L’issue, ou indéterminée, sans objet ou contradictoire."),
            .optional("possibles", .outcomes, "Les issues encore possibles."),
            .optional("motifs", .names(.rule), "Les règles qui sont ses motifs."),
            .optional("manquants", .names(.fact), "Les faits qui manquent."),
        ])
}

/// The keys of `attendu` that are not decisions.
package enum ExpectationKey: String, CaseIterable, Sendable {
    case rules = "règles"
    case definitions = "définitions"
    case refusal = "refus"

    package var help: String {
        switch self {
        case .rules: "Les règles qui s’appliquent (vrai), ou non (faux, inconnu)."
        case .definitions: "La valeur des définitions, ou «\u{A0}inconnu\u{A0}»."
        case .refusal: "Le code du diagnostic qui doit refuser le cas."
        }
    }
}
