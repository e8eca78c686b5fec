import Glibc

/// An open file, closed when it goes away.
struct Descriptor: ~Copyable {
    let number: Int32

    /// Opens a path. Nothing opened here is inherited by another program or becomes the controlling terminal.
    init(opening path: String, _ flags: Int32, mode: mode_t = 0) throws(SystemError) {
        guard !path.utf8.contains(0) else { throw SystemError(ENOENT) }
        number = try retrying { unsafe open(path, flags | O_CLOEXEC | O_NOCTTY, mode) }
    }

    /// Takes over a descriptor that a call has opened.
    init(owning number: Int32) { self.number = number }

    deinit { _ = close(number) }

    /// Waits until the bytes are on the disk.
    func flush() throws(SystemError) { _ = try retrying { fsync(number) } }
}

/// An open file that several values share, closed with the last of them.
final class OpenFile: Sendable {
    let descriptor: Descriptor

    init(opening path: String, _ flags: Int32, mode: mode_t = 0) throws(SystemError) {
        descriptor = try Descriptor(opening: path, flags, mode: mode)
    }

    var number: Int32 { descriptor.number }
}

/// Reading from and writing to descriptors, with what POSIX lets happen on the way: interruptions, parts, waiting.
enum Transfer {
    /// How many bytes are asked for at a time.
    static let chunk = 64 << 10

    /// What came of reading to the end.
    enum Outcome {
        case whole([UInt8])
        /// There is more than the limit.
        case tooLarge
        /// A named pipe that no program opened to write, for as long as one was waited for.
        case nobodyWrites
    }

    /// Reads to the end, at most `limit` bytes.
    ///
    /// - Parameter patience: for how many milliseconds an end before any byte is not yet the end, but a named pipe
    ///   whose writer is still to come.
    /// - Complexity: memory stays below the limit and a chunk, whatever is read.
    static func readAll(_ number: Int32, limit: Int, patience: Int32 = 0) throws(SystemError) -> Outcome {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: chunk)
        var (awaitsWriter, remaining) = (patience > 0, patience)
        while bytes.count <= limit {
            let most = min(chunk, limit - bytes.count + 1)
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(number, $0.baseAddress, most) }
            if count > 0 {
                bytes += buffer.prefix(count)
                awaitsWriter = false
            } else if count == 0 {
                guard awaitsWriter else { return .whole(bytes) }
                guard remaining > 0 else { return .nobodyWrites }
                try wait(number, POLLIN, milliseconds: pause)
                remaining -= pause
            } else if errno == EAGAIN {
                awaitsWriter = false
                try wait(number, POLLIN, milliseconds: -1)
            } else if errno != EINTR {
                throw SystemError()
            }
        }
        return .tooLarge
    }

    private static let pause: Int32 = 20

    /// Writes all of the bytes.
    static func writeAll(_ bytes: [UInt8], to number: Int32) throws(SystemError) {
        var rest = ArraySlice(bytes)
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe write(number, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                try wait(number, POLLOUT, milliseconds: -1)
            } else if errno != EINTR {
                throw SystemError()
            }
        }
    }

    /// Writes all of the bytes, which are lines; after a signal only what is left of the line that is begun.
    ///
    /// - Returns: how many bytes were written.
    static func writeLines(_ bytes: [UInt8], to number: Int32) throws(SystemError) -> Int {
        var (written, end) = (0, bytes.count)
        while written < end {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe write(number, buffer.baseAddress.map { unsafe $0 + written }, end - written)
            }
            if count >= 0 {
                written += count
            } else if errno == EAGAIN {
                try wait(number, POLLOUT, milliseconds: -1)
            } else if errno != EINTR {
                throw SystemError()
            }
            if written < end, Interruption.signal != nil {
                let isBetweenLines = written == 0 || bytes[written - 1] == lineFeed
                let next = ByteSearch.first(lineFeed, in: bytes, written..<end)
                end = isBetweenLines ? written : next.map { $0 + 1 } ?? end
            }
        }
        return written
    }

    /// Writes all of the bytes; a signal that would end the process ends it after the line that is begun.
    static func writeWholeLines(_ bytes: [UInt8], to number: Int32) throws(SystemError) {
        try Interruption.deferring { () throws(SystemError) in _ = try writeLines(bytes, to: number) }
    }

    private static let lineFeed: UInt8 = 0x0A

    /// Waits until the descriptor is ready or the time is over; -1: without end.
    ///
    /// - Returns: whether it is ready.
    @discardableResult
    static func wait(_ number: Int32, _ events: Int32, milliseconds: Int32) throws(SystemError) -> Bool {
        var request = pollfd(fd: number, events: Int16(events), revents: 0)  // bounded: POLLIN or POLLOUT
        let count = unsafe poll(&request, 1, milliseconds)
        guard count >= 0 || errno == EINTR else { throw SystemError() }
        return count > 0
    }

    /// Waits until there is something to read, or the end; false when a signal came instead (``Interruption``).
    static func waitForInput(_ number: Int32) throws(SystemError) -> Bool {
        while Interruption.signal == nil {
            var requests = [
                pollfd(fd: number, events: Int16(POLLIN), revents: 0),
                pollfd(fd: Interruption.descriptor, events: Int16(POLLIN), revents: 0),
            ]
            let count = unsafe poll(&requests, 2, -1)
            if count < 0, errno != EINTR { throw SystemError() }
            if Interruption.signal == nil, count > 0, requests[0].revents != 0 { return true }
        }
        return false
    }
}

/// Calls again while a signal interrupts; a negative answer is an error.
func retrying(_ call: () -> Int32) throws(SystemError) -> Int32 {
    var answer = call()
    while answer < 0, errno == EINTR { answer = call() }
    guard answer >= 0 else { throw SystemError() }
    return answer
}
