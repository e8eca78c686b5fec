import SourceText

/// A row of CSV to write (RFC 4180): cells that need it are put in quotes.
struct CSVRow {
    private(set) var cells: [String] = []

    init(_ cells: [String] = []) { self.cells = cells }

    /// Adds a number or a word of ours, as it is.
    mutating func append(plain cell: String) { cells.append(cell) }

    /// Adds a text of the case or of the rules (see ``CSVCell``).
    mutating func append(text: String) {
        cells.append(CSVCell.startsFormula(Array(text.utf8.prefix(3))[...]) ? "'" + text : text)
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
    /// Whether a spreadsheet would take a text that begins so for a formula; it is prefixed by `'`. The signs of
    /// full width, which some spreadsheets take for the others, count too.
    static func startsFormula(_ text: ArraySlice<UInt8>) -> Bool {
        switch text.first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D: true
        case 0xEF: wideSigns.contains { text.starts(with: $0) }
        default: false
        }
    }

    /// U+FF1D, U+FF0B, U+FF0D and U+FF20.
    private static let wideSigns = ["＝", "＋", "－", "＠"].map { Array($0.utf8) }

    /// Appends texts joined by `|`, made safe for a spreadsheet.
    static func append(_ texts: [ArraySlice<UInt8>], _ separator: UInt8, to bytes: inout [UInt8]) {
        guard let first = texts.first else { return }
        let isSafe = !startsFormula(first)
        if texts.count == 1, isSafe { return append(first, separator, to: &bytes) }
        var cell: [UInt8] = isSafe ? [] : [UInt8(ascii: "'")]
        for (place, text) in texts.enumerated() {
            if place > 0 { cell.append(UInt8(ascii: "|")) }
            cell.append(contentsOf: text)
        }
        append(cell[...], separator, to: &bytes)
    }

    /// Appends a cell, in quotes when it needs them (RFC 4180). CSV has no escapes: of what a terminal would act on, or
    /// would not show, each character is replaced by `�`.
    static func append(_ cell: ArraySlice<UInt8>, _ separator: UInt8, to bytes: inout [UInt8]) {
        if cell.contains(where: { $0 == 0x7F || $0 < 0x20 || mayHide($0) }) {
            let shown = shown(cell)
            if shown != cell { return append(shown, separator, to: &bytes) }
        }
        let needsQuotes =
            cell.first == 0x20 || cell.last == 0x20
            || cell.contains { $0 == separator || $0 == 0x22 || $0 < 0x20 }
        guard needsQuotes else { return bytes.append(contentsOf: cell) }
        bytes.append(0x22)
        for byte in cell {
            if byte == 0x22 { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }

    /// Whether a byte begins a character that may be hidden.
    private static func mayHide(_ byte: UInt8) -> Bool {
        switch byte {
        case 0xC2, 0xCD, 0xD8, 0xE1...0xE3, 0xEF, 0xF3: true
        default: false
        }
    }

    private static func shown(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var shown = ""
        for scalar in String(decoding: cell, as: UTF8.self).unicodeScalars {
            let stays = ["\t", "\n", "\r"].contains(scalar) || !Visible.isHidden(scalar)
            shown.unicodeScalars.append(stays ? scalar : "\u{FFFD}")
        }
        return Array(shown.utf8)[...]
    }
}
