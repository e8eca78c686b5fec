import PolicyValues
import RulePipeline
import SourceText
import Testing

/// One choice of the last section of `docs/langue.md`, with a text that shows it.
struct LanguageChoice: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    /// The codes of what is said of it.
    let codes: [String]
    /// The date asked for, of a case.
    let asked: CivilDate?
    let path: String

    static func rules(_ claim: String, _ text: String, gives codes: [String] = []) -> LanguageChoice {
        LanguageChoice(testDescription: claim, text: text, codes: codes, asked: nil, path: "règles.yaml")
    }

    static func cas(
        _ claim: String, _ text: String, asked: String? = nil, in path: String = "cas.yaml", gives codes: [String] = []
    ) -> LanguageChoice {
        LanguageChoice(
            testDescription: claim, text: text, codes: codes, asked: asked.flatMap { CivilDate(iso: $0) }, path: path)
    }
}

@Suite("What docs/langue.md chose where the language is silent")
struct LanguageChoicesTests {
    static let ofRules: [LanguageChoice] = [
        .rules(
            "a no-break space is not a space", "définitions: { a: { vrai si: { conteste une\u{A0}décision: oui } } }",
            gives: ["nom-inconnu"]),
        .rules(
            "choices of the same values compare, in any order",
            """
            faits: { autre prestataire: { question: Qui?, type: choix, valeurs: { autre: a, partenaire: b, Ministère: c } } }
            définitions: { a: { vrai si: { prestataire visé: { fait: autre prestataire } } } }
            """),
        .rules(
            "an outcome may hold a bar, and the default be any outcome",
            "décisions: { d: { question: Quoi?, issues: { a|b: x, c: y }, méthode: priorité, par défaut: a|b } }"),
        .rules(
            "a value holds no bar", "faits: { f: { question: Quoi?, type: choix, valeurs: { a|b: x } } }",
            gives: ["nom-invalide"]),
        .rules(
            "a value twice in a list counts once",
            "définitions: { a: { vrai si: { prestataire visé: [autre, autre] } } }"),
        .rules(
            "what is equal lies between min and max", "définitions: { a: { vrai si: { délai annoncé: 500 } } }",
            gives: ["valeur-hors-bornes"]),
        .rules("a threshold need not", "définitions: { a: { vrai si: { délai annoncé: { plus de: 500 } } } }"),
        .rules(
            "factors have any unit, and days the unit that is written",
            """
            définitions:
              a: { unité: mois, calcul: { jours: { du: date de réception, au: date de réponse } } }
              b: { unité: dollars, calcul: { produit: [délai annoncé, a, 3] } }
            """),
        .rules(
            "a minimum with a date is a date",
            """
            définitions:
              a: { calcul: { minimum: [date de réception, 2024-01-01] } }
              b: { vrai si: { a: { avant: 2023-01-01 } } }
            """),
        .rules(
            "a rule that écarte itself is a cycle", "règles: { a: { conclut: { orientation: équipe }, écarte: [a] } }",
            gives: ["cycle"]),
        .rules(
            "a line of stars always applies",
            "tableaux: { t: { décision: orientation, entrées: [représentant], lignes: [{ si: ['*'], conclut: équipe }] } }"
        ),
        .rules(
            "what cannot be read hides names",
            "règles: { a: { si: { nul nom: oui }, conclut: { orientation: équipe } }",
            gives: ["yaml-syntaxe"]),
    ]

    static let ofCases: [LanguageChoice] = [
        .cas("JSON writes a number as a text too", #"{"faits": {"délai annoncé": "12"}}"#, in: "cas.JSON"),
        .cas(
            "a JSON number is no text", #"{"faits": {"nom du recours": 12}}"#, in: "cas.json",
            gives: ["valeur-invalide"]),
        .cas(
            "a JSON boolean is a oui/non only", #"{"faits": {"prestataire visé": true}}"#, in: "cas.json",
            gives: ["valeur-invalide"]),
        .cas("a value twice in a set counts once", "faits: { engagements visés: [respect, respect] }"),
        .cas("nothing stands beside cas", "nom: a\ncas: [{ faits: { représentant: oui } }]", gives: ["clé-inconnue"]),
        .cas("an object has no date", "objets: [{ nom: a, date: 2024-01-01 }]", gives: ["clé-inconnue"]),
        .cas(
            "one object refused is a case refused",
            "objets: [{ nom: a }, { nom: b, faits: { date de réception: 2000-01-01 } }]", gives: ["hors-vigueur"]),
        .cas(
            "the case's date is asked for otherwise", "date: 2024-01-01", asked: "2024-01-02",
            gives: ["date-différente"]),
        .cas(
            "so is its reference fact", "faits: { date de réception: 2024-01-01 }", asked: "2024-01-02",
            gives: ["date-différente"]),
        .cas(
            "but its date goes first", "date: 2024-01-02\nfaits: { date de réception: 2024-01-01 }", asked: "2024-01-02"
        ),
        .cas("a case without a date does not warn", "faits: { représentant: oui }", asked: "2024-01-02"),
    ]

    @Test(arguments: ofRules) func holdsOfRules(_ choice: LanguageChoice) throws {
        let rules = DocumentedRules(try Repository.document("docs/langue.md"))
        let (_, library, bag) = rules.load(adding: [.init(path: choice.path, bytes: Array(choice.text.utf8))])
        #expect(bag.sorted.map(\.code.rawValue) == choice.codes, "\(DiagnosticPrinter(library).print(bag))")
    }

    @Test(arguments: ofCases) func holdsOfCases(_ choice: LanguageChoice) throws {
        let rules = DocumentedRules(try Repository.document("docs/langue.md"))
        let (decided, printed) = rules.decide(choice.text, path: choice.path, asked: choice.asked)
        let codes = printed.matches(of: /(?:erreur|avertissement)\[([^\]]+)\]/).map { String($0.1) }
        #expect(codes == choice.codes, "\(printed)")
        #expect(!decided.isEmpty || !choice.codes.isEmpty)
    }
}
