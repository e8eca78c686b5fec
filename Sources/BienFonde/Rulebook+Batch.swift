import RuleBatch
import RuleEngine

extension Rulebook {
    /// Decides lines of JSON (NDJSON), each what ``decide(json:on:today:)`` takes, and answers one line for each.
    ///
    /// Blank lines are skipped, but count in the numbers. A line over 1 MiB, or that cannot be used, is answered with
    /// its error.
    /// - Parameters:
    ///   - lines: UTF-8, each line ended by LF or CR LF.
    ///   - detail: what the answers hold.
    ///   - date: decides at this day, whatever the lines say.
    ///   - today: the day of a case that has no other.
    /// - Complexity: under a microsecond a line of the real policy, on one core; memory for the answers and one block.
    public func decideLines(
        _ lines: [UInt8], detail: BatchDetail = .complete, on date: CivilDay? = nil, today: CivilDay = .today
    ) -> BatchAnswers {
        let settings = BatchSettings(format: .ndjson, detail: detail.detail, asked: date?.date, today: today.date)
        var blocks = MemoryBlocks(numbersBefore: 0)
        var decider: any BlockDecider = ColumnDecider(program, settings) ?? PlainDecider(program, settings)
        var tally = BatchTally(model)
        var bytes: [UInt8] = []
        while let block = unsafe blocks.next(of: lines.span.bytes) {
            let answer = decider.decide(block)
            bytes += answer.bytes
            tally.add(answer.tally)
        }
        return BatchAnswers(bytes: bytes, lines: tally.lines, rejected: tally.errors.values.reduce(0, +))
    }
}

/// What the answer to a line holds.
public enum BatchDetail: Hashable, Sendable, CaseIterable {
    /// States, outcomes, reasons (names of rules) and missing facts.
    case complete
    /// States and outcomes alone: the fastest.
    case outcomes

    var detail: BatchSettings.Detail {
        switch self {
        case .complete: .complete
        case .outcomes: .issues
        }
    }
}

/// The answers to a batch (docs/json.md).
public struct BatchAnswers: Hashable, Sendable {
    /// One line of JSON for each line that is not blank, in order, each with its line feed.
    public let bytes: [UInt8]
    /// How many lines were answered.
    public let lines: Int
    /// How many of them with an error.
    public let rejected: Int
}
