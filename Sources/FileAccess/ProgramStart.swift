import Glibc

/// Starts another program without a shell.
enum ProgramStart {
    /// The process; nil when there is no such program. It reads nothing on its standard input, and signals that we ignore
    /// end it as they would.
    ///
    /// - Parameters:
    ///   - program: looked for in `PATH`, unless it is a path.
    ///   - streams: says where its other standard streams go.
    static func start(
        _ program: String, _ arguments: [String], _ streams: (inout posix_spawn_file_actions_t) -> Void
    ) throws(SystemError) -> pid_t? {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe _ = posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        unsafe streams(&actions)
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe _ = posix_spawnattr_destroy(&attributes) }
        var defaults = sigset_t()
        unsafe sigemptyset(&defaults)
        for signal in Startup.ignored { unsafe sigaddset(&defaults, signal) }
        unsafe posix_spawnattr_setsigdefault(&attributes, &defaults)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))  // bounded: a flag of the header
        var words = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
        defer { for index in unsafe words.indices { unsafe free(words[index]) } }
        var process = pid_t()
        let code = unsafe posix_spawnp(&process, program, &actions, &attributes, &words, environ)
        if code == ENOENT { return nil }
        guard code == 0 else { throw SystemError(code) }
        return process
    }
}
