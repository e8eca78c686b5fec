/// The layouts of `politique`, and of what several sections share (language, sections 1, 6 and 8).
extension Layout {
    package static let policy = Layout(
        what: "la politique",
        keys: [
            .required("nom", .text, "Le nom de la politique, tel que les documents le portent."),
            .required("version", .text, "La version des règles, au choix de qui les rédige."),
            .optional("description", .prose, "De quoi traitent ces règles, pour qui les lit."),
            .optional(
                "date de référence", .name(.dateFact),
                "Le fait de type date qui donne la date d’évaluation d’un cas qui n’a pas la sienne."),
            .optional("en vigueur", .period, "La période hors de laquelle aucun cas ne peut être décidé."),
            .optional("documents", .entries(document), "Les documents que les sources citent."),
            .optional("vérification", .levels, "Le niveau d’un constat de «\u{A0}verifier\u{A0}», par son code."),
        ])

    package static let document = Layout(
        what: "le document",
        keys: [
            .optional("titre", .text, "Le titre du document."),
            .optional("fichier", .text, "Le chemin du texte, à partir du fichier qui déclare le document."),
            .optional("usage", .prose, "Pourquoi un document que rien ne cite est gardé."),
            .optional("hors règles", .list(exempt), "Les passages auxquels aucune règle ne répond."),
        ])

    package static let exempt = Layout(
        what: "le passage hors règles",
        keys: [
            .required("extrait", .prose, "Le passage, tel que le document l’écrit."),
            .required("pourquoi", .prose, "Pourquoi aucune règle n’y répond."),
        ])

    package static let period = Layout(
        what: "la période",
        keys: [
            .optional("du", .date, "Le premier jour, compris."), .optional("au", .date, "Le dernier jour, compris."),
        ])

    package static let source = Layout(
        what: "la source",
        keys: [
            .optional("document", .name(.document), "Le document cité, déclaré dans «\u{A0}politique\u{A0}»."),
            .optional("section", .text, "La section du document, entre guillemets."),
            .optional("extrait", .prose, "Le passage, tel que le document l’écrit; […] marque une coupure."),
            .optional("ajout", .prose, "Pourquoi la règle existe, quand aucun document ne la porte."),
        ])

    /// A test beside a rule.
    package static let example = example(expecting: .truth)
    /// A test beside a definition.
    package static let definitionExample = example(expecting: .definitionResult)

    private static func example(expecting result: Shape) -> Layout {
        Layout(
            what: "l’exemple",
            keys: [
                .optional("nom", .text, "Ce que l’exemple montre."),
                .optional("date", .date, "La date d’évaluation."),
                .optional("faits", .facts, "Ce que l’exemple déclare."),
                .required("attendu", result, "Ce qui doit en résulter."),
            ])
    }
}
