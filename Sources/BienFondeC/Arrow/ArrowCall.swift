import FileAccess
import RuleBatch

/// `bienfonde_decide_arrow()`.
enum ArrowCall {
    static func decide(
        _ texts: ArrowTexts, by engine: Engine, _ options: CallOptions
    ) throws(CallProblem) -> (column: ArrowColumn, hasFindings: Bool) {
        let settings = options.settings
        var columns = AnswerColumns(engine.set, withFindings: settings.detail == .complete)
        var tally = BatchTally(engine.set)
        try engine.withDecider(settings) { decider throws(CallProblem) in
            var start = 0
            while start < texts.count {
                let (block, end) = try texts.block(from: start)
                let answer = decider.decide(block)
                tally.add(answer.tally)
                append(answer.bytes, for: start..<end, of: texts, to: &columns)
                guard columns.fits else { throw .tooManyAnswers }
                start = end
            }
        }
        return (columns.column, tally.hasFindings(in: engine.set))
    }

    /// Adds the answers to some texts; null ones have none.
    private static func append(
        _ answers: [UInt8], for places: Range<Int>, of texts: ArrowTexts, to columns: inout AnswerColumns
    ) {
        var start = 0
        for place in places {
            guard !texts.isNull(place) else {
                columns.appendNull()
                continue
            }
            let end = ByteSearch.first(0x0A, in: answers, start..<answers.count) ?? answers.count
            columns.append(answers, start..<end)
            start = end + 1
        }
    }
}
