import Glibc

/// Runs another program to its end, without a shell.
package enum ProgramRunner {
    package enum Outcome: Hashable, Sendable {
        /// It ran; 0 is success. What it said on its error output, at most a few kilobytes.
        case ended(status: Int32, said: String)
        /// No folder of `PATH` has it.
        case absent
        /// It took more than the time allowed, and was ended.
        case tooLong
        /// A signal came (``Interruption``), and it was ended.
        case interrupted(Int32)
    }

    /// Runs the first of the names that the system has.
    ///
    /// - Parameters:
    ///   - names: what the program is called, here or elsewhere (`chromium`, `google-chrome`).
    ///   - folder: where its error output is kept meanwhile.
    ///   - seconds: how long it may take.
    package static func run(
        _ names: [String], _ arguments: [String], keeping folder: borrowing TemporaryFolder, seconds: Int
    ) throws(FileProblem) -> Outcome {
        guard let program = names.lazy.compactMap(place).first else { return .absent }
        let said = folder.file("erreurs")
        let process = try naming(.path(program), .read) { () throws(SystemError) in
            try unsafe ProgramStart.start(program, arguments) { actions in
                let writing = O_WRONLY | O_CREAT | O_TRUNC
                unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
                unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, said, writing, 0o600)
            }
        }
        guard let process else { return .absent }
        guard let status = wait(for: process, seconds: seconds) else {
            return Interruption.signal.map { .interrupted($0) } ?? .tooLong
        }
        let text = (try? FileReader.read(said, limit: saidLimit)).map { String(decoding: $0, as: UTF8.self) }
        return .ended(status: status, said: text ?? "")
    }

    /// Whether the system has one of the programs.
    package static func has(_ names: [String]) -> Bool { names.contains { place(of: $0) != nil } }

    private static let saidLimit = 64 << 10

    private static func place(of name: String) -> String? {
        let folders = (Host.environment("PATH") ?? "/usr/bin:/bin").split(separator: ":")
        return folders.lazy.map { "\($0)/\(name)" }.first { unsafe access($0, X_OK) == 0 }
    }

    /// The status of the process once it ended; nil when it had to be ended.
    private static func wait(for process: pid_t, seconds: Int) -> Int32? {
        var status: Int32 = 0
        let (start, most) = (MonotonicClock.now, UInt64(max(0, seconds)) * 1_000_000_000)
        while true {
            let ended = unsafe waitpid(process, &status, WNOHANG)
            if ended == process || (ended < 0 && errno != EINTR) { break }
            if Interruption.signal != nil || MonotonicClock.nanoseconds(since: start) > most {
                kill(process, SIGKILL)
                _ = unsafe waitpid(process, &status, 0)
                return nil
            }
            usleep(pause)
        }
        // As the shell has it: the exit status, or 128 and the signal.
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    }

    private static let pause: UInt32 = 5_000
}
