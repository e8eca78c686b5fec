import Glibc

/// A folder of this user alone, for files that another program reads or writes; removed with all that is in it.
package struct TemporaryFolder: ~Copyable {
    package let path: String

    /// - Parameter place: the folder that holds it: what `TMPDIR` names, else `/tmp`.
    package init(in place: String = Self.place) throws(FileProblem) {
        var template = Array((place + "/bienfonde-XXXXXX").utf8CString)  // mkdtemp(3) puts its own letters for the X’s
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

    private static func remove(_ folder: String) {
        for name in (try? FolderListing.names(in: folder)) ?? [] {
            let path = folder + "/" + String(decoding: name, as: UTF8.self)
            if unsafe unlink(path) != 0 { remove(path) }
        }
        _ = unsafe rmdir(folder)
    }
}
