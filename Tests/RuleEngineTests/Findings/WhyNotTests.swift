import PolicyValues
import RuleEngine
import RuleModel
import Testing

/// `pourquoi pas` (language, section 7), one reading a case.
@Suite struct WhyNotTests {
    struct Question: Sendable, CustomTestStringConvertible {
        let name: String
        let rules: String
        var decision = "D"
        let outcome: String
        var facts = "{}"
        let sets: [String]
        var testDescription: String { name }
    }

    private static let decision = MissingTests.decision

    static let questions: [Question] = [
        Question(
            name: "one fact where one is enough, each that does it",
            rules: """
                règles:
                  r: { si: { a: oui, b: oui }, conclut: { D: haut } }
                  s: { si: { c: oui }, conclut: { D: haut } }
                """,
            outcome: "haut", facts: "{ a: non, b: oui, c: non }", sets: ["a : oui", "c : oui"]),
        Question(
            name: "unknown facts are set too, and the rules before are made to fail",
            rules: """
                règles:
                  r: { si: { a: oui }, conclut: { D: haut } }
                  s: { si: { b: oui }, conclut: { D: milieu } }
                """,
            outcome: "milieu", facts: "{ b: oui }", sets: ["a : non"]),
        Question(
            name: "several facts where it takes them",
            rules: """
                règles:
                  r: { si: { a: oui, b: oui }, sauf: { c: oui }, conclut: { D: haut } }
                """,
            outcome: "haut", facts: "{ a: non, b: non, c: oui }", sets: ["a : oui + b : oui + c : non"]),
        Question(
            name: "the default, by making all rules fail",
            rules: """
                règles:
                  r: { si: { a: oui, b: oui }, conclut: { D: haut } }
                  s: { si: { couleur: [bleu, rouge] }, conclut: { D: milieu } }
                """,
            outcome: "bas", facts: "{ a: oui, b: oui }", sets: []),
        Question(
            name: "a rule that sets another aside",
            rules: """
                règles:
                  r: { si: { a: oui }, conclut: { D: haut } }
                  s: { si: { b: oui }, conclut: { D: milieu }, écarte: [r] }
                """,
            outcome: "milieu", facts: "{ a: oui, b: non }", sets: ["b : oui"]),
        Question(
            name: "through a decision and what it applies to",
            rules: """
                  E: { question: E?, issues: { x: x, y: y }, méthode: priorité, par défaut: y, applicable si: { D: milieu } }
                règles:
                  r: { si: { a: oui }, conclut: { D: haut } }
                  s: { si: { b: oui }, conclut: { D: milieu } }
                  t: { si: { c: oui }, conclut: { E: x } }
                """,
            decision: "E", outcome: "x", facts: "{ a: oui, b: oui, c: oui }", sets: ["a : non"]),
        Question(
            name: "sans objet",
            rules: """
                  E: { question: E?, issues: { x: x }, méthode: cumul, applicable si: { une: [{ a: oui }, { b: oui }] } }
                règles: { t: { si: { c: oui }, conclut: { E: x } } }
                """,
            decision: "E", outcome: "sans objet", facts: "{ a: oui }", sets: ["a : non + b : non"]),
        Question(
            name: "a member of a cumul decision, whatever the others",
            rules: """
                  E: { question: E?, issues: { x: x, y: y }, méthode: cumul }
                règles:
                  r: { si: { a: oui }, conclut: { E: x } }
                  s: { si: { b: oui }, conclut: { E: y } }
                """,
            decision: "E", outcome: "x", facts: "{}", sets: ["a : oui"]),
        Question(
            name: "each value of a choice",
            rules: "règles: { r: { si: { couleur: [rouge, bleu] }, conclut: { D: haut } } }",
            outcome: "haut", sets: ["couleur : bleu", "couleur : rouge"]),
        Question(
            name: "a set keeps its other members",
            rules: "règles: { r: { si: { options: rouge }, conclut: { D: haut } } }",
            outcome: "haut", facts: "{ options: [bleu] }", sets: ["options : [bleu, rouge]"]),
        Question(
            name: "the nearest number above, as a whole one",
            rules: "règles: { r: { si: { n: { plus de: 30 } }, conclut: { D: haut } } }",
            outcome: "haut", facts: "{ n: 12 }", sets: ["n ≥ 31"]),
        Question(
            name: "the nearest number to a bound that is not whole",
            rules: "règles: { r: { si: { n: { moins de: 2.5 } }, conclut: { D: haut } } }",
            outcome: "haut", facts: "{ n: 12 }", sets: ["n ≤ 2.4999"]),
        Question(
            name: "a number between two others, where no whole one lies",
            rules: "règles: { r: { si: { n: { plus de: 3, moins de: 4 } }, conclut: { D: haut } } }",
            outcome: "haut", facts: "{ n: 12 }", sets: ["n : 3.9999"]),
        Question(
            name: "a number beside another fact",
            rules: "règles: { r: { si: { n: { plus de: { fait: m } } }, conclut: { D: haut } } }",
            outcome: "haut", facts: "{ n: 10, m: 20 }", sets: ["m ≤ 9", "n ≥ 21"]),
        Question(
            name: "an unknown number, from where it does",
            rules: "règles: { r: { si: { n: { au moins: 5 } }, conclut: { D: haut } } }",
            outcome: "haut", sets: ["n ≥ 5"]),
        Question(
            name: "two numbers that have to leave room for each other",
            rules: """
                règles:
                  r:
                    si: [{ m: { plus de: 3 } }, { m: { moins de: 3.5 } }, { n: { plus de: 3 } }, { m: { plus de: { fait: n } } }]
                    conclut: { D: haut }
                """,
            outcome: "haut", facts: "{ m: 0, n: 0 }", sets: ["m : 3.0002 + n : 3.0001"]),
        Question(
            name: "any number at all, where all do",
            rules: "règles: { r: { si: { reste: { fait: reste } }, conclut: { D: haut } } }",
            outcome: "haut", sets: ["reste : 0"]),
        Question(
            name: "a date through a calculation",
            rules: """
                définitions: { écart: { unité: jours, calcul: { jours: { du: j, au: k } } } }
                règles: { r: { si: { écart: { plus de: 10 } }, conclut: { D: haut } } }
                """,
            outcome: "haut", facts: "{ j: 2024-02-20, k: 2024-02-25 }",
            sets: ["j ≤ 2024-02-14", "k ≥ 2024-03-02"]),
        Question(
            name: "both dates, when both are unknown",
            rules: """
                définitions: { écart: { unité: jours, calcul: { jours: { du: j, au: k } } } }
                règles: { r: { si: { écart: { plus de: 10 } }, conclut: { D: haut } } }
                """,
            outcome: "haut", sets: ["j ≤ 2024-03-04 + k ≥ 2024-03-15"]),
        Question(
            name: "what the parameters say at the date",
            rules: """
                paramètres: { p: { type: nombre, valeurs: { 2020-01-01: 5, 2024-01-01: 8 } } }
                règles: { r: { si: { n: { au moins: { paramètre: p } } }, conclut: { D: haut } } }
                """,
            outcome: "haut", facts: "{ n: 6 }", sets: ["n ≥ 8"]),
        Question(
            name: "a text that the rules name",
            rules: "règles: { r: { si: { mot: [chat, chien] }, conclut: { D: haut } } }",
            outcome: "haut", facts: "{ mot: chien2 }", sets: ["mot : chat", "mot : chien"]),
        Question(
            name: "the case that results is coherent, be it by a fact that the decision does not read",
            rules: """
                contraintes:
                  k: { si: { a: oui }, alors: { b: oui } }
                règles: { r: { si: { a: oui }, conclut: { D: haut } } }
                """,
            outcome: "haut", facts: "{ a: non, b: non }", sets: ["a : oui + b : oui"]),
        Question(
            name: "at the same date, even when the fact that gives it changes",
            rules: """
                règles:
                  r: { si: { j: { après: 2024-06-01 } }, conclut: { D: haut }, en vigueur: { au: 2024-05-31 } }
                """,
            outcome: "haut", facts: "{ j: 2024-03-04 }", sets: ["j ≥ 2024-06-02"]),
        Question(
            name: "nothing to change when it is so already",
            rules: "règles: { r: { si: { a: oui }, conclut: { D: haut } } }",
            outcome: "haut", facts: "{ a: oui }", sets: [""]),
    ]

