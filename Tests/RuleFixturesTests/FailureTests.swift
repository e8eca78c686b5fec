import RulePipeline
import SourceText
import Testing

@testable import RuleFixtures

/// Fixtures cannot pass by accident: what keeps one from checking anything is a failure.
@Suite struct FailureTests {
    struct Row: CustomTestStringConvertible {
        let name: String
        let file: String
        /// `code: the text that is underlined`, of all problems in their order.
        let problems: [String]
        var testDescription: String { name }

        init(_ name: String, _ file: String, _ problems: String...) {
            (self.name, self.file, self.problems) = (name, file, problems)
        }

        init(expecting expected: String, _ problems: String...) {
            (name, file, self.problems) = (expected, SmallPolicy.fixture(expected), problems)
        }
    }

    static let expectations = [
        Row(expecting: "{recevabilite: recevable}", "nom-inconnu: recevabilite"),
        Row(expecting: "{montant: 12}", "nom-inconnu: montant"),
        Row(expecting: "{recevabilité: irrecevable}", "valeur-inconnue: irrecevable"),
        Row(expecting: "{alertes: [prix, peur]}", "valeur-inconnue: peur"),
        Row(expecting: "{recevabilité: [recevable]}", "forme-inattendue: [recevable]"),
        Row(expecting: "{recevabilité: sans objet}", "attendu-invalide: sans objet"),
        Row(expecting: "{recevabilité: contradictoire}", "attendu-invalide: contradictoire"),
        Row(expecting: "{recevabilité: {possibles: [sans objet]}}", "attendu-invalide: sans objet"),
        Row(expecting: "{recevabilité: {possibles: [indéterminée]}}", "valeur-inconnue: indéterminée"),
        Row(expecting: "{recevabilité: {motifs: [contestations]}}", "nom-inconnu: contestations"),
        Row(expecting: "{recevabilité: {motifs: [payée]}}", "attendu-invalide: payée"),
        Row(expecting: "{alertes: {motifs: [canaux]}}", "nom-inconnu: canaux"),
        Row(expecting: "{recevabilité: {manquants: [élevé]}}", "fait-inconnu: élevé"),
        Row(expecting: "{recevabilité: {manquant: [recours]}}", "clé-inconnue: manquant"),
        Row(expecting: "{recevabilité: {}}", "liste-vide: {}"),
        Row(expecting: "{recevabilité: {motifs: []}}", "liste-vide: []"),
        Row(expecting: "{alertes: []}", "liste-vide: []"),
        Row(expecting: "{recevabilité: {issue: {est: recevable}}}", "forme-inattendue: {est: recevable}"),
        Row(expecting: "{recevabilité: ~}", "valeur-vide: ~"),
        Row(expecting: "{règles: {inconnue: vrai}}", "nom-inconnu: inconnue"),
        Row(expecting: "{règles: {payée: oui}}", "mot-inconnu: oui"),
        Row(expecting: "{règles: [payée]}", "forme-inattendue: [payée]"),
        Row(expecting: "{règles: {}}", "liste-vide: {}"),
        Row(expecting: "{définitions: {triple: 3}}", "nom-inconnu: triple"),
        Row(expecting: "{définitions: {double: vingt}}", "valeur-invalide: vingt"),
        Row(expecting: "{définitions: {double: }}", "valeur-vide: "),
        Row(expecting: "{définitions: double}", "forme-inattendue: double"),
        Row(expecting: "{refus: cas-incoherent}", "attendu-invalide: cas-incoherent"),
        Row(expecting: "{refus: hors-vigueur, recevabilité: recevable}", "clés-incompatibles: recevabilité"),
        Row(expecting: "recevable", "attendu-invalide: recevable"),
        Row(expecting: "{}", "liste-vide: {}"),
    ]

