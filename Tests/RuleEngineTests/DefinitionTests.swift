import RuleEngine
import Testing

/// Section 5 of the language, a row a statement: the value of the definition `q`.
@Suite struct DefinitionTests {
    struct Row: CustomTestStringConvertible, Sendable {
        let definition: String
        let facts: String
        let date: String
        let expected: String

        var testDescription: String { "\(definition) · \(facts) · \(date) · \(expected)" }

        init(_ definition: String, _ facts: String, on date: String = "2024-03-04", _ expected: String) {
            self.definition = definition
            self.facts = facts
            self.date = date
            self.expected = expected
        }
    }

    // 2024-03-01 is a Friday; 2024-03-29 a holiday, a Friday too.
    static let days = [
        Row("calcul: {jours: {du: d, au: e}}", "d: 2024-02-28, e: 2024-03-01", "2"),
        Row("calcul: {jours: {du: d, au: e}}", "d: 2024-03-01, e: 2024-02-28", "-2"),
        Row("calcul: {jours: {du: d, au: 2024-03-01}}", "", "inconnu"),
        Row("calcul: {jours ouvrables: {du: d, au: e}}", "d: 2024-03-01, e: 2024-03-04", "1"),
        Row("calcul: {jours ouvrables: {du: d, au: e}}", "d: 2024-03-04, e: 2024-03-01", "-1"),
        Row("calcul: {jours ouvrables: {du: d, au: e}}", "d: 2024-03-25, e: 2024-04-01", "4"),
        Row("calcul: {jours ouvrables: {du: d, au: e}}", "d: 2030-01-01, e: 2030-01-01", "0"),
        Row("calcul: {jours ouvrables: {du: d, au: e}}", "d: 2023-12-31, e: 2024-01-01", "1"),
        Row("calcul: {jours ouvrables: {du: d, au: e}}", "d: 2023-12-30, e: 2024-01-01", "inconnu"),
        Row("calcul: {jours ouvrables: {du: d, au: e}}", "d: 2024-12-30, e: 2025-01-01", "inconnu"),
        Row("calcul: {échéance: {du: d, délai: 3, en: jours}}", "d: 2024-02-28", "2024-03-02"),
        Row("calcul: {échéance: {du: d, délai: n, en: jours}}", "d: 9999-12-31, n: 1", "inconnu"),
        Row("calcul: {échéance: {du: d, délai: 3, en: jours ouvrables}}", "d: 2024-03-01", "2024-03-06"),
        Row("calcul: {échéance: {du: d, délai: 1, en: jours ouvrables}}", "d: 2024-03-28", "2024-04-01"),
        Row("calcul: {échéance: {du: d, délai: n, en: jours ouvrables}}", "d: 2030-03-02, n: 0", "2030-03-02"),
        Row("calcul: {échéance: {du: d, délai: n, en: jours ouvrables}}", "d: 2024-03-02, n: -1", "inconnu"),
        Row("calcul: {échéance: {du: d, délai: n, en: jours ouvrables}}", "d: 2024-03-02, n: 0.5", "inconnu"),
        Row("calcul: {échéance: {du: d, délai: 1, en: jours ouvrables}}", "d: 2024-12-31", "inconnu"),
    ]

