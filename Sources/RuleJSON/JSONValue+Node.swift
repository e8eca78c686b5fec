package import SourceText

extension JSONValue {
    /// What a node says that was read from JSON; nil where a number is not one of the language (``JSONNumber/Problem``).
    ///
    /// - Complexity: linear; recursion to ``Limits/depth``.
    package init?(_ node: Node) {
        switch node.content {
        case .mapping(let entries):
            var values: [(String, JSONValue)] = []
            for entry in entries {
                guard let value = JSONValue(entry.value) else { return nil }
                values.append((entry.key.value, value))
            }
            self = .object(values)
        case .sequence(let elements):
            let values = elements.compactMap { JSONValue($0) }
            guard values.count == elements.count else { return nil }
            self = .list(values)
        case .scalar(let scalar):
            switch scalar.style {
            case .plain, .quoted, .block: self = .text(scalar.text)
            case .boolean: self = .bool(scalar.text == "true")
            case .null: self = .null
            case .number:
                guard case .success(let number) = JSONNumber.decimal(of: scalar.text) else { return nil }
                self = .number(number)
            }
        }
    }

    /// The value of a key; nil of what is no object, or has not the key.
    package subscript(key: String) -> JSONValue? {
        guard case .object(let entries) = self else { return nil }
        return entries.first { $0.0 == key }?.1
    }

    /// The text, nil of what is none.
    package var string: String? { if case .text(let text) = self { text } else { nil } }

    /// The elements of a list, nil of what is none.
    package var elements: [JSONValue]? { if case .list(let elements) = self { elements } else { nil } }

    /// The entries of an object, nil of what is none.
    package var entries: [(String, JSONValue)]? { if case .object(let entries) = self { entries } else { nil } }
}
