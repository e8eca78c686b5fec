import FileAccess

/// Cuts bytes into rows of CSV (RFC 4180): a line end inside a cell in quotes does not end its row. A row has the number
/// of its first line.
struct RecordSplitter {
    private let separator: UInt8
    /// The number of the last line that was passed.
    private(set) var number = 0
    private var isSkipping = false

    init(separator: UInt8) { self.separator = separator }

    /// As ``LineSplitter/split(_:upTo:searched:isLast:)``; a row whose end has not come yet is looked at anew.
    mutating func split(_ bytes: [UInt8], upTo end: Int, isLast: Bool) -> Cut {
        var cut = Cut()
        if isSkipping {
            guard let lineFeed = ByteSearch.first(0x0A, in: bytes, 0..<end) else {
                cut.consumed = end
                return cut
            }
            isSkipping = false
            cut.consumed = lineFeed + 1
        }
        while cut.consumed < end {
            let start = cut.consumed
            let row = row(of: bytes, from: start, upTo: end)
            if let lineFeed = row.end {
                add(start..<lineFeed, of: bytes, lines: row.lines, to: &cut)
                cut.consumed = lineFeed + 1
            } else if isLast || end - start > BatchLimits.lineBytes + 1 {
                // A quote that is never closed would swallow what follows: the row is its first line, which is
                // refused, and what follows is looked at anew.
                if let lineFeed = row.firstLineFeed {
                    add(start..<lineFeed, of: bytes, lines: 1, to: &cut)
                    cut.consumed = lineFeed + 1
                } else {
                    add(start..<end, of: bytes, lines: 1, to: &cut)
                    isSkipping = !isLast
                    cut.consumed = end
                }
            } else {
                return cut
            }
        }
        return cut
    }

    private mutating func add(_ range: Range<Int>, of bytes: [UInt8], lines: Int, to cut: inout Cut) {
        if let line = BatchBlock.Line(range, of: bytes, number: number + 1) { cut.lines.append(line) }
        number += lines
    }

    /// What a row comes to within the bytes at hand.
    private struct Row {
        /// The line feed that ends it, nil when it has not come.
        var end: Int?
        /// How many lines it takes.
        var lines = 1
        /// The first line feed inside quotes.
        var firstLineFeed: Int?
    }

    private func row(of bytes: [UInt8], from start: Int, upTo end: Int) -> Row {
        var row = Row()
        // Most rows have no quotes.
        if let lineFeed = ByteSearch.first(0x0A, in: bytes, start..<end),
            ByteSearch.first(0x22, in: bytes, start..<lineFeed) == nil
        {
            row.end = lineFeed
            return row
        }
        var (isQuoted, startsCell, justClosed) = (false, true, false)
        var index = start
        // A row that runs over the limit by its quotes is not looked at to the end of the input.
        let last = min(end, start + BatchLimits.lineBytes + 2)
        while index < last {
            let byte = bytes[index]
            if byte == 0x0A {
                guard isQuoted else {
                    row.end = index
                    return row
                }
                row.lines += 1
                row.firstLineFeed = row.firstLineFeed ?? index
            }
            let isQuote = byte == 0x22
            if isQuote { isQuoted = !isQuoted && (startsCell || justClosed) }
            // Two quotes inside quotes close and open again.
            justClosed = isQuote && !isQuoted
            startsCell = byte == separator && !isQuoted
            index += 1
        }
        // Outside quotes the line end may lie beyond the limit all the same.
        if !isQuoted { row.end = ByteSearch.first(0x0A, in: bytes, index..<end) }
        return row
    }
}
