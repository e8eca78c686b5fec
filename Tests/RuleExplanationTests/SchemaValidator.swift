import RuleJSON
import SourceText

/// Checks JSON against the keywords of JSON Schema that our schema uses; any other keyword is a failure of the schema.
struct SchemaValidator {
    private let root: Node

    init(_ schema: Node) { root = schema }

    static func parse(_ text: String) -> Node? {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let file = library.add(path: "texte.json", bytes: Array(text.utf8))
        let node = JSONReader.read(file, in: library, into: &bag)
        return bag.hasErrors ? nil : node
    }

    /// What is wrong, each with its path.
    func problems(of instance: Node) -> [String] { check(instance, root, "") }

    private static let annotations: Set<String> = ["$schema", "$defs", "title", "description"]

    private func check(_ node: Node, _ schema: Node, _ path: String) -> [String] {
        guard let keywords = schema.entries else { return ["\(path): the schema is not an object"] }
        return keywords.flatMap { keyword -> [String] in
            let name = keyword.key.value
            if Self.annotations.contains(name) { return [] }
            switch name {
            case "$ref": return definition(keyword.value).map { check(node, $0, path) } ?? ["\(path): unknown $ref"]
            case "anyOf": return checkAny(node, keyword.value.elements ?? [], path)
            case "type": return Self.isOf(keyword.value.scalar?.text, node) ? [] : ["\(path): not of its type"]
            case "enum", "const":
                let allowed = keyword.value.elements ?? [keyword.value]
                return allowed.contains { $0.scalar?.text == node.scalar?.text } ? [] : ["\(path): not allowed"]
            case "pattern": return matches(node, keyword.value) ? [] : ["\(path): does not match"]
            case "minItems":
                let least = keyword.value.scalar.flatMap { Int($0.text) } ?? 0
                return (node.elements?.count ?? least) >= least ? [] : ["\(path): too few items"]
            case "items":
                return (node.elements ?? []).enumerated().flatMap { check($1, keyword.value, "\(path)/\($0)") }
            case "required":
                let keys = Set((node.entries ?? []).map(\.key.value))
                let wanted = (keyword.value.elements ?? []).compactMap { $0.scalar?.text }
                return wanted.filter { !keys.contains($0) }.map { "\(path): \($0) is missing" }
            case "properties": return checkProperties(node, keyword.value, path)
            case "additionalProperties": return checkOthers(node, schema, keyword.value, path)
            default: return ["\(path): unknown keyword \(name)"]
            }
        }
    }

    private func checkAny(_ node: Node, _ schemas: [Node], _ path: String) -> [String] {
        let attempts = schemas.map { check(node, $0, path) }
        if attempts.contains([]) { return [] }
        return attempts.min { $0.count < $1.count } ?? ["\(path): nothing is allowed"]
    }

    private func checkProperties(_ node: Node, _ properties: Node, _ path: String) -> [String] {
        (node.entries ?? []).flatMap { entry in
            properties[entry.key.value].map { check(entry.value, $0, "\(path)/\(entry.key.value)") } ?? []
        }
    }

    private func checkOthers(_ node: Node, _ schema: Node, _ others: Node, _ path: String) -> [String] {
        let named = schema["properties"]
        return (node.entries ?? []).filter { named?[$0.key.value] == nil }.flatMap { entry in
            others.scalar?.text == "false"
                ? ["\(path): \(entry.key.value) is not allowed"]
                : check(entry.value, others, "\(path)/\(entry.key.value)")
        }
    }

    private func definition(_ reference: Node) -> Node? {
        guard let text = reference.scalar?.text, text.hasPrefix("#/$defs/") else { return nil }
        return root["$defs"]?[String(text.dropFirst("#/$defs/".count))]
    }

    private func matches(_ node: Node, _ pattern: Node) -> Bool {
        guard let text = node.scalar?.text, let regex = try? Regex(pattern.scalar?.text ?? "") else { return false }
        return text.contains(regex)
    }

    private static func isOf(_ type: String?, _ node: Node) -> Bool {
        switch (type, node.content) {
        case ("object", .mapping), ("array", .sequence): true
        case ("string", .scalar(let scalar)): scalar.style == .quoted
        case ("number", .scalar(let scalar)): scalar.style == .number
        case ("boolean", .scalar(let scalar)): scalar.style == .boolean
        case ("null", .scalar(let scalar)): scalar.style == .null
        default: false
        }
    }
}

extension Node {
    subscript(key: String) -> Node? { entries?.first { $0.key.value == key }?.value }
}
