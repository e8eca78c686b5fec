import SourceText

/// Wording: what the YAML profile refuses.
extension Diagnostic {
    static func yamlDirective(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .yamlDirective, "une ligne qui commence par « % » n’est pas permise", at: range,
            help: "supprimez cette ligne")
    }

    static func yamlSeveralDocuments(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .yamlSeveralDocuments, "un second document commence ici; un fichier n’en contient qu’un", at: range,
            help: "supprimez la ligne « --- » ou mettez la suite dans un autre fichier")
    }

    static func yamlAnchor(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .yamlAnchor, "les ancres (« &nom ») et les renvois (« *nom ») ne sont pas permis", at: range,
            help: "nommez plutôt la condition dans « définitions »; un texte qui commence par « * » ou « & » "
                + "s’écrit entre guillemets")
    }

    static func yamlTag(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .yamlTag, "les étiquettes (« !type ») ne sont pas permises", at: range,
            help: "supprimez-la; un texte qui commence par « ! » s’écrit entre guillemets")
    }

    static func yamlMergeKey(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .yamlMergeKey, "la clé de fusion « << » n’est pas permise", at: range,
            help: "recopiez les entrées ou nommez la condition dans « définitions »")
    }

    static func yamlComplexKey(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .yamlComplexKey, "une clé doit être un simple texte, non une liste ou un bloc", at: range,
            help: "un texte qui commence par « { » ou « [ » s’écrit entre guillemets")
    }

    static func unquotedHole(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .yamlComplexKey, "un texte qui commence par « {{ » doit être entre guillemets", at: range,
            help: "écrivez par exemple \"{{nom}} …\"")
    }

    static func dashWithoutSpace(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .yamlSyntax, "il manque une espace après le tiret; ces lignes forment un seul texte et non une liste",
            at: range, help: "écrivez « - élément » plutôt que « -élément »")
    }

    static func duplicateKey(_ key: Located<String>, first: SourceRange) -> Diagnostic {
        Diagnostic(
            .duplicateKey, "la clé \(quoted(key.value)) est donnée deux fois", at: key.range,
            notes: [.init("elle l’est une première fois ici", at: first)], help: "n’en gardez qu’une")
    }

    static func emptyValue(_ key: Located<String>) -> Diagnostic {
        Diagnostic(
            .emptyValue, "la clé \(quoted(key.value)) n’a pas de valeur", at: key.range,
            help: "donnez-lui une valeur ou supprimez la ligne")
    }

    static func emptyElement(_ range: SourceRange, of key: Located<String>) -> Diagnostic {
        Diagnostic(
            .emptyValue, "un élément de la liste \(quoted(key.value)) est vide", at: range,
            help: "donnez-lui une valeur ou supprimez le tiret")
    }

    static func tooDeep(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .limitExceeded, "l’imbrication dépasse la limite de \(Limits.depth) niveaux", at: range,
            help: "nommez une partie de la condition dans « définitions »")
    }

    static func tooManyNodes(_ range: SourceRange) -> Diagnostic {
        Diagnostic(.limitExceeded, "l’ensemble dépasse la limite de \(Limits.nodes) valeurs", at: range)
    }

    static func scalarTooLong(_ range: SourceRange) -> Diagnostic {
        Diagnostic(.limitExceeded, "ce texte dépasse la limite de \(Limits.scalarBytes >> 10)\u{A0}Kio", at: range)
    }

    static func rootShape(_ range: SourceRange) -> Diagnostic {
        Diagnostic(.rootShape, "le fichier doit contenir des entrées « clé: valeur »", at: range)
    }

    static func rootIsNotMapping(_ root: Node, _ bytes: [UInt8]) -> Diagnostic {
        let found =
            switch root.content {
            case .scalar(let scalar): scalar.isEmptyValue ? "rien" : "un simple texte"
            case .sequence: "une liste"
            case .mapping: "des entrées"
            }
        let text = String(decoding: bytes[Int(root.range.start)..<Int(root.range.end)], as: UTF8.self)
        let space = text.unicodeScalars.first { wideSpaces.contains($0) }
        let help = space.map {
            "le caractère \(Visible.codePoint($0)) ressemble à une espace sans en être une; "
                + "remplacez-le par une espace ordinaire"
        }
        return Diagnostic(
            .rootShape, "le fichier contient \(found); des entrées « clé: valeur » sont attendues", at: root.range,
            help: help)
    }

    private static let wideSpaces: Set<Unicode.Scalar> = ["\u{A0}", "\u{202F}", "\u{3000}", "\u{2003}", "\u{2009}"]
}
