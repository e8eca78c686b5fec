import RuleAnalysis
import Testing

/// A defect planted in a small rule set, and what must be found of it.
struct PlantedDefect: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let sections: String
    /// `code: first name` of each finding, notes on conditions that weigh nothing and facts without effect apart.
    let findings: [String]
    var isShown = false

    init(_ name: String, _ sections: String, _ findings: [String], isShown: Bool = false) {
        testDescription = name
        self.sections = sections
        self.findings = findings
        self.isShown = isShown
    }
}

@Suite struct DefectTests {
    private static let decisions = """
        décisions:
          d: {question: Quoi, issues: {x: un, y: deux, z: trois}, méthode: priorité, par défaut: z}
          u: {question: Quoi, issues: {v: un, w: deux}, méthode: unique, par défaut: w}

        """

    /// Rules that reach every outcome.
    private static let sound = """
        règles:
          r1: {si: {a: oui, b: oui}, conclut: {d: x}}
          r2: {si: {a: oui}, conclut: {d: y}}
          r3: {si: {b: oui}, conclut: {u: v}}

        """

    static let defects = [
        PlantedDefect("none", "", []),
        PlantedDefect(
            "a contradictory condition", "  r4: {si: {n: {plus de: 50, moins de: 20}}, conclut: {d: x}}",
            ["règle-morte: r4"]),
        PlantedDefect(
            "a condition against the bounds of a fact", "  r4: {si: {n: {plus de: 100}}, conclut: {d: x}}",
            ["règle-morte: r4"]),
        PlantedDefect(
            "an exception that is the condition", "  r4: {si: {c: oui}, sauf: {c: oui}, conclut: {d: x}}",
            ["règle-morte: r4"]),
        PlantedDefect(
            "a rule that is always écartée",
            """
              r4: {si: {c: oui, a: oui}, conclut: {d: x}}
              r5: {si: {c: oui}, écarte: [r4], conclut: {d: x}}
            """, ["règle-morte: r4"]),
        PlantedDefect(
            "a rule never in force while the policy is",
            """
              r4: {si: {c: oui}, conclut: {d: x}, en vigueur: {au: 2020-01-01}}
            """, ["règle-morte: r4"]),
        PlantedDefect(
            "a narrower rule of the same outcome", "  r4: {si: {a: oui, b: oui, c: oui}, conclut: {d: x}}",
            ["règle-couverte: r4"]),
        PlantedDefect(
            "a rule that concludes the default", "  r4: {si: {c: oui}, conclut: {d: z}}", ["règle-couverte: r4"]),
        PlantedDefect(
            "two rules of a unique decision", "  r4: {si: {c: oui}, conclut: {u: w}}", ["conflit: r3"], isShown: true),
        PlantedDefect(
            "a default that is never reached",
            """
              r4: {si: {une: [{c: oui}, {a: oui}]}, conclut: {d: y}}
              r5: {si: {c: non}, conclut: {d: y}}
            """, ["issue-inatteignable: d", "règle-couverte: r2"]),
        PlantedDefect(
            "a property that does not hold", "propriétés: {p: {si: {a: oui}, alors: {d: y}}}",
            ["propriété-réfutée: p"], isShown: true),
        PlantedDefect(
            "a property that can be unknown",
            """
            paramètres: {seuil: {type: nombre, valeurs: {2024-01-01: à préciser}}}
            propriétés: {p: {alors: {n: {au moins: {paramètre: seuil}}}}}
            """, ["propriété-non-démontrée: p"]),
        PlantedDefect(
            "constraints that exclude each other",
            """
            contraintes:
              k1: {si: {a: oui}, alors: {b: oui}}
              k2: {alors: {a: oui}}
              k3: {alors: {b: non}}
            """, ["contraintes-contradictoires: k1"]),
        PlantedDefect(
            "a condition that is always true", "  r4: {si: {c: oui, couleur: [rouge, vert, bleu]}, conclut: {d: x}}",
            ["condition-constante: r4"]),
        PlantedDefect(
            "a branch that is never true",
            """
              r4: {si: {une: [{c: oui}, {n: {moins de: 0}}]}, conclut: {d: x}}
            """, ["condition-constante: r4"]),
        PlantedDefect(
            "a branch that weighs nothing", "  r4: {si: {une: [{c: oui}, {c: oui, m: 3}]}, conclut: {d: x}}",
            ["condition-superflue: r4"]),
        PlantedDefect(
            "an exception outside the condition", "  r4: {si: {c: oui}, sauf: {c: non}, conclut: {d: x}}",
            ["exception-inutile: r4"]),
        PlantedDefect(
            "an écarte between rules that never meet",
            """
              r4: {si: {c: oui}, conclut: {d: x}}
              r5: {si: {c: non, n: 3}, écarte: [r4], conclut: {d: x}}
            """, ["écarte-inutile: r5"]),
        PlantedDefect(
            "a line behind another",
            """
            tableaux:
              t: {décision: d, entrées: [couleur, c], lignes: [
                {si: [rouge, "*"], conclut: x}, {si: [rouge, oui], conclut: y}, {si: ["*", "*"], conclut: z}]}
            """, ["ligne-masquée: t#2", "règle-couverte: t#3"]),
        PlantedDefect(
            "two lines of a unique decision",
            """
            tableaux:
              t: {décision: u, entrées: [couleur, c, b], lignes: [
                {si: [rouge, "*", non], conclut: v}, {si: ["*", oui, non], conclut: w},
                {si: [{hors de: [rouge]}, non, non], conclut: w}]}
            """, ["lignes-en-conflit: t#1", "règle-couverte: t#3"], isShown: true),
        PlantedDefect(
            "cases that no line answers",
            """
            tableaux:
              t: {décision: u, entrées: [couleur, c], lignes: [
                {si: [rouge, "*"], conclut: v}, {si: [vert, oui], conclut: v}]}
            """, ["lacune: t"], isShown: true),
        PlantedDefect(
            "a line of selon that is never chosen",
            """
            définitions:
              délai: {type: nombre, selon: [{si: {c: oui}, vaut: 3}, {si: {c: oui, a: oui}, vaut: 5}, {vaut: 4}]}
            décisions:
              e: {question: Quoi, issues: {x: un, y: deux}, méthode: priorité, par défaut: y, applicable si: {délai: 3}}
            """, ["ligne-masquée: délai"]),
    ]

