import PolicyValues
import RuleEngine
import RuleModel
import Testing

/// `manquants` and `motifs` (language, section 7), one reading a case.
@Suite struct MissingTests {
    struct Walk: Sendable, CustomTestStringConvertible {
        let name: String
        let rules: String
        var facts = "{}"
        let missing: [String]
        var parameters: [String] = []
        var testDescription: String { name }
    }

    static let vocabulary = """
        faits:
          a: { question: a?, type: oui/non }
          b: { question: b?, type: oui/non }
          c: { question: c?, type: oui/non }
          d: { question: d?, type: oui/non }
          n: { question: n?, type: nombre }
          m: { question: m?, type: nombre }
          j: { question: j?, type: date }
          k: { question: k?, type: date }
          couleur: { question: couleur?, type: choix, valeurs: { bleu: b, rouge: r } }
          teinte: { question: teinte?, type: choix, valeurs: { bleu: b, rouge: r } }
          options: { question: options?, type: choix multiple, valeurs: { bleu: b, rouge: r } }
        """

    static let decision = """
        décisions:
          D: { question: D?, issues: { haut: h, milieu: m, bas: b }, méthode: priorité, par défaut: bas }
        """

    static let walks: [Walk] = [
        Walk(
            name: "a rule's condition, exception and the rules that set it aside",
            rules: """
                règles:
                  r: { si: { a: oui }, sauf: { b: oui }, conclut: { D: haut } }
                  s: { si: { c: oui }, conclut: { D: bas }, écarte: [r] }
                """,
            missing: ["c", "a", "b"]),
        Walk(
            name: "not a rule that failed, nor the branches that hold",
            rules: """
                règles:
                  r: { si: { a: oui, b: oui }, conclut: { D: haut } }
                  s: { si: { c: oui, d: oui }, conclut: { D: milieu } }
                """,
            facts: "{ a: non, c: oui }", missing: ["d"]),
        Walk(
            name: "not a rule whose outcome is impossible",
            rules: """
                règles:
                  r: { si: { a: oui }, conclut: { D: haut } }
                  s: { si: { b: oui }, conclut: { D: milieu } }
                  t: { si: { c: oui }, conclut: { D: bas } }
                """,
            facts: "{ b: oui }", missing: ["a"]),
        Walk(
            name: "a decision that is tested, its rules and what it applies to",
            rules: """
                  E: { question: E?, issues: { x: x, y: y }, méthode: unique, par défaut: y, applicable si: { a: oui } }
                règles:
                  r: { si: { E: x }, conclut: { D: haut } }
                  s: { si: { b: oui }, conclut: { E: x } }
                """,
            missing: ["b", "a"]),
        Walk(
            name: "rules that are named",
            rules: """
                règles:
                  r: { si: { règle: [s, t] }, conclut: { D: haut } }
                  s: { si: { a: oui }, conclut: { D: bas } }
                  t: { si: { b: oui }, conclut: { D: bas } }
                """,
            facts: "{ b: non }", missing: ["a"]),
        Walk(
            name: "only the comparisons that are open",
            rules: "règles: { r: { si: { n: { plus de: 3, moins de: { fait: m } } }, conclut: { D: haut } } }",
            facts: "{ n: 5 }", missing: ["m"]),
        Walk(
            name: "both sides of a comparison",
            rules: "règles: { r: { si: { n: { plus de: { fait: m } } }, conclut: { D: haut } } }",
            missing: ["m", "n"]),
        Walk(
            name: "a list settled by one of its values waits for none",
            rules: """
                règles:
                  r: { si: { couleur: [bleu, { fait: teinte }], a: oui }, conclut: { D: haut } }
                """,
            facts: "{ couleur: bleu }", missing: ["a"]),
        Walk(
            name: "a comparison settled beside one that is open",
            rules: """
                règles:
                  r: { si: { options: { parmi: [bleu, { fait: teinte }], contient toutes: [{ fait: couleur }] } },
                       conclut: { D: haut } }
                """,
            facts: "{ options: [bleu] }", missing: ["couleur"]),
        Walk(
            name: "a definition, down to its operands",
            rules: """
                définitions:
                  écart: { unité: jours, calcul: { jours: { du: j, au: k } } }
                règles: { r: { si: { écart: { plus de: 3 } }, conclut: { D: haut } } }
                """,
            facts: "{ j: 2024-01-01 }", missing: ["k"]),
        Walk(
            name: "lines of selon up to the first that holds, and their values",
            rules: """
                définitions:
                  seuil:
                    type: nombre
                    selon:
                      - { si: { a: oui }, vaut: 1 }
                      - { si: { b: oui }, vaut: n }
                      - { si: { c: oui }, vaut: m }
                      - { vaut: 5 }
                règles: { r: { si: { seuil: { plus de: 3 } }, conclut: { D: haut } } }
                """,
            facts: "{ b: oui }", missing: ["a", "n"]),
        Walk(
            name: "a parameter to be specified, apart",
            rules: """
                paramètres: { p: { type: nombre, valeurs: { 2022-01-01: à préciser } } }
                règles: { r: { si: { n: { plus de: { paramètre: p } } }, conclut: { D: haut } } }
                """,
            facts: "{ n: 5 }", missing: [], parameters: ["p"]),
        Walk(
            name: "nothing behind a definition that is not in force",
            rules: """
                définitions:
                  e: { vrai si: { a: oui }, en vigueur: { du: 2030-01-01 } }
                règles: { r: { si: { e: oui }, conclut: { D: haut } } }
                """,
            missing: []),
        Walk(
            name: "nothing behind a rule that is not in force",
            rules: """
                règles:
                  r: { si: { a: oui }, conclut: { D: haut }, en vigueur: { au: 2020-01-01 } }
                  s: { si: { b: oui }, conclut: { D: haut } }
                """,
            missing: ["b"]),
    ]

