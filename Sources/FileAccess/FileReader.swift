import Glibc

/// Whole files, read within a bound.
package enum FileReader {
    /// How many milliseconds a named pipe is given to find its writer: what a shell needs to start one, and no more.
    private static let patience: Int32 = 2000

    /// The bytes of a file, at most `limit`. Devices without end, pipes that nobody writes to and folders are refused
    /// without hanging.
    package static func read(_ path: String, limit: Int) throws(FileProblem) -> [UInt8] {
        let subject = FileProblem.Subject.path(path)
        let outcome = try naming(subject, .read) { () throws(SystemError) in
            // Without waiting for a pipe's writer in `open`: O_NONBLOCK changes nothing for files.
            let file = try Descriptor(opening: path, O_RDONLY | O_NONBLOCK)
            let kind = try FileStatus(of: file).kind
            if kind == .folder { throw SystemError(EISDIR) }
            return try Transfer.readAll(file.number, limit: limit, patience: kind == .pipe ? patience : 0)
        }
        return try bytes(outcome, subject, limit)
    }

    /// The bytes of standard input, at most `limit`.
    package static func readStandardInput(limit: Int) throws(FileProblem) -> [UInt8] {
        let outcome = try naming(.standardInput, .read) { () throws(SystemError) in
            try Transfer.readAll(STDIN_FILENO, limit: limit)
        }
        return try bytes(outcome, .standardInput, limit)
    }

    private static func bytes(
        _ outcome: Transfer.Outcome, _ subject: FileProblem.Subject, _ limit: Int
    ) throws(FileProblem) -> [UInt8] {
        switch outcome {
        case .whole(let bytes): return bytes
        case .tooLarge: throw FileProblem(subject, .read, .tooLarge(limit: limit))
        case .nobodyWrites: throw FileProblem(subject, .read, .nobodyWrites)
        }
    }
}
