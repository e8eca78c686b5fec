import SourceText

/// Wording: what is wrong with the shape of a rule file.
extension Diagnostic {
    static func unknownSection(_ key: Words, _ candidates: [String]) -> Diagnostic {
        Diagnostic(.unknownSection, "la section \(quoted(key.value)) n’existe pas", at: key.range)
            .suggesting(key, among: candidates)
    }

    static func unknownKey(
        _ key: Words, of layout: Layout, _ name: Words?, _ candidates: [String]
    ) -> Diagnostic {
        Diagnostic(.unknownKey, "la clé \(quoted(key.value)) n’existe pas pour \(layout.called(name))", at: key.range)
            .suggesting(key, among: candidates)
    }

    static func missingKeys(_ keys: [String], of layout: Layout, _ name: Words?, _ range: SourceRange) -> Diagnostic {
        let what = keys.count == 1 ? "la clé" : "les clés"
        return Diagnostic(
            .missingKey, "il manque \(what) \(quotedList(keys, "et")) pour \(layout.called(name))", at: range)
    }

    static func expectedMapping(_ layout: Layout, _ name: Words?, _ node: Node) -> Diagnostic {
        Diagnostic(
            .unexpectedShape, "\(layout.called(name)) doit avoir des entrées «\u{A0}clé: valeur\u{A0}»; \(node.found)",
            at: node.range, help: "clés permises\u{A0}: \(layout.allowed.joined(separator: ", "))")
    }

    static func expectedSection(_ key: Words, _ node: Node) -> Diagnostic {
        Diagnostic(
            .unexpectedShape, "la section \(quoted(key.value)) doit avoir une entrée par nom; \(node.found)",
            at: node.range, help: "écrivez «\u{A0}nom:\u{A0}», puis ses clés en retrait")
    }

    static func expectedText(_ node: Node) -> Diagnostic {
        Diagnostic(.unexpectedShape, "un texte est attendu; \(node.found)", at: node.range)
    }

    static func expectedList(_ node: Node) -> Diagnostic {
        Diagnostic(
            .unexpectedShape, "une liste est attendue; \(node.found)", at: node.range,
            help: node.scalar.map { "écrivez [\($0.text)]" })
    }

    static func expectedEntries(_ node: Node) -> Diagnostic {
        Diagnostic(
            .unexpectedShape, "des entrées «\u{A0}clé: valeur\u{A0}» sont attendues; \(node.found)", at: node.range)
    }

    static func emptyCollection(_ node: Node) -> Diagnostic {
        node.elements == nil
            ? Diagnostic(
                .emptyCollection, "ces accolades sont vides, ce qui cache un oubli", at: node.range,
                help: "complétez-les, ou supprimez la clé")
            : Diagnostic(
                .emptyCollection, "cette liste est vide, ce qui cache un oubli", at: node.range,
                help: "complétez-la, ou supprimez la clé")
    }

    static func expectedCondition(_ node: Node) -> Diagnostic {
        Diagnostic(
            .unexpectedShape, "une condition est attendue; \(node.found)", at: node.range,
            help: node.scalar.map { "écrivez par exemple «\u{A0}\($0.text): oui\u{A0}»" })
    }

    static func expectedConditionList(_ node: Node) -> Diagnostic {
        Diagnostic(
            .unexpectedShape, "une liste de conditions est attendue; \(node.found)", at: node.range,
            help: "faites précéder chaque condition d’un tiret")
    }

    static func unknownOperator(_ key: Words, _ candidates: [String]) -> Diagnostic {
        Diagnostic(
            .invalidKeyword, "\(quoted(key.value)) n’est pas un opérateur, et une liste de conditions le suit",
            at: key.range
        ).suggesting(key, among: candidates)
    }

    static func unknownComparator(_ key: Words, _ candidates: [String]) -> Diagnostic {
        Diagnostic(.invalidKeyword, "\(quoted(key.value)) n’est pas un comparateur", at: key.range)
            .suggesting(key, among: candidates)
    }

    static func listAfterComparator(_ key: Words, _ node: Node) -> Diagnostic {
        Diagnostic(
            .unexpectedShape, "une liste est attendue après \(quoted(key.value)); \(node.found)", at: node.range,
            help: "mettez les valeurs entre crochets, même s’il n’y en a qu’une")
    }

    static func oneValueAfterComparator(_ key: Words, _ node: Node) -> Diagnostic {
        let several = ["est": "parmi", "n'est pas": "hors de"][NameKey.fold(key.value)]
        return Diagnostic(
            .unexpectedShape, "une seule valeur est attendue après \(quoted(key.value)); \(node.found)", at: node.range,
            help: several.map { "pour plusieurs valeurs, écrivez \(quoted($0))" })
    }

