import PolicyValues
import RuleCases
import RuleEngine
import RuleInterview
import RuleModel
import Testing

@Suite("Which questions can still matter") struct QuestionTests {
    /// Facts `a` to `e` of type oui/non and two numbers, with a decision of two outcomes.
    private static func rules(_ rules: String) -> String {
        let facts = ["a", "b", "c", "d", "e"].map { "  \($0): { question: \"\($0)?\", type: oui/non }" }
        let numbers = ["n", "m"].map { "  \($0): { question: \"\($0)?\", type: nombre }" }
        return (["faits:"] + facts + numbers).joined(separator: "\n") + """

            décisions:
              issue: { question: Q?, issues: { x: X, y: Y }, méthode: priorité, par défaut: y }
            règles:
            \(rules)
            """
    }

    /// Each with the facts that can matter; the walk lists more in the first four.
    @Test(arguments: [
        // Whatever `a` is, `b` decides.
        ("  r: { si: { une: [{ a: oui, b: oui }, { a: non, b: oui }] }, conclut: { issue: x } }", "{}", ["b"]),
        // Both cannot be: no case makes the rule apply.
        ("  r: { si: { toutes: [a: oui, b: oui, non: { a: oui }] }, conclut: { issue: x } }", "{}", []),
        // `c` is absorbed.
        ("  r: { si: { une: [a: oui, { toutes: [a: oui, c: oui] }] }, conclut: { issue: x } }", "{}", ["a"]),
        (
            "  r: { si: { a: oui }, conclut: { issue: x } }\n  s: { si: { a: oui, d: oui }, conclut: { issue: x } }",
            "{}",
            ["a"]
        ),
        ("  r: { si: { a: oui, b: oui, c: non }, conclut: { issue: x } }", "{ a: oui }", ["b", "c"]),
        ("  r: { si: { a: oui, b: oui, c: non }, conclut: { issue: x } }", "{ a: non }", []),
        ("  r: { si: { n: { plus de: { fait: m } } }, conclut: { issue: x } }", "{}", ["m", "n"]),
        ("  r: { si: { n: { plus de: { fait: m } } }, conclut: { issue: x } }", "{ n: 211 }", ["m"]),
        // No number is over 5 and under 4.
        ("  r: { si: { n: { plus de: 5, moins de: 4 }, a: oui }, conclut: { issue: x } }", "{}", []),
        ("  r: { si: { n: { plus de: 5, moins de: 7 }, a: oui }, conclut: { issue: x } }", "{}", ["a", "n"]),
    ])
    func areThoseOfWhichSomethingDepends(_ rules: String, _ facts: String, _ expected: [String]) throws {
        let sample = try Sample(rules: Self.rules(rules))
        var search = QuestionSearch(sample.program)
        let open = search.open(try sample.sheet(facts), on: sample.date)
        let found = open.filter { $0.verdict == .matters }.map { sample.set[$0.fact].name }
        #expect(found.sorted() == expected)
        #expect(!open.contains { $0.verdict == .notShown })
    }

    @Test("a constraint rules answers out") func constraint() throws {
        let constraint = "\ncontraintes:\n  k: { si: { a: oui }, alors: { b: non } }"
        let rules = "  r: { si: { a: oui, b: oui }, conclut: { issue: x } }"
        let sample = try Sample(rules: Self.rules(rules) + constraint)
        var search = QuestionSearch(sample.program)
        #expect(!search.open(try sample.sheet(), on: sample.date).contains { $0.verdict == .matters })
    }

    @Test("what a calculation takes is asked as if it mattered") func calculation() throws {
        let definition = "\ndéfinitions:\n  total: { calcul: { somme: [n, m] } }"
        let rules = "  r: { si: { total: { plus de: 5 } }, conclut: { issue: x } }"
        let sample = try Sample(rules: Self.rules(rules) + definition)
        var search = QuestionSearch(sample.program)
        let open = search.open(try sample.sheet(), on: sample.date)
        #expect(open.count == 2)
        #expect(!open.contains { $0.verdict == .cannotMatter })
    }

    @Test("the search ends") func effort() throws {
        let sample = try Sample.policy()
        var search = QuestionSearch(sample.program, effort: 1)
        let open = search.open(try sample.sheet(), on: sample.date)
        #expect(open.count > 15)
        #expect(open.contains { $0.verdict == .notShown })
    }

    /// What is said not to matter is tried with answers at random to all that is open.
    @Test("on the policy, nothing that is said not to matter does") func policy() throws {
        let sample = try Sample.policy()
        var search = QuestionSearch(sample.program)
        var machine = Machine<SilentTracer>(sample.program)
        var generator = SplitMix64(seed: 7)
        var excluded = 0
        for _ in 0..<25 {
            let sheet = sample.randomSheet(stating: Int(generator.next() % 16), &search, &generator)
            for open in search.open(sheet, on: sample.date) where open.verdict == .cannotMatter {
                excluded += 1
                for _ in 0..<40 {
                    var whole = sample.completed(sheet, &search, &generator)
                    let answers = search.answers(to: open.fact, in: whole, on: sample.date)
                    let results = answers.map { answer in
                        whole.state(open.fact, as: answer)
                        machine.run(whole, on: sample.date)
                        return sample.set.decisionIDs.map { machine.result(of: $0).possible }
                    }
                    #expect(results.allSatisfy { $0 == results.first }, "\(sample.set[open.fact].name)")
                }
            }
        }
        #expect(excluded > 0)
    }
}

extension Sample {
    /// A sheet that states some facts, each answer as likely.
    func randomSheet(
        stating count: Int, _ search: inout QuestionSearch, _ generator: inout SplitMix64
    ) -> FactSheet {
        var sheet = FactSheet(nothingStatedIn: set)
        for fact in set.factIDs.shuffled(using: &generator).prefix(count) {
            sheet.state(fact, as: search.answers(to: fact, in: sheet, on: date).randomElement(using: &generator))
        }
        return sheet
    }

    /// The sheet with an answer to everything.
    func completed(
        _ sheet: FactSheet, _ search: inout QuestionSearch, _ generator: inout SplitMix64
    ) -> FactSheet {
        var whole = sheet
        for fact in set.factIDs where whole[fact] == nil {
            whole.state(fact, as: search.answers(to: fact, in: whole, on: date).randomElement(using: &generator))
        }
        return whole
    }
}
