import CBienFonde
import RuleBatch

/// `bienfonde_decide_batch()`.
enum BatchCall {
    static func decide(
        _ lines: UnsafeRawBufferPointer, by engine: Engine, _ options: CallOptions
    ) throws(CallProblem) -> (text: bienfonde_text, hasFindings: Bool) {
        var text = OwnedText()
        var tally = BatchTally(engine.set)
        try engine.withDecider(options.settings) { decider throws(CallProblem) in
            var blocks = MemoryBlocks(numbersBefore: options.linesBefore)
            while let block = unsafe blocks.next(of: RawSpan(_unsafeBytes: lines)) {
                let answer = decider.decide(block)
                try text.append(answer.bytes)
                tally.add(answer.tally)
            }
        }
        return unsafe (try text.handOver(), tally.hasFindings(in: engine.set))
    }
}
