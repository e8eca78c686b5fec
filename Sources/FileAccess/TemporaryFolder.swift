import Glibc

/// A folder of this user alone, for files that another program reads or writes; removed with all that is in it. Its
/// name holds the number of its process: what one that was killed left is removed by the next that needs one.
package struct TemporaryFolder: ~Copyable {
    package let path: String

    /// - Parameter place: the folder that holds it: what `TMPDIR` names, else `/tmp`.
    package init(in place: String = Self.place) throws(FileProblem) {
        Self.removeLeftovers(in: place)
        let letters = String(repeating: "X", count: 6)  // mkdtemp(3) puts its own in their place
        var template = Array((place + "/\(Self.prefix)\(getpid())-\(letters)").utf8CString)
        let isMade = unsafe template.withUnsafeMutableBufferPointer { buffer in
            unsafe buffer.baseAddress.flatMap { unsafe mkdtemp($0) } != nil
        }
        guard isMade, let path = String(validating: template.dropLast(), as: UTF8.self) else {
            throw SystemError().problem(.path(place), .write)
        }
        self.path = path
    }

    package static var place: String { Host.environment("TMPDIR").flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp" }

    /// The path of a file in the folder.
    package func file(_ name: String) -> String { path + "/" + name }

    deinit { Self.remove(path) }

    private static let prefix = "bienfonde-"

    private static func removeLeftovers(in place: String) {
        for name in ((try? FolderListing.names(in: place)) ?? []) where name.starts(with: prefix.utf8) {
            let parts = String(decoding: name, as: UTF8.self).split(separator: "-")
            guard parts.count == 3, let other = pid_t(parts[1]), other > 0, other != getpid() else { continue }
            guard kill(other, 0) != 0, errno == ESRCH else { continue }
            // In a place where all may write, one of that name may be somebody else's, or a link to what is ours.
            let path = "\(place)/\(prefix)\(other)-\(parts[2])"
            guard let status = try? FileStatus(path, followingLinks: false) else { continue }
            if status.kind == .folder, status.owner == geteuid() { remove(path) }
        }
    }

    private static func remove(_ folder: String) {
        for name in (try? FolderListing.names(in: folder)) ?? [] {
            let path = folder + "/" + String(decoding: name, as: UTF8.self)
            if unsafe unlink(path) != 0 { remove(path) }
        }
        _ = unsafe rmdir(folder)
    }
}
