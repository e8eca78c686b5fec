/// A row of CSV taken apart (RFC 4180).
struct CSVCells {
    struct Cell {
        /// Where it stands in the row, quotes included.
        let range: Range<Int>
        /// What it holds, without its quotes.
        let text: [UInt8]
    }

    /// What is wrong with the quotes of a row, and where.
    enum Problem: Error, Hashable {
        case neverClosed(Int)
        case afterQuote(Int)
        case strayQuote(Int)
    }

    let cells: [Cell]

    init(_ row: ArraySlice<UInt8>, separator: UInt8) throws(Problem) {
        var cells: [Cell] = []
        var start = row.startIndex
        while true {
            let cell =
                start < row.endIndex && row[start] == 0x22
                ? try Self.quoted(row, start, separator) : try Self.bare(row, start, separator)
            cells.append(cell)
            guard cell.range.upperBound < row.endIndex else { break }
            start = cell.range.upperBound + 1
        }
        self.cells = cells
    }

    private static func bare(_ row: ArraySlice<UInt8>, _ start: Int, _ separator: UInt8) throws(Problem) -> Cell {
        let end = row[start...].firstIndex(of: separator) ?? row.endIndex
        if let quote = row[start..<end].firstIndex(of: 0x22) { throw .strayQuote(quote) }
        return Cell(range: start..<end, text: Array(row[start..<end]))
    }

    private static func quoted(_ row: ArraySlice<UInt8>, _ start: Int, _ separator: UInt8) throws(Problem) -> Cell {
        var text: [UInt8] = []
        var index = start + 1
        while index < row.endIndex {
            let byte = row[index]
            index += 1
            guard byte == 0x22 else {
                text.append(byte)
                continue
            }
            guard index < row.endIndex, row[index] != separator else {
                return Cell(range: start..<index, text: text)
            }
            guard row[index] == 0x22 else { throw .afterQuote(index) }
            text.append(0x22)
            index += 1
        }
        throw .neverClosed(start)
    }
}
