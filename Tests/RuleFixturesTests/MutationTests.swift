import PolicyValues
import RuleCases
import RuleEngine
import RuleModel
import RulePipeline
import SourceText
import Testing

@testable import RuleFixtures

@Suite("Mutations") struct MutationTests {
    private static let rules = """
        politique: {nom: P, version: "1", en vigueur: 2020-01-01}
        faits:
          a: {question: A?, type: oui/non}
          b: {question: B?, type: oui/non}
          n: {question: N?, type: nombre}
          c: {question: C?, type: choix, valeurs: {rouge: R, vert: V, bleu: B}}
          j: {question: J?, type: date}
        définitions:
          somme: {calcul: {somme: [n, 2]}}
          seuil: {type: nombre, selon: [{si: {a: oui}, vaut: 5}, {vaut: 9}]}
        paramètres: {p: {type: nombre, valeurs: {2020-01-01: 4}}}
        décisions:
          d: {question: D?, issues: {x: X, y: Y, z: Z}, méthode: priorité, par défaut: z}
          e: {question: E?, applicable si: {d: x}, issues: {x: X, y: Y}, méthode: priorité, par défaut: y}
        règles:
          r1: {si: {a: oui, n: {plus de: {paramètre: p}}}, sauf: {b: oui}, conclut: {d: x}, écarte: [r2]}
          r2: {si: {une: [{c: [rouge, vert]}, {somme: {au moins: 10}}]}, conclut: {d: y}, en vigueur: {du: 2022-01-01}}
          r3: {si: {non: {j: {avant: 2021-01-01}}}, conclut: {e: x}}
          r4: {si: {au moins: {nombre: 2, parmi: [{a: oui}, {b: oui}, {n: {fait: seuil}}]}}, conclut: {e: x}}
          r5: {si: {règle: [r1, r2], d: {parmi: [x, y]}}, conclut: {e: x}}
        """

    @Test(
        "every kind of slip is made",
        arguments: [
            ("valeur", "c: rouge", nil), ("valeur", "règle: r1", nil), ("valeur", "vaut: 5", "vaut: 6"),
            ("comparateur", "a: oui", "a: {n'est pas: oui}"),
            ("comparateur", "n: {plus de: {paramètre: p}}", "n: {au moins: {paramètre: p}}"),
            ("comparateur", "j: {avant: 2021-01-01}", "j: {au plus tard: 2021-01-01}"),
            ("borne", "somme: {au moins: 10}", "somme: {au moins: 11}"),
            ("borne", "j: {avant: 2021-01-01}", "j: {avant: 2020-12-31}"),
            (
                "opérateur", "une: [{c: [rouge, vert]}, {somme: {au moins: 10}}]",
                "toutes: [{c: [rouge, vert]}, {somme: {au moins: 10}}]"
            ),
            ("opérateur", "non: {j: {avant: 2021-01-01}}", "j: {avant: 2021-01-01}"),
            ("branche", "c: [rouge, vert]", nil), ("exception", "sauf: {b: oui}", nil), ("écarte", "écarte: [r2]", nil),
            ("conclusion", "conclut: {d: x}", "conclut: {d: y}"), ("défaut", "par défaut: z", "par défaut: x"),
            ("applicable si", "applicable si: {d: x}", nil),
            ("date", "en vigueur: {du: 2022-01-01}", "en vigueur: {du: 2022-01-02}"),
            ("calcul", "somme: [n, 2]", "produit: [n, 2]"), ("paramètre", "2020-01-01: 4", "2020-01-01: 5"),
        ] as [(String, String, String?)]) func makes(_ kind: String, _ before: String, _ after: String?) throws
    {
        let mutants = MutantMaker.mutants(of: try Bench(Self.rules).set)
        #expect(mutants.contains { $0.kind.rawValue == kind && $0.before == before && $0.after == after })
    }

    @Test("each kind has its mutant, and none is made twice") func complete() throws {
        let mutants = MutantMaker.mutants(of: try Bench(Self.rules).set)
        #expect(Set(mutants.map(\.kind)) == Set(Mutant.Kind.allCases))
        let keys = mutants.map { "\($0.range.start) \($0.owner) \($0.kind) \($0.before) \($0.after ?? "")" }
        #expect(Set(keys).count == keys.count, "\(keys.filter { key in keys.count { $0 == key } > 1 })")
    }

