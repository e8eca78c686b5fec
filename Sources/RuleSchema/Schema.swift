import RuleJSON

/// A JSON Schema (draft 7) in the making: keywords in order.
struct Schema {
    private(set) var keywords: [(String, JSONValue)]

    init(_ keywords: [(String, JSONValue)] = []) { self.keywords = keywords }

    var json: JSONValue { .object(keywords) }

    /// The same with one keyword more, or another value of one.
    func with(_ keyword: String, _ value: JSONValue) -> Schema {
        Schema(keywords.filter { $0.0 != keyword } + [(keyword, value)])
    }

    /// The same with what editors show. Beside a `$ref` validators pass over it and editors do not.
    func described(_ text: String, markdown: String? = nil) -> Schema {
        let described = with("description", .text(text))
        return markdown.map { described.with("markdownDescription", .text($0)) } ?? described
    }
}

extension Schema {
    static func reference(_ definition: String) -> Schema {
        Schema([("$ref", .text("#/definitions/" + definition))])
    }

    static func type(_ types: String...) -> Schema {
        Schema([("type", types.count == 1 ? .text(types[0]) : .texts(types))])
    }

    static func anyOf(_ schemas: [Schema]) -> Schema {
        schemas.count == 1 ? schemas[0] : Schema([("anyOf", .list(schemas.map(\.json)))])
    }

    /// A list of at least one element.
    static func list(of element: Schema) -> Schema {
        .type("array").with("minItems", .int(1)).with("items", element.json)
    }

    /// A mapping of at least one entry, of these keys alone.
    static func entries(_ properties: [Property], required: [String] = []) -> Schema {
        Schema.type("object").holding(properties, required: required)
    }

    /// A mapping of at least one entry, by names that the author chooses.
    static func entries(named name: Schema, of value: Schema) -> Schema {
        .type("object").with("minProperties", .int(1)).with("propertyNames", name.json)
            .with("additionalProperties", value.json)
    }

    /// The same schema with the keys of an object.
    func holding(_ properties: [Property], required: [String] = [], isEmptyAllowed: Bool = false) -> Schema {
        var schema = self
        if !isEmptyAllowed { schema = schema.with("minProperties", .int(1)) }
        if !required.isEmpty { schema = schema.with("required", .texts(required)) }
        schema = schema.with("properties", .object(properties.map { ($0.name, $0.schema.json) }))
        let spelledOtherwise = properties.filter { NamePattern.isNeeded(for: $0.name) }
        if !spelledOtherwise.isEmpty {
            let patterns = spelledOtherwise.map { (NamePattern.of([$0.name]), $0.schema.json) }
            schema = schema.with("patternProperties", .object(patterns))
        }
        return schema.with("additionalProperties", .bool(false))
    }

    /// One of the texts, however their apostrophes are written.
    ///
    /// - Parameter meanings: what each means, in the same order, shown by editors.
    static func oneOf(_ texts: [String], meanings: [String]? = nil) -> Schema {
        var schema = Schema([("enum", .list(texts.flatMap(spellings)))])
        if let meanings, meanings.count == texts.count {
            let shown = zip(texts, meanings).flatMap { text, meaning in spellings(text).map { _ in meaning } }
            schema = schema.with("markdownEnumDescriptions", .texts(shown))
        }
        let apostrophes = texts.filter(NamePattern.isNeeded)
        guard !apostrophes.isEmpty else { return schema }
        return .anyOf([schema, Schema([("type", .text("string")), ("pattern", .text(NamePattern.of(apostrophes)))])])
    }

    /// A text and, where YAML would read it as a number or a boolean, what YAML makes of it.
    private static func spellings(_ text: String) -> [JSONValue] {
        switch text {
        case "true", "false": [.text(text), .bool(text == "true")]
        default: YAMLNumber.read(text).map { [.text(text), .number($0)] } ?? [.text(text)]
        }
    }
}

/// A key of an object and what stands right of it.
struct Property {
    let name: String
    let schema: Schema

    init(_ name: String, _ schema: Schema) {
        self.name = name
        self.schema = schema
    }
}
