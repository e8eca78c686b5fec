package import RuleModel
package import SourceText

extension Discretion {
    /// For messages about cases: what the rules name stays, and the words of the language.
    package init(of set: RuleSet) {
        let names =
            set.facts.map(\.name) + set.facts.map(\.type.name) + set.symbols + set.definitions.map(\.name)
            + set.decisions.flatMap { [$0.name] + $0.outcomes.map(\.name) } + set.rules.map(\.name)
            + set.constraints.flatMap { [$0.name] + [$0.title].compactMap(\.self) }
        self.init(names + Self.words)
    }

    /// What messages quote of the language itself (`CaseProblems.swift`, and those of the notations).
    private static let words = [
        "oui", "non", "inconnu", "présumé", "cas", "nom", "date", "faits", "objets", "récit", "attendu",
        "échec attendu", "nom du fait: valeur", "clé: valeur", "{ … }", "--masquer",
    ]
}
