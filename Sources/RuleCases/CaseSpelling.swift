import PolicyValues
import RuleJSON
package import RuleModel

/// Values and names as a case file in YAML spells them.
package struct CaseSpelling {
    private let set: RuleSet

    package init(_ set: RuleSet) { self.set = set }

    /// A fact's value; nil is `inconnu`. A `texte` is always in quotes, so that it is not taken for something else.
    package func value(_ value: Value?) -> String {
        switch value {
        case nil: "inconnu"
        case .yesNo(let holds): holds ? "oui" : "non"
        case .choice(let symbol): Self.text(set[symbol])
        case .choices(let symbols): "[\(symbols.map { Self.text(set[$0]) }.joined(separator: ", "))]"
        case .number(let number): number.description
        case .date(let date): date.iso
        case .text(let text): JSONValue.text(text).text(.compact)
        }
    }

    /// A text bare where YAML reads it as itself, even between brackets, else as JSON quotes it, which YAML reads.
    package static func text(_ text: String) -> String {
        isPlain(text) ? text : JSONValue.text(text).text(.compact)
    }

    /// Letters, digits, spaces inside, and signs that mean nothing to YAML; no word of the language.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first.properties.isAlphabetic, text.last != " ",
            !["null", "inconnu"].contains(text.lowercased())
        else { return false }
        return text.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                || " '’-()/_.«»\u{A0}".unicodeScalars.contains(scalar)
        }
    }
}
