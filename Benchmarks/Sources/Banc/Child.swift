import Glibc

/// One run of a command, measured.
struct Child {
    let status: Int32
    /// From the start to the end, in seconds.
    let wall: Double
    /// Of the command and what it waited for, in seconds.
    let cpu: Double
    /// The most that was resident, in bytes; of what a shell runs, that of the largest.
    let memory: Int

    /// Runs a command of the shell. What it prints is dropped unless the command says otherwise.
    static func run(_ command: String) throws -> Child {
        let start = now
        let pid = try spawn("exec 2>> .build/banc/erreurs.log; " + command)
        var status: Int32 = 0
        var usage = rusage()
        while unsafe wait4(pid, &status, 0, &usage) < 0 {
            guard errno == EINTR else { throw Files.Problem(path: command) }
        }
        return Child(
            status: status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F, wall: now - start,
            cpu: seconds(usage.ru_utime) + seconds(usage.ru_stime), memory: usage.ru_maxrss << 10)
    }

    private static func spawn(_ command: String) throws -> pid_t {
        var pid: pid_t = 0
        let words = ["/bin/bash", "-c", command]
        var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
        defer {
            for index in unsafe arguments.indices { unsafe free(arguments[index]) }
        }
        guard unsafe posix_spawn(&pid, "/bin/bash", nil, nil, &arguments, environ) == 0 else {
            throw Files.Problem(path: command)
        }
        return pid
    }

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }

    private static var now: Double {
        var time = timespec()
        _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
