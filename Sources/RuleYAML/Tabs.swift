import SourceText

/// Looks for tabs that indent a line: libyaml lets them through between brackets and in texts over several lines,
/// where a reader sees an indentation that the file does not have.
enum Tabs {
    /// The first tab of each indentation, but of lines inside texts where it is part of the text, and of lines that
    /// hold nothing but a comment.
    ///
    /// - Parameter texts: the `|` and `>` texts, in order.
    static func indenting(_ bytes: [UInt8], outside texts: [SourceRange]) -> [Int] {
        guard bytes.contains(UInt8(ascii: "\t")) else { return [] }
        var found: [Int] = []
        var start = 0
        var texts = texts[...]
        while start < bytes.count {
            let content = bytes[start...].firstIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
            guard let content else { break }
            while let text = texts.first, Int(text.end) <= start { texts.removeFirst() }
            let isText = texts.first.map { Int($0.start) < start } ?? false
            let isBare = bytes[content] <= 0x20 || bytes[content] == UInt8(ascii: "#")
            if !isText, !isBare, let tab = bytes[start..<content].firstIndex(of: UInt8(ascii: "\t")) {
                found.append(tab)
            }
            start = (bytes[content...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count) + 1
        }
        return found
    }
}
