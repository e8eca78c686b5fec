import RulePipeline
import SourceText
import Testing

@testable import RuleFixtures

/// A policy that says something else must fail its fixtures: each slip here is one that a hand could make.
@Suite struct MutantTests {
    struct Mutant: CustomTestStringConvertible {
        let file: String
        /// Once in the file.
        let text: String
        let replacement: String
        var testDescription: String { "\(file): \(text) → \(replacement)".replacing("\n", with: "⏎") }

        init(_ file: String, _ text: String, _ replacement: String) {
            (self.file, self.text, self.replacement) = (file, text, replacement)
        }
    }

    static let mutants = [
        // A condition turned around, forgotten, or too wide by one.
        Mutant(
            "type-de-requete.yaml", "si: { allègue un acte répréhensible: oui }",
            "si: { allègue un acte répréhensible: non }"),
        Mutant(
            "recevabilite.yaml", "    si:\n      conteste une décision: oui\n      révision ou appel prévu: oui\n",
            "    si:\n      conteste une décision: oui\n"),
        Mutant("definitions.yaml", "{ plus de: { fait: délai annoncé } }", "{ au moins: { fait: délai annoncé } }"),
        Mutant(
            "recevabilite.yaml", "objet contractuel: [appel d'offres public, contrat de gré à gré]\n",
            "objet contractuel: appel d'offres public\n"),
        Mutant("bien-fonde.yaml", "règle: [erreur, manquement, delai-non-respecte]", "règle: [erreur, manquement]"),
        Mutant("orientation.yaml", "        - denonciation\n", ""),
        // Another conclusion.
        Mutant(
            "bien-fonde.yaml", "conclut: { bien-fondé: fondée, critères retenus: manquement }\n    motif: L’examen",
            "conclut: { bien-fondé: non fondée, critères retenus: manquement }\n    motif: L’examen"),
        Mutant(
            "recevabilite.yaml", "{ recevabilité: non recevable, orientation: attribution des contrats }",
            "{ recevabilité: non recevable, orientation: recours existant }"),
        // The date of a change moved by a day; a precedence, an exception, a default changed.
        Mutant("orientation.yaml", "en vigueur: { du: 2024-11-30 }", "en vigueur: { du: 2024-12-01 }"),
        Mutant("orientation.yaml", "en vigueur: { au: 2024-11-29 }", "en vigueur: { au: 2024-11-28 }"),
        Mutant("type-de-requete.yaml", "    écarte: [insatisfaction-exprimee]\n", ""),
        Mutant(
            "decisions.yaml",
            "    applicable si:\n      type de requête: plainte\n      recevabilité: recevable\n    issues:\n      fondée",
            "    applicable si:\n      recevabilité: recevable\n    issues:\n      fondée"),
        Mutant("decisions.yaml", "par défaut: non fondée", "par défaut: examen en cours"),
        Mutant("decisions.yaml", "par défaut: autre", "par défaut: commentaire"),
    ]

    @Test(arguments: mutants) func fails(_ mutant: Mutant) throws {
        var changed = 0
        let rules = Checkout.files(below: "Rules").map { input -> RuleSetLoader.Input in
            guard input.path == "Rules/" + mutant.file else { return input }
            let text = String(decoding: input.bytes, as: UTF8.self)
            changed += text.ranges(of: mutant.text).count
            return .init(path: input.path, bytes: Array(text.replacing(mutant.text, with: mutant.replacement).utf8))
        }
        try #require(changed == 1)
        var bench = try Bench(rules)
        let results = bench.run(Checkout.files(below: "Fixtures"))
        #expect(results.contains { $0.isFailure })
    }
}
