import RuleFixtures
import SourceText
import Testing

@testable import RuleFixtures

/// What is compared with what came out, one aspect a row.
@Suite struct DifferenceTests {
    struct Row: CustomTestStringConvertible {
        let expected: String
        var facts = SmallPolicy.facts
        /// The summaries of the differences, no-break spaces as spaces; none when the fixture passes.
        let differences: [String]
        var testDescription: String { "\(expected) — \(facts)" }
    }

    private static let open = "{contesté: oui, montant: 500, insatisfait: oui}"

    static let passing =
        [
            "{recevabilité: recevable}", "{bien-fondé: non fondée}", "{bien-fondé: {issue: non fondée}}",
            "{recevabilité: {possibles: [recevable]}}", "{règles: {contestation: faux, canaux#1: faux}}",
            "{définitions: {double: 20, élevé: non}}",
        ].map { Row(expected: $0, differences: []) } + [
            Row(expected: "{recevabilité: indéterminée}", facts: open, differences: []),
            Row(
                expected:
                    "{recevabilité: {issue: indéterminée, possibles: [recevable, non recevable], manquants: [recours]}}",
                facts: open, differences: []),
            Row(expected: "{bien-fondé: {possibles: [fondée, à moitié, sans objet]}}", facts: open, differences: []),
            Row(
                expected: "{alertes: {issue: [colère, prix], motifs: [payée, partagée, canaux#1]}}",
                facts: "{montant: 500, insatisfait: oui, canal: l’accueil}", differences: []),
            Row(
                expected: "{alertes: colère}", facts: "{montant: 5, insatisfait: oui, canal: courriel}", differences: []
            ),
            Row(
                expected: "{alertes: {issue: indéterminée, possibles: [prix]}}",
                facts: "{insatisfait: non, canal: courriel}", differences: []),
            Row(expected: "{bien-fondé: sans objet}", facts: "{recours: oui}", differences: []),
            Row(expected: "{bien-fondé: {possibles: [sans objet]}}", facts: "{recours: oui}", differences: []),
            Row(
                expected: "{bien-fondé: contradictoire}", facts: "{recours: non, montant: 500, insatisfait: oui}",
                differences: []),
            Row(
                expected: "{bien-fondé: {issue: contradictoire, possibles: [fondée, à moitié]}}",
                facts: "{recours: non, montant: 500, insatisfait: oui}", differences: []),
            Row(expected: "{définitions: {double: inconnu}, règles: {payée: inconnu}}", facts: "{}", differences: []),
            Row(expected: "{règles: {contestation: faux}}", facts: "{contesté: oui, recours: oui}", differences: []),
        ]

    static let failing = [
        Row(
            expected: "{recevabilité: non recevable}",
            differences: ["recevabilité : attendu non recevable, obtenu recevable"]),
        Row(
            expected: "{recevabilité: indéterminée}",
            differences: ["recevabilité : attendu indéterminée, obtenu recevable"]),
        Row(
            expected: "{recevabilité: recevable}", facts: open,
            differences: ["recevabilité : attendu recevable, obtenu indéterminée"]),
        Row(expected: "{bien-fondé: sans objet}", differences: ["bien-fondé : attendu sans objet, obtenu non fondée"]),
        Row(
            expected: "{bien-fondé: non fondée}", facts: "{recours: oui}",
            differences: ["bien-fondé : attendu non fondée, obtenu sans objet"]),
        Row(
            expected: "{bien-fondé: contradictoire}",
            differences: ["bien-fondé : attendu contradictoire, obtenu non fondée"]),
        Row(
            expected: "{bien-fondé: fondée}", facts: "{recours: non, montant: 500, insatisfait: oui}",
            differences: ["bien-fondé : attendu fondée, obtenu contradictoire"]),
        Row(expected: "{alertes: [prix]}", differences: ["alertes : attendu prix, obtenu rien"]),
        Row(
            expected: "{alertes: prix}", facts: "{montant: 500, insatisfait: oui, canal: courriel}",
            differences: ["alertes : attendu prix, obtenu prix, colère"]),
        // One member is certain, but not that it is the only one.
        Row(
            expected: "{alertes: [prix]}", facts: "{montant: 500}",
            differences: ["alertes : attendu prix, obtenu indéterminée"]),
        Row(expected: "{alertes: indéterminée}", differences: ["alertes : attendu indéterminée, obtenu rien"]),
        Row(
            expected: "{recevabilité: {issue: recevable, motifs: [juridique]}}",
            differences: ["recevabilité, motifs : attendu juridique, obtenu rien"]),
        Row(
            expected: "{alertes: {motifs: [payée]}}", facts: "{montant: 500, insatisfait: oui, canal: courriel}",
            differences: ["alertes, motifs : attendu payée, obtenu partagée, payée"]),
        Row(
            expected: "{recevabilité: {manquants: [contesté]}}", facts: open,
            differences: ["recevabilité, manquants : attendu contesté, obtenu recours"]),
        Row(
            expected: "{recevabilité: {manquants: [recours]}}",
            differences: ["recevabilité, manquants : attendu recours, obtenu rien"]),
        Row(
            expected: "{bien-fondé: {possibles: [fondée]}}", facts: open,
            differences: ["bien-fondé, possibles : attendu fondée, obtenu fondée, à moitié, sans objet"]),
        Row(
            expected: "{règles: {payée: vrai, partagée: faux}}",
            differences: ["règle « payée » : attendu vrai, obtenu faux"]),
        Row(
            expected: "{règles: {payée: faux}}", facts: "{}",
            differences: ["règle « payée » : attendu faux, obtenu inconnu"]),
        Row(
            expected: "{définitions: {double: 20.5, élevé: inconnu}}",
            differences: [
                "définition « double » : attendu 20.5, obtenu 20", "définition « élevé » : attendu inconnu, obtenu non",
            ]),
        Row(
            expected: "{refus: cas-incohérent}",
            differences: ["refus : attendu cas refusé : cas-incohérent, obtenu cas décidé"]),
        Row(
            expected: "{recevabilité: {issue: non recevable, possibles: [non recevable]}, alertes: colère}",
            differences: [
                "recevabilité : attendu non recevable, obtenu recevable",
                "recevabilité, possibles : attendu non recevable, obtenu recevable",
                "alertes : attendu colère, obtenu rien",
            ]),
    ]

