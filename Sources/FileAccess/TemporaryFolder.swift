import Glibc

/// A folder of this user alone, for files that another program reads or writes; removed with all that is in it.
package struct TemporaryFolder: ~Copyable {
    package let path: String

    package init() throws(FileProblem) {
        let place = Host.environment("TMPDIR").flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
        var template = Array((place + "/bienfonde-XXXXXX").utf8CString)  // mkdtemp(3) puts its own letters for the X’s
        let isMade = unsafe template.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return false }
            return unsafe mkdtemp(base) != nil
        }
        guard isMade, let path = String(validating: template.dropLast(), as: UTF8.self) else {
            throw SystemError().problem(.path(place), .write)
        }
        self.path = path
    }

    /// The path of a file in the folder.
    package func file(_ name: String) -> String { path + "/" + name }

    deinit { Self.remove(path) }

    private static func remove(_ folder: String) {
        for name in (try? FolderListing.names(in: folder)) ?? [] {
            let path = folder + "/" + String(decoding: name, as: UTF8.self)
            if unsafe unlink(path) != 0 { remove(path) }
        }
        _ = unsafe rmdir(folder)
    }
}
