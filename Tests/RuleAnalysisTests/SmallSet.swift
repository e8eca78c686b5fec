import RandomPolicies
import RuleEngine
import RuleModel
import Testing

@testable import RuleAnalysis

/// Rule sets of a few lines over one vocabulary, for tests.
enum SmallSet {
    static let vocabulary = """
        politique: {nom: Essai, version: "1", en vigueur: 2022-01-01}
        faits:
          a: {question: Quoi, type: oui/non}
          b: {question: Quoi, type: oui/non}
          c: {question: Quoi, type: oui/non}
          couleur: {question: Quoi, type: choix, valeurs: {rouge: x, vert: x, bleu: x}}
          pièces: {question: Quoi, type: choix multiple, valeurs: {lettre: x, avis: x}}
          n: {question: Combien, type: nombre, min: 0, max: 100}
          m: {question: Combien, type: nombre}
          reçue: {question: Quand, type: date}
          répondue: {question: Quand, type: date}
          mot: {question: Quoi, type: texte}

        """

    static func load(_ sections: String) throws -> RuleSet { try load(whole: vocabulary + sections) }

    static func load(whole text: String) throws -> RuleSet { try RuleText.load(text) }

    static func analyze(_ sections: String) throws -> AnalysisReport {
        try Analyzer.analyze(Program(try load(sections)), within: .seconds(600))
    }
}
