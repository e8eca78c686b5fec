import Glibc

/// The file or folder beside another in which its next content is prepared: `.NAME.partiel-PID`.
struct PartialName {
    /// The folder, with its slash; `./` for a bare name.
    let folder: String
    /// `.NAME.partiel-`
    private let prefix: String
    private let process = getpid()

    var path: String { folder + prefix + String(process) }

    /// - Parameter purpose: the word after the name.
    init(of path: String, for purpose: String = "partiel") {
        let folder = Self.folder(of: path)
        self.folder = folder
        let isBare = !path.utf8.contains(UInt8(ascii: "/"))
        let name = isBare ? path : String(decoding: path.utf8.dropFirst(folder.utf8.count), as: UTF8.self)
        prefix = "." + Self.shortened(name, with: purpose) + ".\(purpose)-"
    }

    /// The folder part of a path, with its slash; `./` for a bare name.
    static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "./" }
        return String(path[...slash])
    }

    /// Removes our own leftover, and those of processes that are no more.
    func removeLeftovers(_ remove: (_ path: String) -> Void = { _ = unsafe unlink($0) }) {
        remove(path)
        let start = Array(prefix.utf8)
        for name in (try? FolderListing.names(in: folder)) ?? [] where name.starts(with: start) {
            let number = String(decoding: name.dropFirst(start.count), as: UTF8.self)
            guard let other = pid_t(number), other > 0, other != process else { continue }
            if kill(other, 0) != 0, errno == ESRCH { remove(folder + prefix + number) }
        }
    }

    /// The name, cut so that the whole stays within the 255 bytes of a file name.
    private static func shortened(_ name: String, with purpose: String) -> String {
        let most = 255 - "..-".utf8.count - purpose.utf8.count - String(pid_t.max).utf8.count
        var kept = ""
        for scalar in name.unicodeScalars {
            guard kept.utf8.count + UTF8.width(scalar) <= most else { break }
            kept.unicodeScalars.append(scalar)
        }
        return kept
    }
}
