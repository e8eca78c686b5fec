import RuleModel
import SourceText

/// Makes a row of CSV the line of JSON that says the same, so that one reader decides both.
///
///     Refus;oui;retard|accueil   →   {"faits":{"urgente":"oui","motifs invoqués":["retard","accueil"]},"nom":"Refus"}
struct CSVTranslator: Sendable {
    /// Where a cell's text begins, in both.
    struct Mark {
        let json: Int
        let csv: Int
    }

    /// A column: its key in JSON, with a comma before it and a colon after it, and what it holds.
    private struct Column {
        let key: [UInt8]
        let isFact: Bool
        let holdsSet: Bool
    }

    private let columns: [Column]

    init(_ layout: CSVLayout, in set: RuleSet) {
        columns = layout.columns.map { column in
            switch column {
            case .name: Column(key: Self.key("nom"), isFact: false, holdsSet: false)
            case .date: Column(key: Self.key("date"), isFact: false, holdsSet: false)
            case .narrative: Column(key: Self.key("récit"), isFact: false, holdsSet: false)
            case .fact(let id):
                if case .choices = set[id].type {
                    Column(key: Self.key(set[id].name), isFact: true, holdsSet: true)
                } else {
                    Column(key: Self.key(set[id].name), isFact: true, holdsSet: false)
                }
            }
        }
    }

    private static func key(_ name: String) -> [UInt8] {
        var key = [UInt8(ascii: ",")]
        JSONBytes.append(Array(name.utf8)[...], to: &key)
        key.append(UInt8(ascii: ":"))
        return key
    }

    /// Appends the line of a row, which has a cell for each column. A cell that is empty is not stated.
    func append(_ cells: [CSVCells.Cell], of bytes: [UInt8], to json: inout [UInt8], marks: inout [Mark]) {
        json.append(contentsOf: Self.opening)
        var isFirst = true
        for (column, cell) in zip(columns, cells) where column.isFact && !cell.range.isEmpty {
            append(cell, column, isFirst: &isFirst, bytes, &json, &marks)
        }
        json.append(UInt8(ascii: "}"))
        isFirst = false
        for (column, cell) in zip(columns, cells) where !column.isFact && !cell.range.isEmpty {
            append(cell, column, isFirst: &isFirst, bytes, &json, &marks)
        }
        json.append(UInt8(ascii: "}"))
    }

    private static let opening = Array(#"{"faits":{"#.utf8)

    private func append(
        _ cell: CSVCells.Cell, _ column: Column, isFirst: inout Bool, _ bytes: [UInt8], _ json: inout [UInt8],
        _ marks: inout [Mark]
    ) {
        var text: ArraySlice<UInt8> = []
        if !cell.isPlain {
            text = Self.trimmed(CSVCells.text(of: cell, in: bytes)[...])
            if text.isEmpty { return }
        }
        marks.append(Mark(json: json.count, csv: cell.range.lowerBound))
        json.append(contentsOf: isFirst ? column.key.dropFirst() : column.key[...])
        isFirst = false
        if cell.isPlain {
            json.append(0x22)
            json.append(contentsOf: bytes[cell.range])
            json.append(0x22)
        } else if column.holdsSet {
            Self.append(set: text, to: &json)
        } else {
            JSONBytes.append(text, to: &json)
        }
    }

    /// `[]`, or members joined by `|`; one alone is a text.
    private static func append(set text: ArraySlice<UInt8>, to json: inout [UInt8]) {
        let isEmpty = text.elementsEqual("[]".utf8)
        guard isEmpty || text.contains(UInt8(ascii: "|")) else { return JSONBytes.append(text, to: &json) }
        json.append(UInt8(ascii: "["))
        let members = isEmpty ? [] : text.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
        for (index, member) in members.enumerated() {
            if index > 0 { json.append(UInt8(ascii: ",")) }
            JSONBytes.append(member, to: &json)
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
    /// Appends the text in quotes.
    static func append(_ text: ArraySlice<UInt8>, to json: inout [UInt8]) {
        json.append(0x22)
        for byte in text {
            switch byte {
            case 0x22, UInt8(ascii: "\\"): json += [UInt8(ascii: "\\"), byte]
            case 0..<0x10: json += Array("\\u000".utf8) + Array(String(byte, radix: 16).utf8)
            case 0x10..<0x20: json += Array("\\u00".utf8) + Array(String(byte, radix: 16).utf8)
            default: json.append(byte)
            }
        }
        json.append(0x22)
    }
}
