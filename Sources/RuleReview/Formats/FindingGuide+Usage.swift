/// Wording: what nothing uses.
extension FindingGuide {
    static let unusedFact = FindingGuide(
        what: "Aucune condition, aucun calcul ni aucun texte ne lit le fait.",
        why: """
            Un fait oublié est souvent une règle oubliée; et chaque fait de trop est une question de \
            trop.
            """,
        mending: """
            Écrivez la règle qui manque, retirez le fait, ou dites par « usage » pourquoi il est \
            conservé.
            """)

    static let unusedDefinition = FindingGuide(
        what: "Rien ne se sert de la définition.",
        why: "Elle a pu être remplacée, ou son nom remplacé par un autre dans la règle qui devait la lire.",
        mending: "Retirez-la, servez-vous-en, ou dites par « usage » pourquoi elle est conservée.")

    static let unusedParameter = FindingGuide(
        what: "Rien ne se sert du paramètre.",
        why: "Une valeur tenue à jour sans qu’aucune règle ne la lise donne une fausse assurance.",
        mending: """
            Retirez-le, remplacez par lui la valeur écrite en dur dans une règle, ou dites par « usage » \
            pourquoi il est conservé.
            """)

    static let unusedDocument = FindingGuide(
        what: "Aucune source ne cite le document.",
        why: "Un document déclaré laisse croire que les règles en sont tirées.",
        mending: "Citez-le, retirez-le, ou dites par « usage » pourquoi il est conservé.")

    static let unusedOutcome = FindingGuide(
        what: "Aucune règle ne conclut l’issue, et ce n’est pas l’issue par défaut.",
        why: "L’issue est annoncée aux lecteurs, mais la décision ne peut jamais la donner.",
        mending: "Écrivez la règle qui la conclut, ou retirez l’issue.")
}