    static func expectedOperand(_ node: Node) -> Diagnostic {
        Diagnostic(
            .unexpectedShape, "une valeur, {paramètre: nom} ou {fait: nom} est attendu; \(node.found)", at: node.range)
    }

    static func unknownOperation(_ key: Words, _ candidates: [String]) -> Diagnostic {
        Diagnostic(.invalidKeyword, "le calcul \(quoted(key.value)) n’existe pas", at: key.range)
            .suggesting(key, among: candidates)
    }

    static func unknownWord(_ word: Words, among allowed: [String]) -> Diagnostic {
        Diagnostic(
            .invalidKeyword, "\(quoted(word.value)) n’est pas permis ici; \(quotedList(allowed)) est attendu",
            at: word.range
        ).suggesting(word, among: allowed, isListing: false)
    }

    static func severalOperations(_ key: Words) -> Diagnostic {
        Diagnostic(
            .incompatibleKeys, "un calcul n’a qu’une opération", at: key.range,
            help: "faites-en deux définitions, dont l’une nomme l’autre")
    }

    static func differenceTakesTwo(_ range: SourceRange) -> Diagnostic {
        Diagnostic(.invalidCount, "une différence a exactement deux termes", at: range)
    }

    static func calendarOfCivilDays(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .incompatibleKeys, "un calendrier ne sert qu’aux jours ouvrables", at: range,
            help: "supprimez «\u{A0}calendrier\u{A0}» ou écrivez «\u{A0}en: jours ouvrables\u{A0}»")
    }

    static func lastLineGuarded(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .incompatibleKeys,
            "la dernière ligne de «\u{A0}selon\u{A0}» vaut dans tous les autres cas; elle n’a ni «\u{A0}si\u{A0}» ni "
                + "«\u{A0}en vigueur\u{A0}»", at: range,
            help: "ajoutez après elle une ligne qui n’a que «\u{A0}vaut\u{A0}»")
    }

    static func lineUnguarded(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .incompatibleKeys,
            "cette ligne vaut toujours et cache les suivantes; il lui faut «\u{A0}si\u{A0}» ou "
                + "«\u{A0}en vigueur\u{A0}»", at: range)
    }

    static func severalBodies(_ name: Words, _ second: SourceRange) -> Diagnostic {
        Diagnostic(
            .incompatibleKeys,
            "la définition \(quoted(name.value)) n’a qu’une des clés «\u{A0}vrai si\u{A0}», «\u{A0}calcul\u{A0}» et "
                + "«\u{A0}selon\u{A0}»; en voici une autre", at: second)
    }

    static func missingBody(_ name: Words) -> Diagnostic {
        Diagnostic(
            .missingKey,
            "il manque l’une des clés «\u{A0}vrai si\u{A0}», «\u{A0}calcul\u{A0}» ou «\u{A0}selon\u{A0}» pour la "
                + "définition \(quoted(name.value))", at: name.range)
    }

    static func onlyWithByCase(_ key: String, _ body: String, _ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .incompatibleKeys,
            "la clé \(quoted(key)) ne va qu’avec «\u{A0}selon\u{A0}»; \(quoted(body)) donne déjà le type",
            at: range, help: "supprimez cette ligne")
    }

    static func byCaseWithoutType(_ name: Words) -> Diagnostic {
        Diagnostic(
            .missingKey, "il manque la clé «\u{A0}type\u{A0}» pour la définition \(quoted(name.value))", at: name.range,
            help: "types permis\u{A0}: nombre, date, oui/non, choix, texte")
    }

    static func incompleteSource(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .missingKey, "une source nomme un document, ou dit pourquoi aucun ne la porte", at: range,
            help: "écrivez {document: …, section: \"…\", extrait: …} ou {ajout: pourquoi}")
    }

    static func additionWithDocument(_ key: String, _ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .incompatibleKeys, "\(quoted(key)) ne va pas avec «\u{A0}ajout\u{A0}»; un ajout ne vient d’aucun document",
            at: range, help: "faites-en deux sources d’une liste")
    }

    static func cellCount(_ found: Int, columns: Int, _ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .cellCount,
            "la ligne a \(found) case\(found > 1 ? "s" : "") et le tableau \(columns) entrée\(columns > 1 ? "s" : "")",
            at: range, help: "écrivez \"*\" là où l’entrée ne compte pas")
    }
}

extension Layout {
    /// « le fait « x » ».
    func called(_ name: Words?) -> String { name.map { "\(what) \(quoted($0.value))" } ?? what }
}

extension Node {
    /// What was found instead of what was expected.
    var found: String {
        switch content {
        case .scalar(let scalar): "le texte \(quoted(scalar.text)) a été trouvé"
        case .sequence: "une liste a été trouvée"
        case .mapping: "des entrées «\u{A0}clé: valeur\u{A0}» ont été trouvées"
        }
    }
}
