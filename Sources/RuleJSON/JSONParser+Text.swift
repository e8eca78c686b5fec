import SourceText

/// Texts and keys.
extension JSONParser {
    /// A key; what is evidently meant as one is read all the same.
    mutating func key(after previous: Node.Entry?) throws(Stop) -> Located<String> {
        guard let byte = current else { throw stop(.endOfJSON(extent, .key, end)) }
        switch byte {
        case .quote: return try text()
        case .apostrophe: return try singleQuoted()
        case _ where byte.isLetter:
            let start = index
            let key = String(decoding: token(), as: UTF8.self)
            try report(.unquotedKey(Located(key, at: range(start, index))))
            return Located(key, at: range(start, index))
        case _ where byte.isDigit && previous?.value.scalar?.style == .number:
            throw stop(.decimalComma(here(1)))
        default:
            throw stop(.keyExpected(upcoming))
        }
    }

    /// A text between `"`, which is next.
    mutating func text() throws(Stop) -> Located<String> {
        let start = index
        index += 1
        let body = index
        skipPlain()
        if current == .quote {
            index += 1
            return try finished(bytes[body..<(index - 1)], start)  // bounded: the index went from body to a quote
        }
        var decoded = Array(bytes[body..<index])  // bounded: the index only moves up to the end
        while let byte = current, byte != .quote {
            if byte == .backslash {
                try escape(into: &decoded)
            } else {
                try report(.rawControl(byte, here(1)))
                index += 1
            }
            let run = index
            skipPlain()
            decoded += bytes[run..<index]  // bounded: the index only moves up to the end
        }
        guard current == .quote else {
            throw stop(.endOfJSON(extent, .closing(.quote, range(start, start + 1)), end))
        }
        index += 1
        if extent != .message, TextChecks.stacksMarks(String(decoding: decoded, as: UTF8.self)) {
            throw stop(.stackedMarks(range(start, start + 1)))
        }
        return try finished(decoded[...], start)
    }

    /// Goes past what stands for itself in a text.
    private mutating func skipPlain() {
        while index < bytes.count {
            let byte = bytes[index]
            if byte == .quote || byte == .backslash || byte < 0x20 { return }
            index += 1
        }
    }

    /// The text in the form that the language compares: trimmed, NFC.
    private mutating func finished(_ decoded: ArraySlice<UInt8>, _ start: Int) throws(Stop) -> Located<String> {
        let text = String(decoding: decoded, as: UTF8.self)
        if extent == .message { return Located(text, at: range(start, index)) }
        if decoded.count > Limits.scalarBytes { try report(.textTooLong(range(start, start + 1))) }
        return Located(BorderText.normalized(text), at: range(start, index))
    }

    // MARK: Escapes

    /// Reads the escape that is next; one that is wrong becomes U+FFFD.
    private mutating func escape(into decoded: inout [UInt8]) throws(Stop) {
        let start = index
        index += 1
        // At the end, and before a control character, what follows is said instead.
        guard let letter = current, letter >= .space else { return }
        if letter == UInt8(ascii: "u") {
            decoded += UTF8.encode(try unicodeEscape(start)) ?? UTF8.encodedReplacementCharacter
        } else if let byte = Self.simpleEscapes[letter] {
            index += 1
            decoded.append(byte)
        } else {
            let character = upcoming
            try report(.badEscape(character.value, range(start, Int(character.range.end))))
        }
    }

    private static let simpleEscapes: [UInt8: UInt8] = [
        .quote: .quote, .backslash: .backslash, UInt8(ascii: "/"): UInt8(ascii: "/"), UInt8(ascii: "b"): 0x08,
        UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): .lineFeed, UInt8(ascii: "r"): .carriageReturn,
        UInt8(ascii: "t"): .tab,
    ]

    /// `\u` and four digits, or two of them for a character beyond U+FFFF; `index` is at the `u`.
    private mutating func unicodeEscape(_ start: Int) throws(Stop) -> Unicode.Scalar {
        index += 1
        guard let first = hexadecimal() else {
            let digits = bytes[index...].prefix(4).prefix { Self.digit($0) != nil }.count
            index += digits
            try report(.shortUnicodeEscape(range(start, index)))
            return "\u{FFFD}"
        }
        if let scalar = Unicode.Scalar(first) { return scalar }
        let afterFirst = index
        // bounded: the index is at most the end
        if first < 0xDC00, bytes[index...].starts(with: [.backslash, UInt8(ascii: "u")]) {
            index += 2
            if let second = hexadecimal(), (0xDC00...0xDFFF).contains(second) {
                // bounded: both are surrogates
                let value = 0x1_0000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
                return Unicode.Scalar(value) ?? "\u{FFFD}"
            }
            index = afterFirst
        }
        try report(.loneSurrogate(range(start, index)))
        return "\u{FFFD}"
    }

    /// Four hexadecimal digits, or nil without moving.
    private mutating func hexadecimal() -> UInt16? {
        guard index + 4 <= bytes.count else { return nil }
        var value: UInt16 = 0
        for byte in bytes[index..<(index + 4)] {
            guard let digit = Self.digit(byte) else { return nil }
            value = value << 4 | UInt16(digit)  // bounded: widened
        }
        index += 4
        return value
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        if byte.isDigit { return byte - UInt8(ascii: "0") }
        let letter = byte | 0x20
        return letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "f") ? letter - UInt8(ascii: "a") + 10 : nil
    }

    // MARK: Other quotes

    /// `'text'`, refused with its correction, and read.
    mutating func singleQuoted() throws(Stop) -> Located<String> {
        let start = index
        let rest = bytes[(index + 1)...]  // bounded: an apostrophe is at the index
        let close = rest.firstIndex { $0 == .apostrophe || $0 == .lineFeed }
        guard let close, bytes[close] == .apostrophe else { throw stop(.singleQuotes(nil, here(1))) }
        let text = String(decoding: bytes[(index + 1)..<close], as: UTF8.self)
        index = close + 1
        try report(.singleQuotes(text, range(start, index)))
        return Located(text, at: range(start, index))
    }
}
