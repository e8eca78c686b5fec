import PolicyValues
import SourceText

/// How a JSON text is laid out.
package enum JSONStyle: Sendable {
    /// Two spaces a level, an entry a line.
    case pretty
    /// On one line, without spaces.
    case compact
    /// RFC 8785: no spaces, keys sorted by UTF-16 code units, the fewest escapes. Equal values have equal bytes.
    case canonical
}

extension JSONValue {
    /// The value as UTF-8 bytes, without a line feed at the end.
    ///
    /// But for the canonical form, nothing that a terminal would act on or hide stands raw in it.
    /// - Complexity: linear (canonical: sorts the keys of each object); recursion to the depth of the value.
    package func bytes(_ style: JSONStyle) -> [UInt8] {
        var writer = JSONWriter(style)
        writer.write(self, level: 0)
        return writer.bytes
    }

    /// ``bytes(_:)`` as a string.
    package func text(_ style: JSONStyle) -> String { String(decoding: bytes(style), as: UTF8.self) }
}

private struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private let style: JSONStyle

    init(_ style: JSONStyle) { self.style = style }

    mutating func write(_ value: JSONValue, level: Int) {
        switch value {
        case .null: append("null")
        case .bool(let value): append(value ? "true" : "false")
        case .number(let value):
            JSONNumber.isHeldByDouble(value) ? append(value.description) : write(value.description)
        case .int(let value):
            value.magnitude <= 1 << 53 ? append(String(value)) : write(String(value))
        case .text(let text): write(text)
        case .list(let elements):
            bytes.append(.openBracket)
            for (place, element) in elements.enumerated() {
                begin(place, level + 1)
                write(element, level: level + 1)
            }
            end(elements.isEmpty, level, .closeBracket)
        case .object(let entries):
            bytes.append(.openBrace)
            for (place, (key, value)) in (style == .canonical ? sorted(entries) : entries).enumerated() {
                begin(place, level + 1)
                write(key)
                bytes.append(.colon)
                if style == .pretty { bytes.append(.space) }
                write(value, level: level + 1)
            }
            end(entries.isEmpty, level, .closeBrace)
        }
    }

    private func sorted(_ entries: [(String, JSONValue)]) -> [(String, JSONValue)] {
        entries.sorted { CanonicalOrder.precedes($0.0, $1.0) }
    }

    private mutating func begin(_ place: Int, _ level: Int) {
        if place > 0 { bytes.append(.comma) }
        if style == .pretty { newLine(level) }
    }

    private mutating func end(_ isEmpty: Bool, _ level: Int, _ closing: UInt8) {
        if style == .pretty, !isEmpty { newLine(level) }
        bytes.append(closing)
    }

    private mutating func newLine(_ level: Int) {
        bytes.append(.lineFeed)
        bytes.append(contentsOf: repeatElement(.space, count: 2 * level))
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// A text in quotes.
    private mutating func write(_ text: String) {
        JSONText.append(text, escapingHidden: style != .canonical, to: &bytes)
    }
}

/// Texts in quotes, as RFC 8785 (section 3.2.2.2) spells them.
package enum JSONText {
    /// Appends the text in quotes.
    ///
    /// - Parameter escapingHidden: also escape what a terminal would act on or hide (``Visible/isHidden(_:)``).
    package static func append(_ text: String, escapingHidden: Bool, to bytes: inout [UInt8]) {
        bytes.append(.quote)
        if escapingHidden, text.unicodeScalars.contains(where: Visible.isHidden) {
            for scalar in text.unicodeScalars { append(scalar, &bytes) }
        } else if text.utf8.contains(where: { $0 < 0x20 || $0 == .quote || $0 == .backslash }) {
            for byte in text.utf8 { append(byte, &bytes) }
        } else {
            bytes.append(contentsOf: text.utf8)
        }
        bytes.append(.quote)
    }

    /// A character, escaped when it is hidden.
    private static func append(_ scalar: Unicode.Scalar, _ bytes: inout [UInt8]) {
        if scalar.value >= 0x7F, Visible.isHidden(scalar) {
            for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter { escape(unit, &bytes) }
        } else {
            for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { append(byte, &bytes) }
        }
    }

    /// A byte of a character, with the escapes that RFC 8785 asks for.
    private static func append(_ byte: UInt8, _ bytes: inout [UInt8]) {
        switch byte {
        case .quote, .backslash: bytes += [.backslash, byte]
        case 0x08: bytes += [.backslash, UInt8(ascii: "b")]
        case .tab: bytes += [.backslash, UInt8(ascii: "t")]
        case .lineFeed: bytes += [.backslash, UInt8(ascii: "n")]
        case 0x0C: bytes += [.backslash, UInt8(ascii: "f")]
        case .carriageReturn: bytes += [.backslash, UInt8(ascii: "r")]
        case 0..<0x20: escape(UInt16(byte), &bytes)  // bounded: widened
        default: bytes.append(byte)
        }
    }

    private static func escape(_ unit: UInt16, _ bytes: inout [UInt8]) {
        let digits = String(unit, radix: 16)
        bytes += [.backslash, UInt8(ascii: "u")]
        bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.count))
        bytes.append(contentsOf: digits.utf8)
    }
}

/// The order of keys in canonical JSON (RFC 8785, section 3.2.3): by UTF-16 code units.
package enum CanonicalOrder {
    /// Compares the UTF-8 bytes; only where a character beyond U+FFFF meets one of U+E000…U+FFFF do the two orders
    /// differ, since surrogates come before those.
    package static func precedes(_ left: String, _ right: String) -> Bool {
        var (rest, other) = (left.utf8.makeIterator(), right.utf8.makeIterator())
        while let b = other.next() {
            guard let a = rest.next() else { return true }
            if a == b { continue }
            return min(a, b) >= 0xEE && max(a, b) >= 0xF0 && min(a, b) < 0xF0 ? a > b : a < b
        }
        return false
    }
}
