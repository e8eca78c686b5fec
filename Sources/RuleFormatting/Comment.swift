import SourceText

/// A comment as it stands in the file.
struct Comment {
    let offset: Int
    /// From `#` on, without blanks at the end.
    let text: String
    /// Bytes before it on its line.
    let column: Int
    /// The spaces between it and what stands before it on its line; nil when nothing does.
    let gap: Int?
    let isAfterBlankLine: Bool
}

extension Comment {
    /// All comments of a file: a `#` that is not in a scalar begins one.
    ///
    /// - Parameter scalars: the ranges of keys and scalars, in order.
    static func all(in lines: SourceLines, outside scalars: [SourceRange]) -> [Comment] {
        let bytes = lines.bytes
        var comments: [Comment] = []
        var rest = scalars[...]
        var index = 0
        while index < bytes.count {
            while let first = rest.first, Int(first.end) <= index { rest.removeFirst() }
            if let scalar = rest.first, Int(scalar.start) <= index {
                if bytes[index] == UInt8(ascii: "|") || bytes[index] == UInt8(ascii: ">") {
                    comments += header(at: index, lines)
                }
                index = Int(scalar.end)
            } else if bytes[index] == UInt8(ascii: "#") {
                comments.append(Comment(at: index, lines))
                index = lines.end(of: index)
            } else {
                index += 1
            }
        }
        return comments
    }

    /// The comment that may follow the `|` or `>` of a block text.
    private static func header(at start: Int, _ lines: SourceLines) -> [Comment] {
        let line = lines.bytes[start..<lines.end(of: start)]
        return line.firstIndex(of: UInt8(ascii: "#")).map { [Comment(at: $0, lines)] } ?? []
    }

    private init(at offset: Int, _ lines: SourceLines) {
        let start = lines.start(of: offset)
        let before = lines.bytes[start..<offset]
        let spaces = before.reversed().prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
        var end = lines.end(of: offset)
        while end > offset, lines.bytes[end - 1] <= 0x20 { end -= 1 }
        self.offset = offset
        text = String(decoding: lines.bytes[offset..<end], as: UTF8.self)
        column = before.count
        gap = spaces == before.count ? nil : spaces
        isAfterBlankLine = lines.isBlankAbove(offset)
    }
}
