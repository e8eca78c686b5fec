import Glibc

/// Where the bytes for a path go.
enum Destination {
    /// A descriptor that is open already.
    case open(Int32)
    /// What is neither a file nor a folder.
    case device
    /// A file, links followed, and what stands there now.
    case file(String, replacing: FileStatus?)

    init(_ path: String) throws(SystemError) {
        guard !path.utf8.contains(0), !path.isEmpty else { throw SystemError(ENOENT) }
        var place = path
        for _ in 0..<Self.mostLinks {
            if let number = Self.descriptor(of: place) {
                self = .open(number)
                return
            }
            guard let status = try Self.status(place) else {
                if place.hasSuffix("/") { throw SystemError(EISDIR) }
                self = .file(place, replacing: nil)
                return
            }
            switch status.kind {
            case .link: place = try Self.target(of: place)
            case .folder: throw SystemError(EISDIR)
            case .file:
                guard unsafe access(place, W_OK) == 0 else { throw SystemError() }
                self = .file(place, replacing: status)
                return
            case .pipe, .other:
                self = .device
                return
            }
        }
        throw SystemError(ELOOP)
    }

    /// As many as Linux follows.
    private static let mostLinks = 40

    private static func status(_ path: String) throws(SystemError) -> FileStatus? {
        do {
            return try FileStatus(path, followingLinks: false)
        } catch {
            if error.code == ENOENT { return nil }
            throw error
        }
    }

    /// The number in `/dev/stdout`, `/dev/fd/3` and the like: opening these again would write over the start of a file
    /// that standard output is appended to.
    private static func descriptor(of path: String) -> Int32? {
        switch path {
        case "/dev/stdout": return STDOUT_FILENO
        case "/dev/stderr": return STDERR_FILENO
        default:
            let folder = ["/dev/fd/", "/proc/self/fd/"].first { path.hasPrefix($0) }
            return folder.flatMap { Int32(path.dropFirst($0.count)) }
        }
    }

    private static func target(of link: String) throws(SystemError) -> String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = unsafe readlink(link, &buffer, buffer.count)
        guard count >= 0 else { throw SystemError() }
        guard let target = String(validating: buffer.prefix(count), as: UTF8.self) else { throw SystemError(EILSEQ) }
        return target.hasPrefix("/") ? target : PartialName.folder(of: link) + target
    }
}
