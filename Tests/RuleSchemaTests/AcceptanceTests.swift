import RuleJSON
import RuleSchema
import RuleSyntax
import SchemaTesting
import SourceText
import Testing

/// What the loader accepts, the schema accepts.
@Suite("Acceptance") struct AcceptanceTests {
    @Test("of apostrophes of either kind, numbers that are texts, empty sections") func spellings() throws {
        let text = """
            politique: { nom: 2024, version: 1 }
            faits:
              conteste d'abord: { question: C?, type: choix, valeurs: { 1: un, "l'autre": deux, true: trois } }
              mesure: { question: M?, type: nombre }
            décisions:
              d: { question: D?, issues: { a: A, "n'importe": B }, méthode: unique, par défaut: a }
            règles:
              r1: { si: { conteste d’abord: 1 }, conclut: { d: n’importe } }
              r2: { si: { conteste d'abord: { n’est pas: l’autre } }, conclut: { d: a }, titre: 12 }
              r3: { si: [{ conteste d'abord: true }, { mesure: { plus de: "1.5", au plus: 7 } }], conclut: { d: a } }
            tableaux:
            """
        let (set, bag) = Sample.load([text])
        #expect(bag.all.map(\.message) == [])
        let sample = try Sample(try #require(set))
        #expect(sample.rules.problems(of: try #require(Sample.tree(text))) == [])
        let requete = "{ nom: 3, date: ~, faits: { conteste d’abord: 1, mesure: }, attendu: { d: contradictoire } }"
        #expect(sample.cases.problems(of: try #require(Sample.tree(requete))) == [])
    }

    /// Every key of the language stands in the schema.
    @Test("of every key of the language") func everyKey() throws {
        let set = try Sample.project.get().set
        let rules = RuleSetSchema.rules(of: set).text(.compact)
        let cases = RuleSetSchema.cases(of: set).text(.compact)
        for section in Section.allCases {
            #expect(rules.contains("\"\(section.rawValue)\":"))
            for name in Self.keys(of: section.layout) { #expect(rules.contains("\"\(name)\":"), "\(name)") }
        }
        for word in WrittenOperator.allCases.map(\.rawValue) + WrittenOperation.allCases.map(\.rawValue) {
            #expect(rules.contains("\"\(word)\":"), "\(word)")
        }
        for word in WrittenComparator.words { #expect(rules.contains("\"\(word)\":"), "\(word)") }
        for layout in [Layout.requete, .caseList, .expectedDecision] {
            for name in Self.keys(of: layout) { #expect(cases.contains("\"\(name)\":"), "\(name)") }
        }
        for key in ExpectationKey.allCases { #expect(cases.contains("\"\(key.rawValue)\":"), "\(key)") }
    }

    private static func keys(of layout: Layout) -> [String] {
        layout.keys.flatMap { key in
            switch key.holds {
            case .entry(let inner), .list(let inner), .entries(let inner): [key.name] + keys(of: inner)
            default: [key.name]
            }
        }
    }
}
