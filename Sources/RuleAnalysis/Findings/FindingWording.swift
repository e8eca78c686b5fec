import PolicyValues
import RuleModel
import SourceText

/// Pieces of sentences that several findings have.
enum FindingWording {
    static func counterexample(_ property: Invariant) -> String {
        "Contre-exemple\u{A0}: \(property.title ?? property.name)"
    }

    static func conflictCase(_ first: Rule, _ second: Rule) -> String {
        "Conflit\u{A0}: \(first.name) et \(second.name)"
    }

    static func gapCase(_ table: RuleTable) -> String { "Lacune du tableau \(table.name)" }

    /// A value as a policy officer writes it.
    static func value(_ value: Value, _ set: RuleSet) -> String {
        switch value {
        case .yesNo(let holds): holds ? "oui" : "non"
        case .choice(let symbol): set[symbol]
        case .choices(let symbols): symbols.isEmpty ? "[]" : symbols.map { set[$0] }.joined(separator: ", ")
        case .number(let number): FrenchFormat.number(number)
        case .date(let date): FrenchFormat.bareDate(date)
        case .text(let text): text
        }
    }

    static func rules(_ rules: [Rule]) -> String {
        rules.count == 1
            ? "la règle \(quotedList(rules.map(\.name)))" : "les règles \(quotedList(rules.map(\.name), "et"))"
    }

    static func owner(_ owner: ConditionOwner) -> (text: String, name: String) {
        switch owner {
        case .rule(let rule): ("de la règle \(quoted(rule.name))", rule.name)
        case .definition(let definition): ("de la définition \(quoted(definition.name))", definition.name)
        case .decision(let decision): ("de la décision \(quoted(decision.name))", decision.name)
        case .property(let property): ("de la propriété \(quoted(property.name))", property.name)
        }
    }

    static func openReason(_ reason: OpenReason) -> String {
        switch reason {
        case .effort: "le temps accordé n’a pas suffi"
        case .product:
            "elle dépend d’un produit de deux quantités qui changent, que l’analyse ne sait pas toujours traiter"
        }
    }

    static let everywhere = "dans aucun cas cohérent, à aucune date"
}
