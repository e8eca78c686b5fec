package import PolicyValues

/// A value for output. Entries of an object keep their order.
package enum JSONValue: Sendable {
    case null
    case bool(Bool)
    /// Written as a JSON number where a double holds the decimal, else as a text (docs/json.md).
    case number(ExactDecimal)
    /// A count or an offset; written as a text beyond ±2⁵³.
    case int(Int)
    case text(String)
    case list([JSONValue])
    /// Each key once.
    case object([(String, JSONValue)])

    /// A list of texts.
    package static func texts(_ texts: some Sequence<String>) -> JSONValue { .list(texts.map(JSONValue.text)) }

    /// The text, or null.
    package static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.text) ?? .null }
}

extension JSONValue: Equatable {
    /// Entries of objects are compared in order.
    package static func == (left: JSONValue, right: JSONValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.number(let a), .number(let b)): a == b
        case (.int(let a), .int(let b)): a == b
        case (.text(let a), .text(let b)): a == b
        case (.list(let a), .list(let b)): a == b
        case (.object(let a), .object(let b)): a.elementsEqual(b, by: ==)
        case (.null, _), (.bool, _), (.number, _), (.int, _), (.text, _), (.list, _), (.object, _): false
        }
    }
}
