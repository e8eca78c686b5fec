import Foundation
import FoundationXML
import PolicyValues
import RuleJSON
import SourceText
import Testing

@testable import RuleFixtures

/// The same report in each form; no text of a file is live in any.
@Suite struct ReportTests {
    /// One that passes, one that is known to fail, one that fails twice, one that cannot be read.
    static let cases = """
        cas:
          - nom: Va bien
            faits: {recours: non, contesté: non}
            attendu: {recevabilité: recevable}
          - nom: Connu
            faits: {recours: non}
            attendu: {recevabilité: non recevable}
            échec attendu: "règle #12 à venir"
          - nom: Diffère
            faits: {montant: 500, insatisfait: non, canal: courriel}
            attendu: {alertes: [colère], règles: {payée: faux}}
          - nom: Illisible
            faits: {recour: oui}
            attendu: {recevabilité: recevable}
        """

    private func report(_ cases: String = cases, path: String = "Fixtures/cas.yaml") throws -> (
        FixtureReport, SourceLibrary
    ) {
        var bench = try Bench(SmallPolicy.rules)
        return (FixtureReport(fixtures: bench.run(cases, path: path), examples: bench.runExamples()), bench.library)
    }

    @Test func text() throws {
        let (report, library) = try report()
        #expect(
            plain(ReportFormat.text.print(report, in: library)) == """
                Fixtures     4 cas, dont 2 en échec et 1 échec attendu
                règles.yaml  4 exemples

                Fixtures/cas.yaml:9:5: échec : « Diffère »
                  Fixtures/cas.yaml:11:24: alertes
                    attendu : colère
                    obtenu  : prix
                    manque  : colère
                    en trop : prix
                    voir    : la règle « canaux#1 » ne s’applique pas (règles.yaml:51:9)
                    voir    : la règle « partagée » ne s’applique pas (règles.yaml:45:3)
                    voir    : la règle « payée » s’applique (règles.yaml:44:3)
                  Fixtures/cas.yaml:11:43: règle « payée »
                    attendu : faux
                    obtenu  : vrai
                    voir    : la règle « payée » s’applique (règles.yaml:44:3)

                Fixtures/cas.yaml:12:5: échec : « Illisible »
                  Fixtures/cas.yaml:13:13: erreur[fait-inconnu]: aucun fait ne s’appelle « recour »
                   13 |     faits: {recour: oui}
                      |             ^^^^^^
                    aide : vouliez-vous dire « recours »?

                4 cas et 4 exemples : 2 cas en échec, 1 échec attendu.

                """)
    }

    @Test func textOfWhatPasses() throws {
        let (report, library) = try report("faits: {recours: non, contesté: non}\nattendu: {recevabilité: recevable}\n")
        #expect(
            plain(ReportFormat.text.print(report, in: library)) == """
                Fixtures     1 cas
                règles.yaml  4 exemples

                1 cas et 4 exemples : tous conformes.

                """)
    }

    /// Colours add nothing but colour.
    @Test func coloredText() throws {
        let (report, library) = try report()
        let colored = ReportFormat.text.print(report, in: library, colored: true)
        #expect(colored.contains("\u{1B}[1;31méchec\u{1B}[0m"))
        let bare = ["[0m", "[1m", "[1;31m"].reduce(colored) { $0.replacing("\u{1B}" + $1, with: "") }
        #expect(bare == ReportFormat.text.print(report, in: library))
    }

    @Test func tap() throws {
        let (report, library) = try report()
        #expect(
            plain(ReportFormat.tap.print(report, in: library)) == ##"""
                TAP version 13
                1..8
                ok 1 - Fixtures/cas.yaml:2:5 Va bien
                not ok 2 - Fixtures/cas.yaml:5:5 Connu # TODO règle \#12 à venir
                  ---
                  message: |
                    Fixtures/cas.yaml:7:29: recevabilité
                      attendu : non recevable
                      obtenu  : recevable
                      détail  : issue par défaut : aucune règle ne conclut cette décision
                      voir    : la règle « contestation » ne s’applique pas (règles.yaml:37:3)
                      voir    : la règle « juridique » ne s’applique pas (règles.yaml:43:3)
                  ...
                not ok 3 - Fixtures/cas.yaml:9:5 Diffère
                  ---
                  message: |
                    Fixtures/cas.yaml:11:24: alertes
                      attendu : colère
                      obtenu  : prix
                      manque  : colère
                      en trop : prix
                      voir    : la règle « canaux#1 » ne s’applique pas (règles.yaml:51:9)
                      voir    : la règle « partagée » ne s’applique pas (règles.yaml:45:3)
                      voir    : la règle « payée » s’applique (règles.yaml:44:3)
                    Fixtures/cas.yaml:11:43: règle « payée »
                      attendu : faux
                      obtenu  : vrai
                      voir    : la règle « payée » s’applique (règles.yaml:44:3)
                  ...
                not ok 4 - Fixtures/cas.yaml:12:5 Illisible
                  ---
                  message: |
                    Fixtures/cas.yaml:13:13: [fait-inconnu] aucun fait ne s’appelle « recour »
                  ...
                ok 5 - règles.yaml:18:9 élevé : Gros
                ok 6 - règles.yaml:19:9 élevé : Petit
                ok 7 - règles.yaml:41:9 contestation : Écartée
                ok 8 - règles.yaml:42:9 contestation : exemple 2
                # 4 cas et 4 exemples : 2 cas en échec, 1 échec attendu.

                """##)
    }

    @Test func github() throws {
        let (report, library) = try report()
        #expect(
            plain(ReportFormat.github.print(report, in: library)) == """
                ::error file=Fixtures/cas.yaml,line=11,col=24,title=Diffère::alertes%0A\
                attendu : colère%0Aobtenu  : prix%0Amanque  : colère%0Aen trop : prix%0A\
                voir    : la règle « canaux#1 » ne s’applique pas (règles.yaml:51:9)%0A\
                voir    : la règle « partagée » ne s’applique pas (règles.yaml:45:3)%0A\
                voir    : la règle « payée » s’applique (règles.yaml:44:3)
                ::error file=Fixtures/cas.yaml,line=11,col=43,title=Diffère::règle « payée »%0A\
                attendu : faux%0Aobtenu  : vrai%0A\
                voir    : la règle « payée » s’applique (règles.yaml:44:3)
                ::error file=Fixtures/cas.yaml,line=13,col=13,title=Illisible::\
                [fait-inconnu] aucun fait ne s’appelle « recour »%0Aaide : vouliez-vous dire « recours »?
                4 cas et 4 exemples : 2 cas en échec, 1 échec attendu.

                """)
    }

    @Test func json() throws {
        let (report, library) = try report()
        let data = Data(ReportFormat.json.print(report, in: library).utf8)
        let root = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(root["cas"] as? Int == 4)
        #expect(root["échecs"] as? Int == 2)
        #expect(root["échecs attendus"] as? Int == 1)
        let results = try #require(root["résultats"] as? [[String: Any]])
        #expect(
            results.map { $0["état"] as? String } == [
                "conforme", "échec attendu", "échec", "échec", "conforme", "conforme", "conforme", "conforme",
            ])
        let difference = try #require((results[2]["différences"] as? [[String: Any]])?.first)
        #expect(difference["décision"] as? String == "alertes")
        #expect(difference["attendu"] as? [String] == ["colère"])
        #expect(difference["en trop"] as? [String] == ["prix"])
        #expect((difference["lieu"] as? [String: Any])?["ligne"] as? Int == 11)
        let diagnostic = try #require((results[3]["diagnostics"] as? [[String: Any]])?.first)
        #expect(diagnostic["code"] as? String == "fait-inconnu")
    }

    @Test func junit() throws {
        let (report, library) = try report()
        let elements = try XMLElements(of: ReportFormat.junit.print(report, in: library))
        #expect(
            elements.counts == ["testsuites": 1, "testsuite": 2, "testcase": 8, "failure": 1, "error": 1, "skipped": 1])
        #expect(elements.attributes["testsuites"]?.first?["tests"] == "8")
        #expect(elements.attributes["skipped"]?.first?["message"] == "règle #12 à venir")
        #expect(elements.attributes["failure"]?.first?["message"].map(plain) == "alertes : attendu colère, obtenu prix")
        #expect(elements.attributes["testcase"]?[3]["line"] == "12")
    }

    /// What a hostile hand could put in names, reasons and values.
    static let hostile = #"""
        {"cas": [
          {"nom": "a\n::error::x\r\nok 99\u001b[31m%0A]]></failure><script>&\u202e # TODO rien \\", "faits": {"montant": 1},
           "attendu": {"définitions": {"élevé": "oui"}}},
          {"nom": "b # SKIP", "faits": {"montant": 1}, "attendu": {"définitions": {"élevé": "oui"}},
           "échec attendu": "\nBail out!\n\u001b]0;x\u0007<b a='\"'> # SKIP"},
          {"nom": "c", "faits": {"\n::error::<i>\u001b[2J": "oui"}, "attendu": {"refus": "fait-inconnu"}},
          {"nom": "d", "faits": {"\n::error::<i>\u001b[2J": "oui"}, "attendu": {"recevabilité": "recevable"}},
          {"nom": "e", "objets": [{"nom": "\n::warning::\u001b[7m<o>", "attendu": {"alertes": "prix"}}]}
        ]}
        """#

    @Test(arguments: ReportFormat.allCases) func hostileTextsAreInert(_ format: ReportFormat) throws {
        let (report, library) = try report(Self.hostile, path: "Fixtures/a,b:\u{1B}[1m\n<c>.json")
        #expect(report.tally.failures == 3)
        let printed = format.print(report, in: library)
        #expect(!printed.unicodeScalars.contains { Visible.isHidden($0) && $0 != "\n" })
        let lines = printed.split(separator: "\n")
        #expect(!lines.contains { $0.hasPrefix("::error::") || $0.hasPrefix("ok 99") || $0.hasPrefix("Bail out!") })
        switch format {
        case .text: #expect(lines.count(where: { $0.contains(": échec\u{A0}: ") }) == 3)
        case .json: _ = try JSONSerialization.jsonObject(with: Data(printed.utf8))
        case .junit:
            let elements = try XMLElements(of: printed)
            #expect(
                elements.counts.keys.sorted() == ["error", "failure", "skipped", "testcase", "testsuite", "testsuites"])
        case .github:
            #expect(lines.count(where: { $0.hasPrefix("::") }) == 3)
            #expect(lines.allSatisfy { !$0.hasPrefix("::") || $0.contains("file=Fixtures/a%2Cb%3A") })
        case .tap:
            #expect(lines.count(where: { $0.hasPrefix("ok ") }) == 5)
            #expect(lines.count(where: { $0.hasPrefix("not ok ") }) == 4)
            #expect(lines.count(where: { $0.contains(" # TODO ") }) == 1)
            #expect(!printed.contains(" # SKIP"))
        }
    }
}

/// The elements of an XML text, which must be well formed.
private final class XMLElements: NSObject, XMLParserDelegate {
    private(set) var counts: [String: Int] = [:]
    private(set) var attributes: [String: [[String: String]]] = [:]

    init(of text: String) throws {
        super.init()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = self
        try #require(parser.parse(), "\(String(describing: parser.parserError))\n\(text)")
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        counts[name, default: 0] += 1
        self.attributes[name, default: []].append(attributes)
    }
}
