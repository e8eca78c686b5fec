import Synchronization

/// The engines that callers hold, by number: a number that is no engine's is found out, where a pointer could not be.
final class EngineTable: Sendable {
    static let shared = EngineTable()

    private struct State {
        var engines: [UInt64: Engine] = [:]
        /// Numbers are not used twice.
        var last: UInt64 = 0
    }

    private let state = Mutex(State())

    private init() {}

    func add(_ engine: Engine) -> UInt64 {
        state.withLock { state in
            state.last += 1
            state.engines[state.last] = engine
            return state.last
        }
    }

    func engine(_ number: UInt64) throws(CallProblem) -> Engine {
        guard let engine = state.withLock({ $0.engines[number] }) else { throw .unknownEngine(number) }
        return engine
    }

    /// Calls that are using the engine keep it until they end.
    func remove(_ number: UInt64) throws(CallProblem) {
        guard state.withLock({ $0.engines.removeValue(forKey: number) }) != nil else { throw .unknownEngine(number) }
    }
}