    @Test(arguments: questions)
    func smallestSets(question: Question) throws {
        let vocabulary =
            MissingTests.vocabulary
            + "\n  mot: { question: mot?, type: texte }\n  reste: { question: q, type: nombre, min: 0 }"
        let small = try SmallSet([vocabulary, Self.decision, question.rules].joined(separator: "\n"))
        let answer = try small.whyNot(question.decision, question.outcome, question.facts)
        guard !question.sets.isEmpty else {
            // Three sets of two: a or b, with any colour but the two.
            #expect(answer.verdict == .none)
            return
        }
        #expect(small.lines(answer) == question.sets)
        #expect(answer.verdict == .found)
    }

    @Test(arguments: [
        "règles: { r: { si: { a: oui }, sauf: { une: [{ a: oui }, { b: oui }] }, conclut: { D: haut } } }",
        "règles: { r: { si: { a: oui }, conclut: { D: haut }, en vigueur: { au: 2020-01-01 } } }",
        "règles: { r: { si: { n: { plus de: 5, moins de: 5 } }, conclut: { D: haut } } }",
        """
        paramètres: { p: { type: nombre, valeurs: { 2022-01-01: à préciser } } }
        règles: { r: { si: { n: { plus de: { paramètre: p } } }, conclut: { D: haut } } }
        """,
        """
        contraintes: { k: { alors: { a: non } } }
        règles: { r: { si: { a: oui }, conclut: { D: haut } } }
        """,
    ])
    func noneIsProved(rules: String) throws {
        let small = try SmallSet([MissingTests.vocabulary, Self.decision, rules].joined(separator: "\n"))
        #expect(try small.whyNot("D", "haut", "{ n: 7, b: non, a: non }").verdict == .none)
    }

