import RuleEngine
import RuleJSON
import Testing

@testable import RuleAnalysis

/// Two ways to write the same rules, or two rule sets that differ in one thing.
struct RulePairText: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let old: String
    let new: String
    /// `décision: avant → après` of each difference; of none the sets are equivalent.
    var changes: [String] = []

    init(_ name: String, _ old: String, _ new: String, _ changes: [String] = []) {
        testDescription = name
        self.old = old
        self.new = new
        self.changes = changes
    }
}

@Suite struct ComparisonTests {
    private static let decision = "décisions: {d: {question: Quoi, issues: {x: un, y: deux, z: trois}, "
    private static let priority = decision + "méthode: priorité, par défaut: z}}\n"
    private static let rule = priority + "règles: {r: {si: {a: oui, b: oui}, conclut: {d: x}}}"

    static let rewritings = [
        RulePairText("the same", rule, rule),
        RulePairText(
            "De Morgan", rule,
            priority + "règles: {r: {si: {non: {une: [{a: {n'est pas: oui}}, {b: non}]}}, conclut: {d: x}}}"),
        RulePairText(
            "at least all", rule,
            priority + "règles: {r: {si: {au moins: {nombre: 2, parmi: [{b: oui}, {a: oui}]}}, conclut: {d: x}}}"),
        RulePairText(
            "a rule in two", priority + "règles: {r: {si: {une: [{a: oui}, {n: {plus de: 5}}]}, conclut: {d: y}}}",
            priority + "règles: {s: {si: {n: {plus de: 5}}, conclut: {d: y}}, r: {si: {a: oui}, conclut: {d: y}}}"),
        RulePairText(
            "a definition inlined",
            priority + "définitions: {e: {vrai si: {a: oui, b: oui}}}\nrègles: {r: {si: {e: oui}, conclut: {d: x}}}",
            rule),
        RulePairText(
            "a table for rules",
            priority + """
                règles:
                  r: {si: {couleur: rouge, a: oui}, conclut: {d: x}}
                  s: {si: {couleur: [vert, bleu]}, conclut: {d: y}}
                """,
            priority + """
                tableaux:
                  t: {décision: d, entrées: [couleur, a], lignes: [
                    {si: [rouge, oui], conclut: x}, {si: [{hors de: [rouge]}, "*"], conclut: y}]}
                """),
        RulePairText(
            "an exception as a condition",
            priority + "règles: {r: {si: {a: oui}, sauf: {b: oui}, conclut: {d: x}}}",
            priority + "règles: {r: {si: {a: oui, b: non}, conclut: {d: x}}}"),
        RulePairText(
            "an écarte as an exception",
            priority + """
                règles:
                  r: {si: {a: oui}, conclut: {d: x}}
                  s: {si: {b: oui}, écarte: [r], conclut: {d: y}}
                """,
            priority + """
                règles:
                  r: {si: {a: oui}, sauf: {b: oui}, conclut: {d: x}}
                  s: {si: {b: oui}, conclut: {d: y}}
                """),
        RulePairText(
            "a number in another unit of counting",
            priority + "règles: {r: {si: {n: {au moins: 10}}, conclut: {d: x}}}",
            priority + """
                définitions: {double: {calcul: {somme: [n, n]}}, autre: {calcul: {produit: [n, 2]}}}
                règles:
                  r: {si: {une: [{double: {au moins: 20}}, {autre: {au moins: 20}}]}, conclut: {d: x}}
                """),
        RulePairText(
            "a delay as a due date",
            priority + """
                définitions: {jours écoulés: {unité: jours, calcul: {jours: {du: reçue, au: répondue}}}}
                règles: {r: {si: {jours écoulés: {plus de: 30}}, conclut: {d: x}}}
                """,
            priority + """
                définitions: {limite: {calcul: {échéance: {du: reçue, délai: 30, en: jours}}}}
                règles: {r: {si: {répondue: {après: 9999-12-01}}, conclut: {d: z}}, s: {si: {limite: {avant: 9999-12-31}, règle: t}, conclut: {d: x}}, t: {si: {répondue: {après: {fait: limite}}}, conclut: {d: z}}}
                """, ["d: z → indéterminée"]),
        RulePairText(
            "an outcome that counts for another",
            priority + "règles: {r: {si: {a: oui}, conclut: {d: x}}}",
            priority + "règles: {r: {si: {a: oui}, conclut: {d: y}}}", ["d: x → y"]),
        RulePairText(
            "a bound moved by one", priority + "règles: {r: {si: {n: {plus de: 10}}, conclut: {d: x}}}",
            priority + "règles: {r: {si: {n: {au moins: 10}}, conclut: {d: x}}}", ["d: z → x"]),
        RulePairText(
            "a rule from a date on", rule,
            priority + "règles: {r: {si: {a: oui, b: oui}, conclut: {d: x}, en vigueur: 2024-03-01}}", ["d: x → z"]),
        RulePairText(
            "the order of outcomes",
            priority + "règles: {r: {si: {a: oui}, conclut: {d: x}}, s: {si: {b: oui}, conclut: {d: y}}}",
            "décisions: {d: {question: Quoi, issues: {y: deux, x: un, z: trois}, méthode: priorité, par défaut: z}}\n"
                + "règles: {r: {si: {a: oui}, conclut: {d: x}}, s: {si: {b: oui}, conclut: {d: y}}}", ["d: x → y"]),
        RulePairText(
            "a contradiction mended",
            decision + "méthode: unique, par défaut: z}}\n"
                + "règles: {r: {si: {a: oui}, conclut: {d: x}}, s: {si: {b: oui}, conclut: {d: y}}}",
            decision + "méthode: unique, par défaut: z}}\n"
                + "règles: {r: {si: {a: oui, b: non}, conclut: {d: x}}, s: {si: {b: oui}, conclut: {d: y}}}",
            ["d: contradictoire x, y → y"]),
        RulePairText(
            "members of a set",
            decision + "méthode: cumul}}\nrègles: {r: {si: {a: oui}, conclut: {d: [x, y]}}}",
            decision
                + "méthode: cumul}}\nrègles: {r: {si: {a: oui}, conclut: {d: x}}, s: {si: {b: oui}, conclut: {d: y}}}",
            ["d: x, y → x", "d:  → y"]),
    ]

