/// Wording: sources and dates.
extension FindingGuide {
    static let missingSource = FindingGuide(
        what: "La règle n’a pas de source, ni la sienne ni celle de son tableau.",
        why: "Une règle que rien n’appuie ne peut pas être justifiée auprès de la personne requérante.",
        mending: """
            Citez le document, la section et l’extrait qui la portent, ou dites pourquoi par la clé \
            « ajout » de la source, si aucun document ne le fait.
            """)

    static let missingExtract = FindingGuide(
        what: """
            L’extrait cité n’est pas dans le document, quels que soient les accents, la casse, les \
            espaces, la ponctuation et le bruit de la numérisation.
            """,
        why: "La règle s’appuie sur des mots que le document ne contient pas, ou ne contient plus.",
        mending: """
            Comparez avec le passage le plus proche, que le constat montre; recopiez les mots du \
            document, et marquez par « […] » ce qui est omis.
            """)

    static let missingDocument = FindingGuide(
        what: "Le fichier d’un document ne peut pas être lu.",
        why: "Aucun extrait de ce document n’a pu être vérifié.",
        mending: """
            Corrigez « fichier » : le chemin part du dossier du fichier de règles qui déclare le \
            document. Le fichier est du texte en UTF-8.
            """)

    static let otherSection = FindingGuide(
        what: "L’extrait est dans le document, mais dans une autre section que celle que la source indique.",
        why: "Qui voudra vérifier la source ne la trouvera pas où elle est annoncée.",
        mending: "Corrigez « section » d’après le passage que le constat montre.")

    static let validityGap = FindingGuide(
        what: """
            Pendant certains jours, aucune version de la règle n’est en vigueur, ou le paramètre n’a pas \
            de valeur.
            """,
        why: """
            Les requêtes de ces jours seraient décidées comme si la règle n’existait pas, ou resteraient \
            indéterminées. Une valeur écrite « à préciser » n’est qu’une note.
            """,
        mending: """
            Les deux jours d’une période sont compris : faites commencer une version le lendemain du \
            jour où l’autre finit, ou donnez au paramètre une valeur dès l’entrée en vigueur.
            """)

    static let overlappingVersions = FindingGuide(
        what: """
            Deux versions d’une même règle sont en vigueur le même jour. Ce sont des règles datées qui \
            concluent les mêmes décisions et ont les mêmes conditions ou le même titre.
            """,
        why: "L’ancienne et la nouvelle version s’appliqueraient à la fois.",
        mending: "Faites finir l’ancienne (« au ») la veille du jour où la nouvelle commence (« du »).")

    static let unknownTemplateName = FindingGuide(
        what: """
            Un texte nomme entre accolades un fait, une définition, un paramètre ou une décision qui \
            n’existe pas.
            """,
        why: "La lettre à la personne requérante aurait un trou.",
        mending: "Corrigez le nom; le constat propose le plus proche.")
}