    static let numbers = [
        Row("calcul: {somme: [n, m, 0.0001]}", "n: 1, m: 2", "3.0001"),
        Row("calcul: {somme: [n, 899999999999999, -5]}", "n: 4", "899999999999998"),
        Row("calcul: {somme: [n, 899999999999999]}", "n: 1", "inconnu"),
        Row("calcul: {somme: [n, -899999999999999]}", "n: -1", "inconnu"),
        Row("calcul: {somme: [n, -899999999999999]}", "n: -0.9999", "-899999999999999.9999"),
        Row("calcul: {différence: [n, m]}", "n: 1, m: 2.5", "-1.5"),
        Row("calcul: {différence: [n, 899999999999999]}", "n: -1", "inconnu"),
        Row("calcul: {produit: [n, m]}", "n: 1.5, m: -0.0002", "-0.0003"),
        Row("calcul: {produit: [n, m]}", "n: 0.5, m: 0.0001", "inconnu"),
        Row("calcul: {produit: [n, m, 10000]}", "n: 0.01, m: 0.0001", "0.01"),
        Row("calcul: {produit: [n, m]}", "n: 0", "inconnu"),
        Row("calcul: {produit: [n, 100000000000000]}", "n: 9", "inconnu"),
        Row("calcul: {produit: [n, 100000000000000]}", "n: -9", "inconnu"),
        Row("calcul: {minimum: [n, m, 7]}", "n: 9, m: 8", "7"),
        Row("calcul: {maximum: [d, e]}", "d: 2024-03-04, e: 2024-03-05", "2024-03-05"),
        Row("calcul: {maximum: [d, e]}", "d: 2024-03-04", "inconnu"),
        Row("calcul: {somme: [{paramètre: seuil}]}", "", on: "2023-12-31", "inconnu"),
        Row("calcul: {somme: [{paramètre: seuil}]}", "", on: "2024-02-29", "10"),
        Row("calcul: {somme: [{paramètre: seuil}]}", "", on: "2024-03-01", "20"),
        Row("calcul: {somme: [{paramètre: seuil}]}", "", on: "2024-06-01", "inconnu"),
        Row("calcul: {somme: [{paramètre: borné}]}", "", on: "2024-03-31", "10"),
        Row("calcul: {somme: [{paramètre: borné}]}", "", on: "2024-04-01", "inconnu"),
        Row("calcul: {somme: [n]}, en vigueur: {du: 2024-03-04}", "n: 1", on: "2024-03-03", "inconnu"),
        Row("calcul: {somme: [n]}, en vigueur: {du: 2024-03-04}", "n: 1", on: "2024-03-04", "1"),
    ]

    private static let byCase = "type: texte, selon: [{si: {a: oui}, vaut: un}, {si: {b: oui}, vaut: deux}, {vaut: un}]"
    private static let dated = "type: nombre, selon: [{en vigueur: {au: 2024-03-04}, vaut: 1}, {vaut: n}]"

    static let cases = [
        Row(byCase, "a: non, b: oui", "deux"),
        Row(byCase, "b: non", "un"),
        Row(byCase, "b: oui", "inconnu"),
        Row(byCase, "a: oui", "un"),
        Row(byCase, "a: non", "inconnu"),
        Row(dated, "n: 2", on: "2024-03-04", "1"),
        Row(dated, "n: 2", on: "2024-03-05", "2"),
        Row(dated, "", on: "2024-03-05", "inconnu"),
        Row("type: texte, selon: [{si: {a: oui}, vaut: {fait: t}}, {vaut: connu}]", "t: inédit, a: oui", "inédit"),
        Row("type: texte, selon: [{si: {a: oui}, vaut: {fait: t}}, {vaut: connu}]", "t: connu", "connu"),
        Row("type: oui/non, selon: [{si: {a: oui}, vaut: non}, {vaut: {fait: b}}]", "b: non", "non"),
        Row(
            "type: choix, valeurs: {vert: x, bleu: x}, selon: [{si: {a: oui}, vaut: vert}, {vaut: bleu}]", "a: non",
            "bleu"),
        Row("type: date, selon: [{si: {a: oui}, vaut: d}, {vaut: 2024-03-01}]", "a: oui, d: 2024-03-02", "2024-03-02"),
    ]

    @Test(arguments: days + numbers + cases) func hasTheValueTheLanguageSays(_ row: Row) throws {
        let sections = "définitions: {q: {\(row.definition)}}"
        let (set, evaluation) = try Sample.evaluate(sections, facts: row.facts, on: row.date)
        #expect(Sample.text(of: evaluation.definitions[0], in: set) == row.expected)
    }
}
