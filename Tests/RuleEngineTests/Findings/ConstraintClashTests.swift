import RuleEngine
import RuleModel
import Testing

/// Incoherent cases and the facts that clash (language, section 9).
@Suite struct ConstraintClashTests {
    struct Clash: Sendable, CustomTestStringConvertible {
        let name: String
        let constraint: String
        let facts: String
        /// The facts; those that are presumed with a star. Nil: the case is coherent.
        let clashing: [String]?
        var testDescription: String { name }
    }

    static let clashes: [Clash] = [
        Clash(
            name: "what `si` and `alors` rest on", constraint: "si: { a: oui }, alors: { b: oui }",
            facts: "{ a: oui, b: non, c: oui }", clashing: ["a", "b"]),
        Clash(
            name: "only the branches that break it",
            constraint: "si: { une: [{ a: oui }, { c: oui }] }, alors: { b: oui, d: oui }",
            facts: "{ a: non, b: non, c: oui, d: oui }", clashing: ["b", "c"]),
        Clash(
            name: "through a definition and its operands", constraint: "alors: { écart: { au moins: 0 } }",
            facts: "{ j: 2024-02-01, k: 2024-01-01 }", clashing: ["j", "k"]),
        Clash(
            name: "which were presumed", constraint: "si: { présumé vrai: oui }, alors: { b: oui }",
            facts: "{ b: non }", clashing: ["b", "présumé vrai*"]),
        Clash(
            name: "`inconnu` refuses nothing", constraint: "si: { a: oui }, alors: { b: oui }", facts: "{ a: oui }",
            clashing: nil),
        Clash(
            name: "a constraint that does not bear", constraint: "si: { a: oui }, alors: { b: oui }",
            facts: "{ a: non, b: non }", clashing: nil),
    ]

    @Test(arguments: clashes)
    func clashingFacts(clash: Clash) throws {
        let small = try SmallSet(
            """
            \(MissingTests.vocabulary)
              présumé vrai: { question: q, type: oui/non, présumé: oui }
            définitions: { écart: { calcul: { jours: { du: j, au: k } }, unité: jours } }
            contraintes: { essai: { \(clash.constraint) } }
            """)
        var examiner = Examiner(small.program)
        let found = examiner.clashes(in: try small.sheet(clash.facts), on: SmallSet.date)
        let shown = found.first.map { one in
            one.facts.map { small.set[$0].name + (one.presumed.contains($0) ? "*" : "") }
        }
        #expect(shown == clash.clashing)
    }
}
