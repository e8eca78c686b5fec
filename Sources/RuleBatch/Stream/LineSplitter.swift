import FileAccess

/// What a splitter found in the bytes at hand.
struct Cut {
    /// Blank lines are left out.
    var lines: [BatchBlock.Line] = []
    /// How many bytes are done with; the rest begins a line whose end has not come yet.
    var consumed = 0
}

/// Cuts bytes into lines. Only LF, or CR and LF, ends a line: U+2028 or U+0085 inside a text do not.
struct LineSplitter {
    /// The number of the last line that was begun.
    private(set) var number = 0
    /// Whether the next bytes belong to a line that is too long and was given already.
    private var isSkipping = false

    /// - Parameters:
    ///   - end: where the bytes at hand end.
    ///   - searched: before it there is no line end, since it was looked for already.
    ///   - isLast: whether nothing follows.
    mutating func split(_ bytes: [UInt8], upTo end: Int, searched: Int, isLast: Bool) -> Cut {
        var cut = Cut()
        var from = searched
        while let lineFeed = ByteSearch.first(0x0A, in: bytes, from..<end) {
            if isSkipping {
                isSkipping = false
            } else {
                number += 1
                add(cut.consumed..<lineFeed, of: bytes, to: &cut)
            }
            cut.consumed = lineFeed + 1
            from = cut.consumed
        }
        let rest = end - cut.consumed
        if isSkipping {
            cut.consumed = end
        } else if rest > BatchLimits.lineBytes + 1 || isLast && rest > 0 {
            number += 1
            add(cut.consumed..<end, of: bytes, to: &cut)
            isSkipping = !isLast
            cut.consumed = end
        }
        return cut
    }

    private func add(_ range: Range<Int>, of bytes: [UInt8], to cut: inout Cut) {
        guard let line = BatchBlock.Line(range, of: bytes, number: number) else { return }
        cut.lines.append(line)
    }
}

extension BatchBlock.Line {
    /// The line without CR at its end and cut when it is too long; nil when it is blank.
    init?(_ range: Range<Int>, of bytes: [UInt8], number: Int) {
        var end = range.upperBound
        if end > range.lowerBound, bytes[end - 1] == 0x0D { end -= 1 }
        guard !Self.isBlank(range.lowerBound..<end, of: bytes) else { return nil }
        self.init(range.lowerBound..<min(end, range.lowerBound + BatchLimits.lineBytes + 1), number: number)
    }

    private static func isBlank(_ range: Range<Int>, of bytes: [UInt8]) -> Bool {
        // Nearly every line begins with what is not blank.
        guard let first = range.first, bytes[first] <= 0x20 || bytes[first] == 0xEF else { return range.isEmpty }
        var rest = bytes[range]
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        return rest.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    }
}
