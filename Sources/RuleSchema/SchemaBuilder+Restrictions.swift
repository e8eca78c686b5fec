import RuleJSON
import RuleModel
import RuleSyntax

/// What a schema can say beyond the keys of an entry: which go together (language, section 1).
extension SchemaBuilder {
    /// An entry of a section.
    mutating func entry(of section: Section) -> Schema {
        part("entree", section.rawValue) { builder in
            let entry = builder.entry(section.layout, isConstraint: section == .constraints)
            let restrictions = builder.restrictions(of: section)
            return restrictions.isEmpty ? entry : entry.with("allOf", .list(restrictions.map(\.json)))
        }
    }

    private mutating func restrictions(of section: Section) -> [Schema] {
        switch section {
        case .facts:
            [
                .onlyWithChoices, .when("type", among: ["nombre"], else: .without("unité", "min", "max")),
                .when("type", among: ["oui/non"], else: .without("énoncé contraire")),
                presumed("oui/non", .oneOf(["oui", "non"])),
                presumed("nombre", number), presumed("date", date),
            ]
        case .definitions: [.oneBody, .typeOfByCase]
        case .decisions:
            [.when("méthode", among: ["cumul"], then: .without("par défaut"), else: .needing("par défaut"))]
        case .tables: set.decisions.map { lines(concluding: $0) }
        case .parameters:
            [
                .when("type", among: ["nombre"], else: .without("unité")), versions("oui/non", .oneOf(["oui", "non"])),
                versions("nombre", number), versions("date", date),
            ]
        case .policy, .rules, .calendars, .constraints, .properties: []
        }
    }

    private func presumed(_ type: String, _ value: Schema) -> Schema {
        .when("type", among: [type], then: .where("présumé", value))
    }

    private func versions(_ type: String, _ value: Schema) -> Schema {
        let version = Schema.anyOf([value, .oneOf(["à préciser"])])
        let versions = Schema([("additionalProperties", version.json)])
        return .when("type", among: [type], then: .where("valeurs", versions))
    }

    private mutating func lines(concluding decision: Decision) -> Schema {
        let line = Schema.where("conclut", conclusion(of: decision))
        return .when("décision", among: [decision.name], then: .where("lignes", Schema([("items", line.json)])))
    }
}

extension Schema {
    fileprivate static func `where`(_ key: String, _ schema: Schema) -> Schema {
        Schema([("properties", .object([(key, schema.json)]))])
    }

    fileprivate static func without(_ keys: String...) -> Schema {
        Schema([("properties", .object(keys.map { ($0, .bool(false)) }))])
    }

    fileprivate static func needing(_ key: String) -> Schema { Schema([("required", .texts([key]))]) }

    /// What holds when a key has one of these words, and otherwise.
    fileprivate static func when(
        _ key: String, among words: [String], then: Schema? = nil, else other: Schema? = nil
    ) -> Schema {
        var schema = Schema([("if", Self.where(key, .oneOf(words)).with("required", .texts([key])).json)])
        if let then { schema = schema.with("then", then.json) }
        if let other { schema = schema.with("else", other.json) }
        return schema
    }

    fileprivate static let onlyWithChoices = Schema.when(
        "type", among: ["choix", "choix multiple"], then: .needing("valeurs"), else: .without("valeurs"))

    fileprivate static let oneBody = Schema([
        ("oneOf", .list(["vrai si", "calcul", "selon"].map { Schema.needing($0).json }))
    ])

    /// `type` and `valeurs` go with `selon` alone, which needs the first.
    fileprivate static let typeOfByCase = Schema([
        ("if", Schema.needing("selon").json),
        ("then", Schema.needing("type").with("allOf", .list([onlyWithChoices.json])).json),
        ("else", Schema.without("type", "valeurs").json),
    ])
}
