import Glibc

/// A file, a pipe or standard input, read a part at a time.
package struct InputStream: Sendable {
    /// Nil for standard input.
    private let file: OpenFile?
    private let number: Int32
    package let subject: FileProblem.Subject
    /// The size in bytes of what is a file, else nil.
    package let size: Int?
    private let identity: FileStatus.Identity?

    /// Opens a path; `-` is standard input. A named pipe waits for its writer.
    package init(_ path: String) throws(FileProblem) {
        if path == "-" {
            (file, number, subject) = (nil, STDIN_FILENO, .standardInput)
            let status = try? FileStatus(ofDescriptor: STDIN_FILENO)
            (size, identity) = (status?.kind == .file ? status?.size : nil, status?.identity)
            return
        }
        let subject = FileProblem.Subject.path(path)
        let opened: OpenFile
        let status: FileStatus
        do throws(SystemError) {
            opened = try OpenFile(opening: path, O_RDONLY)
            status = try FileStatus(of: opened.descriptor)
            if status.kind == .folder { throw SystemError(EISDIR) }
        } catch {
            throw error.problem(subject, .read)
        }
        number = opened.number
        file = opened
        self.subject = subject
        (size, identity) = (status.kind == .file ? status.size : nil, status.identity)
    }

    /// Whether a path leads to the same file.
    package func isSame(as path: String) -> Bool {
        guard let identity, size != nil else { return false }
        return (try? FileStatus(path))?.identity == identity
    }

    /// What reading came to.
    package enum Part: Sendable {
        case bytes([UInt8])
        case end
        /// A signal came (``Interruption``) while nothing arrived.
        case interrupted
    }

    /// The next bytes after some that are at hand: at least one, at most up to `capacity` in all, without waiting for
    /// more than the first.
    ///
    /// - Returns: both, with `padding` zero bytes at the end.
    package func read(
        after start: ArraySlice<UInt8>, capacity: Int, padding: Int = 0
    ) throws(FileProblem) -> Part {
        guard try naming(subject, .read, waits) else { return .interrupted }
        var failure: SystemError?
        var added = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: max(capacity, start.count) + padding) { buffer, count in
            _ = unsafe buffer.update(fromContentsOf: start)
            count = start.count
            while count < capacity, added == 0 || isReady {
                let place = unsafe buffer.baseAddress.map { unsafe $0 + count }
                let answer = unsafe Glibc.read(number, place, capacity - count)
                if answer > 0 {
                    count += answer
                    added += answer
                } else if answer == 0 {
                    break
                } else if errno == EAGAIN || errno == EINTR {
                    // Another reader of the same pipe was quicker, or a signal came.
                    guard added == 0, (try? waits()) ?? false else { break }
                } else {
                    failure = SystemError()
                    break
                }
            }
            for _ in 0..<padding {
                unsafe buffer[count] = 0
                count += 1
            }
        }
        if let failure { throw failure.problem(subject, .read) }
        if added == 0 { return Interruption.signal == nil ? .end : .interrupted }
        return .bytes(bytes)
    }

    /// Whether reading would not wait.
    package func ready() -> Bool { isReady }

    private var isReady: Bool {
        if size != nil { return true }
        var request = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&request, 1, 0) > 0
    }

    /// Waits until there is something to read, or the end; false when a signal came instead.
    private func waits() throws(SystemError) -> Bool {
        if size != nil { return true }
        return try Transfer.waitForInput(number)
    }
}
