import Glibc

/// What another program, run to its end without a shell, writes on its standard output.
package enum ProgramOutput {
    /// The bytes, at most `limit`; nil when the program is not there, or ends with another status than 0.
    ///
    /// - Parameter program: looked for in `PATH`, unless it is a path.
    package static func of(_ program: String, _ arguments: [String], limit: Int) throws(FileProblem) -> [UInt8]? {
        let subject = FileProblem.Subject.path(program)
        let started = try naming(subject, .read) { () throws(SystemError) in try start(program, arguments) }
        guard let (process, pipe) = started else { return nil }
        let outcome = try naming(subject, .read) { () throws(SystemError) in
            defer { _ = close(pipe) }
            return try Transfer.readAll(pipe, limit: limit)
        }
        var status: Int32 = 0
        while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
        switch outcome {
        case .whole(let bytes): return status == 0 ? bytes : nil
        case .tooLarge, .nobodyWrites: throw FileProblem(subject, .read, .tooLarge(limit: limit))
        }
    }

    /// The process and the end of the pipe to read from; nil when there is no such program.
    private static func start(_ program: String, _ arguments: [String]) throws(SystemError) -> (pid_t, Int32)? {
        var ends: [Int32] = [0, 0]
        _ = try retrying { unsafe pipe(&ends) }
        // The program keeps the copy that is its standard output, and nothing else.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { _ = close(ends[1]) }
        do throws(SystemError) {
            let process = try unsafe ProgramStart.start(program, arguments) { actions in
                unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
                unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
            }
            if let process { return (process, ends[0]) }
        } catch {
            _ = close(ends[0])
            throw error
        }
        _ = close(ends[0])
        return nil
    }
}
