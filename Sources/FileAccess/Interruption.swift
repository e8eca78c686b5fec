import Glibc
import Synchronization

/// Notes SIGINT and SIGTERM instead of dying of them, so that what is being written ends with a whole line.
///
///     Interruption.watch()
///     while let block = try next(), Interruption.signal == nil { … }
package enum Interruption {
    /// From now on the first of each of the two signals is noted; a second one ends the process. A signal that whoever
    /// started us asked to ignore stays ignored.
    package static func watch() {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0 else { return }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        waking.store(ends[0], ordering: .relaxed)
        notifying.store(ends[1], ordering: .relaxed)
        for signal in signals { _ = startNoting(signal) }
    }

    /// Runs the body while signals are noted; then one that came does what it would have done before.
    static func deferring(_ body: () throws(SystemError) -> Void) throws(SystemError) {
        guard descriptor < 0 else { return try body() }
        let before = signals.map { ($0, startNoting($0)) }
        defer {
            for (signal, action) in before {
                if var action { _ = unsafe sigaction(signal, &action, nil) }
            }
            if let signal { _ = raise(signal) }
        }
        try body()
    }

    private static let signals = [SIGINT, SIGTERM]

    /// Notes the first of a signal from now on.
    ///
    /// - Returns: what was done of it before; nil where it is ignored, and stays so.
    private static func startNoting(_ signal: Int32) -> sigaction? {
        var before = sigaction()
        guard unsafe sigaction(signal, nil, &before) == 0 else { return nil }
        if isIgnored(before) { return nil }
        var action = sigaction()
        unsafe action.__sigaction_handler.sa_handler = { note($0) }
        action.sa_flags = Int32(truncatingIfNeeded: SA_RESETHAND)
        _ = unsafe sigaction(signal, &action, nil)
        return before
    }

    /// Lets signals through: some launchers leave their own mask to what they start.
    static func allow() {
        var blocked = sigset_t()
        unsafe sigemptyset(&blocked)
        _ = unsafe pthread_sigmask(SIG_SETMASK, &blocked, nil)
    }

    /// The signal that came, nil when none did.
    package static var signal: Int32? {
        let number = raised.load(ordering: .relaxed)
        return number == 0 ? nil : number
    }

    /// A descriptor that is ready to be read once a signal came; -1 when none is watched for.
    static var descriptor: Int32 { waking.load(ordering: .relaxed) }

    private static func isIgnored(_ action: sigaction) -> Bool {
        unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
            == unsafeBitCast(SIG_IGN, to: Int.self)
    }
}

private let raised = Atomic<Int32>(0)
private let waking = Atomic<Int32>(-1)
private let notifying = Atomic<Int32>(-1)

/// What a signal does: only what is safe in a handler.
private func note(_ signal: Int32) {
    let before = errno
    raised.store(signal, ordering: .relaxed)
    var byte: UInt8 = 0
    _ = unsafe write(notifying.load(ordering: .relaxed), &byte, 1)
    errno = before
}
