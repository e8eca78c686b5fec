import Glibc

/// Where lines go one block after the other: standard output, a device or pipe, or a file that is renamed when all is
/// written.
///
///     let output = try OutputStream(file: "reponses.ndjson")   // writes reponses.ndjson.partiel
///     let written = try output.write(lines, stopping: false)
///     try output.finish()                                      // renames it
package struct OutputStream: Sendable {
    private enum Place {
        case standardOutput
        /// What is written directly: a device, a pipe.
        case direct
        /// `partial` becomes `path`.
        case file(path: String, partial: String, replacing: FileStatus?)
    }

    private let place: Place
    /// Nil for a descriptor that was open before.
    private let file: OpenFile?
    private let number: Int32
    private let subject: FileProblem.Subject

    /// Standard output.
    package init() {
        (place, file, number, subject) = (.standardOutput, nil, STDOUT_FILENO, .standardOutput)
    }

    /// A file, by way of `PATH.partiel`. What is not a file is written directly.
    ///
    /// - Parameter kept: how many bytes of the partial file stay; it begins anew at 0.
    package init(file path: String, keeping kept: Int = 0) throws(FileProblem) {
        subject = .path(path)
        do throws(SystemError) {
            switch try Destination(path) {
            case .open(let open): (place, file, number) = (.direct, nil, open)
            case .device:
                let device = try OpenFile(opening: path, O_WRONLY)
                number = device.number
                (place, file) = (.direct, device)
            case .file(let path, let replaced):
                let partial = Self.partial(of: path)
                let opened = try OpenFile(opening: partial, O_RDWR | O_CREAT, mode: 0o666)
                number = opened.number
                // Two runs into one file would mix their lines.
                _ = try retrying { flock(opened.number, LOCK_EX | LOCK_NB) }
                // Of a run that was killed while it resumed another.
                _ = unsafe unlink(Self.rewritten(partial))
                _ = try retrying { ftruncate(opened.number, off_t(kept)) }
                guard lseek(opened.number, 0, SEEK_END) >= 0 else { throw SystemError() }
                (place, file) = (.file(path: path, partial: partial, replacing: replaced), opened)
            }
        } catch {
            throw error.problem(.path(path), .write)
        }
    }

    /// A file whose partial file is to be written anew while it is still read: until ``replacePartial()`` the lines go
    /// to a third file beside it.
    package init(rewriting path: String) throws(FileProblem) {
        subject = .path(path)
        do throws(SystemError) {
            guard case .file(let path, let replaced) = try Destination(path) else { throw SystemError(ENOTSUP) }
            let partial = Self.partial(of: path)
            let opened = try OpenFile(opening: Self.rewritten(partial), O_RDWR | O_CREAT | O_TRUNC, mode: 0o666)
            number = opened.number
            _ = try retrying { flock(opened.number, LOCK_EX | LOCK_NB) }
            (place, file) = (.file(path: path, partial: partial, replacing: replaced), opened)
        } catch {
            throw error.problem(.path(path), .write)
        }
    }

    /// What was written so far becomes the partial file.
    package func replacePartial() throws(FileProblem) {
        guard case .file(_, let partial, _) = place else { return }
        try naming(subject, .write) { () throws(SystemError) in
            _ = try retrying { fsync(number) }
            _ = try retrying { unsafe rename(Self.rewritten(partial), partial) }
        }
    }

    private static func rewritten(_ partial: String) -> String { partial + ".reprise" }

    /// Whether there is a file at a path.
    package static func exists(_ path: String) -> Bool { (try? FileStatus(path)) != nil }

    /// Where the lines for a file are until it is whole: beside it, with `.partiel` after its name; nil for what is
    /// written directly.
    package static func partial(for path: String) throws(FileProblem) -> String? {
        try naming(.path(path), .write) { () throws(SystemError) in
            if case .file(let path, _) = try Destination(path) { return partial(of: path) }
            return nil
        }
    }

    private static func partial(of path: String) -> String { path + ".partiel" }

    /// Whether a line can be left half written by the end of this process alone.
    package var isFile: Bool { if case .file = place { true } else { false } }

    /// Writes the bytes, which are whole lines. When a signal comes (``Interruption``) while a reader keeps us waiting,
    /// ends with the line that is begun if that is what `stopping` asks for.
    ///
    /// - Returns: how many bytes were written.
    package func write(_ bytes: [UInt8], stopping: Bool) throws(FileProblem) -> Int {
        try naming(subject, .write) { () throws(SystemError) in
            if stopping { return try Transfer.writeLines(bytes, to: number) }
            try Transfer.writeAll(bytes, to: number)
            return bytes.count
        }
    }

    /// Cuts what is written to a file.
    package func cut(to size: Int) {
        guard isFile else { return }
        _ = ftruncate(number, off_t(size))
        _ = lseek(number, 0, SEEK_END)
    }

    /// What went wrong with it, by another's word.
    package func problem(_ reason: FileProblem.Reason) -> FileProblem { FileProblem(subject, .write, reason) }

    /// Makes the file what it is named after: flushed to disk, then renamed.
    package func finish() throws(FileProblem) {
        guard case .file(let path, let partial, let replaced) = place else { return }
        try naming(subject, .write) { () throws(SystemError) in
            if let replaced {
                _ = fchown(number, replaced.owner, replaced.group)
                _ = try retrying { fchmod(number, replaced.mode) }
            }
            _ = try retrying { fsync(number) }
            _ = try retrying { unsafe rename(partial, path) }
        }
        try? FileWriter.flush(folder: PartialName.folder(of: path))
    }

    /// Makes what is written so far outlast the machine's end.
    package func flush() {
        if isFile { _ = fsync(number) }
    }
}
