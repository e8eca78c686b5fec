import PolicyValues
import RuleModel
import SourceText

extension Sentences {
    /// What stands right of the name: « plus de 180 jours », « avant le 4 mars 2024 », « a ou b », « comprend a ».
    func phrase(_ comparison: Comparison, of said: Said, affirmed: Bool) -> String {
        let operands = comparison.operands
        switch (comparison.comparator, affirmed) {
        case (.oneOf, true), (.noneOf, false): return member(operands, of: said)
        case (.noneOf, true), (.oneOf, false): return stranger(operands, of: said)
        case (.containsAll, true): return "comprend " + list(operands, said, "et")
        case (.containsAll, false):
            return operands.count > 1
                ? "ne comprend pas à la fois " + list(operands, said, "et") : stranger(operands, of: said)
        case (.above, true), (.atMost, false): return ordered(Self.above, operands, said)
        case (.atLeast, true), (.below, false): return ordered(Self.atLeast, operands, said)
        case (.below, true), (.atLeast, false): return ordered(Self.below, operands, said)
        case (.atMost, true), (.above, false): return ordered(Self.atMost, operands, said)
        }
    }

    /// « a ou b »; of a set « comprend a ou b ».
    private func member(_ operands: [Operand], of said: Said) -> String {
        if case .choices = said.type { return "comprend " + list(operands, said, "ou") }
        return FrenchFormat.list(
            operands.map { ($0.isConstant ? "" : "même valeur que ") + text(of: $0, unit: said.unit) }, "ou")
    }

    /// « autre que a », « ni a ni b »; of a set « ne comprend pas a », « ne comprend ni a ni b ».
    private func stranger(_ operands: [Operand], of said: Said) -> String {
        let texts = operands.map { text(of: $0, unit: said.unit) }
        if case .choices = said.type {
            return texts.count == 1 ? "ne comprend pas " + texts.joined() : "ne comprend ni " + nor(texts)
        }
        guard texts.count == 1 else { return "ni " + nor(texts) }
        return operands.allSatisfy(\.isConstant) ? other(than: texts.joined()) : "autre valeur que " + texts.joined()
    }

    private func list(_ operands: [Operand], _ said: Said, _ conjunction: String) -> String {
        FrenchFormat.list(operands.map { text(of: $0, unit: said.unit) }, conjunction)
    }

    /// « autre que client », « autre qu’aucun »; « oui » and « onze » take no elision.
    func other(than text: String) -> String {
        let initial = text.first.map { NameKey.bare(String($0)) } ?? ""
        let isElided =
            !initial.isEmpty && "aeiouœ".contains(initial) && !text.hasPrefix("oui") && !text.hasPrefix("onz")
        return (isElided ? "autre qu’" : "autre que ") + text
    }

    private func nor(_ texts: [String]) -> String { texts.joined(separator: " ni ") }

    /// The words of an order comparator: before a constant, before a name, and before a date.
    private struct Words {
        let constant: String
        let name: String
        let date: String
    }

    private static let above = Words(constant: "plus de", name: "plus que", date: "après")
    private static let atLeast = Words(constant: "au moins", name: "au moins", date: "au plus tôt")
    private static let below = Words(constant: "moins de", name: "moins que", date: "avant")
    private static let atMost = Words(constant: "au plus", name: "au plus", date: "au plus tard")

    private func ordered(_ words: Words, _ operands: [Operand], _ said: Said) -> String {
        let texts = list(operands, said, "et")
        if case .date = said.type { return "\(words.date) \(texts)" }
        return "\(operands.allSatisfy(\.isConstant) ? words.constant : words.name) \(texts)"
    }
}
