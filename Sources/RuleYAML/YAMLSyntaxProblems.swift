import SourceText

/// Wording: what libyaml cannot read. Its messages are a closed set (scanner.c and parser.c of libyaml 0.2.5); each has
/// its sentence here.
extension Diagnostic {
    static func yamlSyntax(_ failure: SyntaxFailure, in bytes: [UInt8], _ file: FileID) -> Diagnostic {
        let offset = place(of: failure, in: bytes)
        let range = SourceRange(file: file, at: offset, length: offset < bytes.count ? length(in: bytes, at: offset) : 0)
        if let tab = tabInIndentation(before: offset, in: bytes) {
            return Diagnostic(
                .yamlTab, "le retrait de cette ligne contient une tabulation",
                at: SourceRange(file: file, at: tab, length: 1), help: "remplacez-la par des espaces")
        }
        let (message, help) = wording(failure, bytes, offset)
        var notes: [Note] = []
        if failure.contextOffset < offset, failure.context.contains("quoted scalar") || failure.context.contains("flow") {
            notes = [.init("commencé ici", at: SourceRange(file: file, at: failure.contextOffset, length: 1))]
        }
        return Diagnostic(.yamlSyntax, message, at: range, notes: notes, help: help)
    }

    /// An unclosed quote, list or block is shown where it begins: its end is only the end of the file.
    private static func place(of failure: SyntaxFailure, in bytes: [UInt8]) -> Int {
        let unclosed = failure.offset >= lastContent(of: bytes)
        let opened = failure.context.contains("quoted scalar") || failure.context.contains("flow")
        return unclosed && opened ? failure.contextOffset : failure.offset
    }

    private static func lastContent(of bytes: [UInt8]) -> Int { bytes.lastIndex { $0 > 0x20 } ?? 0 }

    private static func length(in bytes: [UInt8], at offset: Int) -> Int {
        UTF8Decoding.scalar(in: bytes, at: offset)?.1 ?? 1
    }

    private static func tabInIndentation(before offset: Int, in bytes: [UInt8]) -> Int? {
        guard !bytes.isEmpty else { return nil }
        var start = min(offset, bytes.count)
        while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        let indentation = bytes[start...].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        return indentation.firstIndex(of: UInt8(ascii: "\t"))
    }

    private static func wording(_ failure: SyntaxFailure, _ bytes: [UInt8], _ offset: Int) -> (String, String?) {
        let quote = "mettez le texte entre guillemets"
        switch failure.problem {
        case "mapping values are not allowed in this context":
            return (
                "un « : » est inattendu ici",
                "si le texte contient « : », mettez-le entre guillemets; sinon, vérifiez le retrait de la ligne"
            )
        case "found character that cannot start any token":
            let character = UTF8Decoding.scalar(in: bytes, at: min(offset, bytes.count - 1)).map { String($0.0) } ?? ""
            return ("un texte ne peut pas commencer par \(quoted(character))", quote)
        case "could not find expected ':'":
            return ("il manque « : » après la clé", "écrivez « clé: valeur », avec une espace après « : »")
        case "found unexpected end of stream":
            return ("ce guillemet n’est jamais fermé", "ajoutez le guillemet fermant")
        case "found unexpected document indicator":
            return ("une ligne « --- » ou « ... » coupe un texte entre guillemets", "fermez le guillemet avant")
        case "found unknown escape character", "did not find expected hexdecimal number",
            "found invalid Unicode character escape code":
            return (
                "après « \\ », ce caractère n’a pas de sens",
                "entre guillemets droits doubles, « \\ » s’écrit « \\\\ »; ou employez des apostrophes droites"
            )
        case "did not find expected alphabetic or numeric character":
            return ("« * » et « & » ont un sens particulier ici", "écrivez-les entre guillemets: \"*\"")
        case "did not find expected comment or line break":
            return ("un texte qui commence par « > » ou « | » doit passer à la ligne", quote)
        case "block sequence entries are not allowed in this context":
            return ("un élément de liste (« - ») est inattendu ici", "mettez la liste sous sa clé, à la ligne")
        case "mapping keys are not allowed in this context", "block mapping keys are not allowed in this context":
            return ("un « ? » est inattendu ici", quote)
        case "did not find expected ',' or ']'":
            return ("il manque « , » ou « ] » dans la liste", "fermez la liste par « ] »")
        case "did not find expected ',' or '}'":
            return ("il manque « , » ou « } » dans le bloc entre accolades", "fermez-le par « } »")
        case "did not find expected key":
            return ("une clé est attendue ici", "vérifiez le retrait: les clés d’un même bloc s’alignent")
        case "did not find expected '-' indicator":
            return ("un élément de liste (« - ») est attendu ici", "vérifiez le retrait: les tirets s’alignent")
        case "did not find expected node content":
            return ("une valeur est attendue ici", nil)
        case "did not find expected <document start>":
            return ("ce texte suit la fin du document", "supprimez-le, ou supprimez la ligne « ... »")
        case "found undefined tag handle", "did not find expected tag URI", "did not find expected whitespace or line break",
            "did not find expected '!'", "did not find the expected '>'", "did not find URI escaped octet":
            return ("les étiquettes (« !type ») ne sont pas permises", quote)
        default:
            return ("le texte n’est pas du YAML à cet endroit", "vérifiez le retrait, les guillemets et les « : »")
        }
    }
}
