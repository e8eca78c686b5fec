import Dispatch
import Synchronization

/// Decides blocks on several cores; answers come out in the order in which blocks went in.
final class WorkerPool: Sendable {
    private struct State {
        /// Blocks that no worker has taken yet, by ticket.
        var waiting: [(ticket: Int, block: BatchBlock)] = []
        var done: [Int: DecidedBlock] = [:]
    }

    private let state = Mutex(State())
    /// Counts blocks handed in; after the last, one more for each worker.
    private let submitted = DispatchSemaphore(value: 0)
    private let finished = DispatchSemaphore(value: 0)
    private let workers: Int

    /// Starts a worker for each decider.
    init(_ deciders: [any BlockDecider]) {
        workers = deciders.count
        let queue = DispatchQueue(label: "bienfonde.lot", attributes: .concurrent)
        for decider in deciders { queue.async { self.work(decider) } }
    }

    /// Hands in a block; tickets count up from 0.
    func submit(_ block: BatchBlock, ticket: Int) {
        state.withLock { $0.waiting.append((ticket, block)) }
        submitted.signal()
    }

    /// Waits for the answers to a block.
    func answer(to ticket: Int) -> DecidedBlock {
        while true {
            if let done = state.withLock({ $0.done.removeValue(forKey: ticket) }) { return done }
            finished.wait()
        }
    }

    /// Lets the workers end once nothing waits.
    func close() { for _ in 0..<workers { submitted.signal() } }

    private func work(_ decider: any BlockDecider) {
        var decider = decider
        while true {
            submitted.wait()
            let next = state.withLock { $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }
            guard let next else { return }
            let decided = DecidedBlock(next.block, decider.decide(next.block))
            state.withLock { $0.done[next.ticket] = decided }
            finished.signal()
        }
    }
}
