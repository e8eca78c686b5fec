package import RuleJSON
package import RuleModel
import RuleSyntax

/// The JSON Schemas (draft 7) of a set's files: for editors, made from the language's layouts and the set's vocabulary.
///
/// They accept whatever the loader accepts, but for texts that are not in NFC or have blanks at their ends, and refuse
/// what it refuses where a schema can.
package enum RuleSetSchema {
    /// The schema of a rule file.
    package static func rules(of set: RuleSet) -> JSONValue {
        var builder = SchemaBuilder(set)
        let sections = Section.allCases.map { section in
            Property(section.rawValue, builder.section(section).described(section.help))
        }
        let root = Schema.type("object", "null").holding(sections, isEmptyAllowed: true)
        return builder.document(
            "Règles\u{A0}: \(set.policy.name)", "Un fichier de règles; les noms sont ceux de cet ensemble.", root)
    }

    /// The schema of a case file.
    package static func cases(of set: RuleSet) -> JSONValue {
        var builder = SchemaBuilder(set)
        let one = builder.caseEntry(.requete)
        let several = Schema.entries(
            Layout.caseList.keys.map { Property($0.name, Schema.list(of: one).described($0.help)) },
            required: Layout.caseList.required)
        let isList = Schema([("required", .texts(Layout.caseList.required))])
        let root = Schema.type("object").with("if", isList.json).with("then", several.json).with("else", one.json)
        return builder.document(
            "Cas\u{A0}: \(set.policy.name)",
            "Un cas, ou plusieurs sous «\u{A0}cas\u{A0}»; les noms sont ceux de cet ensemble.",
            root)
    }
}

extension SchemaBuilder {
    /// A section, which may be left empty.
    fileprivate mutating func section(_ section: Section) -> Schema {
        let entry = entry(of: section)
        guard section != .policy else { return .anyOf([entry, .type("null")]) }
        return Schema.type("object", "null").with("propertyNames", Schema.newName(section.nameKind).json)
            .with("additionalProperties", entry.json)
    }
}

extension Section {
    fileprivate var nameKind: NameKind {
        switch self {
        case .facts: .fact
        case .definitions: .definition
        case .decisions: .decision
        case .policy, .rules, .tables, .parameters, .calendars, .constraints, .properties: .other
        }
    }
}
