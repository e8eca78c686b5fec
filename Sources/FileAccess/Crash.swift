import Glibc

/// What a trap, a defect of ours, comes to: one sentence and status 70.
///
/// The Swift runtime would print registers and the memory that they point at, which holds what cases say. Where
/// `SWIFT_BACKTRACE` is set, by whoever looks for the defect, the runtime does as it is told.
enum Crash {
    static func sayInOneSentence() {
        guard Host.environment("SWIFT_BACKTRACE") == nil else { return }
        setStack()
        for signal in [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV] {
            var action = sigaction()
            unsafe action.__sigaction_handler.sa_handler = { _ in end() }
            action.sa_flags = Int32(truncatingIfNeeded: SA_ONSTACK)
            _ = unsafe sigaction(signal, &action, nil)
        }
        // Asked for by a person (Ctrl-\).
        _ = signal(SIGQUIT, SIG_DFL)
    }

    /// A stack of its own for what handles a signal of the main thread, whose stack may be what ran out.
    private static func setStack() {
        guard let memory = unsafe malloc(stackSize) else { return }
        var stack = unsafe stack_t(ss_sp: memory, ss_flags: 0, ss_size: stackSize)
        _ = unsafe sigaltstack(&stack, nil)
    }

    private static let stackSize = 64 << 10
}

/// Only what is safe in a handler.
private func end() {
    let sentence: StaticString =
        "erreur interne\u{A0}: le programme s’est arrêté; le défaut est dans le programme, merci de le signaler\n"
    _ = unsafe write(STDERR_FILENO, sentence.utf8Start, sentence.utf8CodeUnitCount)
    _exit(70)
}
