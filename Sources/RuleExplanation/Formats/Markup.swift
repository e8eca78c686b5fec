/// A piece of a page of HTML in which only what the program itself says is markup: a text put into it is escaped.
///
///     let link: Markup = "<a href=\"\(address)\">\(name)</a>"
package struct Markup: ExpressibleByStringInterpolation, Sendable {
    package private(set) var text: String

    package init(stringLiteral text: String) { self.text = text }

    package init(stringInterpolation interpolation: StringInterpolation) { text = interpolation.text }

    /// Pieces that follow each other.
    package init(_ pieces: [Markup]) { text = pieces.map(\.text).joined() }

    /// What a renderer of this module made.
    init(rendered text: String) { self.text = text }

    package var isEmpty: Bool { text.isEmpty }

    package static func += (left: inout Markup, right: Markup) { left.text += right.text }

    package static func + (left: Markup, right: Markup) -> Markup {
        var sum = left
        sum += right
        return sum
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * Self.usualLength)
        }

        /// In bytes: how long a name or a link is.
        private static let usualLength = 64

        package mutating func appendLiteral(_ literal: String) { text += literal }

        package mutating func appendInterpolation(_ value: String) { text += HTMLText.escaped(value) }

        package mutating func appendInterpolation(_ value: Int) { text += String(value) }

        package mutating func appendInterpolation(_ value: Markup) { text += value.text }

        package mutating func appendInterpolation(_ value: Phrase) { text += HTMLText.phrase(value) }

        package mutating func appendInterpolation(_ values: [Markup]) {
            for value in values { text += value.text }
        }
    }
}

extension [Markup] {
    package func joined(by separator: Markup) -> Markup {
        Markup(rendered: map(\.text).joined(separator: separator.text))
    }
}