    @Test(arguments: passing + failing) func aspect(_ row: Row) throws {
        var bench = try Bench(SmallPolicy.rules)
        let results = bench.run(SmallPolicy.fixture(row.expected, facts: row.facts))
        #expect(results.count == 1)
        #expect(results.flatMap(\.summaries) == row.differences)
        #expect(results.contains(where: \.isFailure) == !row.differences.isEmpty)
    }

    /// Both sides, what lacks, what is too much, why, and the rules, with their places.
    @Test func aDifferenceIsShownAsOne() throws {
        var bench = try Bench(SmallPolicy.rules)
        let results = bench.run(
            """
            cas:
              - nom: Premier
                faits: {contesté: oui, recours: oui, montant: 500, insatisfait: oui}
                attendu:
                  recevabilité: {issue: recevable, motifs: [contestation]}
                  règles: {contestation: vrai}
              - nom: Second
                faits: {contesté: oui}
                attendu: {recevabilité: recevable, alertes: prix}
            """)
        let report = FixtureReport(fixtures: results, examples: bench.runExamples())
        #expect(
            plain(ReportFormat.text.print(report, in: bench.library)) == """
                cas.yaml     2 cas, dont 2 en échec
                règles.yaml  4 exemples

                cas.yaml:2:5: échec : « Premier »
                  cas.yaml:5:29: recevabilité
                    attendu : recevable
                    obtenu  : non recevable
                    voir    : la règle « juridique » s’applique (règles.yaml:43:3)
                  cas.yaml:5:48: recevabilité, motifs
                    attendu : contestation
                    obtenu  : juridique
                    manque  : contestation
                    en trop : juridique
                    voir    : la règle « contestation » ne s’applique pas (règles.yaml:37:3)
                    voir    : la règle « juridique » s’applique (règles.yaml:43:3)
                  cas.yaml:6:16: règle « contestation »
                    attendu : vrai
                    obtenu  : faux
                    détail  : règles qui peuvent l’écarter : juridique
                    voir    : la règle « contestation » ne s’applique pas (règles.yaml:37:3)
                    voir    : la règle « juridique » s’applique (règles.yaml:43:3)

                cas.yaml:7:5: échec : « Second »
                  cas.yaml:9:29: recevabilité
                    attendu : recevable
                    obtenu  : indéterminée
                    détail  : issues possibles : non recevable, recevable; faits manquants : recours
                    voir    : la règle « contestation » peut s’appliquer (règles.yaml:37:3)
                    voir    : la règle « juridique » peut s’appliquer (règles.yaml:43:3)
                  cas.yaml:9:49: alertes
                    attendu : prix
                    obtenu  : indéterminée
                    détail  : issues possibles : prix, colère; faits manquants : insatisfait, montant, canal
                    voir    : la règle « canaux#1 » peut s’appliquer (règles.yaml:51:9)
                    voir    : la règle « partagée » peut s’appliquer (règles.yaml:45:3)
                    voir    : la règle « payée » peut s’appliquer (règles.yaml:44:3)

                2 cas et 4 exemples : 2 cas en échec.

                """)
    }
}

/// No-break spaces as spaces, to be read in a test.
func plain(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }

extension CheckResult {
    var failures: [Failure] {
        switch verdict {
        case .passed: []
        case .knownFailure(_, let failures), .failed(let failures): failures
        }
    }

    /// The differences, each in one line.
    var summaries: [String] {
        failures.compactMap { failure in
            if case .difference(let difference) = failure { plain(DifferenceText.summary(difference)) } else { nil }
        }
    }

    var problems: [Diagnostic] {
        failures.compactMap { failure in
            if case .problem(let diagnostic) = failure { diagnostic } else { nil }
        }
    }
}
