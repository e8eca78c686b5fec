import SourceText

/// Wording: what libyaml cannot read. Its messages are a closed set (scanner.c and parser.c of libyaml 0.2.5); each has
/// its sentence here.
extension Diagnostic {
    /// - Parameter openBracket: the offset of the innermost `[` or `{` that is open at the failure.
    static func yamlSyntax(
        _ failure: SyntaxFailure, openBracket: Int?, in bytes: [UInt8], _ file: FileID
    ) -> Diagnostic {
        let text = FailedText(failure, openBracket: openBracket, bytes, file)
        if let tab = text.tabInIndentation { return .tabInIndentation(tab) }
        if let bracket = text.unclosedBracket { return .unclosedBracket(bracket, text) }
        let (message, help) = wording(failure)
        func syntax(_ message: String, at range: SourceRange, _ help: String?, _ notes: [Note] = []) -> Diagnostic {
            Diagnostic(.yamlSyntax, message, at: range, notes: notes, help: help)
        }
        switch failure.problem {
        case "found character that cannot start any token":
            if text.isTab { return .tabBeforeElement(text.character) }
            return syntax(
                "un texte ne peut pas commencer par \(quoted(text.characterText))", at: text.character, quotes)
        case "could not find expected ':'":
            if text.isMergeMarker { return syntax(mergeMarker, at: text.contextLine, keepOne) }
            return syntax(message, at: text.contextLine, help)
        case "did not find expected alphabetic or numeric character":
            return .bareStar(text.star, isWhole: text.starIsWhole, text.context)
        case "found unknown escape character", "did not find expected hexdecimal number",
            "found invalid Unicode character escape code":
            return syntax(message, at: text.escape, help)
        case "did not find expected comment or line break", "found an indentation indicator equal to 0":
            return syntax(message, at: text.context, help)
        case "mapping values are not allowed in this context":
            return text.keyIsTooLong
                ? syntax(longKey, at: text.character, shorten) : syntax(message, at: text.character, help)
        case "found undefined tag handle", "did not find expected tag URI", "did not find expected '!'",
            "did not find expected whitespace or line break", "did not find the expected '>'",
            "did not find URI escaped octet":
            return .yamlTag(text.tag)
        default:
            if failure.context.contains("directive") { return .yamlDirective(text.contextLine) }
            if text.isClosing {
                return syntax("ce \(quoted(text.characterText)) ne ferme rien", at: text.character, nil)
            }
            // An unclosed quote is shown where it begins: its end is only the end of the file.
            if text.isUnclosed { return syntax(message, at: text.context, help) }
            return syntax(message, at: text.character, help, text.opening.map { [.init("commencé ici", at: $0)] } ?? [])
        }
    }

    /// A bracket is shown where it is opened: what follows is at fault only because it is still open.
    private static func unclosedBracket(_ bracket: SourceRange, _ text: FailedText) -> Diagnostic {
        let isList = text.text(bracket) == "["
        let rest = text.character.start < text.character.end ? text.character : nil
        return Diagnostic(
            .yamlSyntax, "ce \(quoted(text.text(bracket))) n’est jamais fermé", at: bracket,
            notes: rest.map { [.init("ceci est lu comme s’il était à l’intérieur", at: $0)] } ?? [],
            help: "fermez-le par \(quoted(isList ? "]" : "}"))")
    }

    private static let quotes = "mettez le texte entre guillemets"
    private static let mergeMarker = "cette ligne est une marque de fusion; deux versions du fichier sont mêlées"
    private static let keepOne = "gardez l’une des deux versions et supprimez les lignes de marques"
    private static let longKey = "le texte qui précède ce «\u{A0}:\u{A0}» est trop long pour une clé"
    private static let shorten = "une clé a au plus \(Limits.nameLength) caractères"

    /// The sentence and the advice for what libyaml says.
    private static func wording(_ failure: SyntaxFailure) -> (String, String?) {
        switch failure.problem {
        case "mapping values are not allowed in this context":
            (
                "un «\u{A0}:\u{A0}» est inattendu ici",
                "si le texte contient «\u{A0}:\u{A0}», mettez-le entre guillemets; sinon, vérifiez le retrait de la ligne"
            )
        case "could not find expected ':'":
            (
                "il manque «\u{A0}:\u{A0}» après ce texte, qui est à la place d’une clé",
                "écrivez «\u{A0}clé: valeur\u{A0}», avec une espace après «\u{A0}:\u{A0}»"
            )
        case "found unexpected end of stream": ("ce guillemet n’est jamais fermé", "ajoutez le guillemet fermant")
        case "found unexpected document indicator":
            (
                "une ligne «\u{A0}---\u{A0}» ou «\u{A0}...\u{A0}» coupe un texte entre guillemets",
                "fermez le guillemet avant"
            )
        case "found unknown escape character", "did not find expected hexdecimal number",
            "found invalid Unicode character escape code":
            (
                "après «\u{A0}\\\u{A0}», ces caractères n’ont pas de sens",
                "entre guillemets droits, «\u{A0}\\\u{A0}» s’écrit «\u{A0}\\\\\u{A0}»; ou employez des apostrophes droites"
            )
        case "did not find expected comment or line break", "found an indentation indicator equal to 0":
            ("après «\u{A0}>\u{A0}» ou «\u{A0}|\u{A0}», le texte commence à la ligne suivante", "sinon, \(quotes)")
        case "block sequence entries are not allowed in this context":
            ("un élément de liste («\u{A0}-\u{A0}») est inattendu ici", "mettez la liste sous sa clé, à la ligne")
        case "mapping keys are not allowed in this context", "block mapping keys are not allowed in this context":
            ("un «\u{A0}?\u{A0}» est inattendu ici", quotes)
        default: parserWording(failure)
        }
    }

    /// The same for libyaml's parser, which reads what its scanner has cut into words.
    private static func parserWording(_ failure: SyntaxFailure) -> (String, String?) {
        switch failure.problem {
        case "did not find expected ',' or ']'":
            (
                "il manque «\u{A0},\u{A0}» ou «\u{A0}]\u{A0}» dans la liste",
                "séparez les éléments par «\u{A0},\u{A0}» et fermez la liste par «\u{A0}]\u{A0}»"
            )
        case "did not find expected ',' or '}'":
            (
                "il manque «\u{A0},\u{A0}» ou «\u{A0}}\u{A0}» dans le bloc entre accolades",
                "séparez les entrées par «\u{A0},\u{A0}» et fermez le bloc par «\u{A0}}\u{A0}»"
            )
        case "did not find expected key":
            ("une clé est attendue ici", "vérifiez le retrait\u{A0}: les clés d’un même bloc s’alignent")
        case "did not find expected '-' indicator":
            (
                "un élément de liste («\u{A0}-\u{A0}») est attendu ici",
                "vérifiez le retrait\u{A0}: les tirets d’une même liste s’alignent"
            )
        case "did not find expected node content":
            ("une valeur est attendue ici", "donnez-la, ou supprimez ce qui l’annonce")
        case "did not find expected <document start>":
            ("ce texte suit la fin du document", "supprimez-le, ou supprimez la ligne «\u{A0}...\u{A0}»")
        default:
            (
                "cet endroit ne suit pas la notation YAML",
                "vérifiez le retrait, les guillemets et les «\u{A0}:\u{A0}»"
            )
        }
    }
}
