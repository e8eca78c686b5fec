/// A row of CSV to write (RFC 4180): cells that need it are put in quotes.
struct CSVRow {
    private(set) var cells: [String] = []

    init(_ cells: [String] = []) { self.cells = cells }

    /// Adds a number or a word of ours, as it is.
    mutating func append(plain cell: String) { cells.append(cell) }

    /// Adds a text of the case or of the rules (see ``CSVCell``).
    mutating func append(text: String) {
        let starts = text.utf8.first.map(CSVCell.startsFormula) ?? false
        cells.append(starts ? "'" + text : text)
    }

    /// The row without a line feed.
    func bytes(_ separator: UInt8) -> [UInt8] {
        var bytes: [UInt8] = []
        for (place, cell) in cells.enumerated() {
            if place > 0 { bytes.append(separator) }
            CSVCell.append(Array(cell.utf8)[...], separator, to: &bytes)
        }
        return bytes
    }
}

/// A cell of CSV to write.
enum CSVCell {
    /// Whether a spreadsheet would take a text that begins so for a formula; it is prefixed by `'` (interface, « A
    /// batch »).
    static func startsFormula(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: true
        default: false
        }
    }

    /// Appends texts joined by `|`, made safe for a spreadsheet.
    static func append(_ texts: [ArraySlice<UInt8>], _ separator: UInt8, to bytes: inout [UInt8]) {
        guard let first = texts.first else { return }
        let isSafe = first.first.map { !startsFormula($0) } ?? true
        if texts.count == 1, isSafe { return append(first, separator, to: &bytes) }
        var cell: [UInt8] = isSafe ? [] : [UInt8(ascii: "'")]
        for (place, text) in texts.enumerated() {
            if place > 0 { cell.append(UInt8(ascii: "|")) }
            cell.append(contentsOf: text)
        }
        append(cell[...], separator, to: &bytes)
    }

    /// Appends a cell, in quotes when it needs them (RFC 4180).
    static func append(_ cell: ArraySlice<UInt8>, _ separator: UInt8, to bytes: inout [UInt8]) {
        let needsQuotes =
            cell.first == 0x20 || cell.last == 0x20
            || cell.contains { $0 == separator || $0 == 0x22 || $0 < 0x20 }
        guard needsQuotes else { return bytes.append(contentsOf: cell) }
        bytes.append(0x22)
        for byte in cell {
            switch byte {
            case 0x22: bytes += [byte, byte]
            // CSV has no escapes: what a terminal would act on is replaced.
            case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20: bytes += [0xEF, 0xBF, 0xBD]
            default: bytes.append(byte)
            }
        }
        bytes.append(0x22)
    }
}
