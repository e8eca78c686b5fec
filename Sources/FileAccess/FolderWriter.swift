import Glibc

/// Makes folders.
package enum FolderWriter {
    /// Makes a folder and those above it where they are missing; one that exists stays as it is.
    package static func make(_ path: String) throws(FileProblem) {
        try naming(.path(path), .write) { () throws(SystemError) in
            var place = path.hasPrefix("/") ? "/" : ""
            for part in path.split(separator: "/") {
                place += part
                if unsafe mkdir(place, 0o777) != 0, errno != EEXIST { throw SystemError() }
                place += "/"
            }
            guard try FileStatus(path).kind == .folder else { throw SystemError(ENOTDIR) }
        }
    }
}
