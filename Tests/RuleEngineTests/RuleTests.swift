import PolicyValues
import RuleEngine
import RuleModel
import Testing

/// Section 6 of the language: whether the rule `r` applies; and tests on decisions (section 4).
@Suite struct RuleTests {
    static let decision = "décisions: {suite: {question: Quoi, issues: {un: x, deux: x}, méthode: cumul}}\n"

    @Test(
        arguments: [
            ("conclut: {suite: un}", "", Truth.yes),
            ("si: {a: oui}, conclut: {suite: un}", "", .unknown),
            ("si: {a: oui}, sauf: {b: oui}, conclut: {suite: un}", "a: oui, b: non", .yes),
            ("si: {a: oui}, sauf: {b: oui}, conclut: {suite: un}", "a: oui", .unknown),
            ("si: {a: oui}, sauf: {b: oui}, conclut: {suite: un}", "b: oui", .no),
            ("si: {a: oui}, conclut: {suite: un}, en vigueur: 2024-03-05", "a: oui", .no),
            ("si: {a: oui}, conclut: {suite: un}, en vigueur: {du: 2024-03-04, au: 2024-03-04}", "a: oui", .yes),
            ("si: {a: oui}, conclut: {suite: un}, en vigueur: {au: 2024-03-03}", "a: oui", .no),
        ] as [(String, String, Truth)])
    func applies(_ rule: String, _ facts: String, _ expected: Truth) throws {
        let (set, evaluation) = try Sample.evaluate(Self.decision + "règles: {r: {\(rule)}}", facts: facts)
        #expect(evaluation.rules[try #require(set.ruleNames["r"]).position] == expected)
    }

    @Test(
        arguments: [
            ("a: oui, b: non", [Truth.yes, .no, .yes]), ("a: oui, b: oui", [.no, .yes, .yes]),
            ("a: oui", [.unknown, .unknown, .yes]), ("a: oui, c: oui, b: oui", [.yes, .no, .no]),
        ])
    func aRuleThatIsSetAsideSetsNothingAside(_ facts: String, _ expected: [Truth]) throws {
        let rules = """
            règles:
              r-1: {si: {a: oui}, conclut: {suite: un}}
              r-2: {si: {b: oui}, conclut: {suite: un}, écarte: [r-1]}
              r-3: {si: {c: {n'est pas: oui}}, conclut: {suite: deux}}
              r-4: {si: {c: oui}, conclut: {suite: deux}, écarte: [r-2, r-3]}
            """
        let facts = facts.contains("c:") ? facts : facts + ", c: non"
        let (set, evaluation) = try Sample.evaluate(Self.decision + rules, facts: facts)
        let names = ["r-1", "r-2", "r-3"]
        #expect(names.compactMap { set.ruleNames[$0].map { evaluation[$0] } } == expected)
    }

    /// `q` is open between `un` and `deux` when a is unknown, `sans objet` when n is not 1.
    @Test(
        arguments: [
            ("un", "a: oui, n: 1", Truth.yes), ("un", "n: 1", .unknown), ("[un, deux]", "n: 1", .yes),
            ("trois", "n: 1", .no), ("{n'est pas: trois}", "n: 1", .yes),
            ("{parmi: [un, deux], n'est pas: un}", "n: 1", .unknown),
            ("[un, deux]", "", .unknown), ("[un, deux, sans objet]", "", .yes), ("sans objet", "n: 1", .no),
            ("sans objet", "n: 2", .yes), ("un", "n: 2", .no), ("{hors de: [un, deux]}", "n: 2", .yes),
            ("trois", "", .no),
        ] as [(String, String, Truth)])
    func testsOnADecision(_ expectedOutcome: String, _ facts: String, _ expected: Truth) throws {
        let sections = """
            décisions:
              q: {question: Quoi, issues: {un: x, deux: x, trois: x}, méthode: priorité, par défaut: deux, applicable si: {n: 1}}
              suite: {question: Quoi, issues: {un: x}, méthode: cumul}
            règles:
              r-un: {si: {a: oui}, conclut: {q: un}}
              r: {si: {q: \(expectedOutcome)}, conclut: {suite: un}}
            """
        let (set, evaluation) = try Sample.evaluate(sections, facts: facts)
        #expect(evaluation.rules[try #require(set.ruleNames["r"]).position] == expected)
    }

    /// `q` contains `un` when a, `deux` when b; it is `sans objet` when n is not 1.
    @Test(
        arguments: [
            ("un", "a: oui, n: 1", Truth.yes), ("un", "a: oui", .unknown), ("un", "a: non", .no), ("un", "n: 2", .no),
            ("[un, deux]", "b: oui, n: 1", .yes), ("{hors de: [un, deux]}", "a: non, b: non", .yes),
            ("{contient toutes: [un, deux]}", "a: oui, b: oui, n: 1", .yes),
            ("{contient toutes: [un, deux]}", "b: non", .no),
            ("{contient toutes: [un], n'est pas: deux}", "a: oui, n: 1", .unknown),
            ("{contient toutes: [un], n'est pas: deux}", "a: oui, b: non, n: 1", .yes),
            ("sans objet", "n: 2", .yes), ("sans objet", "", .unknown), ("[un, sans objet]", "a: oui", .unknown),
        ] as [(String, String, Truth)])
    func testsOnACumulativeDecision(_ expectedOutcome: String, _ facts: String, _ expected: Truth) throws {
        let sections = """
            décisions:
              q: {question: Quoi, issues: {un: x, deux: x}, méthode: cumul, applicable si: {n: 1}}
              suite: {question: Quoi, issues: {un: x}, méthode: cumul}
            règles:
              r-un: {si: {a: oui}, conclut: {q: un}}
              r-deux: {si: {b: oui}, conclut: {q: [deux]}}
              r: {si: {q: \(expectedOutcome)}, conclut: {suite: un}}
            """
        let (set, evaluation) = try Sample.evaluate(sections, facts: facts)
        #expect(evaluation.rules[try #require(set.ruleNames["r"]).position] == expected)
    }
}
