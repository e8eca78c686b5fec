package import RuleModel
import SourceText

/// Decides rows of CSV by way of a decider of JSON lines. Places in answers are those of the rows.
package struct CSVDecider<Decider: BlockDecider>: BlockDecider {
    private var decider: Decider
    private let layout: CSVLayout
    private let translator: CSVTranslator
    private let writer: AnswerWriter
    private let emptyTally: BatchTally
    private var cells = CSVCells()

    package init(_ decider: Decider, _ layout: CSVLayout, _ set: RuleSet, _ settings: BatchSettings) {
        self.decider = decider
        self.layout = layout
        translator = CSVTranslator(layout, in: set)
        writer = AnswerWriter(set, settings)
        emptyTally = BatchTally(set)
    }

    package mutating func decide(_ block: BatchBlock) -> BlockAnswer {
        var answer = BlockAnswer(tally: emptyTally)
        var run = Run()
        run.json.reserveCapacity(3 * block.bytes.count)
        for (index, line) in block.lines.enumerated() {
            if let problem = translate(line, of: block, into: &run) {
                decide(&run, of: block, into: &answer)
                reject(index, line, problem, into: &answer)
                run = Run(firstLine: index + 1)
            }
        }
        decide(&run, of: block, into: &answer)
        return answer
    }

    /// Rows in a row that could be translated.
    private struct Run {
        /// The place of its first row in the block.
        var firstLine = 0
        var json: [UInt8] = []
        var lines: [BatchBlock.Line] = []
        var marks: [CSVTranslator.Mark] = []
    }

    /// Adds a row to the run, or says what is wrong with it.
    private mutating func translate(_ line: BatchBlock.Line, of block: BatchBlock, into run: inout Run) -> Diagnostic? {
        guard line.range.count <= BatchLimits.lineBytes else { return .lineTooLong(.beginning(of: Self.file)) }
        var row = line.range
        if block.bytes[row].starts(with: ByteOrderMark.utf8) { row = row.dropFirst(ByteOrderMark.utf8.count) }
        do throws(CSVCells.Problem) {
            try cells.read(block.bytes, row, separator: layout.separator)
        } catch {
            return .csv(error.moved(by: -line.range.lowerBound), of: Self.file)
        }
        guard cells.cells.count == layout.columns.count else {
            return .cellCount(cells.cells.count, of: layout.columns.count, .beginning(of: Self.file))
        }
        let start = run.json.count
        translator.append(cells.cells, of: block.bytes, to: &run.json, marks: &run.marks)
        run.lines.append(BatchBlock.Line(start..<run.json.count, number: line.number))
        run.json.append(0x0A)
        return nil
    }

    /// Decides the run and adds its answers.
    private mutating func decide(_ run: inout Run, of block: BatchBlock, into answer: inout BlockAnswer) {
        guard !run.lines.isEmpty else { return }
        run.json += [UInt8](repeating: 0, count: BatchBlock.padding)
        let part = decider.decide(BatchBlock(bytes: run.json, lines: run.lines))
        answer.bytes += part.bytes
        answer.tally.add(part.tally)
        for rejection in part.rejections.prefix(BatchLimits.shownRejections - answer.rejections.count) {
            let json = run.lines[rejection.line].range.lowerBound + rejection.offset
            let mark = run.marks.last { $0.json <= json && $0.json >= run.lines[rejection.line].range.lowerBound }
            let line = run.firstLine + rejection.line
            answer.rejections.append(
                BatchRejection(
                    line: line, offset: mark.map { $0.csv - block.lines[line].range.lowerBound } ?? 0,
                    code: rejection.code, message: rejection.message, help: rejection.help))
        }
    }

    private func reject(
        _ index: Int, _ line: BatchBlock.Line, _ problem: Diagnostic, into answer: inout BlockAnswer
    ) {
        answer.tally.lines += 1
        answer.tally.reject(problem.code)
        if answer.rejections.count < BatchLimits.shownRejections {
            answer.rejections.append(
                BatchRejection(
                    line: index, offset: Int(problem.range.start), code: problem.code, message: problem.message,
                    help: problem.help))
        }
        writer.append(error: problem, name: nil, line: line.number, to: &answer.bytes)
    }

    private static var file: FileID { FileID(index: .max) }
}

extension CSVCells.Problem {
    fileprivate func moved(by offset: Int) -> CSVCells.Problem {
        switch self {
        case .neverClosed(let place): .neverClosed(place + offset)
        case .afterQuote(let place): .afterQuote(place + offset)
        case .strayQuote(let place): .strayQuote(place + offset)
        }
    }
}
