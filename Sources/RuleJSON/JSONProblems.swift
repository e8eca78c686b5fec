import PolicyValues
import SourceText

/// What was still to come where a text ends too early.
enum JSONExpectation {
    case value
    case key
    case colon
    /// The closing bracket or quote, and where the opening one stands.
    case closing(UInt8, SourceRange)
}

/// Wording: what is wrong with a JSON text.
extension Diagnostic {
    // MARK: Structure

    static func emptyJSON(_ extent: JSONReader.Extent, _ range: SourceRange) -> Diagnostic {
        Diagnostic(.jsonSyntax, "\(extent.subject) est vide; un objet \(quoted("{ … }")) était attendu", at: range)
    }

    static func jsonRoot(_ root: Node.Content, _ extent: JSONReader.Extent, _ range: SourceRange) -> Diagnostic {
        let help =
            switch (root, extent) {
            case (.sequence, .file): "écrivez \(quoted(#"{"cas": [ … ]}"#)), ou un objet par ligne pour la commande lot"
            case (.sequence, .line), (.sequence, .message):
                "mettez un objet par ligne, sans crochets autour ni virgule entre les objets"
            case (.scalar, _), (.mapping, _): "par exemple \(quoted(#"{"faits": { … }}"#))"
            }
        return Diagnostic(
            .rootShape, "un objet \(quoted("{ … }")) était attendu, mais \(extent.subject) contient \(kind(root))",
            at: range, help: help)
    }

    static func endOfJSON(
        _ extent: JSONReader.Extent, _ expectation: JSONExpectation, _ end: SourceRange
    ) -> Diagnostic {
        var notes: [Note] = []
        let missing =
            switch expectation {
            case .value: "une valeur"
            case .key: "une clé"
            case .colon: quoted(":")
            case .closing(let byte, _): quoted(String(Unicode.Scalar(byte)))
            }
        if case .closing(_, let opening) = expectation { notes = [Note("ouvert ici", at: opening)] }
        return Diagnostic(
            .jsonSyntax, "fin de \(extent.word) inattendue\u{A0}: il manque \(missing)", at: end, notes: notes,
            help: "\(extent.subject) semble tronqué\(extent == .line ? "e" : "")")
    }

    static func afterEnd(
        _ extent: JSONReader.Extent, _ root: Node, _ next: Located<Unicode.Scalar?>
    ) -> Diagnostic {
        let several = next.value == "{" && root.entries != nil
        let advice =
            extent == .file
            ? "pour plusieurs cas, écrivez \(quoted(#"{"cas": [ … , … ]}"#))"
            : "mettez chaque objet sur sa propre ligne"
        let help = several ? advice : nil
        return Diagnostic(
            .jsonSyntax, "rien ne peut suivre la fin \(of(root.content)), mais \(shown(next.value)) se trouve ici",
            at: next.range, notes: [Note("commence ici", at: root.range.prefix)], help: help)
    }

    static func missingColon(_ key: Located<String>, _ next: Located<Unicode.Scalar?>) -> Diagnostic {
        Diagnostic(
            .jsonSyntax, "il manque \(quoted(":")) entre la clé \(quoted(key.value)) et \(shown(next.value))",
            at: next.range)
    }

    static func missingComma(
        _ closing: UInt8, _ opening: SourceRange, _ next: Located<Unicode.Scalar?>
    ) -> Diagnostic {
        let close = quoted(String(Unicode.Scalar(closing)))
        return Diagnostic(
            .jsonSyntax, "il manque \(quoted(",")) ou \(close) avant \(shown(next.value))", at: next.range,
            notes: [Note("ouvert ici", at: opening)])
    }

    static func trailingComma(_ range: SourceRange, _ closing: UInt8) -> Diagnostic {
        Diagnostic(
            .jsonSyntax, "virgule de trop avant \(quoted(String(Unicode.Scalar(closing))))", at: range,
            help: "supprimez-la", fix: Fix(replace: range, with: ""))
    }

