import FileAccess
package import RuleEngine
import RuleModel

/// Gives answers as rows of CSV, made from the lines of JSON that a quick decider writes.
package struct CSVAnswers<Decider: BlockDecider>: BlockDecider {
    private var decider: Decider
    private var plain: PlainDecider
    private let separator: UInt8
    private let emptyTally: BatchTally
    /// In the order of the answers: whether a decision is a `cumul`.
    private let areSets: [Bool]
    private let detail: BatchSettings.Detail

    /// - Parameters:
    ///   - decider: writes JSON, with the detail of the settings.
    ///   - settings: ask for CSV.
    package init?(_ decider: Decider, _ program: Program, _ settings: BatchSettings) {
        guard case .csv(let separator) = settings.format else { return nil }
        self.decider = decider
        self.separator = separator
        plain = PlainDecider(program, settings)
        emptyTally = BatchTally(program.model)
        areSets = program.model.decisionsInOrder.map { program.model[$0].isCumulative }
        detail = settings.detail
    }

    package mutating func decide(_ block: BatchBlock) -> BlockAnswer {
        var answer = decider.decide(block)
        var rows: [UInt8] = []
        rows.reserveCapacity(answer.bytes.count)
        var start = 0
        for index in block.lines.indices {
            let end = ByteSearch.first(0x0A, in: answer.bytes, start..<answer.bytes.count) ?? answer.bytes.count
            let before = rows.count
            var reader = AnswerReader(answer.bytes, start..<end)
            if !append(&reader, to: &rows) {
                // Objects and errors are rare.
                rows.removeSubrange(before...)
                var row = BlockAnswer(tally: emptyTally)
                plain.decide(index, of: block, into: &row)
                rows += row.bytes
            }
            start = end + 1
        }
        answer.bytes = rows
        return answer
    }

    /// Appends the row of an answer; false when it is not one matter decided.
    private func append(_ reader: inout AnswerReader, to rows: inout [UInt8]) -> Bool {
        guard reader.skip(#"{"ligne":"#), let number = reader.number(), reader.skip(#","nom":"#) else { return false }
        rows.append(contentsOf: number)
        rows.append(separator)
        CSVCell.append(reader.texts(), separator, to: &rows)
        guard reader.skip(#","décisions":{"#) else { return false }
        for isSet in areSets {
            guard reader.skipKey(), reader.skip(#"{"état":"#) else { return false }
            let state = reader.texts()
            guard reader.skip(#","issue":"#) else { return false }
            let issues = reader.texts()
            rows.append(separator)
            if issues.isEmpty, isSet, !reader.wasNull { rows += "[]".utf8 }
            CSVCell.append(issues, separator, to: &rows)
            rows.append(separator)
            CSVCell.append(state, separator, to: &rows)
            if detail == .complete {
                guard reader.skip(#","motifs":"#) else { return false }
                rows.append(separator)
                CSVCell.append(reader.texts(), separator, to: &rows)
                guard reader.skip(#","manquants":"#) else { return false }
                rows.append(separator)
                CSVCell.append(reader.texts(), separator, to: &rows)
            }
            _ = reader.skip("}")
            _ = reader.skip(",")
        }
        rows.append(separator)
        rows.append(0x0A)
        return true
    }
}
