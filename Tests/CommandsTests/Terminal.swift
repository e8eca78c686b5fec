import Foundation
import Glibc
import Sanitizers

/// A pseudo-terminal in which the built executable runs as at a person's desk.
final class Terminal {
    private let master: Int32
    private let process: pid_t
    private var read: [UInt8] = []
    private var isOpen = true

    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    /// Starts the executable in the folder, the leader of a session that the terminal controls.
    init(_ arguments: [String], in folder: URL, columns: UInt16 = 80) throws {
        master = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var (unlocked, number) = (Int32(0), UInt32(0))
        guard master >= 0, unsafe ioctl(master, Self.unlock, &unlocked) == 0,
            unsafe ioctl(master, Self.getNumber, &number) == 0
        else { throw Problem(description: "no pseudo-terminal") }
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe _ = posix_spawn_file_actions_destroy(&actions) }
        // The first terminal that the leader of a session opens becomes its own.
        unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/pts/\(number)", O_RDWR, 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, 0, 1)
        unsafe posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe _ = posix_spawnattr_destroy(&attributes) }
        let flags = Self.newSession | Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK)
        unsafe posix_spawnattr_setflags(&attributes, flags)
        var defaults = sigset_t()
        unsafe sigfillset(&defaults)
        unsafe posix_spawnattr_setsigdefault(&attributes, &defaults)
        // The threads of tests block signals, which would be inherited.
        var unblocked = sigset_t()
        unsafe sigemptyset(&unblocked)
        unsafe posix_spawnattr_setsigmask(&attributes, &unblocked)
        let script = ["bash", "-c", "cd \"$0\" && exec \"$@\"", folder.path, Shell.executable]
        let words = unsafe Self.list(script + arguments)
        let measured = Sanitizer.handedOn.map { "\($0)=\($1)" }
        let variables = unsafe Self.list(["PATH=/usr/bin:/bin", "TERM=xterm", "LANG=C.UTF-8"] + measured)
        var started = pid_t()
        let code = unsafe posix_spawn(&started, "/bin/bash", &actions, &attributes, words, variables)
        guard code == 0 else { throw Problem(description: "not started: \(code)") }
        process = started
        resize(columns: columns)
    }

    /// For a short while in a test: never freed.
    @unsafe private static func list(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
        var list: [UnsafeMutablePointer<CChar>?] = unsafe []
        for text in texts { unsafe list.append(strdup(text)) }
        unsafe list.append(nil)
        return unsafe list
    }

    // Of Linux; Swift's Glibc has no names for them.
    private static let unlock: UInt = 0x4004_5431
    private static let getNumber: UInt = 0x8004_5430
    private static let newSession: Int16 = 0x80

    deinit {
        close()
        kill(process, SIGKILL)
    }

    func resize(columns: UInt16) {
        var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = unsafe ioctl(master, UInt(TIOCSWINSZ), &size)
    }

    /// Types.
    func send(_ text: String) {
        let bytes = Array(text.utf8)
        _ = unsafe bytes.withUnsafeBytes { unsafe write(master, $0.baseAddress, $0.count) }
    }

    /// Waits until a text is on the screen that was not looked at yet, and gives all up to it.
    @discardableResult
    func wait(for text: String, seconds: Int = 60) throws -> String {
        let sought = Array(text.utf8)
        let end = Date().addingTimeInterval(Double(seconds))
        while true {
            if let found = read.firstRange(of: sought) {
                defer { read.removeSubrange(..<found.upperBound) }
                return String(decoding: read[..<found.upperBound], as: UTF8.self)
            }
            guard Date() < end, receive() else {
                throw Problem(description: "waited for \(text), had \(String(decoding: read, as: UTF8.self))")
            }
        }
    }

    /// The rest of the screen once the program ended, and its status: 128 and the signal that killed it.
    func end(seconds: Int = 60) throws -> (screen: String, status: Int32) {
        while receive() {}
        var status: Int32 = 0
        let end = Date().addingTimeInterval(Double(seconds))
        while unsafe waitpid(process, &status, WNOHANG) == 0 {
            guard Date() < end else { throw Problem(description: "still runs") }
            usleep(10_000)
        }
        let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
        return (String(decoding: read, as: UTF8.self), code)
    }

    /// Closes the window.
    func close() {
        if isOpen { _ = Glibc.close(master) }
        isOpen = false
    }

    /// Reads some; false when there is nothing more to come.
    private func receive() -> Bool {
        guard isOpen else { return false }
        var request = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard unsafe poll(&request, 1, 30_000) > 0 else { return false }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = unsafe Glibc.read(master, &buffer, buffer.count)
        guard count > 0 else { return false }
        read += buffer.prefix(count)
        return true
    }
}
