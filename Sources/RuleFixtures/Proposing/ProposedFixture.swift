import PolicyValues
import RuleCases
import RuleEngine
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
        let spelling = CaseSpelling(set)
        var lines = ["nom: \(CaseSpelling.text(name))", "date: \(proposed.date.iso)"]
        let facts = set.factIDs.compactMap { fact -> String? in
            switch proposed.facts.origins[fact.position] {
            case .absent, .presumed: nil
            case .stated, .statedUnknown:
                "  \(CaseSpelling.text(set[fact].name)): \(spelling.value(proposed.facts[fact]))"
            }
        }
        lines += facts.isEmpty ? ["faits: {}"] : ["faits:"] + facts
        lines += ["attendu:"] + expected.map { "  " + $0 }
        text = lines.joined(separator: "\n") + "\n"
    }
}

/// What is expected, as a fixture spells it.
struct FixtureText {
    let set: RuleSet

    /// The lines of `attendu` for what is asked about.
    func expected(
        _ evaluation: Evaluation, rules: [RuleID], definitions: [DefinitionID], decisions: [DecisionID]
    ) -> [String] {
        var lines = decisions.map { "\(CaseSpelling.text(set[$0].name)): \(issue(evaluation[$0], of: $0))" }
        if !rules.isEmpty {
            lines.append("règles:")
            lines += rules.map { "  \(CaseSpelling.text(set[$0].name)): \(evaluation[$0].word)" }
        }
        if !definitions.isEmpty {
            lines.append("définitions:")
            let spelling = CaseSpelling(set)
            lines += definitions.map { "  \(CaseSpelling.text(set[$0].name)): \(spelling.value(evaluation[$0]))" }
        }
        return lines
    }

    private func issue(_ result: DecisionResult, of id: DecisionID) -> String {
        switch Issue(result, of: set[id]) {
        case .outcome(let outcome): CaseSpelling.text(set[id].outcomes[outcome].name)
        case .members(let members): names(members.sorted(), of: id)
        case .undetermined: "{issue: indéterminée, possibles: \(possible(result, of: id))}"
        case .notApplicable: "sans objet"
        case .contradictory: "contradictoire"
        }
    }

    private func possible(_ result: DecisionResult, of id: DecisionID) -> String {
        let outcomes = result.possibleOutcomes.map { CaseSpelling.text(set[id].outcomes[$0].name) }
        return "[\((outcomes + (result.mayNotApply ? ["sans objet"] : [])).joined(separator: ", "))]"
    }

    private func names(_ outcomes: [Int], of id: DecisionID) -> String {
        "[\(outcomes.map { CaseSpelling.text(set[id].outcomes[$0].name) }.joined(separator: ", "))]"
    }
}
