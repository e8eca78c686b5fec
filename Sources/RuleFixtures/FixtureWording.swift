import PolicyValues
import SourceText

/// Wording: what reports say beside diagnostics.
enum FixtureWording {
    static let byDefault = "issue par défaut\u{A0}: aucune règle ne conclut cette décision"
    static let exampleName = "exemple sans nom"

    static func possible(_ outcomes: [String]) -> String? { list("issues possibles", outcomes) }

    static func missing(_ facts: [String]) -> String? { list("faits manquants", facts) }

    static func missing(parameters: [String]) -> String? { list("paramètres sans valeur", parameters) }

    static func overridden(by rules: [String]) -> String? {
        rules.isEmpty ? nil : "règles qui peuvent l’écarter\u{A0}: \(rules.joined(separator: ", "))"
    }

    private static func list(_ what: String, _ names: [String]) -> String? {
        names.isEmpty ? nil : "\(what)\u{A0}: \(names.joined(separator: ", "))"
    }
}
