package import RuleJSON
package import SourceText

/// Checks a tree against the keywords of JSON Schema that our schemas use (drafts 7 and 2020-12); any other keyword is
/// a failure of the schema.
package struct SchemaValidator {
    private let root: Node
    /// By pattern: compiling one takes long.
    private let expressions: [String: Expression]

    /// A regular expression that threads may share once it is made.
    private struct Expression: @unchecked Sendable { let regex: Regex<AnyRegexOutput> }

    package init(_ schema: Node) {
        root = schema
        expressions = Self.patterns(in: schema).reduce(into: [:]) { found, pattern in
            if let regex = try? Regex(pattern).matchingSemantics(.unicodeScalar) {
                found[pattern] = Expression(regex: regex)
            }
        }
    }

    package init?(_ schema: JSONValue) {
        guard let node = Self.parse(schema.text(.compact)) else { return nil }
        self.init(node)
    }

    package static func parse(_ text: String) -> Node? {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let file = library.add(path: "texte.json", bytes: Array(text.utf8))
        let node = JSONReader.read(file, in: library, into: &bag)
        return bag.hasErrors ? nil : node
    }

    /// What is wrong, each with its path.
    package func problems(of instance: Node) -> [String] { check(instance, root, "") }

    private static func patterns(in node: Node) -> [String] {
        (node.elements ?? []).flatMap(patterns)
            + (node.entries ?? []).flatMap { entry -> [String] in
                switch entry.key.value {
                case "pattern": entry.value.scalar.map { [$0.text] } ?? patterns(in: entry.value)
                case "patternProperties":
                    (entry.value.entries ?? []).flatMap { [$0.key.value] + patterns(in: $0.value) }
                default: patterns(in: entry.value)
                }
            }
    }

    private static let annotations: Set<String> = [
        "$schema", "$defs", "definitions", "title", "description", "markdownDescription", "markdownEnumDescriptions",
        "format", "then", "else",
    ]

    private func check(_ node: Node, _ schema: Node, _ path: String) -> [String] {
        if let text = schema.scalar?.text { return text == "true" ? [] : ["\(path): nothing is allowed"] }
        guard let keywords = schema.entries else { return ["\(path): the schema is not an object"] }
        // Draft 7 passes over what stands beside a `$ref`.
        if let reference = schema["$ref"] {
            return definition(reference).map { check(node, $0, path) } ?? ["\(path): unknown $ref"]
        }
        return keywords.filter { !Self.annotations.contains($0.key.value) }
            .flatMap { check(node, $0.key.value, $0.value, schema, path) }
    }

    private func check(
        _ node: Node, _ keyword: String, _ value: Node, _ schema: Node, _ path: String
    ) -> [String] {
        switch keyword {
        case "anyOf", "oneOf", "allOf", "not", "if": combine(node, keyword, value, schema, path)
        case "type": has(value, of: node) ? [] : ["\(path): not of its type"]
        case "enum", "const": (value.elements ?? [value]).contains { same($0, node) } ? [] : ["\(path): not allowed"]
        case "pattern": node.string.map { matches($0, value) } ?? true ? [] : ["\(path): does not match"]
        case "maxLength": (node.string?.unicodeScalars.count ?? 0) <= value.int ? [] : ["\(path): too long"]
        case "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum": bound(node, keyword, value, path)
        case "minItems", "maxItems", "items": checkList(node, keyword, value, path)
        case "minProperties", "maxProperties", "required", "propertyNames": checkKeys(node, keyword, value, path)
        case "properties", "patternProperties": checkProperties(node, keyword, value, path)
        case "additionalProperties": checkOthers(node, schema, value, path)
        default: ["\(path): unknown keyword \(keyword)"]
        }
    }
}

extension SchemaValidator {
    private func combine(
        _ node: Node, _ keyword: String, _ value: Node, _ schema: Node, _ path: String
    ) -> [String] {
        let attempts = (value.elements ?? []).map { check(node, $0, path) }
        switch keyword {
        case "allOf": return attempts.flatMap { $0 }
        case "anyOf":
            if attempts.contains([]) { return [] }
            return attempts.min { $0.count < $1.count } ?? ["\(path): nothing is allowed"]
        case "oneOf": return attempts.count { $0.isEmpty } == 1 ? [] : ["\(path): not exactly one"]
        case "not": return check(node, value, path).isEmpty ? ["\(path): not allowed"] : []
        default:
            let branch = schema[check(node, value, path).isEmpty ? "then" : "else"]
            return branch.map { check(node, $0, path) } ?? []
        }
    }

