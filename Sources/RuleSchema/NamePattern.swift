import PolicyValues
import SourceText

/// Regular expressions (ECMA 262) for names, in which `’` and `'` are one character.
enum NamePattern {
    static func isNeeded(for name: String) -> Bool { NameKey.fold(name).utf8.contains(UInt8(ascii: "'")) }

    /// Matches any of the names, whole.
    static func of(_ names: [String]) -> String { "^(?:" + names.map(spelled).joined(separator: "|") + ")$" }

    /// A name with its special characters escaped.
    static func spelled(_ name: String) -> String {
        NameKey.fold(name).unicodeScalars.map { scalar in
            switch scalar {
            case "'": "['’]"
            case "\\", "^", "$", ".", "|", "?", "*", "+", "(", ")", "[", "]", "{", "}", "/": "\\" + String(scalar)
            default: String(scalar)
            }
        }.joined()
    }
}

/// What YAML 1.2 makes of a text without quotes.
enum YAMLNumber {
    /// The number, when the text is spelled as JSON would spell it.
    static func read(_ text: String) -> ExactDecimal? {
        guard case .success(let number) = ExactDecimal.parse(text), number.description == text else { return nil }
        return number
    }
}
