import SourceText

/// Where things are in the file.
extension NodeReader {
    func span(_ start: Int, _ end: Int) -> SourceRange {
        SourceRange(file: file, at: start, length: max(0, end - start))
    }

    func isBracket(at offset: Int) -> Bool {
        byte(at: offset) == UInt8(ascii: "[") || byte(at: offset) == UInt8(ascii: "{")
    }

    func byte(at offset: Int) -> UInt8? { bytes.indices.contains(offset) ? bytes[offset] : nil }

    /// From the start of a collection to its end; a block collection ends with its last value.
    func extent(from start: Event, to end: Event, last: SourceRange?) -> SourceRange {
        let stop = isBracket(at: start.start) ? end.end : last.map { Int($0.end) } ?? start.end
        return SourceRange(file: file, at: start.start, length: max(0, stop - start.start))
    }

    func hasEscape(_ range: SourceRange) -> Bool {
        bytes[min(Int(range.start), bytes.count)..<min(Int(range.end), bytes.count)].contains(UInt8(ascii: "\\"))
    }

    /// The first word of an event: an anchor, a tag or an alias as it is written.
    func wordRange(_ event: Event) -> SourceRange {
        var end = event.start
        let ends = Set(",]}".utf8)
        while let byte = byte(at: end), byte > 0x20, !ends.contains(byte), end < event.start + 60 { end += 1 }
        return SourceRange(file: file, at: event.start, length: end - event.start)
    }

    /// Without the blank lines at the end.
    func trimmed(_ range: SourceRange) -> SourceRange {
        var end = Int(range.end)
        while end > Int(range.start), let byte = byte(at: end - 1), byte <= 0x20 { end -= 1 }
        return SourceRange(file: range.file, at: Int(range.start), length: end - Int(range.start))
    }

    /// Whether a plain text over several lines is a list whose dashes lack their space: every line begins with `-`.
    func dashesWithoutSpace(_ range: SourceRange) -> Bool {
        let text = bytes[Int(range.start)..<min(Int(range.end), bytes.count)]
        guard text.first == UInt8(ascii: "-"), text.contains(UInt8(ascii: "\n")) else { return false }
        return text.split(separator: UInt8(ascii: "\n"))
            .allSatisfy { line in line.first { $0 > 0x20 } == UInt8(ascii: "-") }
    }
}