    static let cases = [
        Row("sans attendu", "nom: Rien\nfaits: {}\n", "attendu-invalide: nom: Rien\nfaits: {}"),
        Row("attendu laissé vide", "faits: {}\nattendu:\n", "attendu-invalide: faits: {}\nattendu:"),
        Row(
            "fait inconnu", SmallPolicy.fixture("{recevabilité: recevable}", facts: "{recour: oui}"),
            "fait-inconnu: recour"),
        Row(
            "cas incohérent", SmallPolicy.fixture("{recevabilité: recevable}", facts: "{contesté: non, recours: oui}"),
            "cas-incohérent: contesté: non"),
        Row(
            "hors vigueur", "date: 2019-12-31\nattendu: {recevabilité: recevable}",
            "hors-vigueur: date: 2019-12-31\nattendu: {recevabilité: recevable}"),
        Row("fichier vide", "# rien\n", "cas-absent: "),
        Row("fichier illisible", "nom: [\n", "yaml-syntaxe: ["),
        Row("liste vide", "cas: []\n", "forme-inattendue: []"),
        Row(
            "clé à côté de cas", "titre: x\ncas: [{faits: \(SmallPolicy.facts), attendu: {recevabilité: recevable}}]\n",
            "clé-inconnue: titre"),
        Row(
            "clé en double", "faits: {montant: 1, montant: 2}\nattendu: {définitions: {double: 2}}\n",
            "clé-en-double: montant"),
        Row(
            "objet sans attendu",
            "faits: {recours: non}\nobjets: [{nom: a, attendu: {recevabilité: indéterminée}}, {nom: b}]\n",
            "attendu-invalide: {nom: b}"),
        Row(
            "attendu à côté des objets",
            "objets: [{attendu: {recevabilité: indéterminée}}]\nattendu: {alertes: prix}\n",
            "attendu-invalide: {alertes: prix}"),
        Row(
            "refus d’un objet", "objets: [{faits: {contesté: non, recours: oui}, attendu: {refus: cas-incohérent}}]\n",
            "attendu-invalide: refus", "cas-incohérent: contesté: non"),
        Row(
            "attendu d’un objet dans un cas refusé",
            "objets: [{faits: {contesté: non, recours: oui}, attendu: {alertes: prix}}]\nattendu: {refus: cas-incohérent}\n",
            "clés-incompatibles: {alertes: prix}"),
        Row(
            "refusé, mais autrement", SmallPolicy.fixture("{refus: hors-vigueur}", facts: "{recour: oui}"),
            "fait-inconnu: recour"),
        Row(
            "refusé aussi pour autre chose",
            SmallPolicy.fixture("{refus: fait-inconnu}", facts: "{recour: oui, montant: x}"), "valeur-invalide: x"),
        Row(
            "échec attendu qui n’échoue plus",
            SmallPolicy.fixture("{recevabilité: recevable}") + "échec attendu: règle à venir\n",
            "attendu-invalide: règle à venir"),
        Row(
            "échec attendu d’un cas qui ne se lit pas",
            SmallPolicy.fixture("{recevabilité: recevable}", facts: "{recour: oui}") + "échec attendu: à venir\n",
            "fait-inconnu: recour"),
        Row(
            "échec attendu sans attendu", "faits: {}\néchec attendu: à venir\n",
            "attendu-invalide: faits: {}\néchec attendu: à venir"),
    ]

    @Test(arguments: expectations + cases) func failure(_ row: Row) throws {
        var bench = try Bench(SmallPolicy.rules)
        let results = bench.run(row.file)
        let found = results.filter(\.isFailure).flatMap(\.problems).map { bench.underlined($0) }
        #expect(found == row.problems)
        #expect(results.map(\.isFailure).contains(true))
    }

    static let refused = [
        Row("incohérent", SmallPolicy.fixture("{refus: cas-incohérent}", facts: "{contesté: non, recours: oui}")),
        Row("hors vigueur", "date: 2019-12-31\nattendu: {refus: hors-vigueur}\n"),
        Row("date de référence hors vigueur", "faits: {reçue le: 2019-12-31}\nattendu: {refus: hors-vigueur}\n"),
        Row("fait inconnu", SmallPolicy.fixture("{refus: fait-inconnu}", facts: "{recour: oui}")),
        Row("deux fois", SmallPolicy.fixture("{refus: fait-inconnu}", facts: "{recour: oui, argent: 1}")),
        Row("clé en double", "faits: {montant: 1, montant: 2}\nattendu: {refus: clé-en-double}\n"),
        Row(
            "d’un objet",
            "objets: [{faits: {contesté: non, recours: oui}}, {faits: {}}]\nattendu: {refus: cas-incohérent}\n"),
        Row(
            "échec attendu", SmallPolicy.fixture("{recevabilité: non recevable}") + "échec attendu: règle à venir\n"),
        Row(
            "échec attendu d’un refus", SmallPolicy.fixture("{refus: hors-vigueur}") + "échec attendu: règle à venir\n"),
    ]

