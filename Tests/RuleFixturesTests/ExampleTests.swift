import SourceText
import Testing

@testable import RuleFixtures

/// Examples under rules and definitions, decided as cases.
@Suite struct ExampleTests {
    struct Row: CustomTestStringConvertible {
        let example: String
        var ofDefinition = false
        /// The failure, as a summary or `code: text`; none when it passes.
        let failures: [String]
        var testDescription: String { example }
    }

    @Test(arguments: [
        Row(example: "{faits: {insatisfait: oui}, attendu: vrai}", failures: []),
        Row(example: "{faits: {insatisfait: non}, attendu: faux}", failures: []),
        Row(example: "{attendu: inconnu}", failures: []),
        Row(example: "{faits: {}, attendu: vrai}", failures: ["règle « colère » : attendu vrai, obtenu inconnu"]),
        // The date is the example's, else that of the reference fact.
        Row(example: "{faits: {insatisfait: oui}, date: 2020-06-01, attendu: faux}", failures: []),
        Row(example: "{faits: {insatisfait: oui, reçue le: 2020-06-01}, attendu: faux}", failures: []),
        Row(
            example: "{faits: {insatisfait: oui, reçue le: 2020-06-01}, date: 2022-01-01, attendu: vrai}", failures: []),
        Row(
            example: "{date: 2019-01-01, attendu: inconnu}",
            failures: ["hors-vigueur: {date: 2019-01-01, attendu: inconnu}"]),
        Row(
            example: "{faits: {insatisfait: oui, calme: oui}, attendu: vrai}", failures: ["cas-incohérent: calme: oui"]),
        Row(example: "{faits: {insatisfaite: oui}, attendu: vrai}", failures: ["fait-inconnu: insatisfaite"]),
        Row(example: "{faits: {montant: 12}, attendu: 14}", ofDefinition: true, failures: []),
        Row(example: "{attendu: inconnu}", ofDefinition: true, failures: []),
        Row(
            example: "{faits: {montant: 12}, attendu: inconnu}", ofDefinition: true,
            failures: ["définition « somme » : attendu inconnu, obtenu 14"]),
        Row(
            example: "{faits: {montant: 12.5}, attendu: 14}", ofDefinition: true,
            failures: ["définition « somme » : attendu 14, obtenu 14.5"]),
    ]) func example(_ row: Row) throws {
        let examples = "exemples: [\(row.example)]"
        let bench = try Bench(
            """
            politique: {nom: Essai, version: "1", en vigueur: 2020-01-01, date de référence: reçue le}
            faits:
              reçue le: {question: Quand?, type: date}
              insatisfait: {question: Est-ce le cas?, type: oui/non}
              calme: {question: Est-ce le cas?, type: oui/non}
              montant: {question: Combien?, type: nombre}
            définitions:
              somme: {calcul: {somme: [montant, 2]}\(row.ofDefinition ? ", " + examples : "")}
            décisions:
              alertes: {question: Quoi?, issues: {colère: La colère}, méthode: cumul}
            règles:
              colère:
                si: {insatisfait: oui}
                conclut: {alertes: colère}
                en vigueur: 2021-01-01
                \(row.ofDefinition ? "" : examples)
            contraintes:
              l'un ou l'autre: {si: {insatisfait: oui}, alors: {calme: non}}
            """)
        let results = bench.runExamples()
        #expect(results.count == 1)
        #expect(results.flatMap { $0.summaries + $0.problems.map { bench.underlined($0) } } == row.failures)
        #expect(results.contains(where: \.isFailure) == !row.failures.isEmpty)
    }
}