    private func bound(_ node: Node, _ keyword: String, _ value: Node, _ path: String) -> [String] {
        guard node.kind == "number", let number = Double(node.scalar?.text ?? ""),
            let limit = Double(value.scalar?.text ?? "")
        else { return [] }
        let holds =
            switch keyword {
            case "minimum": number >= limit
            case "exclusiveMinimum": number > limit
            case "maximum": number <= limit
            default: number < limit
            }
        return holds ? [] : ["\(path): out of bounds"]
    }

    private func checkList(_ node: Node, _ keyword: String, _ value: Node, _ path: String) -> [String] {
        guard let elements = node.elements else { return [] }
        switch keyword {
        case "minItems": return elements.count >= value.int ? [] : ["\(path): too few items"]
        case "maxItems": return elements.count <= value.int ? [] : ["\(path): too many items"]
        default: return elements.enumerated().flatMap { check($1, value, "\(path)/\($0)") }
        }
    }

    private func checkKeys(_ node: Node, _ keyword: String, _ value: Node, _ path: String) -> [String] {
        guard let entries = node.entries else { return [] }
        switch keyword {
        case "minProperties": return entries.count >= value.int ? [] : ["\(path): too few entries"]
        case "maxProperties": return entries.count <= value.int ? [] : ["\(path): too many entries"]
        case "required":
            let keys = Set(entries.map(\.key.value))
            let wanted = (value.elements ?? []).compactMap { $0.scalar?.text }
            return wanted.filter { !keys.contains($0) }.map { "\(path): \($0) is missing" }
        default:
            return entries.flatMap { entry in
                let name = Node(.scalar(.init(text: entry.key.value, style: .quoted)), at: entry.key.range)
                return check(name, value, "\(path)/\(entry.key.value)")
            }
        }
    }

    private func checkProperties(_ node: Node, _ keyword: String, _ value: Node, _ path: String) -> [String] {
        (node.entries ?? []).flatMap { entry -> [String] in
            let key = entry.key.value
            let schemas = (value.entries ?? []).filter {
                keyword == "properties" ? $0.key.value == key : matches(key, $0.key.value)
            }
            return schemas.flatMap { check(entry.value, $0.value, "\(path)/\(key)") }
        }
    }

    private func checkOthers(_ node: Node, _ schema: Node, _ others: Node, _ path: String) -> [String] {
        let patterns = schema["patternProperties"]?.entries?.map(\.key.value) ?? []
        let left = (node.entries ?? []).filter { entry in
            schema["properties"]?[entry.key.value] == nil && !patterns.contains { matches(entry.key.value, $0) }
        }
        return left.flatMap { entry in
            others.scalar?.text == "false"
                ? ["\(path): \(entry.key.value) is not allowed"]
                : check(entry.value, others, "\(path)/\(entry.key.value)")
        }
    }

    private func definition(_ reference: Node) -> Node? {
        guard let text = reference.scalar?.text else { return nil }
        for section in ["$defs", "definitions"] where text.hasPrefix("#/\(section)/") {
            return root[section]?[String(text.dropFirst("#/\(section)/".count))]
        }
        return nil
    }

    private func matches(_ text: String, _ pattern: Node) -> Bool { matches(text, pattern.scalar?.text ?? "") }

    private func matches(_ text: String, _ pattern: String) -> Bool {
        expressions[pattern].map { text.contains($0.regex) } ?? false
    }

    private func same(_ allowed: Node, _ node: Node) -> Bool {
        allowed.kind == node.kind && (allowed.kind == "null" || allowed.scalar?.text == node.scalar?.text)
    }

    private func has(_ type: Node, of node: Node) -> Bool {
        (type.elements ?? [type]).contains { type in
            let name = type.scalar?.text
            guard name == "integer" else { return name == node.kind }
            return node.kind == "number" && Int(node.scalar?.text ?? "") != nil
        }
    }
}

extension Node {
    package subscript(key: String) -> Node? { entries?.first { $0.key.value == key }?.value }

    /// The JSON type; a YAML text without quotes has the one that YAML 1.2 gives it.
    fileprivate var kind: String {
        switch content {
        case .mapping: return "object"
        case .sequence: return "array"
        case .scalar(let scalar):
            switch scalar.style {
            case .quoted, .block: return "string"
            case .number: return "number"
            case .boolean: return "boolean"
            case .null: return "null"
            case .plain:
                if ["", "~", "null", "Null", "NULL"].contains(scalar.text) { return "null" }
                if ["true", "True", "TRUE", "false", "False", "FALSE"].contains(scalar.text) { return "boolean" }
                return scalar.text.wholeMatch(of: /[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?/) == nil
                    ? "string" : "number"
            }
        }
    }

    fileprivate var string: String? { kind == "string" ? scalar?.text : nil }

    fileprivate var int: Int { Int(scalar?.text ?? "") ?? 0 }
}
