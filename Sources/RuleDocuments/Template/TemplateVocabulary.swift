import RuleModel
import SourceText

/// Every name that a template may use with a rule set, by scope.
struct TemplateVocabulary {
    /// What a document may tell.
    enum Discretion {
        /// A letter to the personne requérante: everything that the case says.
        case whole
        /// A request to a unit: questions, and nothing that the case says.
        case withoutCase
    }

    private let names: [TemplateScope: [String: TemplateName]]

    init(_ set: RuleSet, _ discretion: Discretion) {
        var letter: [String: TemplateName] = [
            "politique": .policyName, "version": .policyVersion, "objets": .objects,
            "plusieurs objets": .severalObjects,
        ]
        Self.addQuestions(of: set, to: &letter)
        var question: [String: TemplateName] = ["question": .question]
        for id in set.decisionIDs { question["pour \(set[id].name)"] = .purpose(id) }
        var object: [String: TemplateName] = ["numéro": .number]
        switch discretion {
        case .whole:
            object["nom"] = .objectName
            Self.addFacts(of: set, to: &letter)
            Self.addDecisions(of: set, to: &letter)
        case .withoutCase: break
        }
        names = [
            .letter: letter, .object: object,
            .reason: ["réponse": .reply, "titre": .ruleTitle, "passage": .passage, "passages": .passages],
            .passage: ["extrait": .extract, "document": .documentTitle, "section": .section],
            .question: question,
        ].mapValues { Dictionary($0.map { (NameKey.fold($0), $1) }) { first, _ in first } }
    }

    /// The name in the innermost scope that has it.
    func resolve(_ name: String, in scopes: [TemplateScope]) -> TemplateName? {
        let key = NameKey.fold(name)
        return scopes.reversed().lazy.compactMap { names[$0]?[key] }.first
    }

    /// Every name of the scopes, for suggestions.
    func candidates(in scopes: [TemplateScope]) -> [String] {
        scopes.flatMap { names[$0].map { Array($0.keys) } ?? [] }
    }

    private static func addFacts(of set: RuleSet, to names: inout [String: TemplateName]) {
        for id in set.factIDs { add(.fact(id), set[id].name, set[id].type, set, to: &names) }
        for id in set.definitionIDs { add(.definition(id), set[id].name, set[id].type, set, to: &names) }
        for place in set.parameters.indices {
            let id = ParameterID(place)
            names[set[id].name] = names[set[id].name] ?? .parameter(id)
        }
    }

    private static func add(
        _ vocable: Vocable, _ name: String, _ type: ValueType, _ set: RuleSet, to names: inout [String: TemplateName]
    ) {
        names[name] = .vocable(vocable)
        switch type {
        case .yesNo:
            names["\(name) est oui"] = .value(vocable, .yesNo(true))
            names["\(name) est non"] = .value(vocable, .yesNo(false))
        case .choice(let symbols), .choices(let symbols):
            for symbol in symbols { names["\(name) est \(set[symbol])"] = .value(vocable, .choice(symbol)) }
        case .number, .date, .text: break
        }
    }

    private static func addDecisions(of set: RuleSet, to names: inout [String: TemplateName]) {
        for id in set.decisionIDs {
            let decision = set[id]
            names[decision.name] = .vocable(.decision(id))
            names["motifs pour \(decision.name)"] = .reasons(id)
            names["passages pour \(decision.name)"] = .basis(id)
            names["\(decision.name) est indéterminée"] = .state(id, .undetermined)
            names["\(decision.name) est sans objet"] = .state(id, .notApplicable)
            names["\(decision.name) est contradictoire"] = .state(id, .contradictory)
            for (place, outcome) in decision.outcomes.enumerated() {
                names["\(decision.name) est \(outcome.name)"] = .outcome(id, place)
            }
        }
    }

    private static func addQuestions(of set: RuleSet, to names: inout [String: TemplateName]) {
        for holder in Set(set.facts.compactMap(\.holder)) {
            names["questions pour \(holder)"] = .questions(holder)
            names["des questions pour \(holder)"] = .hasQuestions(holder)
        }
    }
}
