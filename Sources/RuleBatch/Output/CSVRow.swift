/// A row of CSV to write (RFC 4180): cells that need it are put in quotes.
struct CSVRow {
    private(set) var cells: [String] = []

    init(_ cells: [String] = []) { self.cells = cells }

    /// Adds a number or a word of ours, as it is.
    mutating func append(plain cell: String) { cells.append(cell) }

    /// Adds a text of the case or of the rules. One that a spreadsheet would take for a formula is prefixed by `'`
    /// (interface, « A batch »).
    mutating func append(text: String) {
        let starts = text.utf8.first.map { Self.formulaStarts.contains($0) } ?? false
        cells.append(starts ? "'" + text : text)
    }

    private static let formulaStarts: [UInt8] = Array("=+-@\t\r".utf8)

    /// The row without a line feed.
    func bytes(_ separator: UInt8) -> [UInt8] {
        var bytes: [UInt8] = []
        for (place, cell) in cells.enumerated() {
            if place > 0 { bytes.append(separator) }
            let utf8 = Array(cell.utf8)
            guard utf8.contains(where: { $0 == separator || $0 == 0x22 || $0 < 0x20 }) || utf8.hasSpaceAtAnEnd else {
                bytes += utf8
                continue
            }
            bytes.append(0x22)
            for byte in utf8 { bytes += byte == 0x22 ? [0x22, 0x22] : [byte] }
            bytes.append(0x22)
        }
        return bytes
    }
}

extension [UInt8] {
    fileprivate var hasSpaceAtAnEnd: Bool { first == 0x20 || last == 0x20 }
}