    @Test("rewritings are proved equivalent, and each change is shown", arguments: rewritings)
    func rewriting(_ pair: RulePairText) throws {
        let report = try compare(pair.old, pair.new)
        let found = report.differences.map { "\($0.decision): \(text(of: $0.old)) → \(text(of: $0.new))" }
        #expect(Set(found) == Set(pair.changes))
        #expect(report.areEquivalent == pair.changes.isEmpty)
        #expect(report.openQuestions == 0)
    }

    @Test func witnessStatesTheFewestFacts() throws {
        let report = try compare(Self.rule, Self.priority + "règles: {r: {si: {a: oui}, conclut: {d: x}}}")
        let difference = try #require(report.differences.first)
        #expect(difference.witness.json.text(.compact).contains(#""faits":{"a":"oui","b":"non"}"#))
        #expect(difference.new.motifs == ["r"])
        #expect(difference.old.motifs == [])
        #expect(difference.sharedFacts.map(\.fact) == ["a", "b"])
    }

    @Test func renamedFactIsNoDifference() throws {
        let old = SmallSet.vocabulary + Self.rule
        let new = old.replacing(
            "a: {question: Quoi, type: oui/non}", with: "premier: {question: Premier, type: oui/non}")
        let before = old.replacing("a: {question: Quoi, type: oui/non}", with: "a: {question: Premier, type: oui/non}")
        let report = try compare(whole: before, new.replacing("{a: oui, b: oui}", with: "{premier: oui, b: oui}"))
        #expect(report.vocabulary.renamed == [.init(from: "a", to: "premier")])
        #expect(report.areEquivalent)
    }

    @Test func renamedOutcomeAndDecisionAreNoDifference() throws {
        let report = try compare(
            Self.rule,
            Self.rule.replacing("x: un", with: "premier: un").replacing("{d: x}", with: "{d: premier}"))
        #expect(report.vocabulary.renamed == [.init(from: "d=x", to: "d=premier")])
        #expect(report.areEquivalent)
        let decision = try compare(
            Self.rule, Self.rule.replacing("{d: {", with: "{suite: {").replacing("{d: x}", with: "{suite: x}"))
        #expect(decision.vocabulary.renamed == [.init(from: "d", to: "suite")])
        #expect(decision.areEquivalent)
    }

    @Test func otherTypeAndOtherDecisionAreToldApart() throws {
        let retyped = try compare(
            whole: SmallSet.vocabulary + Self.rule,
            SmallSet.vocabulary.replacing("c: {question: Quoi, type: oui/non}", with: "c: {question: Quoi, type: date}")
                + Self.rule)
        #expect(retyped.vocabulary.retyped == ["c"])
        #expect(retyped.areEquivalent)
        let other = "  e: {question: Autre, issues: {v: un, w: deux}, méthode: unique, par défaut: w}\n"
        let added = try compare(
            Self.rule,
            Self.rule.replacing("décisions: {", with: "décisions:\n  ").replacing("z}}\n", with: "z}\n" + other))
        #expect(added.vocabulary.addedDecisions == ["e"])
        #expect(added.differences.isEmpty && !added.areEquivalent)
    }

    @Test func addedFactIsToldApartFromChanges() throws {
        let added = "  nouveau: {question: Quoi encore, type: oui/non}\n"
        let old = SmallSet.vocabulary.trimmingEnd + "\n"
        let report = try compare(whole: old + Self.rule, old + added + Self.rule)
        #expect(report.vocabulary.added == ["nouveau"])
        #expect(report.areEquivalent)
        let changed = try compare(
            whole: old + Self.rule,
            old + added + Self.rule.replacing("{a: oui, b: oui}", with: "{a: oui, b: oui, nouveau: oui}"))
        #expect(changed.differences.count == 1)
        #expect(changed.differences.first?.oldWitness != nil)
    }

    @Test func newConstraintIsARefusal() throws {
        let report = try compare(Self.rule, Self.rule + "\ncontraintes: {k: {si: {a: oui}, alors: {b: oui}}}")
        #expect(report.differences.isEmpty)
        #expect(report.refusals.map(\.constraints) == [["k"]])
        #expect(report.refusals.first?.isRefusedByNew == true)
        #expect(!report.areEquivalent)
    }

    private func compare(_ old: String, _ new: String) throws -> ComparisonReport {
        try compare(whole: SmallSet.vocabulary + old, SmallSet.vocabulary + new)
    }

    private func compare(whole old: String, _ new: String) throws -> ComparisonReport {
        try RuleSetComparison.compare(
            Program(try SmallSet.load(whole: old)), Program(try SmallSet.load(whole: new)), within: .seconds(600))
    }

    private func text(of side: ComparisonReport.Side) -> String {
        let issue = side.issue?.joined(separator: ", ")
        return side.state == "déterminée"
            ? issue ?? "" : ([side.state] + [issue].compactMap(\.self)).joined(separator: " ")
    }
}

extension String {
    fileprivate var trimmingEnd: String { String(reversed().drop { $0 == "\n" }.reversed()) }
}