    /// Both ways: a variant of the model decides as the text with the same slip.
    @Test(
        "a changed model decides as the changed text",
        arguments: [
            ("écarte: [r2]", ", écarte: [r2]", ""), ("par défaut: z", "par défaut: z", "par défaut: x"),
            ("sauf: {b: oui}", ", sauf: {b: oui}", ""), ("conclut: {d: x}", "conclut: {d: x}", "conclut: {d: y}"),
            ("somme: {au moins: 10}", "{au moins: 10}", "{plus de: 10}"), ("somme: [n, 2]", "somme: [n", "produit: [n"),
            ("vaut: 5", "vaut: 5", "vaut: 4"), ("2020-01-01: 4", "2020-01-01: 4}", "2020-01-01: 3}"),
            ("en vigueur: {du: 2022-01-01}", "du: 2022-01-01", "du: 2021-12-31"),
        ]) func sameAsText(_ before: String, _ text: String, _ replacement: String) throws
    {
        let bench = try Bench(Self.rules)
        let written = Program(try Bench(Self.rules.replacing(text, with: replacement)).set)
        let mutants = MutantMaker.mutants(of: bench.set).filter { $0.before == before }
        let same = mutants.filter { mutant in
            Self.agree(Program(bench.set.applying(mutant.change)), written)
        }
        #expect(!same.isEmpty)
        #expect(!Self.agree(bench.program, written))
    }

    /// Whether two programs make the same of many cases.
    private static func agree(_ left: Program, _ right: Program) -> Bool {
        var (first, second) = (Machine(left), Machine(right))
        let candidates = FactCandidates(left.model)
        var chance = SplitMix64(seed: 7)
        for _ in 0..<1500 {
            var sheet = FactSheet(nothingStatedIn: left.model)
            for fact in left.model.factIDs where chance.below(4) > 0 {
                let values = candidates.values(of: fact).compactMap(\.self)
                sheet.state(fact, as: values[chance.below(values.count)])
            }
            let dates = left.model.dates
            let date = dates[chance.below(dates.count)]
            if first.evaluate(sheet, on: date) != second.evaluate(sheet, on: date) { return false }
        }
        return true
    }

    private func trial(_ rules: String, _ cases: String, equivalent: @escaping (RuleSet) -> Bool = { _ in false })
        throws
        -> MutationReport
    {
        var bench = try Bench(rules)
        let files = bench.read([.init(path: "cas.yaml", bytes: Array(cases.utf8))])
        var trial = MutationTrial(
            bench.program, files, .init(today: Bench.today, tries: 3000), areEquivalent: equivalent)
        return trial.run()
    }

    private static let plain = """
        politique: {nom: P, version: "1"}
        faits: {a: {question: A?, type: oui/non}, n: {question: N?, type: nombre}}
        décisions: {d: {question: D?, issues: {x: X, y: Y}, méthode: priorité, par défaut: y}}
        règles: {r: {si: {a: oui, n: {plus de: 30}}, conclut: {d: x}}}
        """

    @Test("cases on both sides of a bound leave no survivor") func killed() throws {
        let facts = ["a: oui, n: 31", "a: oui, n: 30", "a: oui, n: 29", "a: oui, n: 32", "a: non, n: 31", "a: oui"]
        let issues = ["x", "y", "y", "x", "y", "indéterminée"]
        let cases = zip(facts, issues).map { "  - {date: 2024-01-01, faits: {\($0)}, attendu: {d: \($1)}}\n" }.joined()
        let report = try trial(Self.plain, "cas:\n" + cases)
        #expect(report.survivors.map(\.mutant.before) == [])
        #expect(report.score == 1000)
        #expect(report.killed > 6)
    }

    @Test("a survivor comes with a fixture that passes, and fails on the mutant") func survivor() throws {
        let report = try trial(Self.plain, "{date: 2024-01-01, faits: {a: oui, n: 50}, attendu: {d: x}}")
        let bound = try #require(report.survivors.first { $0.mutant.kind == .bound })
        let fixture = try #require(bound.fixture)
        var bench = try Bench(Self.plain)
        #expect(bench.run(fixture.text).allSatisfy { !$0.isFailure }, "\(fixture.text)")
        let files = bench.read([.init(path: "cas.yaml", bytes: Array(fixture.text.utf8))])
        var runner = FixtureRunner(Program(bench.set.applying(bound.mutant.change)), today: Bench.today)
        #expect(runner.run(files, in: .beginning(of: FileID(index: 0))).contains { $0.isFailure }, "\(fixture.text)")
    }

