import PolicyValues
package import RuleModel
import SourceText

/// What an editor shows about a name of the vocabulary, in Markdown.
package enum VocabularyNote {
    package static func of(_ fact: Fact, in set: RuleSet) -> String {
        var lines = ["**\(escaped(fact.question))**", type(fact.type, fact.unit, "Fait")]
        lines += values(fact.type, fact.meanings, in: set)
        if let least = fact.minimum { lines.append("Au moins \(FrenchFormat.number(least)).") }
        if let most = fact.maximum { lines.append("Au plus \(FrenchFormat.number(most)).") }
        if let presumed = fact.presumed { lines.append("Présumé\u{A0}: \(shown(presumed, in: set)).") }
        if let holder = fact.holder { lines.append("Qui peut répondre\u{A0}: \(escaped(holder)).") }
        return joined(lines, fact.description, fact.note)
    }

    package static func of(_ definition: Definition, in set: RuleSet) -> String {
        var lines = definition.question.map { ["**\(escaped($0))**"] } ?? []
        lines.append(type(definition.type, definition.unit, "Définition"))
        lines += values(definition.type, definition.meanings, in: set)
        return joined(lines, definition.description, definition.note)
    }

    package static func of(_ decision: Decision) -> String {
        var lines = ["**\(escaped(decision.question))**", "Décision par \(decision.method.name)."]
        lines.append(decision.outcomes.map { item($0.name, $0.meaning) }.joined(separator: "\n"))
        switch decision.method {
        case .priority(let index), .unique(let index):
            if decision.outcomes.indices.contains(index) {
                lines.append("Par défaut\u{A0}: \(escaped(decision.outcomes[index].name)).")
            }
        case .cumulative: break
        }
        return joined(lines, decision.description, decision.note)
    }

    package static func of(_ parameter: Parameter, in set: RuleSet) -> String {
        var lines = parameter.question.map { ["**\(escaped($0))**"] } ?? []
        lines.append(type(parameter.type, parameter.unit, "Paramètre"))
        lines.append(
            parameter.versions.map { version in
                item(version.from.iso, version.value.map { shown($0, in: set) } ?? "à préciser")
            }.joined(separator: "\n"))
        return joined(lines, parameter.description, parameter.note)
    }

    package static func of(_ rule: Rule, in set: RuleSet) -> String {
        let concluded = rule.conclusions.map { conclusion in
            let decision = set[conclusion.decision]
            return item(decision.name, decision.outcomes[conclusion.outcome].name)
        }
        return joined(["**\(escaped(rule.label))**", concluded.joined(separator: "\n")], rule.note)
    }

    private static func type(_ type: ValueType, _ unit: String?, _ what: String) -> String {
        "\(what) de type \(type.name)" + (unit.map { ", en \(escaped($0))" } ?? "") + "."
    }

    private static func values(_ type: ValueType, _ meanings: [String], in set: RuleSet) -> [String] {
        let items = zip(type.symbols, meanings).map { item(set[$0], $1) }
        return items.isEmpty ? [] : [items.joined(separator: "\n")]
    }

    private static func item(_ name: String, _ meaning: String) -> String {
        let shown = name.containsScalars(of: "`") ? escaped(name) : "`\(name)`"
        return "- \(shown)\u{A0}: \(escaped(meaning))"
    }

    private static func joined(_ lines: [String], _ more: String?...) -> String {
        (lines + more.compactMap { $0.map(escaped) }).filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private static func shown(_ value: Value, in set: RuleSet) -> String {
        switch value {
        case .yesNo(let isYes): isYes ? "oui" : "non"
        case .choice(let symbol): escaped(set[symbol])
        case .choices(let symbols):
            symbols.isEmpty ? "aucune valeur" : symbols.map { escaped(set[$0]) }.joined(separator: ", ")
        case .number(let number): FrenchFormat.number(number)
        case .date(let date): FrenchFormat.date(date)
        case .text(let text): escaped(text)
        }
    }

    private static func escaped(_ text: String) -> String { MarkdownText.escaped(text) }
}