    @Test(arguments: walks)
    func missingFacts(walk: Walk) throws {
        let small = try SmallSet([Self.vocabulary, Self.decision, walk.rules].joined(separator: "\n"))
        let examination = try small.examine(walk.facts)
        let findings = examination[try small.decision("D")]
        #expect(small.names(findings.missing) == walk.missing)
        #expect(findings.missingParameters.map { small.set[$0].name } == walk.parameters)
        #expect(examination.evaluation[try small.decision("D")].state == .undetermined)
    }

    /// More decisions first, then more open rules, then the name.
    @Test func factsThatSettleMostComeFirst() throws {
        let small = try SmallSet(
            """
            \(Self.vocabulary)
            \(Self.decision)
              E: { question: E?, issues: { x: x }, méthode: cumul }
              F: { question: F?, issues: { x: x }, méthode: cumul }
            définitions:
              dérivé: { vrai si: { c: oui } }
            règles:
              r: { si: { a: oui, d: oui, dérivé: oui }, conclut: { D: haut } }
              s: { si: { d: oui, b: oui, dérivé: oui }, conclut: { D: haut } }
              t: { si: { b: oui }, conclut: { E: x } }
              u: { si: { règle: t, c: oui }, conclut: { D: milieu } }
              v: { si: { c: oui, d: oui }, conclut: { D: haut } }
            """)
        let examination = try small.examine()
        let shown = examination.missing.map { missing in
            let decisions = missing.decisions.map { small.set[$0].name }.joined(separator: ",")
            return "\(small.set[missing.fact].name) \(decisions) \(missing.openRules)"
        }
        // b is for D and E, by s, t and u; c is reached by r, s, u and v; d by r, s and v.
        #expect(shown == ["b D,E 3", "c D 4", "d D 3", "a D 1"])
        #expect(small.names(examination[try small.decision("E")].missing) == ["b"])
        #expect(examination[try small.decision("F")].missing.isEmpty)
    }

    @Test func aContradictoryDecisionHasNoMissingFact() throws {
        let small = try SmallSet(
            """
            \(Self.vocabulary)
            décisions:
              D: { question: D?, issues: { x: x, y: y, z: z }, méthode: unique, par défaut: z }
            règles:
              r: { si: { a: oui }, conclut: { D: x } }
              s: { si: { b: oui }, conclut: { D: y } }
              t: { si: { c: oui }, conclut: { D: z } }
            """)
        let examination = try small.examine("{ a: oui, b: oui }")
        let decision = try small.decision("D")
        #expect(examination.evaluation[decision].state == .contradictory)
        #expect(examination.missing.isEmpty)
        #expect(examination[decision].motifs.map { small.set[$0].name } == ["r", "s"])
    }

    /// Motifs: rules that apply and conclude what is still possible, by the bytes of their names.
    @Test func motifsAreTheRulesThatApplyForWhatIsPossible() throws {
        let lines = (1...10).map { "      - { si: [\($0 % 2 == 0 ? "oui" : "non")], conclut: bas }" }
        let small = try SmallSet(
            """
            \(Self.vocabulary)
            \(Self.decision)
              E: { question: E?, issues: { x: x }, méthode: cumul, applicable si: { b: oui } }
            règles:
              r: { si: { b: oui }, conclut: { D: milieu } }
              s: { si: { a: oui }, conclut: { E: x } }
            tableaux:
              t:
                décision: D
                entrées: [a]
                lignes:
            \(lines.joined(separator: "\n"))
            """)
        func motifs(_ facts: String, _ decision: String) throws -> [String] {
            try small.examine(facts)[try small.decision(decision)].motifs.map { small.set[$0].name }
        }
        #expect(try motifs("{ a: oui }", "D") == ["t#10", "t#2", "t#4", "t#6", "t#8"])
        #expect(try motifs("{ a: oui, b: oui }", "D") == ["r"])
        #expect(try motifs("{ a: oui, b: non }", "E") == [])
        #expect(try motifs("{ a: oui }", "E") == ["s"])
    }
}