    @Test("the fixtures of all survivors together leave none") func allKilled() throws {
        let first = try trial(Self.rules, "{date: 2024-01-01, faits: {a: oui}, attendu: {d: indéterminée}}")
        let fixtures = first.survivors.compactMap(\.fixture)
        #expect(fixtures.count > 20)
        let cases = fixtures.map { fixture in
            fixture.text.split(separator: "\n").enumerated().map { ($0 == 0 ? "  - " : "    ") + $1 + "\n" }.joined()
        }
        let second = try trial(Self.rules, "cas:\n" + cases.joined())
        #expect(second.survivors.filter { $0.fixture != nil }.map(\.mutant.before) == [])
    }

    @Test("what is proved equivalent does not count") func equivalent() throws {
        // The second branch says nothing that the first does not.
        let rules = Self.plain.replacing("n: {plus de: 30}", with: "toutes: [{n: {plus de: 30}}, {n: {plus de: 30}}]")
        let asked = try trial(rules, "{date: 2024-01-01, faits: {a: oui, n: 50}, attendu: {d: x}}") { _ in true }
        let unasked = try trial(rules, "{date: 2024-01-01, faits: {a: oui, n: 50}, attendu: {d: x}}")
        #expect(asked.equivalent > 1 && unasked.equivalent == 0)
        #expect(unasked.survivors.count == asked.survivors.count + asked.equivalent)
        #expect(asked.survivors.allSatisfy { $0.fixture != nil })
    }

    @Test("a time of nothing tries nothing, and says so") func time() throws {
        let bench = try Bench(Self.plain)
        var trial = MutationTrial(bench.program, [], .init(today: Bench.today, budget: .zero))
        let report = trial.run()
        #expect(report.tried == 0 && report.untried > 5)
        #expect(report.text(in: bench.library).contains("faute de temps"))
    }

    @Test("the real policy: every rule and outcome three ways, and 95 % of the mutants") func realPolicy() throws {
        var bench = try Bench(Checkout.files(below: "Rules"))
        let files = bench.read(Checkout.files(below: "Fixtures"))
        var runner = FixtureRunner(bench.program, today: Bench.today)
        var examples = ExampleRunner(bench.program, today: Bench.today)
        _ = runner.run(files, in: .beginning(of: FileID(index: 0)))
        _ = examples.run()
        var collector = CoverageCollector(bench.set)
        for matter in runner.matters + examples.matters { collector.add(matter.examination) }
        for item in collector.report.items { #expect(CoverageWording.lack(item) == nil, "\(item.name)") }
        var trial = MutationTrial(
            bench.program, files, .init(today: Bench.today, budget: .seconds(300), tries: 2000))
        let report = trial.run()
        #expect(report.untried == 0)
        #expect(report.score >= 950)
    }
}

@Suite("Proposed fixtures") struct ProposalTests {
    @Test("together show all that can be seen, and pass") func complete() throws {
        var bench = try Bench(SmallPolicy.rules)
        var proposer = FixtureProposer(bench.program, [], today: Bench.today, tries: 4000)
        let result = proposer.run(CoverageCollector(bench.set))
        #expect(result.fixtures.count > 5)
        let inputs = result.fixtures.enumerated().map {
            RuleSetLoader.Input(path: "\($0).yaml", bytes: Array($1.text.utf8))
        }
        let files = bench.read(inputs)
        var runner = FixtureRunner(bench.program, today: Bench.today)
        let results = runner.run(files, in: .beginning(of: FileID(index: 0)))
        #expect(results.allSatisfy { !$0.isFailure }, "\(result.fixtures.map(\.text).joined())")
        var collector = CoverageCollector(bench.set)
        for matter in runner.matters { collector.add(matter.examination) }
        let unreached = Set(result.unreached.map(\.subject))
        for item in collector.report.items where !unreached.contains(item.subject) {
            #expect(CoverageWording.lack(item) == nil, "\(item.name)")
        }
        #expect(collector.report.rate > 950)
    }
}