    @Test("planted defects are found, and nothing else", arguments: defects) func defect(_ defect: PlantedDefect) throws
    {
        let report = try SmallSet.analyze(Self.text(defect.sections))
        let found = report.findings.filter { $0.code != .factWithoutEffect }
        let all = found.map { "\($0.code.rawValue): \($0.names.first ?? "")" }
        #expect(Set(all) == Set(defect.findings), "\(found.map(\.message))")
        #expect(found.contains { $0.witness != nil } == defect.isShown)
        #expect(report.openQuestions == 0)
    }

    /// Rules go with the sound ones, sections of their own after them.
    private static func text(_ sections: String) -> String {
        let isRules = sections.hasPrefix("  ")
        if sections.hasPrefix("définitions") {
            let parts = sections.components(separatedBy: "décisions:\n")
            return parts[0] + decisions.trimmed + "\n" + (parts.last ?? "") + "\n" + sound
        }
        return decisions + sound + (isRules ? sections + "\n" : sections)
    }

    @Test("a fact that changes nothing is found") func factWithoutEffect() throws {
        let report = try SmallSet.analyze(
            """
            décisions: {d: {question: Quoi, issues: {x: un, z: trois}, méthode: priorité, par défaut: z}}
            règles:
              r1: {si: {a: oui, une: [{b: oui}, {b: non}]}, conclut: {d: x}}
              r2: {si: {n: {plus de: 5}}, conclut: {d: x}}
            """)
        let names = report.findings.filter { $0.code == .factWithoutEffect }.map(\.names)
        #expect(names == [["b"]])
    }
}

extension String {
    fileprivate var trimmed: String { String(reversed().drop { $0 == "\n" }.reversed()) }

    fileprivate func components(separatedBy separator: String) -> [String] {
        var parts: [String] = []
        var rest = Substring(self)
        while let range = rest.firstRange(of: separator) {
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return parts + [String(rest)]
    }
}
