import RuleEngine
import RuleModel
import Testing

/// Section 6 of the language: what rules and methods make of a case, a row a statement.
@Suite struct DecisionTests {
    /// What can be said of a decision in one line: `déterminée: un`, `indéterminée: un | deux | sans objet`.
    static func text(of id: DecisionID, in set: RuleSet, _ evaluation: Evaluation) -> String {
        let result = evaluation[id]
        var possible = result.possibleOutcomes.map { outcome in
            set[id].outcomes[outcome].name + (result.certain[outcome] ? "!" : "")
        }
        if result.mayNotApply { possible.append("sans objet") }
        return result.state.word + ": " + possible.joined(separator: " | ")
    }

    static let rules = """
        règles:
          r-un: {si: {a: oui}, conclut: {q: un}}
          r-deux: {si: {b: oui}, conclut: {q: deux}}
          r-trois: {si: {c: oui}, conclut: {q: trois}}

        """

    @Test(
        arguments: [
            ("", "indéterminée: un | deux | trois"), ("a: oui", "déterminée: un"),
            ("a: non, b: non, c: non", "déterminée: trois"),
            ("a: non, c: oui", "indéterminée: deux | trois"), ("a: non, b: oui", "déterminée: deux"),
            ("b: oui, c: oui", "indéterminée: un | deux"),
        ])
    func priorityTakesTheFirst(_ facts: String, _ expected: String) throws {
        try expect("méthode: priorité, par défaut: trois", facts, expected)
    }

    @Test(
        arguments: [
            ("", "indéterminée: un | deux | trois"), ("a: oui, b: non, c: non", "déterminée: un"),
            ("a: oui", "indéterminée: un | deux | trois"), ("a: non, b: non, c: non", "déterminée: trois"),
            ("a: non, b: non", "déterminée: trois"), ("a: oui, b: oui", "contradictoire: un | deux | trois"),
            ("a: oui, b: oui, c: non", "contradictoire: un | deux"),
        ])
    func uniqueAllowsOne(_ facts: String, _ expected: String) throws {
        try expect("méthode: unique, par défaut: trois", facts, expected)
    }

    /// What contradicts itself is told by the outcomes whose support is `vrai`.
    @Test func aContradictionHasItsOutcomes() throws {
        let decision = """
            décisions: {q: {question: Quoi, issues: {un: x, deux: x, trois: x}, méthode: unique, par défaut: trois}}
            """
        let (_, evaluation) = try Sample.evaluate(Self.rules + decision, facts: "b: oui, c: oui")
        #expect(evaluation.decisions[0].state == .contradictory)
        #expect(evaluation.decisions[0].supportedOutcomes == [1, 2])
    }

    @Test(
        arguments: [
            ("", "indéterminée: un | deux | trois"), ("a: oui, b: non, c: non", "déterminée: un!"),
            ("a: oui, c: oui", "indéterminée: un! | deux | trois!"), ("a: non, b: non, c: non", "déterminée: "),
        ])
    func cumulativeCollects(_ facts: String, _ expected: String) throws {
        try expect("méthode: cumul", facts, expected)
    }

    @Test(
        arguments: [
            ("méthode: priorité, par défaut: un", "n: 1, a: oui", "sans objet: sans objet"),
            ("méthode: priorité, par défaut: un", "a: oui", "indéterminée: un | sans objet"),
            ("méthode: unique, par défaut: un", "a: oui, b: oui, c: non", "indéterminée: un | deux | sans objet"),
            ("méthode: cumul", "a: oui, b: non, c: non", "indéterminée: un | sans objet"),
            ("méthode: cumul", "a: oui, b: non, c: non, n: 2", "déterminée: un!"),
        ])
    func applicabilityComesFirst(_ method: String, _ facts: String, _ expected: String) throws {
        try expect(method + ", applicable si: {n: 2}", facts, expected)
    }

    /// The rules of a decision are told in the order of their names, each once.
    @Test func aDecisionHasItsRulesInOrder() throws {
        let names = (10..<40).map { "r-\($0)" }
        let rules = names.map { "  \($0): {conclut: {q: [un, deux]}}" }.joined(separator: "\n")
        let decision = "décisions: {q: {question: Quoi, issues: {un: x, deux: x}, méthode: cumul}}\n"
        let set = try Sample.evaluate(decision + "règles:\n" + rules, facts: "").set
        #expect(set[DecisionID(0)].rules.map { set[$0].name } == names)
    }

    private func expect(_ method: String, _ facts: String, _ expected: String) throws {
        let decision = "décisions: {q: {question: Quoi, issues: {un: x, deux: x, trois: x}, \(method)}}"
        let (set, evaluation) = try Sample.evaluate(Self.rules + decision, facts: facts)
        #expect(Self.text(of: DecisionID(0), in: set, evaluation) == expected)
    }
}