    @Test(arguments: refused) func isConform(_ row: Row) throws {
        var bench = try Bench(SmallPolicy.rules)
        let results = bench.run(row.file)
        #expect(results.map(\.isFailure) == [false], "\(results.flatMap(\.problems).map { bench.underlined($0) })")
    }

    /// One wrong case, one wrong object, one wrong file: the others are still run.
    @Test func oneFailureHidesNoOther() throws {
        var bench = try Bench(SmallPolicy.rules)
        let good = "{faits: \(SmallPolicy.facts), attendu: {recevabilité: recevable}}"
        let bad = "{faits: \(SmallPolicy.facts), attendu: {recevabilité: non recevable}}"
        let unreadable = "{faits: {recour: oui, recour: non}, attendu: {recevabilité: recevable}}"
        let results = bench.run([
            .init(path: "a.yaml", bytes: Array("nom: [".utf8)),
            .init(path: "b.yaml", bytes: Array("cas:\n- \(good)\n- \(unreadable)\n- \(bad)\n- 12\n- \(good)\n".utf8)),
            .init(
                path: "c.json",
                bytes: Array(#"{"faits": {"montant": 10.50}, "attendu": {"définitions": {"double": 21}}}"#.utf8)),
            .init(
                path: "d.yaml",
                bytes: Array("objets: [\(bad), {nom: B, faits: {}, attendu: {alertes: indéterminée}}, \(bad)]\n".utf8)),
        ])
        #expect(results.map(\.isFailure) == [true, false, true, true, true, false, false, true])
        #expect(results.map(\.name) == ["", "cas 1", "cas 2", "cas 3", "cas 4", "cas 5", "cas 1", "cas 1"])
        #expect(results[2].problems.map { bench.underlined($0) } == ["fait-inconnu: recour", "clé-en-double: recour"])
        #expect(results[4].problems.map { bench.underlined($0) } == ["attendu-invalide: 12", "forme-inattendue: 12"])
        let objects = results[7].failures.compactMap { failure -> String? in
            if case .difference(let difference) = failure { difference.object } else { nil }
        }
        #expect(objects == ["objet 1", "objet 3"])
    }

    @Test func aFolderWithoutCaseFails() throws {
        var bench = try Bench(SmallPolicy.rules)
        let results = bench.run([])
        #expect(results.flatMap(\.problems).map(\.code) == [.noCase])
        #expect(FixtureReport(fixtures: results, examples: []).hasFailures)
    }

    struct Suggestion {
        let expected: String
        let help: String
    }

    @Test(arguments: [
        Suggestion(expected: "{recevabilite: recevable}", help: "vouliez-vous dire « recevabilité »?"),
        Suggestion(expected: "{recevabilité: non-recevable}", help: "vouliez-vous dire « non recevable »?"),
        Suggestion(expected: "{bien-fondé: indeterminée}", help: "vouliez-vous dire « indéterminée »?"),
        Suggestion(expected: "{règles: {contestations: faux}}", help: "vouliez-vous dire « contestation »?"),
        Suggestion(expected: "{règles: {contestation: Faux}}", help: "vouliez-vous dire « faux »?"),
        Suggestion(expected: "{refus: cas-incoherent}", help: "vouliez-vous dire « cas-incohérent »?"),
        Suggestion(expected: "{alertes: {motifs: [canaux]}}", help: "lignes : canaux#1"),
    ]) func suggestion(_ row: Suggestion) throws {
        var bench = try Bench(SmallPolicy.rules)
        let problems = bench.run(SmallPolicy.fixture(row.expected)).flatMap(\.problems)
        #expect(problems.map { plain($0.help ?? "") } == [row.help])
    }
}

extension Bench {
    /// `code: the text of the place`.
    func underlined(_ diagnostic: Diagnostic) -> String {
        "\(diagnostic.code.rawValue): \(String(decoding: library.bytes(in: diagnostic.range), as: UTF8.self))"
    }
}
