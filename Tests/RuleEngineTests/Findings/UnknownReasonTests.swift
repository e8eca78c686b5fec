import PolicyValues
import RuleEngine
import RuleModel
import Testing

/// Why a definition is unknown (language, section 5).
@Suite struct UnknownReasonTests {
    struct Unknown: Sendable, CustomTestStringConvertible {
        let name: String
        let definition: String
        var facts = "{}"
        let reasons: [String]
        var testDescription: String { name }
    }

    private static let rules = """
        \(MissingTests.vocabulary)
        calendriers: { Québec: { couvre: { du: 2024-01-01, au: 2024-12-31 } } }
        paramètres:
          tardif: { type: nombre, valeurs: { 2030-01-01: 5 }, usage: essai }
          périmé: { type: nombre, valeurs: { 2020-01-01: 5 }, en vigueur: { au: 2021-12-31 }, usage: essai }
          muet: { type: nombre, valeurs: { 2020-01-01: 5, 2022-06-08: à préciser }, usage: essai }
        définitions:
          passé: { vrai si: { a: oui }, en vigueur: { au: 2020-01-01 } }
        """

    static let unknowns: [Unknown] = [
        Unknown(
            name: "facts, by name, through other definitions", definition: "vrai si: { d0: { plus de: 3 }, a: oui }",
            facts: "{}", reasons: ["fait a", "fait m", "fait n"]),
        Unknown(
            name: "a parameter before its first date", definition: "calcul: { somme: [n, { paramètre: tardif }] }",
            facts: "{ n: 1 }", reasons: ["tardif avant 2030-01-01"]),
        Unknown(
            name: "a parameter out of force", definition: "calcul: { somme: [n, { paramètre: périmé }] }",
            facts: "{ n: 1 }", reasons: ["périmé hors vigueur"]),
        Unknown(
            name: "a parameter to be specified, and a fact", definition: "calcul: { somme: [n, { paramètre: muet }] }",
            reasons: ["fait n", "muet à préciser"]),
        Unknown(
            name: "a definition out of force", definition: "vrai si: { passé: oui }", facts: "{ a: oui }",
            reasons: ["passé hors vigueur"]),
        Unknown(
            name: "days outside the calendar", definition: "calcul: { jours ouvrables: { du: j, au: k } }",
            facts: "{ j: 2024-12-20, k: 2025-01-06 }", reasons: ["essai hors de Québec"]),
        Unknown(
            name: "a due date outside the calendar",
            definition: "calcul: { échéance: { du: j, délai: n, en: jours ouvrables } }",
            facts: "{ j: 2024-12-20, n: 30 }", reasons: ["essai hors de Québec"]),
        Unknown(
            name: "a delay that is not whole", definition: "calcul: { échéance: { du: j, délai: n, en: jours } }",
            facts: "{ j: 2024-12-20, n: 1.5 }", reasons: ["essai délai 1.5"]),
        Unknown(
            name: "a date beyond the last", definition: "calcul: { échéance: { du: j, délai: n, en: jours } }",
            facts: "{ j: 9999-12-20, n: 30 }", reasons: ["essai débordé"]),
        Unknown(
            name: "too many digits", definition: "calcul: { produit: [n, m] }", facts: "{ n: 0.01, m: 0.001 }",
            reasons: ["essai débordé"]),
        Unknown(
            name: "the line of selon that is open",
            definition: "type: nombre, selon: [{ si: { a: oui }, vaut: n }, { si: { b: oui }, vaut: m }, { vaut: 3 }]",
            facts: "{ a: non, m: 4 }", reasons: ["fait b"]),
        Unknown(
            name: "nothing when it is known", definition: "calcul: { somme: [n, 1] }", facts: "{ n: 1 }", reasons: []),
    ]

    @Test(arguments: unknowns)
    func reasons(unknown: Unknown) throws {
        let small = try SmallSet(
            """
            \(Self.rules)
              d0: { calcul: { somme: [n, m] } }
              essai: { \(unknown.definition), usage: essai }
            """)
        let reasons = try small.examine(unknown.facts).reasons(try small.definition("essai"), isUnknownIn: small.set)
        #expect(reasons.map { text($0, in: small.set) } == unknown.reasons)
    }

    private func text(_ reason: UnknownReason, in set: RuleSet) -> String {
        switch reason {
        case .missingFact(let id): "fait \(set[id].name)"
        case .parameterToSpecify(let id): "\(set[id].name) à préciser"
        case .parameterBefore(let id, let first): "\(set[id].name) avant \(first.iso)"
        case .parameterOutOfForce(let id): "\(set[id].name) hors vigueur"
        case .definitionOutOfForce(let id): "\(set[id].name) hors vigueur"
        case .outsideCalendar(let id, let calendar): "\(set[id].name) hors de \(set[calendar].name)"
        case .delayNotCountable(let id, let delay): "\(set[id].name) délai \(delay.description)"
        case .resultDoesNotFit(let id): "\(set[id].name) débordé"
        }
    }
}
