import RuleEngine
import Testing

/// Section 4 of the language, a row a statement: the definition `q` is `vrai si` the condition.
@Suite struct ConditionTests {
    struct Row: CustomTestStringConvertible, Sendable {
        let condition: String
        let facts: String
        let expected: String

        var testDescription: String { "\(condition) · \(facts) · \(expected)" }

        init(_ condition: String, _ facts: String, _ expected: String) {
            self.condition = condition
            self.facts = facts
            self.expected = expected
        }
    }

    static let operators = [
        Row("[{a: oui}, {b: oui}]", "a: oui, b: oui", "oui"),
        Row("[{a: oui}, {b: oui}]", "a: oui", "inconnu"),
        Row("{a: oui, b: oui}", "b: non", "non"),
        Row("{toutes: [{a: oui}, {b: oui}]}", "a: inconnu, b: non", "non"),
        Row("{une: [{a: oui}, {b: oui}]}", "b: oui", "oui"),
        Row("{une: [{a: oui}, {b: oui}]}", "b: non", "inconnu"),
        Row("{une: [{a: oui}, {b: oui}]}", "a: non, b: non", "non"),
        Row("{aucune: [{a: oui}, {b: oui}]}", "a: non, b: non", "oui"),
        Row("{aucune: [{a: oui}, {b: oui}]}", "a: non", "inconnu"),
        Row("{aucune: [{a: oui}, {b: oui}]}", "a: oui", "non"),
        Row("{au moins: {nombre: 2, parmi: [{a: oui}, {b: oui}, {c: oui}]}}", "a: oui, c: oui", "oui"),
        Row("{au moins: {nombre: 2, parmi: [{a: oui}, {b: oui}, {c: oui}]}}", "a: oui, c: non", "inconnu"),
        Row("{au moins: {nombre: 2, parmi: [{a: oui}, {b: oui}, {c: oui}]}}", "a: non, c: non", "non"),
        Row("{non: {a: oui}}", "a: non", "oui"),
        Row("{non: {a: oui}}", "", "inconnu"),
    ]

    static let comparisons = [
        Row("{couleur: vert}", "couleur: vert", "oui"),
        Row("{couleur: [rouge, vert]}", "couleur: bleu", "non"),
        Row("{couleur: {n'est pas: vert}}", "couleur: bleu", "oui"),
        Row("{couleur: {hors de: [rouge, vert]}}", "couleur: vert", "non"),
        Row("{couleur: {fait: nuance}}", "couleur: vert, nuance: vert", "oui"),
        Row("{couleur: {fait: nuance}}", "couleur: vert", "inconnu"),
        Row("{couleur: [{fait: nuance}, vert]}", "couleur: vert", "oui"),
        Row("{couleur: [{fait: nuance}, vert]}", "couleur: bleu", "inconnu"),
        Row("{couleur: {hors de: [{fait: nuance}, vert]}}", "couleur: vert", "non"),
        Row("{couleur: [rouge, vert, bleu]}", "", "inconnu"),
        Row("{n: {plus de: 3}}", "n: 3", "non"),
        Row("{n: {au moins: 3}}", "n: 3.0", "oui"),
        Row("{n: {moins de: 3, plus de: 1}}", "n: 2.9999", "oui"),
        Row("{n: {au plus: -3}}", "n: -2.9999", "non"),
        Row("{n: {au plus: {paramètre: seuil}}}", "n: 20", "oui"),
        Row("{n: {au plus: {fait: m}}}", "n: 20", "inconnu"),
        Row("{d: {avant: 2024-03-04}}", "d: 2024-03-04", "non"),
        Row("{d: {au plus tard: 2024-03-04}}", "d: 2024-03-04", "oui"),
        Row("{d: {après: {fait: e}}}", "d: 2024-03-05, e: 2024-03-04", "oui"),
        Row("{d: {au plus tôt: 2024-03-04}}", "d: 2024-03-03", "non"),
        Row("{t: {fait: u}}", "t: inédit, u: inédit", "oui"),
        Row("{t: {fait: u}}", "t: inédit, u: autre", "non"),
        Row("{t: [lettre, appel]}", "t: Lettre", "non"),
    ]

    static let sets = [
        Row("{pièces: vert}", "pièces: [rouge, vert]", "oui"),
        Row("{pièces: [vert, bleu]}", "pièces: [rouge]", "non"),
        Row("{pièces: {n'est pas: vert}}", "pièces: []", "oui"),
        Row("{pièces: {hors de: [vert, bleu]}}", "pièces: [bleu]", "non"),
        Row("{pièces: {contient toutes: [vert, bleu]}}", "pièces: [bleu, rouge, vert]", "oui"),
        Row("{pièces: {contient toutes: [vert, bleu]}}", "pièces: bleu", "non"),
        Row("{pièces: {contient toutes: [vert, {fait: couleur}]}}", "pièces: vert", "inconnu"),
        Row("{pièces: {contient toutes: [vert, {fait: couleur}]}}", "pièces: bleu", "non"),
        Row("{pièces: {fait: couleur}}", "pièces: [bleu], couleur: bleu", "oui"),
        Row("{pièces: [{fait: couleur}, bleu]}", "pièces: [bleu]", "oui"),
        Row("{pièces: [{fait: couleur}, vert]}", "pièces: [bleu]", "inconnu"),
        Row("{pièces: {contient toutes: [vert], n'est pas: bleu}}", "pièces: [vert, bleu]", "non"),
        Row("{pièces: vert}", "pièces: inconnu", "inconnu"),
        Row("[{pièces: vert}, {signets: bleu}]", "pièces: [rouge, vert], signets: [bleu]", "oui"),
        Row("{une: [{pièces: bleu}, {signets: rouge}]}", "pièces: [rouge, vert], signets: [bleu]", "non"),
    ]

    @Test(arguments: operators + comparisons + sets) func holdsAsTheLanguageSays(_ row: Row) throws {
        let (set, evaluation) = try Sample.evaluate("définitions: {q: {vrai si: \(row.condition)}}", facts: row.facts)
        #expect(Sample.text(of: evaluation.definitions[0], in: set) == row.expected)
    }
}
