import SourceText

/// What YAML says of the layout of a text and libyaml does not look at: how far in the lines of a quoted text or a list
/// between brackets stand, and the space before `#`.
struct LineLayout {
    let bytes: [UInt8]

    /// The column of an offset, in bytes from 0.
    func column(of offset: Int) -> Int { offset - startOfLine(at: offset) }

    /// The first line of a range after its own first that is not further in than `column`, from its content to its
    /// end. A line that begins with a closing bracket may stand as far out as it likes; tabs are another matter.
    func lineTooFarOut(in range: Range<Int>, column: Int) -> Range<Int>? {
        var start = endOfLine(at: range.lowerBound) + 1
        while start < range.upperBound {
            let end = endOfLine(at: start)
            let content = bytes[start..<end].firstIndex { $0 != UInt8(ascii: " ") } ?? end
            let isBlank = content == end || bytes[content] == UInt8(ascii: "\r")
            if !isBlank, content - start <= column, !"]}#\t".utf8.contains(bytes[content]) {
                return content..<min(end, range.upperBound)
            }
            start = end + 1
        }
        return nil
    }

    /// A `#` that begins right after a value or the sign of a text that follows, where YAML wants a space.
    func gluedComment(after end: Int) -> Int? {
        bytes.indices.contains(end) && bytes[end] == UInt8(ascii: "#") ? end : nil
    }

    /// The same after `|` or `>` and what they carry.
    func gluedComment(inHeaderAt start: Int) -> Int? {
        let sign = bytes[min(start + 1, bytes.count)...].firstIndex { !"+-0123456789".utf8.contains($0) }
        return sign.flatMap { gluedComment(after: $0) }
    }

    /// The first blank line at the start of a `|` or `>` text that is longer than its first line is far in.
    func longBlankLine(inTextAt start: Int, column: Int) -> Range<Int>? {
        var longest: Range<Int>?
        var line = endOfLine(at: start) + 1
        while line < bytes.count {
            let end = endOfLine(at: line)
            let content = bytes[line..<end].firstIndex { $0 != UInt8(ascii: " ") } ?? end
            if content < end, bytes[content] != UInt8(ascii: "\r") {
                let indentation = content - line
                return indentation > column ? longest.flatMap { $0.count > indentation ? $0 : nil } : nil
            }
            if content - line > longest?.count ?? 0 { longest = line..<content }
            line = end + 1
        }
        return nil
    }

    private func startOfLine(at offset: Int) -> Int {
        var start = min(offset, bytes.count)
        while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        return start
    }

    private func endOfLine(at offset: Int) -> Int {
        bytes[min(offset, bytes.count)...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    }
}
