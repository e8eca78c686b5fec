import PolicyValues
package import RuleModel
import SourceText

extension Sentences {
    /// What is so: « Le délai écoulé est de 297 jours. », « nom du recours : inconnu ».
    package func statement(of said: Said) -> String {
        guard let value = said.value else { return labelled(said.name, "inconnu") }
        return statement(of: said, being: value)
    }

    /// What a value says: the `énoncé` filled in, else « name : value ».
    package func statement(of said: Said, being value: Value) -> String {
        switch value {
        case .yesNo(true): return said.statement ?? labelled(said.name, "oui")
        case .yesNo(false): return said.contraryStatement ?? labelled(said.name, "non")
        case .choices([]): return labelled(said.name, values.french(value))
        case .choice, .choices, .number, .date, .text:
            let filled = said.statement.flatMap { Self.filled($0) { values.french(value, unit: said.unit, after: $0) } }
            return filled ?? labelled(said.name, values.french(value, unit: said.unit))
        }
    }

    /// The statement with every `{{valeur}}` replaced, given the text before it; nil when it has none.
    static func filled(_ statement: String, with value: (Substring) -> String) -> String? {
        var text = ""
        var rest = statement[...]
        var found = false
        while let opening = rest.firstRange(ofScalars: "{{"),
            let closing = rest[opening.upperBound...].firstRange(ofScalars: "}}")
        {
            let name = rest[opening.upperBound..<closing.lowerBound].trimming { $0 == " " || $0 == "\u{A0}" }
            text += rest[..<opening.lowerBound]
            if name == "valeur" {
                text += value(text[...])
                found = true
            } else {
                text += rest[opening.lowerBound..<closing.upperBound]
            }
            rest = rest[closing.upperBound...]
        }
        return found ? text + rest : nil
    }
}

extension Substring {
    /// Without the characters at both ends that satisfy the predicate.
    func trimming(_ isTrimmed: (Character) -> Bool) -> Substring {
        var trimmed = drop(while: isTrimmed)
        while let last = trimmed.last, isTrimmed(last) { trimmed.removeLast() }
        return trimmed
    }
}
