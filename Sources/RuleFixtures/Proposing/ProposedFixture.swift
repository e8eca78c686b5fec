import PolicyValues
import RuleCases
import RuleEngine
import RuleJSON
import RuleModel

/// A fixture to paste: a case, and what the rules as they are make of it. Whether the rules are right is for a person to
/// say.
package struct ProposedFixture: Sendable {
    /// What it is for, as its `nom`.
    package let name: String
    /// YAML, with a line feed at the end.
    package let text: String

    init(_ name: String, _ proposed: ProposedCase, _ expected: [String], in set: RuleSet) {
        self.name = name
        let writer = FixtureText(set: set)
        var lines = ["nom: \(FixtureText.scalar(name))", "date: \(proposed.date.iso)"]
        let facts = set.factIDs.compactMap { fact -> String? in
            switch proposed.facts.origins[fact.position] {
            case .absent, .presumed: nil
            case .stated, .statedUnknown:
                "  \(FixtureText.scalar(set[fact].name)): \(writer.text(proposed.facts[fact]))"
            }
        }
        lines += facts.isEmpty ? ["faits: {}"] : ["faits:"] + facts
        lines += ["attendu:"] + expected.map { "  " + $0 }
        text = lines.joined(separator: "\n") + "\n"
    }
}

/// Values and results as a fixture spells them.
struct FixtureText {
    let set: RuleSet

    func text(_ value: Value?) -> String {
        switch value {
        case nil: "inconnu"
        case .yesNo(let holds): holds ? "oui" : "non"
        case .choice(let symbol): Self.scalar(set[symbol])
        case .choices(let symbols): "[\(symbols.map { Self.scalar(set[$0]) }.joined(separator: ", "))]"
        case .number(let number): number.description
        case .date(let date): date.iso
        case .text(let text): JSONValue.text(text).text(.compact)
        }
    }

    /// The lines of `attendu` for what is asked about.
    func expected(
        _ evaluation: Evaluation, rules: [RuleID], definitions: [DefinitionID], decisions: [DecisionID]
    ) -> [String] {
        var lines = decisions.map { "\(Self.scalar(set[$0].name)): \(issue(evaluation[$0], of: $0))" }
        if !rules.isEmpty {
            lines.append("règles:")
            lines += rules.map { "  \(Self.scalar(set[$0].name)): \(evaluation[$0].word)" }
        }
        if !definitions.isEmpty {
            lines.append("définitions:")
            lines += definitions.map { "  \(Self.scalar(set[$0].name)): \(text(evaluation[$0]))" }
        }
        return lines
    }

    private func issue(_ result: DecisionResult, of id: DecisionID) -> String {
        switch Issue(result, of: set[id]) {
        case .outcome(let outcome): Self.scalar(set[id].outcomes[outcome].name)
        case .members(let members): names(members.sorted(), of: id)
        case .undetermined: "{issue: indéterminée, possibles: \(possible(result, of: id))}"
        case .notApplicable: "sans objet"
        case .contradictory: "contradictoire"
        }
    }

    private func possible(_ result: DecisionResult, of id: DecisionID) -> String {
        let outcomes = result.possibleOutcomes.map { Self.scalar(set[id].outcomes[$0].name) }
        return "[\((outcomes + (result.mayNotApply ? ["sans objet"] : [])).joined(separator: ", "))]"
    }

    private func names(_ outcomes: [Int], of id: DecisionID) -> String {
        "[\(outcomes.map { Self.scalar(set[id].outcomes[$0].name) }.joined(separator: ", "))]"
    }

    /// A text bare where YAML reads it as itself, even between brackets, else in quotes.
    static func scalar(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, first.properties.isAlphabetic, scalars.last != " " else {
            return JSONValue.text(text).text(.compact)
        }
        let isPlain = scalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                || " '’-()_.«»\u{A0}".unicodeScalars.contains(scalar)
        }
        return isPlain && text.lowercased() != "null" ? text : JSONValue.text(text).text(.compact)
    }
}
