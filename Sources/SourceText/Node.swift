/// A located value as a file spells it, whatever its notation: YAML and JSON both become nodes.
///
/// Text is normalised to NFC and, in YAML, trimmed. Only JSON has numbers, booleans and nulls of its own: a YAML scalar
/// is text until the vocabulary gives it a type.
package struct Node: Sendable {
    package enum Content: Sendable {
        case scalar(Scalar)
        case sequence([Node])
        case mapping([Entry])
    }

    package struct Scalar: Sendable {
        package enum Style: Sendable {
            /// YAML without quotes.
            case plain
            /// YAML or JSON text in quotes.
            case quoted
            /// YAML `|` or `>`.
            case block
            /// A JSON number; the text is its spelling.
            case number
            /// A JSON `true` or `false`.
            case boolean
            /// A JSON `null`.
            case null
        }

        package let text: String
        package let style: Style

        package init(text: String, style: Style) {
            self.text = text
            self.style = style
        }
    }

    package struct Entry: Sendable {
        package let key: Located<String>
        package let value: Node

        package init(key: Located<String>, value: Node) {
            self.key = key
            self.value = value
        }
    }

    package let content: Content
    package let range: SourceRange

    package init(_ content: Content, at range: SourceRange) {
        self.content = content
        self.range = range
    }

    /// The text of a scalar, else nil.
    package var scalar: Scalar? { if case .scalar(let scalar) = content { scalar } else { nil } }

    /// The elements of a list, else nil.
    package var elements: [Node]? { if case .sequence(let elements) = content { elements } else { nil } }

    /// The entries of a mapping, else nil.
    package var entries: [Entry]? { if case .mapping(let entries) = content { entries } else { nil } }
}
