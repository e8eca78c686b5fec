import SourceText

/// Numbers, `true`, `false`, `null`, and what is written in their place.
extension JSONParser {
    /// Goes past a run of characters that are written together, and gives it.
    mutating func token() -> ArraySlice<UInt8> {
        let start = index
        while index < bytes.count, Self.isToken(bytes[index]) { index += 1 }
        return bytes[start..<index]
    }

    private static func isToken(_ byte: UInt8) -> Bool {
        byte.isDigit || byte.isLetter || byte == .minus || byte == .plus || byte == .dot || byte == UInt8(ascii: "_")
            || byte >= 0x80
    }

    /// A number, kept as it is spelled.
    mutating func number() throws(Stop) -> Node {
        let start = index
        let token = token()
        let place = range(start, index)
        guard token.count <= JSONNumber.longestSpelling else {
            try report(.numberTooLong(range(start, start + 1)))
            return Node(.scalar(Node.Scalar(text: "0", style: .number)), at: place)
        }
        let spelling = String(decoding: token, as: UTF8.self)
        if JSONNumber.Parts(token) == nil {
            try report(.badNumber(spelling, corrected: JSONNumber.corrected(token), place))
        }
        return Node(.scalar(Node.Scalar(text: spelling, style: .number)), at: place)
    }

    /// `true`, `false`, `null`; any other word is refused, with what was probably meant.
    mutating func word() throws(Stop) -> Node {
        guard let byte = current, Self.isToken(byte), !startsTypographicQuote else { return try mark() }
        let start = index
        let word = String(decoding: token(), as: UTF8.self)
        let place = range(start, index)
        switch word {
        case "true", "false": return Node(.scalar(Node.Scalar(text: word, style: .boolean)), at: place)
        case "null": break
        default: try report(.unknownWord(Located(word, at: place)))
        }
        return Node(.scalar(Node.Scalar(text: "null", style: .null)), at: place)
    }

    /// What starts no value.
    private mutating func mark() throws(Stop) -> Node {
        if current == .apostrophe {
            let text = try singleQuoted()
            return Node(.scalar(Node.Scalar(text: text.value, style: .quoted)), at: text.range)
        }
        if startsTypographicQuote { throw stop(.typographicQuotes(upcoming.range)) }
        switch current {
        case .comma: throw stop(.extraComma(here(1)))
        case .closeBrace, .closeBracket, .colon: throw stop(.missingValue(upcoming))
        default: throw stop(.unexpectedCharacter(upcoming))
        }
    }

    private var startsTypographicQuote: Bool {
        switch upcoming.value {
        case "“", "”", "„", "‘", "’", "«", "»": true
        default: false
        }
    }
}
