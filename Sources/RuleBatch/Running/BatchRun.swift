package import FileAccess

/// One run through a batch: blocks in, answers out in the same order, a bounded number of blocks at a time.
package struct BatchRun {
    /// What a run came to.
    package struct Outcome: Sendable {
        package var tally: BatchTally
        /// The last line whose answer, and those of all before it, are written.
        package var wholeThrough: Int
        /// The signal that ended it.
        package var signal: Int32?
        /// What the system refused.
        package var problem: FileProblem?
    }

    /// What is told while it goes on.
    package struct Progress: Sendable {
        package let lines: Int
        package let bytesRead: Int
        package let size: Int?
    }

    private var input: BatchInput
    private var output: BatchOutput
    private var outcome: Outcome
    /// Whether a signal cut a block short: nothing may be written after it.
    private var isCut = false

    /// - Parameter answered: the last line that was answered before.
    package init(_ input: BatchInput, _ output: BatchOutput, tally: BatchTally, answered: Int = 0) {
        self.input = input
        self.output = output
        outcome = Outcome(tally: tally, wholeThrough: answered)
    }

    /// Decides all of the input.
    ///
    /// - Parameters:
    ///   - deciders: one for each core.
    ///   - reject: told the rejected lines, in order.
    ///   - advance: told after each block.
    package mutating func run(
        _ deciders: [any BlockDecider], reject: ([RejectedLine]) -> Void, advance: (Progress) -> Void
    ) -> Outcome {
        do throws(FileProblem) {
            if deciders.count == 1, let decider = deciders.first {
                try runAlone(decider, reject, advance)
            } else {
                try runTogether(deciders, reject, advance)
            }
            outcome.signal = Interruption.signal
            if outcome.signal == nil { try output.finish() } else { output.interrupt() }
        } catch {
            outcome.problem = error
            output.interrupt()
        }
        return outcome
    }

    private mutating func runAlone(
        _ decider: any BlockDecider, _ reject: ([RejectedLine]) -> Void, _ advance: (Progress) -> Void
    ) throws(FileProblem) {
        var decider = decider
        while !isCut, Interruption.signal == nil, case .block(let block) = try input.next() {
            try write(DecidedBlock(block, decider.decide(block)), reject, advance)
        }
    }

    /// Blocks in flight for each core: one that is decided, and one that waits or is being written.
    private static let blocksPerCore = 2

    private mutating func runTogether(
        _ deciders: [any BlockDecider], _ reject: ([RejectedLine]) -> Void, _ advance: (Progress) -> Void
    ) throws(FileProblem) {
        let pool = WorkerPool(deciders)
        defer { pool.close() }
        let most = Self.blocksPerCore * deciders.count
        var (submitted, written) = (0, 0)
        var problem: FileProblem?
        var isAtEnd = false
        while !isCut, !isAtEnd || written < submitted {
            // What is decided is not held back for input that is yet to come.
            let mayWait = written == submitted || input.isReady
            if !isAtEnd, submitted - written < most, mayWait, Interruption.signal == nil {
                do throws(FileProblem) {
                    guard case .block(let block) = try input.next() else {
                        isAtEnd = true
                        continue
                    }
                    pool.submit(block, ticket: submitted)
                    submitted += 1
                } catch {
                    // What came before is answered first.
                    (problem, isAtEnd) = (error, true)
                }
            } else if written < submitted {
                try write(pool.answer(to: written), reject, advance)
                written += 1
            } else {
                isAtEnd = true
            }
        }
        if let problem { throw problem }
    }

    private mutating func write(
        _ decided: DecidedBlock, _ reject: ([RejectedLine]) -> Void, _ advance: (Progress) -> Void
    ) throws(FileProblem) {
        let count = try output.write(decided.bytes, answers: decided.lines.count)
        isCut = count < decided.lines.count
        outcome.tally.add(decided.tally)
        if count > 0 { outcome.wholeThrough = decided.lines[count - 1].number }
        if !decided.rejected.isEmpty { reject(decided.rejected) }
        advance(Progress(lines: outcome.tally.lines, bytesRead: input.bytesRead, size: input.size))
    }
}
