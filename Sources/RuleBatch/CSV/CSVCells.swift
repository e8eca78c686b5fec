/// Rows of CSV taken apart (RFC 4180), one after the other over the same buffer.
struct CSVCells {
    struct Cell {
        /// Where it stands in the bytes, quotes included.
        let range: Range<Int>
        let isQuoted: Bool
        /// Whether its bytes are its text, and JSON's too: no quotes, blanks at the ends, control characters,
        /// backslashes, nor what sets are written with.
        let isPlain: Bool
    }

    /// What is wrong with the quotes of a row, and where.
    enum Problem: Error, Hashable {
        case neverClosed(Int)
        case afterQuote(Int)
        case strayQuote(Int)
    }

    /// Those of the latest row.
    private(set) var cells: [Cell] = []

    /// Takes a row apart.
    mutating func read(_ bytes: [UInt8], _ row: Range<Int>, separator: UInt8) throws(Problem) {
        cells.removeAll(keepingCapacity: true)
        var start = row.lowerBound
        while true {
            let isQuoted = start < row.upperBound && bytes[start] == 0x22
            let cell =
                isQuoted
                ? try Self.quoted(bytes, start..<row.upperBound, separator)
                : try Self.bare(bytes, start..<row.upperBound, separator)
            cells.append(cell)
            guard cell.range.upperBound < row.upperBound else { return }
            start = cell.range.upperBound + 1
        }
    }

    /// What a cell holds, without its quotes.
    static func text(of cell: Cell, in bytes: [UInt8]) -> [UInt8] {
        guard cell.isQuoted else { return Array(bytes[cell.range]) }  // bounded: the range was made from these bytes
        var text: [UInt8] = []
        var isSecond = false
        for byte in bytes[cell.range].dropFirst().dropLast() {  // bounded: the range was made from these bytes
            // Two quotes stand for one.
            isSecond = byte == 0x22 && !isSecond
            if !isSecond { text.append(byte) }
        }
        return text
    }

    private static func bare(_ bytes: [UInt8], _ rest: Range<Int>, _ separator: UInt8) throws(Problem) -> Cell {
        var index = rest.lowerBound
        var isPlain = true
        while index < rest.upperBound, bytes[index] != separator {
            let byte = bytes[index]
            if byte == 0x22 { throw .strayQuote(index) }
            isPlain = isPlain && byte >= 0x20 && byte != UInt8(ascii: "\\") && byte != UInt8(ascii: "|")
            index += 1
        }
        let range = rest.lowerBound..<index
        if let first = range.first, let last = range.last {
            isPlain = isPlain && bytes[first] != 0x20 && bytes[last] != 0x20 && bytes[first] != UInt8(ascii: "[")
        }
        return Cell(range: range, isQuoted: false, isPlain: isPlain)
    }

    private static func quoted(_ bytes: [UInt8], _ rest: Range<Int>, _ separator: UInt8) throws(Problem) -> Cell {
        var index = rest.lowerBound + 1
        while index < rest.upperBound {
            let isQuote = bytes[index] == 0x22
            index += 1
            guard isQuote else { continue }
            guard index < rest.upperBound, bytes[index] != separator else {
                return Cell(range: rest.lowerBound..<index, isQuoted: true, isPlain: false)
            }
            guard bytes[index] == 0x22 else { throw .afterQuote(index) }
            index += 1
        }
        throw .neverClosed(rest.lowerBound)
    }
}
