package import RuleModel
package import SourceText

/// What the columns of a CSV input are: its header, read against the vocabulary.
package struct CSVLayout: Sendable {
    package enum Column: Hashable, Sendable {
        /// `nom`.
        case name
        /// `date`.
        case date
        /// `récit`, which decides nothing.
        case narrative
        case fact(FactID)
    }

    package let separator: UInt8
    package let columns: [Column]

    /// Reads a header; what is wrong with it is reported.
    ///
    /// - Parameters:
    ///   - header: the row; a byte order mark may stand before it.
    ///   - file: a file that holds the row from `offset` on.
    package init?(
        header: [UInt8], separator: UInt8, of file: FileID, at offset: Int, in set: RuleSet,
        into bag: inout DiagnosticBag
    ) {
        let before = bag.all.count
        var columns: [Column] = []
        var places: [Column: SourceRange] = [:]
        for (name, range) in Self.names(header, separator, file, offset, into: &bag) {
            guard let column = Self.column(Located(name, at: range), in: set, into: &bag) else { continue }
            if let first = places[column] { bag.report(.repeatedColumn(Located(name, at: range), first)) }
            places[column] = places[column] ?? range
            columns.append(column)
        }
        guard bag.all.count == before else { return nil }
        self.separator = separator
        self.columns = columns
    }

    /// `;` where one stands outside quotes in the header, else `,`.
    package static func separator(of header: ArraySlice<UInt8>) -> UInt8 {
        var isQuoted = false
        for byte in header {
            if byte == 0x22 { isQuoted.toggle() }
            if byte == 0x0A, !isQuoted { break }
            if byte == UInt8(ascii: ";"), !isQuoted { return byte }
        }
        return UInt8(ascii: ",")
    }

    private static func names(
        _ header: [UInt8], _ separator: UInt8, _ file: FileID, _ offset: Int, into bag: inout DiagnosticBag
    ) -> [(String, SourceRange)] {
        let mark = header.starts(with: ByteOrderMark.utf8) ? ByteOrderMark.utf8.count : 0
        let encoding = TextChecks.problems(in: header, of: file, accepting: .anyCharacter)
        guard encoding.isEmpty else {
            bag.report(contentsOf: encoding.map { $0.moved(by: offset) })
            return []
        }
        do throws(CSVCells.Problem) {
            var cells = CSVCells()
            try cells.read(header, mark..<header.count, separator: separator)
            return cells.cells.map { cell in
                let range = SourceRange(file: file, at: offset + cell.range.lowerBound, length: cell.range.count)
                return (
                    BorderText.normalized(String(decoding: CSVCells.text(of: cell, in: header), as: UTF8.self)), range
                )
            }
        } catch {
            bag.report(.csv(error, of: file).moved(by: offset))
            return []
        }
    }

    private static func column(
        _ name: Located<String>, in set: RuleSet, into bag: inout DiagnosticBag
    ) -> Column? {
        switch name.value {
        case "nom": return .name
        case "date": return .date
        case "récit": return .narrative
        case "":
            bag.report(.columnWithoutName(name.range))
            return nil
        default: break
        }
        switch set.vocabulary[NameKey.fold(name.value)] {
        case .fact(let id): return .fact(id)
        case .definition, .decision:
            bag.report(.derivedColumn(name))
            return nil
        case nil:
            bag.report(.unknownColumn(name, among: set.facts.map(\.name) + ["nom", "date", "récit"]))
            return nil
        }
    }
}

extension Diagnostic {
    /// The same, so many bytes further.
    fileprivate func moved(by offset: Int) -> Diagnostic {
        let moved = SourceRange(
            file: range.file, at: Int(range.start) + offset, length: Int(range.end) - Int(range.start))
        return Diagnostic(code, level: level, message, at: moved, notes: notes, help: help)
    }
}