    static func extraComma(_ range: SourceRange) -> Diagnostic {
        Diagnostic(.jsonSyntax, "virgule de trop\u{A0}: aucune valeur ne la précède", at: range, help: "supprimez-la")
    }

    static func missingValue(_ next: Located<Unicode.Scalar?>) -> Diagnostic {
        Diagnostic(
            .jsonSyntax, "une valeur était attendue avant \(shown(next.value))", at: next.range,
            help: "écrivez null pour une valeur inconnue")
    }

    static func unexpectedCharacter(_ next: Located<Unicode.Scalar?>) -> Diagnostic {
        Diagnostic(.jsonSyntax, "\(shown(next.value)) ne commence aucune valeur JSON", at: next.range)
    }

    static func jsonComment(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .jsonSyntax, "un commentaire n’est pas permis en JSON", at: range,
            help: "supprimez-le, ou écrivez le cas en YAML")
    }

    // MARK: Keys

    static func keyExpected(_ next: Located<Unicode.Scalar?>) -> Diagnostic {
        Diagnostic(
            .jsonSyntax, "une clé entre guillemets droits était attendue, mais \(shown(next.value)) se trouve ici",
            at: next.range)
    }

    static func unquotedKey(_ key: Located<String>) -> Diagnostic {
        let replacement = "\"\(key.value)\""
        return Diagnostic(
            .jsonSyntax, "la clé \(quoted(key.value)) doit être entre guillemets droits", at: key.range,
            help: "écrivez \(quoted(replacement))", fix: Fix(replace: key.range, with: replacement))
    }

    static func decimalComma(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .jsonSyntax, "une clé entre guillemets droits était attendue après la virgule", at: range,
            help: "les décimales d’un nombre s’écrivent avec un point, par exemple 1.5")
    }

    static func repeatedKey(_ key: Located<String>, _ first: SourceRange, sameSpelling: Bool) -> Diagnostic {
        let help =
            sameSpelling
            ? nil : "les deux écritures se valent\u{A0}: les échappements, les accents et les apostrophes sont unifiés"
        return Diagnostic(
            .duplicateKey, "la clé \(quoted(key.value)) est écrite deux fois dans le même objet", at: key.range,
            notes: [Note("première fois ici", at: first)], help: help)
    }

    // MARK: Values

    static func singleQuotes(_ text: String?, _ range: SourceRange) -> Diagnostic {
        let plain = text.flatMap { text in text.contains { $0 == "\"" || $0 == "\\" } ? nil : "\"\(text)\"" }
        return Diagnostic(
            .jsonSyntax, "un texte JSON se met entre guillemets droits, pas entre apostrophes", at: range,
            help: plain.map { "écrivez \(quoted($0))" }, fix: plain.map { Fix(replace: range, with: $0) })
    }

    static func typographicQuotes(_ range: SourceRange) -> Diagnostic {
        Diagnostic(.jsonSyntax, "un texte JSON se met entre guillemets droits \(quoted("\""))", at: range)
    }

    static func unknownWord(_ word: Located<String>) -> Diagnostic {
        let replacement: String? =
            switch word.value.lowercased() {
            case "true": "true"
            case "false": "false"
            case "none", "nil", "null", "undefined": "null"
            case "nan", "infinity", "inf": nil
            default: "\"\(word.value)\""
            }
        return Diagnostic(
            .jsonSyntax, "\(quoted(word.value)) n’est pas une valeur JSON", at: word.range,
            help: replacement.map { "écrivez \(quoted($0))" } ?? "écrivez un nombre, ou null s’il est inconnu",
            fix: replacement.map { Fix(replace: word.range, with: $0) })
    }

    static func badNumber(_ spelling: String, corrected: String?, _ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .jsonSyntax, "\(quoted(spelling)) n’est pas un nombre JSON", at: range,
            help: corrected.map { "écrivez \(quoted($0))" }, fix: corrected.map { Fix(replace: range, with: $0) })
    }

    static func badEscape(_ letter: Unicode.Scalar?, _ range: SourceRange) -> Diagnostic {
        let written = letter.map { "\\" + Visible.text(String($0)) } ?? "\\"
        return Diagnostic(
            .jsonSyntax, "\(quoted(written)) n’est pas un échappement JSON", at: range,
            help: "une barre oblique inverse s’écrit \(quoted("\\\\"))")
    }

    static func shortUnicodeEscape(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .jsonSyntax, "l’échappement \(quoted("\\u")) demande quatre chiffres hexadécimaux", at: range,
            help: "par exemple \(quoted("\\u00e9")) pour é")
    }

    static func loneSurrogate(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .jsonSyntax, "cet échappement n’est que la moitié d’un caractère", at: range,
            help: "au-delà de U+FFFF, un caractère s’écrit avec deux échappements de suite, ou tel quel")
    }

    static func rawControl(_ byte: UInt8, _ range: SourceRange) -> Diagnostic {
        let (what, how) =
            switch byte {
            case .lineFeed: ("un saut de ligne", "\\n")
            case .carriageReturn: ("un retour de chariot", "\\r")
            case .tab: ("une tabulation", "\\t")
            default: ("le caractère de commande \(Visible.codePoint(Unicode.Scalar(byte)))", "\\u" + fourDigits(byte))
            }
        return Diagnostic(
            .jsonSyntax, "\(what) ne peut pas figurer directement dans un texte JSON", at: range,
            help: "écrivez \(quoted(how)), ou fermez le texte avant")
    }

    // MARK: Limits

    static func tooDeepJSON(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .limitExceeded, "les listes et les objets s’emboîtent au-delà de la limite de \(Limits.depth) niveaux",
            at: range)
    }

    static func tooManyValues(_ range: SourceRange) -> Diagnostic {
        Diagnostic(.limitExceeded, "le texte dépasse la limite de \(number(Limits.nodes)) valeurs et clés", at: range)
    }

    static func textTooLong(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .limitExceeded, "ce texte dépasse la limite de \(Limits.scalarBytes >> 10)\u{A0}Kio", at: range)
    }

    static func numberTooLong(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .limitExceeded, "ce nombre dépasse la limite de \(number(JSONNumber.longestSpelling)) caractères", at: range
        )
    }

    // MARK: Words

    private static func shown(_ scalar: Unicode.Scalar?) -> String {
        guard let scalar else { return "la fin" }
        let isSpace = scalar.properties.isWhitespace || Visible.isHidden(scalar)
        return isSpace ? "le caractère \(Visible.codePoint(scalar))" : quoted(String(scalar))
    }

    private static func kind(_ content: Node.Content) -> String {
        switch content {
        case .sequence: "une liste"
        case .mapping: "un objet"
        case .scalar(let scalar):
            switch scalar.style {
            case .number: "un nombre"
            case .boolean, .null: "la valeur \(scalar.text)"
            case .plain, .quoted, .block: "un texte"
            }
        }
    }

    private static func of(_ content: Node.Content) -> String {
        switch content {
        case .sequence: "de la liste"
        case .mapping: "de l’objet"
        case .scalar: "de la valeur"
        }
    }

    private static func number(_ count: Int) -> String {
        ExactDecimal(whole: count).map { FrenchFormat.number($0) } ?? String(count)
    }

    private static func fourDigits(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}

extension JSONReader.Extent {
    fileprivate var word: String {
        switch self {
        case .file: "fichier"
        case .line: "ligne"
        case .message: "message"
        }
    }

    fileprivate var subject: String {
        switch self {
        case .file: "le fichier"
        case .line: "la ligne"
        case .message: "le message"
        }
    }
}

extension SourceRange {
    /// The first byte.
    fileprivate var prefix: SourceRange { SourceRange(file: file, start: start, end: min(start + 1, end)) }
}
