import Glibc

/// Files written whole or not at all.
package enum FileWriter {
    /// Puts the bytes in a file: beside it first, then flushed to disk and renamed, so that a reader sees the old
    /// content or the new and an interruption leaves the old.
    ///
    /// A file that is replaced keeps its mode and, where the system lets us, its owner; one that may not be written is
    /// not replaced. A link stays and what it leads to is replaced. What is not a file (`/dev/stdout`, a pipe) is
    /// written directly. The file beside is `.NAME.partiel-PID`: removed on failure, and after a process that was
    /// killed by the next write to the same name; so SIGINT and SIGTERM can keep their default (status 130, 143).
    ///
    /// - Parameter isPrivate: whether the file is for its owner alone (mode 0600), since it holds personal data; one that
    ///   is replaced loses what others might do with it.
    package static func write(
        _ bytes: [UInt8], to path: String, isPrivate: Bool = false
    ) throws(FileProblem) {
        try naming(.path(path), .write) { () throws(SystemError) in
            switch try Destination(path) {
            case .open(let number): try Transfer.writeWholeLines(bytes, to: number)
            case .device:
                let device = try Descriptor(opening: path, O_WRONLY)
                try Transfer.writeWholeLines(bytes, to: device.number)
            case .file(let path, let replaced): try replace(path, replaced, bytes, isPrivate)
            }
        }
    }

    /// Adds the bytes at the end of a file that other programs add to as well: what stands there stays, whatever
    /// happens. A file that is not there is made.
    package static func append(_ bytes: [UInt8], to path: String) throws(FileProblem) {
        try naming(.path(path), .write) { () throws(SystemError) in
            let file = try Descriptor(opening: path, O_WRONLY | O_APPEND | O_CREAT, mode: 0o666)
            try Transfer.writeAll(bytes, to: file.number)
        }
    }

    private static func replace(
        _ path: String, _ replaced: FileStatus?, _ bytes: [UInt8], _ isPrivate: Bool
    ) throws(SystemError) {
        let place = PartialName(of: path)
        place.removeLeftovers()
        do throws(SystemError) {
            try fill(place.path, bytes, like: replaced, mode: isPrivate ? 0o600 : 0o666, isPrivate ? 0o700 : 0o7777)
            _ = try retrying { unsafe rename(place.path, path) }
        } catch {
            _ = unsafe unlink(place.path)
            // A folder such as /proc, which takes no files, speaks of a missing one.
            if error.code == ENOENT, (try? FileStatus(place.folder)) != nil { throw SystemError(EACCES) }
            throw error
        }
        try? flush(folder: place.folder)
    }

    /// - Parameters:
    ///   - mode: of a new file.
    ///   - kept: what of the mode of the replaced one is kept.
    private static func fill(
        _ path: String, _ bytes: [UInt8], like replaced: FileStatus?, mode: mode_t, _ kept: mode_t
    ) throws(SystemError) {
        let file = try Descriptor(opening: path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: mode)
        try Transfer.writeAll(bytes, to: file.number)
        if let replaced {
            // The owner first: changing it clears bits of the mode. Only root may give a file away; else it is ours.
            _ = fchown(file.number, replaced.owner, replaced.group)
            _ = try retrying { fchmod(file.number, replaced.mode & kept) }
        }
        try file.flush()
    }

    /// Makes the renaming itself last. Some file systems cannot: the file is whole all the same.
    static func flush(folder: String) throws(SystemError) {
        try Descriptor(opening: folder, O_RDONLY | O_DIRECTORY).flush()
    }
}
