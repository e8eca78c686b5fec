import PolicyValues
import RuleCases
import RuleEngine
import RuleModel
import RulePipeline
import SourceText
import Testing

@testable import RuleFixtures

@Suite("Coverage") struct CoverageTests {
    /// The report over some cases of the small policy, without its examples.
    private func report(_ cases: [String]) throws -> (report: CoverageReport, library: SourceLibrary) {
        var bench = try Bench(SmallPolicy.rules)
        let file =
            "cas:\n"
            + cases.map { "  - {faits: {\($0)}, date: 2024-01-01, attendu: {recevabilité: recevable}}\n" }.joined()
        let files = bench.read([.init(path: "cas.yaml", bytes: Array(file.utf8))])
        var runner = FixtureRunner(bench.program, today: Bench.today)
        _ = runner.run(files, in: .beginning(of: FileID(index: 0)))
        var collector = CoverageCollector(bench.set)
        for matter in runner.matters { collector.add(matter.examination) }
        return (collector.report, bench.library)
    }

    private func item(_ name: String, _ report: CoverageReport) throws -> CoverageItem {
        try #require(report.items.first { $0.name == name })
    }

    @Test("without a case nothing is seen") func nothing() throws {
        let (report, _) = try report([])
        #expect(report.rate == 0)
        #expect(report.items.allSatisfy { $0.missing == $0.possible })
    }

    @Test("every rule, line, condition and outcome is an item, once") func items() throws {
        let (report, _) = try report([])
        func names(_ kind: CoverageItem.Kind) -> [String] {
            report.items.filter { $0.kind == kind }.map(\.name).sorted()
        }
        #expect(names(.rule) == ["contestation", "juridique", "partagée", "payée"])
        #expect(names(.line) == ["canaux#1"])
        #expect(names(.outcome).count == 7)
        #expect(names(.condition).contains("contesté: oui"))
        #expect(Set(report.items.map(\.subject)).count == report.items.count)
    }

    @Test("counts what is seen of rules, conditions and outcomes") func counts() throws {
        let (report, _) = try report(["contesté: oui, recours: oui", "contesté: non", "montant: 3"])
        let legal = try item("juridique", report)
        #expect(legal.seen[.yes] == 1 && legal.seen[.no] == 0 && legal.seen[.unknown] == 2)
        #expect(legal.missing == [.no])
        let contested = try item("contesté: oui", report)
        #expect(contested.missing == [])
        let refused = try item("recevabilité\u{A0}: non recevable", report)
        #expect(refused.seen[.yes] == 1 && refused.seen[.unknown] == 2)
    }

    @Test(
        "a condition decides alone when the others let it",
        arguments: [
            // `contesté` and `recours`, both asked by « contestation », which « juridique » écarte when `recours`.
            ("contesté: non", "contesté: oui", 0, 0), ("contesté: oui, recours: non", "contesté: oui", 0, 0),
            ("contesté: oui, recours: non", "recours: oui", 0, 1), ("recours: oui", "recours: oui", 1, 0),
        ]) func decisive(_ facts: String, _ name: String, _ yes: Int, _ no: Int) throws
    {
        let (report, _) = try report([facts])
        let all = report.items.filter { $0.name == name }
        #expect(all.map { $0.decisive[.yes] }.reduce(0, +) == yes)
        #expect(all.map { $0.decisive[.no] }.max() == no)
    }

    @Test("an exception decides alone where the condition holds") func exception() throws {
        let rules = """
            politique: {nom: P, version: "1"}
            faits: {a: {question: A?, type: oui/non}, b: {question: B?, type: oui/non}}
            décisions: {d: {question: D?, issues: {x: X, y: Y}, méthode: priorité, par défaut: y}}
            règles: {r: {si: {a: oui}, sauf: {une: [{b: oui}, {a: non}]}, conclut: {d: x}}}
            """
        let set = try Bench(rules).set
        var machine = Machine(recording: Program(set))
        var sheet = FactSheetMaker(set)
        sheet.state("a", true)
        sheet.state("b", true)
        let evaluation = machine.evaluate(sheet.sheet, on: Bench.today)
        let decisive = DecisiveConditions(set: set, evaluation: evaluation, truths: machine.tracer.truths)
        let exception = try #require(set.rules[0].exception)
        #expect(decisive.numbers(of: .rule(RuleID(0))) == [exception.number, exception.branches[0].number])
    }

    @Test("the page says in words what its colours say") func page() throws {
        let (report, library) = try report(["contesté: oui, recours: oui"])
        let html = CoveragePage(report, in: library).html
        #expect(html.contains("✗"))
        #expect(html.contains("jamais vraie ni fausse ni inconnue") || html.contains("jamais fausse"))
        let rows = html.matches(of: /<tr class="(seen|partly|never|silent)"><td>\d+<\/td><td>([✓◐✗]?)<\/td>/)
        #expect(rows.count > SmallPolicy.rules.split(separator: "\n").count - 2)
        for row in rows {
            #expect(["seen": "✓", "partly": "◐", "never": "✗", "silent": ""][String(row.1)] == String(row.2))
        }
    }

    @Test("a text of the rules is not live in the page") func inert() throws {
        let rules = SmallPolicy.rules.replacing("titre: Essai", with: "").replacing(
            "nom: Essai", with: "nom: \"<script>alert(1)</script>\"")
        let set = try Bench(rules)
        let html = CoveragePage(CoverageCollector(set.set).report, in: set.library).html
        #expect(!html.contains("<script>"))
        #expect(html.contains("&lt;script&gt;"))
    }
}

/// States facts by name.
private struct FactSheetMaker {
    private let set: RuleSet
    private(set) var sheet: FactSheet

    init(_ set: RuleSet) {
        self.set = set
        sheet = FactSheet(nothingStatedIn: set)
    }

    mutating func state(_ name: String, _ value: Bool) {
        for id in set.factIDs where set[id].name == name { sheet.state(id, as: .yesNo(value)) }
    }
}
