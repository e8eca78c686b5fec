import RuleModel
import RuleSyntax

extension SchemaBuilder {
    /// The names of a space.
    mutating func name(_ space: NameSpace) -> Schema {
        switch space {
        case .document: part("document") { .name(of: $0.set.documents, \.name, meaning: { $0.title ?? "" }) }
        case .calendar: part("calendrier") { .name(of: $0.set.calendars, \.name, meaning: { $0.description ?? "" }) }
        case .decision: part("decision") { .name(of: $0.set.decisions, \.name, meaning: { $0.question }) }
        case .fact: part("fait") { .name(of: $0.set.facts, \.name, meaning: { $0.question }) }
        case .dateFact:
            part("fait-date") { .name(of: $0.set.facts.filter { $0.type == .date }, \.name, meaning: { $0.question }) }
        case .vocable: part("nom") { $0.anyVocable }
        case .rule:
            part("regle") { builder in
                let set = builder.set
                return .name(
                    among: set.rules.map(\.name) + set.tables.map(\.name),
                    meanings: set.rules.map(\.label) + set.tables.map { $0.title ?? "Toutes les lignes du tableau." })
            }
        }
    }

    private var anyVocable: Schema {
        .name(
            among: set.facts.map(\.name) + set.definitions.map(\.name) + set.decisions.map(\.name),
            meanings: set.facts.map(\.question) + set.definitions.map { $0.question ?? "" }
                + set.decisions.map(\.question))
    }

    /// The outcomes of a decision.
    mutating func outcome(of decision: Decision) -> Schema {
        part("issue", decision.name) { _ in
            .name(of: decision.outcomes, \.name, meaning: { $0.meaning })
        }
    }

    /// What a rule concludes: an outcome of each decision, for a `cumul` also several.
    var conclusions: Schema {
        mutating get {
            part("conclut") { builder in
                .entries(
                    builder.set.decisions.map { decision in
                        Property(decision.name, builder.conclusion(of: decision).described(decision.question))
                    })
            }
        }
    }

    mutating func conclusion(of decision: Decision) -> Schema {
        let outcome = outcome(of: decision)
        return decision.isCumulative ? .anyOf([outcome, .list(of: outcome)]) : outcome
    }

    /// What a table's line concludes, whatever the decision; the table says more.
    var lineOutcome: Schema {
        mutating get { .anyOf(set.decisions.map { conclusion(of: $0) }) }
    }
}

extension Schema {
    fileprivate static func name<Entry>(
        of entries: [Entry], _ name: (Entry) -> String, meaning: (Entry) -> String
    ) -> Schema {
        .name(among: entries.map(name), meanings: entries.map(meaning))
    }
}
