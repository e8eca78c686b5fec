import SourceText

/// Wording: what is wrong with the shape of a rule file.
extension Diagnostic {
    static func unknownSection(_ key: Words) -> Diagnostic {
        let names = Section.allCases.map(\.rawValue)
        return Diagnostic(
            .unknownSection, "la section \(quoted(key.value)) n’existe pas", at: key.range
        ).suggesting(key, among: names)
    }

    static func unknownKey(_ key: Words, of layout: Layout, _ name: Words?) -> Diagnostic {
        Diagnostic(.unknownKey, "la clé \(quoted(key.value)) n’existe pas pour \(layout.called(name))", at: key.range)
            .suggesting(key, among: layout.allowed)
    }

    static func missingKey(_ key: String, of layout: Layout, _ name: Words?, _ range: SourceRange) -> Diagnostic {
        Diagnostic(.missingKey, "il manque la clé \(quoted(key)) à \(layout.called(name))", at: range)
    }

    static func expectedMapping(_ layout: Layout, _ name: Words?, _ node: Node) -> Diagnostic {
        Diagnostic(
            .unexpectedShape, "\(layout.called(name)) doit avoir des entrées «\u{A0}clé: valeur\u{A0}»; \(node.found)",
            at: node.range, help: "clés permises: \(layout.allowed.joined(separator: ", "))")
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
        Diagnostic(.unexpectedShape, "des entrées «\u{A0}clé: valeur\u{A0}» sont attendues; \(node.found)", at: node.range)
    }

    static func emptyCollection(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .emptyCollection, "ceci est vide, ce qui cache toujours un oubli", at: range,
            help: "complétez ou supprimez la clé")
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

    static func unknownComparator(_ key: Words) -> Diagnostic {
        Diagnostic(.invalidKeyword, "\(quoted(key.value)) n’est pas un comparateur", at: key.range)
            .suggesting(key, among: WrittenComparator.words + ["paramètre", "fait"])
    }

    static func comparatorShape(_ key: Words, takesList: Bool, _ range: SourceRange) -> Diagnostic {
        let folded = NameKey.fold(key.value)
        let other = folded == "est" ? "parmi" : folded == "n'est pas" ? "hors de" : nil
        return Diagnostic(
            .unexpectedShape,
            takesList
                ? "une liste est attendue après \(quoted(key.value))"
                : "une seule valeur est attendue après \(quoted(key.value))", at: range,
            help: takesList ? "mettez les valeurs entre crochets" : other.map { "pour plusieurs valeurs, écrivez \(quoted($0))" })
    }

    static func expectedOperand(_ node: Node) -> Diagnostic {
        Diagnostic(
            .unexpectedShape, "une valeur, {paramètre: nom} ou {fait: nom} est attendu; \(node.found)", at: node.range)
    }

    static func unknownOperation(_ key: Words) -> Diagnostic {
        Diagnostic(.invalidKeyword, "le calcul \(quoted(key.value)) n’existe pas", at: key.range)
            .suggesting(
                key,
                among: [
                    "jours", "jours ouvrables", "échéance", "somme", "produit", "différence", "minimum", "maximum",
                ])
    }

    static func unknownWord(_ word: Words, among allowed: [String]) -> Diagnostic {
        Diagnostic(
            .invalidKeyword, "\(quoted(word.value)) n’est pas permis ici; \(quotedList(allowed)) est attendu",
            at: word.range
        ).suggesting(word, among: allowed)
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
            .incompatibleKeys, "la dernière ligne de «\u{A0}selon\u{A0}» vaut dans tous les autres cas: "
                + "elle n’a ni «\u{A0}si\u{A0}» ni «\u{A0}en vigueur\u{A0}»", at: range,
            help: "ajoutez après elle une ligne qui n’a que «\u{A0}vaut\u{A0}»")
    }

    static func lineUnguarded(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .incompatibleKeys, "cette ligne vaut toujours et cache les suivantes: il lui faut «\u{A0}si\u{A0}» ou «\u{A0}en vigueur\u{A0}»",
            at: range)
    }

    static func definitionBody(_ name: Words, found: [SourceRange]) -> Diagnostic {
        let count = found.isEmpty ? "aucune" : "\(found.count)"
        return Diagnostic(
            .incompatibleKeys,
            "la définition \(quoted(name.value)) doit avoir une seule des clés «\u{A0}vrai si\u{A0}», «\u{A0}calcul\u{A0}» ou «\u{A0}selon\u{A0}»; "
                + "elle en a \(count)", at: found.count > 1 ? found[1] : name.range)
    }

    static func onlyWithByCase(_ key: String, _ body: String, _ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .incompatibleKeys, "la clé \(quoted(key)) ne va qu’avec «\u{A0}selon\u{A0}»; \(quoted(body)) donne déjà le type",
            at: range, help: "supprimez cette ligne")
    }

    static func byCaseWithoutType(_ name: Words) -> Diagnostic {
        Diagnostic(
            .missingKey, "il manque la clé «\u{A0}type\u{A0}» à la définition \(quoted(name.value))", at: name.range,
            help: "types permis: nombre, date, oui/non, choix, texte")
    }

    static func incompleteSource(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .missingKey, "une source nomme un document, ou dit pourquoi aucun ne la porte", at: range,
            help: "écrivez {document: …, section: \"…\", extrait: …} ou {ajout: pourquoi}")
    }

    static func additionWithDocument(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .incompatibleKeys, "une source qui est un ajout ne nomme pas de document", at: range,
            help: "faites-en deux sources d’une liste")
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
