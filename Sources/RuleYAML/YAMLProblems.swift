import SourceText

/// Wording: what the YAML profile refuses.
extension Diagnostic {
    static func yamlDirective(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .yamlDirective, "une ligne qui commence par «\u{A0}%\u{A0}» n’est pas permise", at: range,
            help: "supprimez cette ligne")
    }

    static func yamlSeveralDocuments(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .yamlSeveralDocuments, "un second document commence ici; un fichier n’en contient qu’un", at: range,
            help: "supprimez la ligne «\u{A0}---\u{A0}», ou mettez la suite dans un autre fichier")
    }

    static func yamlAnchor(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .yamlAnchor, "les ancres («\u{A0}&nom\u{A0}») et les renvois («\u{A0}*nom\u{A0}») ne sont pas permis",
            at: range,
            help: "nommez plutôt la condition dans «\u{A0}définitions\u{A0}»; un texte qui commence par "
                + "«\u{A0}*\u{A0}» ou «\u{A0}&\u{A0}» s’écrit entre guillemets")
    }

    /// - Parameter isWhole: whether the star or ampersand is all of the text.
    static func bareStar(_ text: String, isWhole: Bool, _ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .yamlAnchor, "sans guillemets, \(quoted(text)) annonce un renvoi, ce qui n’est pas permis", at: range,
            help: isWhole ? "écrivez \"\(text)\"" : "mettez le texte entre guillemets",
            fix: isWhole ? Fix(replace: range, with: text) : nil)
    }

    static func yamlTag(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .yamlTag, "les étiquettes («\u{A0}!type\u{A0}») ne sont pas permises", at: range,
            help: "supprimez-la; un texte qui commence par «\u{A0}!\u{A0}» s’écrit entre guillemets")
    }

    static func yamlMergeKey(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .yamlMergeKey, "la clé de fusion «\u{A0}<<\u{A0}» n’est pas permise", at: range,
            help: "recopiez les entrées, ou nommez la condition dans «\u{A0}définitions\u{A0}»")
    }

    static func yamlComplexKey(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .yamlComplexKey, "une clé est un simple texte, non une liste ou un bloc", at: range,
            help: "un texte qui commence par «\u{A0}{\u{A0}» ou «\u{A0}[\u{A0}» s’écrit entre guillemets")
    }

    static func unquotedHole(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .yamlComplexKey, "un texte qui commence par «\u{A0}{{\u{A0}» s’écrit entre guillemets", at: range,
            help: "écrivez par exemple \"{{nom}} …\"")
    }

    static func tabInIndentation(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .yamlTab, "le retrait de cette ligne contient une tabulation", at: range,
            help: "remplacez-la par des espaces")
    }

    static func tabBeforeElement(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .yamlTab, "une tabulation n’est pas permise ici", at: range, help: "remplacez-la par une espace")
    }

    static func dashWithoutSpace(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .yamlSyntax, "il manque une espace après le tiret; ces lignes forment un seul texte et non une liste",
            at: range,
            help: "écrivez «\u{A0}- élément\u{A0}» plutôt que «\u{A0}-élément\u{A0}»; si c’est un texte, mettez-le "
                + "entre guillemets")
    }

    static func questionMark(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .yamlSyntax, "un «\u{A0}?\u{A0}» est inattendu ici", at: range, help: "mettez le texte entre guillemets")
    }

    static func gluedComment(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .yamlSyntax, "il manque une espace avant «\u{A0}#\u{A0}», qui annonce une remarque", at: range,
            help: "ajoutez une espace, ou mettez tout le texte entre guillemets")
    }

    static func lineTooFarOut(_ range: SourceRange, opening: SourceRange) -> Diagnostic {
        Diagnostic(
            .yamlSyntax, "cette ligne continue un texte ou une liste et doit être plus en retrait que sa clé",
            at: range, notes: [.init("commencé ici", at: opening)], help: "ajoutez des espaces au début de la ligne")
    }

    static func longBlankLine(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .yamlSyntax, "cette ligne vide est plus longue que le retrait du texte qui suit", at: range,
            help: "supprimez ses espaces")
    }

    static func duplicateKey(_ key: Located<String>, first: SourceRange) -> Diagnostic {
        Diagnostic(
            .duplicateKey, "la clé \(quoted(key.value)) est donnée deux fois", at: key.range,
            notes: [.init("elle l’est une première fois ici", at: first)], help: "n’en gardez qu’une")
    }

    static func emptyKey(_ key: Located<String>) -> Diagnostic {
        let found = key.value.isEmpty ? "" : "; \(quoted(key.value)) veut dire «\u{A0}rien\u{A0}»"
        return Diagnostic(.invalidName, "une clé ne peut pas être vide" + found, at: key.range)
    }

    static func emptyValue(_ key: Located<String>) -> Diagnostic {
        Diagnostic(
            .emptyValue, "la clé \(quoted(key.value)) n’a pas de valeur", at: key.range,
            help: "donnez-lui une valeur, ou supprimez-la")
    }

    static func emptyElement(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .emptyValue, "un élément de cette liste est vide", at: range,
            help: "donnez-lui une valeur, ou supprimez-le")
    }

    static func tooDeep(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .limitExceeded, "l’imbrication dépasse la limite de \(Limits.depth)\u{A0}niveaux", at: range,
            help: "nommez une partie de la condition dans «\u{A0}définitions\u{A0}»")
    }

    static func tooManyNodes(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .limitExceeded, "l’ensemble dépasse la limite de \(counted(Limits.nodes))\u{A0}valeurs", at: range)
    }

    static func scalarTooLong(_ range: SourceRange) -> Diagnostic {
        Diagnostic(.limitExceeded, "ce texte dépasse la limite de \(Limits.scalarBytes >> 10)\u{A0}Kio", at: range)
    }

    static func rootIsNotMapping(_ root: Node, _ bytes: [UInt8], document: SourceRange) -> Diagnostic {
        let message = "des entrées «\u{A0}clé: valeur\u{A0}» sont attendues; le fichier "
        switch root.content {
        case .scalar(let scalar) where scalar.isEmptyValue:
            return Diagnostic(.rootShape, message + "ne contient rien", at: scalar.text.isEmpty ? document : root.range)
        case .scalar:
            let text = String(decoding: bytes[Int(root.range.start)..<Int(root.range.end)], as: UTF8.self)
            let space = text.unicodeScalars.first { Visible.isLookalike($0) }
            let help = space.map {
                "le caractère \(Visible.codePoint($0)) ressemble à une espace ou à un tiret sans en être; remplacez-le"
            }
            return Diagnostic(.rootShape, message + "ne contient qu’un texte", at: root.range, help: help)
        case .sequence, .mapping:
            return Diagnostic(.rootShape, message + "contient une liste", at: root.range)
        }
    }
}
