import FileAccess
import RuleBatch
import SourceText

/// What standard error shows while a batch runs: rejected lines and, on a terminal, how far it is.
struct BatchReport {
    private let session: Session
    private let input: String
    private let discretion: Discretion
    private let start: UInt64
    private let showsProgress = StandardError.isTerminal
    private var lastShown: UInt64
    private var hasProgressLine = false
    /// How many rejected lines were said.
    private(set) var shown = 0

    init(_ session: Session, input: String, saying discretion: Discretion, since start: UInt64) {
        self.session = session
        self.discretion = discretion
        self.input = input
        self.start = start
        lastShown = start
    }

    mutating func reject(_ lines: [RejectedLine]) {
        let said = lines.prefix(BatchLimits.shownRejections - shown)
        guard !said.isEmpty else { return }
        clear()
        shown += said.count
        let colored = session.options.colorsDiagnostics
        session.say(said.map { BatchWording.rejected($0, of: input, saying: discretion, colored: colored) }.joined())
    }

    mutating func advance(_ progress: BatchRun.Progress) {
        guard showsProgress else { return }
        guard MonotonicClock.nanoseconds(since: lastShown) >= Self.interval else { return }
        lastShown = MonotonicClock.now
        hasProgressLine = true
        session.say(
            "\r\u{1B}[K" + BatchWording.progress(progress, nanoseconds: MonotonicClock.nanoseconds(since: start)))
    }

    /// Takes the progress line away.
    mutating func clear() {
        guard hasProgressLine else { return }
        hasProgressLine = false
        session.say("\r\u{1B}[K")
    }

    /// Half a second.
    private static let interval: UInt64 = 500_000_000
}
