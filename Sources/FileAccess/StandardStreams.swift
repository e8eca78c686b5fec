import Glibc

/// Where results go.
package enum StandardOutput {
    /// Writes all of the bytes, or says what refused them. A signal ends the process after a whole line.
    package static func write(_ bytes: [UInt8]) throws(FileProblem) {
        try naming(.standardOutput, .write) { () throws(SystemError) in
            try Transfer.writeWholeLines(bytes, to: STDOUT_FILENO)
        }
    }

    package static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}

/// Where everything that is not a result goes.
package enum StandardError {
    /// Writes all of the bytes, or says what refused them. A signal ends the process after a whole line.
    package static func write(_ bytes: [UInt8]) throws(FileProblem) {
        try naming(.standardError, .write) { () throws(SystemError) in
            try Transfer.writeWholeLines(bytes, to: STDERR_FILENO)
        }
    }

    package static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}

/// What a program sees to before it opens anything.
package enum Startup {
    /// Call once, first.
    ///
    /// A pipe without a reader, and a file as large as the system allows (`ulimit -f`), become a problem of the write
    /// instead of the end of the process. And a standard stream
    /// that was closed (`>&-`) is taken, so that no file opened later gets its number and receives what was meant for
    /// it; it is taken the wrong way round, so that reading or writing still fails as on a closed one. Signals that end
    /// a program may come, and a trap says no more than it should (``Crash``).
    package static func prepare() {
        Interruption.allow()
        Crash.sayInOneSentence()
        for number in ignored { _ = signal(number, SIG_IGN) }
        occupy(STDIN_FILENO, O_WRONLY)
        occupy(STDOUT_FILENO, O_RDONLY)
        occupy(STDERR_FILENO, O_RDONLY)
    }

    static let ignored = [SIGPIPE, SIGXFSZ]

    /// `open` gives the lowest number that is free, and those below are taken by now.
    private static func occupy(_ number: Int32, _ flags: Int32) {
        if fcntl(number, F_GETFD) < 0, errno == EBADF { _ = unsafe open("/dev/null", flags) }
    }
}
