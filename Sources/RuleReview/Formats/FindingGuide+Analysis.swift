/// Wording: what no case shows.
extension FindingGuide {
    static let deadRule = FindingGuide(
        what: "Aucun cas cohérent ne peut faire appliquer la règle, à aucune date.",
        why: """
            Ses conditions se contredisent, une contrainte les interdit, ou d’autres règles l’écartent \
            toujours : la règle donne l’impression de protéger quelqu’un, alors qu’elle ne sert jamais.
            """,
        mending: """
            Relisez la condition que le constat souligne; corrigez une valeur, un « toutes » qui devrait \
            être « une », un « écarte » de trop, ou retirez la règle.
            """)

    static let coveredRule = FindingGuide(
        what: "Chaque fois que la règle s’applique, d’autres règles donnent déjà la même conclusion.",
        why: """
            La règle ne change aucune décision. Elle peut être voulue, pour donner son propre motif; \
            sinon, elle laisse croire qu’un cas de plus est prévu.
            """,
        mending: """
            Gardez-la si son motif ou sa réponse est utile; sinon retirez-la, ou corrigez la règle plus \
            large qui la couvre.
            """)

    static let conflict = FindingGuide(
        what: "Deux règles concluent deux issues différentes d’une décision « unique » dans un même cas.",
        why: """
            La décision serait contradictoire : le programme montre les deux issues et n’en choisit \
            aucune.
            """,
        mending: """
            Précisez les conditions d’une des deux règles, ajoutez un « écarte », ou choisissez la \
            méthode « priorité » si l’une doit l’emporter.
            """)

    static let unreachableOutcome = FindingGuide(
        what: "Des règles concluent l’issue, mais aucun cas cohérent n’y mène.",
        why: """
            Une issue que personne ne peut recevoir révèle souvent une règle trop étroite ou une issue \
            qui a toujours la préséance.
            """,
        mending: "Regardez les règles qui concluent l’issue et l’ordre des « issues » de la décision.")

    static let contradictoryConstraints = FindingGuide(
        what: "Aucun cas ne peut respecter toutes les contraintes à la fois.",
        why: "Tous les cas seraient refusés, et toute preuve faite sur les règles serait vide de sens.",
        mending: """
            Relisez les contraintes nommées : l’une d’elles a sans doute un « si » manquant ou une \
            valeur inversée.
            """)

    static let refutedProperty = FindingGuide(
        what: "Un cas montré ne respecte pas une propriété que les règles doivent garantir.",
        why: "La propriété dit ce que la politique promet; les règles ne le tiennent pas dans ce cas.",
        mending: """
            Rejouez le cas avec « evaluer » : corrigez la règle si le cas est réel, la propriété si elle \
            dit trop, ou ajoutez une contrainte si le cas est impossible.
            """)

    static let unprovedProperty = FindingGuide(
        what: "La propriété n’est ni démontrée ni réfutée; le constat dit pourquoi.",
        why: """
            Le temps a manqué, une valeur n’est pas connue (paramètre à préciser, calendrier qui ne \
            couvre pas la date), ou la propriété ne peut être qu’inconnue dans un cas.
            """,
        mending: """
            Donnez la valeur qui manque, prolongez le calendrier, ou simplifiez la propriété en \
            plusieurs.
            """)

    static let constantCondition = FindingGuide(
        what: "Une condition est vraie dans tous les cas où elle est examinée, ou n’est vraie dans aucun.",
        why: """
            Une partie de condition qui ne peut pas changer ne distingue aucun cas : une valeur est mal \
            choisie, ou une autre condition la rend inutile.
            """,
        mending: "Corrigez la valeur ou le comparateur, ou retirez la partie constante.")

    static let superfluousCondition = FindingGuide(
        what: "Sans cette partie de condition, la règle s’appliquerait exactement aux mêmes cas.",
        why: """
            La partie est déjà garantie par le reste de la condition ou par une contrainte; elle \
            alourdit la lecture sans rien changer.
            """,
        mending: "Retirez-la, ou gardez-la si elle aide à lire la règle comme le texte l’écrit.")

    static let uselessException = FindingGuide(
        what: "L’exception (« sauf ») ne retire aucun cas à la règle.",
        why: """
            L’exception vise des cas auxquels la condition ne s’applique déjà pas, ou qui n’existent \
            pas.
            """,
        mending: "Comparez « sauf » et « si » : corrigez l’exception ou retirez-la.")

    static let uselessOverride = FindingGuide(
        what: "La règle n’écarte jamais une règle qui s’appliquerait.",
        why: """
            Les deux règles ne s’appliquent jamais au même cas; le « écarte » promet une préséance qui \
            ne joue pas.
            """,
        mending: "Retirez le « écarte », ou corrigez la condition de l’une des deux règles.")

    static let maskedLine = FindingGuide(
        what: "Une ligne de tableau n’a jamais d’effet, parce que d’autres lignes l’emportent toujours.",
        why: "Qui lit le tableau croit que la ligne décide de quelque chose.",
        mending: """
            Réordonnez les issues, précisez les cellules de la ligne plus large, ou retirez la ligne \
            masquée.
            """)

    static let conflictingLines = FindingGuide(
        what: "Deux lignes d’un tableau concluent des issues différentes pour un même cas.",
        why: "Le tableau ne dit pas laquelle vaut; la décision serait contradictoire.",
        mending: "Rendez les cellules des deux lignes exclusives, ou faites écarter l’une par l’autre.")

    static let gap = FindingGuide(
        what: "Un cas n’est prévu par aucune ligne du tableau; le constat nomme les valeurs des entrées.",
        why: "L’issue par défaut s’applique alors sans que le tableau le dise.",
        mending: "Ajoutez une ligne pour ces valeurs, fût-ce pour conclure l’issue par défaut.")

    static let factWithoutEffect = FindingGuide(
        what: "Des règles lisent le fait, mais sa valeur ne change jamais aucune décision.",
        why: "On poserait à l’unité administrative une question dont la réponse ne sert à rien.",
        mending: """
            Retirez le fait des conditions, corrigez la règle qui devait en dépendre, ou dites par \
            « usage » pourquoi il est conservé.
            """)
}