    @Test func aSearchThatEndsSaysSo() throws {
        let rules = "règles: { r: { si: { a: oui, b: oui, c: oui, d: oui }, conclut: { D: haut } } }"
        let small = try SmallSet([MissingTests.vocabulary, Self.decision, rules].joined(separator: "\n"))
        #expect(try small.whyNot("D", "haut", effort: 100).verdict == .notShown)
        let answer = try small.whyNot("D", "haut")
        #expect(answer.isComplete)
        #expect(small.lines(answer) == ["a : oui + b : oui + c : oui + d : oui"])
    }

    @Test func atMostTwentyAreShownOfVariedFacts() throws {
        let values = (1...30).map { "v\($0): v" }.joined(separator: ", ")
        let small = try SmallSet(
            """
            faits:
              lettre: { question: q, type: choix, valeurs: { \(values) } }
              z: { question: q, type: oui/non }
            décisions: { D: { question: q, issues: { x: x, y: y }, méthode: priorité, par défaut: y } }
            règles:
              r: { si: { lettre: { n'est pas: v1 } }, conclut: { D: x } }
              s: { si: { z: oui }, conclut: { D: x } }
            """)
        let answer = try small.whyNot("D", "x", "{ lettre: v1, z: non }")
        #expect(answer.sets.count == WhyNot.shownSets)
        #expect(!answer.isComplete)
        #expect(small.lines(answer).last == "z : oui")
    }

    /// An empty case of a decision that waits for nearly everything: no trying of all sets would end.
    @Test func manyFactsAtOnce() throws {
        let facts = (0..<24).map { "  f\($0): { question: q, type: oui/non }" }.joined(separator: "\n")
        let rules = (0..<12).map { "  r\($0): { si: { f\(2 * $0): oui, f\(2 * $0 + 1): oui }, conclut: { D: x } }" }
        let small = try SmallSet(
            """
            faits:
            \(facts)
            décisions: { D: { question: q, issues: { x: x, y: y }, méthode: priorité, par défaut: y } }
            règles:
            \(rules.joined(separator: "\n"))
            """)
        let answer = try small.whyNot("D", "y")
        #expect(answer.verdict == .found)
        #expect(answer.sets.allSatisfy { $0.count == 12 })
        #expect(answer.sets.count == WhyNot.shownSets)
    }
}
