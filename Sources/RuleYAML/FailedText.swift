import SourceText

/// The text around a failure of libyaml, and the spans that messages about it underline.
struct FailedText {
    private let failure: SyntaxFailure
    private let openBracket: Int?
    private let bytes: [UInt8]
    private let file: FileID

    init(_ failure: SyntaxFailure, openBracket: Int?, _ bytes: [UInt8], _ file: FileID) {
        self.failure = failure
        self.openBracket = openBracket
        self.bytes = bytes
        self.file = file
    }

    /// The character at which libyaml stopped.
    var character: SourceRange { character(at: failure.offset) }

    /// The first character of what libyaml was reading: a quote, a bracket, a `|`.
    var context: SourceRange { character(at: failure.contextOffset) }

    var characterText: String { text(character) }

    func text(_ range: SourceRange) -> String {
        String(decoding: bytes[Int(range.start)..<Int(range.end)], as: UTF8.self)
    }

    /// The bracket that is open at the end of the file, or where a later line is no further in than its own.
    var unclosedBracket: SourceRange? {
        let problems = ["expected ',' or ']'", "expected ',' or '}'", "expected node content"]
        guard let openBracket, problems.contains(where: failure.problem.hasSuffix) else { return nil }
        let isAtEnd = failure.offset > bytes.lastIndex { $0 > 0x20 } ?? 0
        let (own, later) = (startOfLine(at: openBracket), startOfLine(at: failure.offset))
        let isBack = own < later && indentation(from: later) <= indentation(from: own)
        return isAtEnd || isBack ? character(at: openBracket) : nil
    }

    private func startOfLine(at offset: Int) -> Int {
        var start = min(offset, bytes.count)
        while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        return start
    }

    private func indentation(from start: Int) -> Int { bytes[start...].prefix { $0 == UInt8(ascii: " ") }.count }

    var isTab: Bool { byte(at: failure.offset) == UInt8(ascii: "\t") }

    /// Whether a bracket closes what no bracket of its kind has opened.
    var isClosing: Bool {
        !failure.context.contains("flow") && (byte(at: failure.offset).map { "]}".utf8.contains($0) } ?? false)
    }

    /// From the start of what libyaml was reading to the end of its line.
    var contextLine: SourceRange {
        var end = endOfLine(from: failure.contextOffset)
        while end > failure.contextOffset, bytes[end - 1] <= 0x20 { end -= 1 }
        return span(failure.contextOffset, end)
    }

    /// Whether that line is one of those that git leaves where two versions differ.
    var isMergeMarker: Bool {
        let line = bytes[min(failure.contextOffset, bytes.count)...]
        return ["<<<<<<<", "=======", ">>>>>>>"].contains { line.starts(with: $0.utf8) }
    }

    /// Where a quote or a bracket that is not closed was opened.
    var opening: SourceRange? {
        let opens = failure.context.contains("quoted scalar") || failure.context.contains("flow")
        return opens && failure.contextOffset < failure.offset ? context : nil
    }

    /// Whether something opened is still open at the end of the file.
    var isUnclosed: Bool { opening != nil && failure.offset >= bytes.lastIndex { $0 > 0x20 } ?? 0 }

    /// `\` and the letter after it.
    var escape: SourceRange {
        var start = min(failure.offset, bytes.count)
        while start > failure.contextOffset, byte(at: start) != UInt8(ascii: "\\") { start -= 1 }
        return span(start, Int(character(at: start + 1).end))
    }

    /// A tag, as far as it is one word.
    var tag: SourceRange {
        let start = byte(at: failure.offset) == UInt8(ascii: "!") ? failure.offset : failure.contextOffset
        let end = bytes[min(start, bytes.count)...].firstIndex { $0 <= 0x20 } ?? bytes.count
        return span(start, min(end, start + Visible.quotedLength))
    }

    /// `*` or `&`, as it stands.
    var star: String { text(context) }

    /// Whether nothing but the end of a value follows the star.
    var starIsWhole: Bool {
        byte(at: failure.contextOffset + 1).map { $0 <= 0x20 || ",]}".utf8.contains($0) } ?? true
    }

    /// libyaml takes at most 1024 characters before a `:` for a key.
    var keyIsTooLong: Bool {
        failure.offset - startOfLine(at: failure.offset) > 1024
    }

    /// The first tab in the indentation of the line.
    var tabInIndentation: SourceRange? {
        let indentation = bytes[startOfLine(at: failure.offset)...].prefix {  // bounded: a line starts within the bytes
            $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t")
        }
        return indentation.firstIndex(of: UInt8(ascii: "\t")).map { span($0, $0 + 1) }
    }

    private func character(at offset: Int) -> SourceRange {
        guard bytes.indices.contains(offset) else { return span(bytes.count, bytes.count) }
        return span(offset, offset + (UTF8Decoding.scalar(in: bytes, at: offset)?.1 ?? 1))
    }

    private func byte(at offset: Int) -> UInt8? { bytes.indices.contains(offset) ? bytes[offset] : nil }

    private func endOfLine(from offset: Int) -> Int {
        bytes[min(offset, bytes.count)...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    }

    private func span(_ start: Int, _ end: Int) -> SourceRange {
        let start = min(start, bytes.count)
        return SourceRange(file: file, at: start, length: max(0, min(end, bytes.count) - start))
    }
}
