import FileAccess

/// Goes through an answer of ours, whose JSON is compact and whose keys come in a known order.
package struct AnswerReader {
    private let bytes: [UInt8]
    private let end: Int
    private var place: Int
    /// Whether the latest value was `null`.
    package private(set) var wasNull = false

    package init(_ bytes: [UInt8], _ range: Range<Int>) {
        (self.bytes, place, end) = (bytes, range.lowerBound, range.upperBound)
    }

    /// Goes past these bytes, if they are next.
    package mutating func skip(_ expected: StaticString) -> Bool {
        let length = expected.utf8CodeUnitCount
        guard place + length <= end else { return false }
        let isNext = expected.withUTF8Buffer { text in
            for offset in 0..<length where unsafe bytes[place + offset] != text[offset] { return false }
            return true
        }
        if isNext { place += length }
        return isNext
    }

    /// Goes past a key and its colon.
    package mutating func skipKey() -> Bool {
        guard text() != nil, place < end, bytes[place] == UInt8(ascii: ":") else { return false }
        place += 1
        return true
    }

    /// A number as it is spelled.
    package mutating func number() -> ArraySlice<UInt8>? {
        let start = place
        while place < end, bytes[place] != UInt8(ascii: ",") { place += 1 }
        return bytes[start..<place]
    }

    /// The texts of a list, a text alone, or nothing for `null`.
    package mutating func texts() -> [ArraySlice<UInt8>] {
        var texts: [ArraySlice<UInt8>] = []
        eachText { texts.append($0) }
        return texts
    }

    /// Calls the closure with what ``texts()`` gives, without a list of it.
    package mutating func eachText(_ body: (ArraySlice<UInt8>) -> Void) {
        wasNull = skip("null")
        if wasNull { return }
        guard skip("[") else {
            if let text = text() { body(text) }
            return
        }
        while place < end, !skip("]") {
            _ = skip(",")
            guard let text = text() else { return }
            body(text)
        }
    }

    /// A text without its quotes; what is escaped in it is made itself.
    private mutating func text() -> ArraySlice<UInt8>? {
        guard place < end, bytes[place] == 0x22 else { return nil }
        let start = place + 1
        var index = start
        var isEscaped = false
        while index < end, bytes[index] != 0x22 {
            isEscaped = isEscaped || bytes[index] == UInt8(ascii: "\\")
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        place = min(index, end) + 1
        let text = bytes[start..<min(index, end)]
        return isEscaped ? JSONBytes.unescaped(text)[...] : text
    }
}

extension JSONBytes {
    /// What a text of ours stands for, from between its quotes.
    static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var units: [UInt16] = []
        var plain: [UInt8] = []
        var index = text.startIndex
        func byte(_ offset: Int) -> UInt8 { index + offset < text.endIndex ? text[index + offset] : 0 }
        func flush() {
            guard !units.isEmpty else { return }
            plain += Array(String(decoding: units, as: UTF16.self).utf8)
            units = []
        }
        while index < text.endIndex {
            if byte(0) == UInt8(ascii: "\\"), byte(1) == UInt8(ascii: "u") {
                let digits = String(decoding: text[(index + 2)..<min(index + 6, text.endIndex)], as: UTF8.self)
                units.append(UInt16(digits, radix: 16) ?? 0xFFFD)
                index += 6
                continue
            }
            flush()
            if byte(0) == UInt8(ascii: "\\") {
                plain.append(simple[byte(1)] ?? byte(1))
                index += 2
            } else {
                plain.append(byte(0))
                index += 1
            }
        }
        flush()
        return plain
    }

    private static let simple: [UInt8: UInt8] = [
        UInt8(ascii: "b"): 0x08, UInt8(ascii: "t"): 0x09, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "f"): 0x0C,
        UInt8(ascii: "r"): 0x0D,
    ]
}
