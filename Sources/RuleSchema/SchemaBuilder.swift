import RuleJSON
import RuleModel
import RuleSyntax
import SourceText

/// Builds the parts of a set's schema, each once, under `definitions`.
struct SchemaBuilder {
    let set: RuleSet
    private var slugs = Slugs()
    private var definitions: [String: JSONValue] = [:]

    init(_ set: RuleSet) { self.set = set }

    /// A reference to a part, which is made when it is first asked for.
    ///
    /// - Parameter name: tells apart the parts of a kind, and whose part it is.
    mutating func part(_ kind: String, _ name: String? = nil, _ make: (inout SchemaBuilder) -> Schema) -> Schema {
        let slug = name.map { slugs.slug(kind, $0) } ?? kind
        if definitions[slug] == nil {
            // Kept first, so that a part may refer to itself.
            definitions[slug] = .null
            definitions[slug] = make(&self).json
        }
        return .reference(slug)
    }

    /// The whole schema.
    func document(_ title: String, _ description: String, _ root: Schema) -> JSONValue {
        let head: [(String, JSONValue)] = [
            ("$schema", .text("http://json-schema.org/draft-07/schema#")), ("title", .text(title)),
            ("description", .text(description)),
        ]
        let parts = definitions.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        return .object(head + root.keywords + [("definitions", .object(parts))])
    }

    /// An entry of a layout.
    ///
    /// - Parameter isConstraint: whether its conditions are those of a constraint, over facts alone.
    mutating func entry(_ layout: Layout, isConstraint: Bool = false) -> Schema {
        let properties = properties(of: layout.keys, isConstraint: isConstraint)
        return .entries(properties, required: layout.required)
    }

    mutating func properties(of keys: [Layout.Key], isConstraint: Bool = false) -> [Property] {
        keys.map { key in
            let held =
                key.holds.isCondition && isConstraint ? condition(ofConstraint: true) : schema(of: key.holds)
            return Property(key.name, held.described(key.help))
        }
    }
}

extension Shape {
    var isCondition: Bool { if case .condition = self { true } else { false } }
}

extension Schema {
    /// What nothing is.
    static let nothing = Schema([("not", .object([]))])

    /// One of the names; nothing when there are none.
    static func name(among names: [String], meanings: [String]? = nil) -> Schema {
        names.isEmpty ? .nothing : .oneOf(names, meanings: meanings)
    }
}
