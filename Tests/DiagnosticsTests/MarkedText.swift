/// A text with marks: `⟦…⟧` encloses a span, and `⟪…⟫` stands for bytes that no editor shows.
///
/// `⟪E280A8⟫` is the bytes in hexadecimal, `⟪[×65⟫` a character so many times over.
struct MarkedText {
    /// Without the marks.
    private(set) var bytes: [UInt8] = []
    /// The spans, in the order in which they begin; UTF-8 offsets of ``bytes``.
    private(set) var spans: [Range<Int>] = []

    /// A mark without its counterpart, or an escape that means nothing.
    struct Malformed: Error {}

    init(_ text: String) throws {
        var opened: [Int] = []
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "⟦": opened.append(bytes.count)
            case "⟧":
                guard let start = opened.popLast() else { throw Malformed() }
                spans.append(start..<bytes.count)
            case "⟪":
                guard let end = rest.firstIndex(of: "⟫") else { throw Malformed() }
                bytes += try Self.bytes(of: rest[..<end])
                rest = rest[end...].dropFirst()
            default: bytes += Array(String(scalar).utf8)
            }
        }
        guard opened.isEmpty else { throw Malformed() }
        spans.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    }

    private static func bytes(of escape: Substring.UnicodeScalarView) throws -> [UInt8] {
        if let times = escape.firstIndex(of: "×") {
            guard let count = Int(String(escape[times...].dropFirst())) else { throw Malformed() }
            return Array(String(repeating: String(escape[..<times]), count: count).utf8)
        }
        let digits = escape.compactMap { $0.properties.numericType == nil && !$0.isASCII ? nil : $0 }
        guard digits.count == escape.count, digits.count.isMultiple(of: 2) else { throw Malformed() }
        return try stride(from: 0, to: digits.count, by: 2).map { index in
            let pair = String(digits[index]) + String(digits[index + 1])
            guard let byte = UInt8(pair, radix: 16) else { throw Malformed() }
            return byte
        }
    }
}
