import RuleModel
import SourceText

/// Makes a row of CSV the line of JSON that says the same, so that one reader decides both.
///
///     Refus;oui;retard|accueil   →   {"nom":"Refus","faits":{"urgente":"oui","motifs invoqués":["retard","accueil"]}}
struct CSVTranslator: Sendable {
    /// Where a cell's text begins, in both.
    struct Mark {
        let json: Int
        let csv: Int
    }

    private let layout: CSVLayout
    /// By column: the key in JSON, with its quotes and colon.
    private let keys: [[UInt8]]
    /// By column: whether its cells hold sets.
    private let holdsSet: [Bool]

    init(_ layout: CSVLayout, in set: RuleSet) {
        self.layout = layout
        keys = layout.columns.map { column in
            let name =
                switch column {
                case .name: "nom"
                case .date: "date"
                case .narrative: "récit"
                case .fact(let id): set[id].name
                }
            return JSONBytes.text(Array(name.utf8)[...]) + [UInt8(ascii: ":")]
        }
        holdsSet = layout.columns.map { column in
            guard case .fact(let id) = column, case .choices = set[id].type else { return false }
            return true
        }
    }

    /// Appends the line; the row must have a cell for each column.
    func append(_ row: CSVCells, to json: inout [UInt8], marks: inout [Mark]) {
        let stated = zip(layout.columns.indices, row.cells).filter { !Self.trimmed($1.text[...]).isEmpty }
        json.append(UInt8(ascii: "{"))
        for (place, cell) in stated where !layout.columns[place].isFact {
            if json.last != UInt8(ascii: "{") { json.append(UInt8(ascii: ",")) }
            append(cell, at: place, to: &json, marks: &marks)
        }
        if json.last != UInt8(ascii: "{") { json.append(UInt8(ascii: ",")) }
        json += Self.facts
        for (place, cell) in stated where layout.columns[place].isFact {
            if json.last != UInt8(ascii: "{") { json.append(UInt8(ascii: ",")) }
            append(cell, at: place, to: &json, marks: &marks)
        }
        json += [UInt8(ascii: "}"), UInt8(ascii: "}")]
    }

    private static let facts = Array(#""faits":{"#.utf8)

    private func append(_ cell: CSVCells.Cell, at place: Int, to json: inout [UInt8], marks: inout [Mark]) {
        marks.append(Mark(json: json.count, csv: cell.range.lowerBound))
        json += keys[place]
        let text = Self.trimmed(cell.text[...])
        guard holdsSet[place], text.elementsEqual("[]".utf8) || text.contains(UInt8(ascii: "|")) else {
            json += JSONBytes.text(text)
            return
        }
        json.append(UInt8(ascii: "["))
        if !text.elementsEqual("[]".utf8) {
            for (index, member) in text.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
                .enumerated()
            {
                if index > 0 { json.append(UInt8(ascii: ",")) }
                json += JSONBytes.text(member)
            }
        }
        json.append(UInt8(ascii: "]"))
    }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
        guard let start = text.firstIndex(where: { !isBlank($0) }), let last = text.lastIndex(where: { !isBlank($0) })
        else { return [] }
        return text[start...last]
    }
}

/// JSON texts from bytes that need not be UTF-8: whoever reads them says so.
enum JSONBytes {
    /// The text in quotes.
    static func text(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var json: [UInt8] = [UInt8(ascii: "\"")]
        json.reserveCapacity(bytes.count + 2)
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): json += [UInt8(ascii: "\\"), byte]
            case 0..<0x10: json += Array("\\u000".utf8) + Array(String(byte, radix: 16).utf8)
            case 0x10..<0x20: json += Array("\\u00".utf8) + Array(String(byte, radix: 16).utf8)
            default: json.append(byte)
            }
        }
        json.append(UInt8(ascii: "\""))
        return json
    }
}

extension CSVLayout.Column {
    fileprivate var isFact: Bool { if case .fact = self { true } else { false } }
}
