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

    private func expect(_ method: String, _ facts: String, _ expected: String) throws {
        let decision = "décisions: {q: {question: Quoi, issues: {un: x, deux: x, trois: x}, \(method)}}"
        let (set, evaluation) = try Sample.evaluate(Self.rules + decision, facts: facts)
        #expect(Self.text(of: DecisionID(0), in: set, evaluation) == expected)
    }
}
