import Glibc

/// A file found below a folder.
package struct ListedFile: Hashable, Sendable {
    /// The folder's path as it was given, joined with the path inside.
    package let path: String
    /// The path inside the folder, `sous-dossier/fichier.yaml`.
    package let inside: String
}

/// The files below a folder.
package enum FolderListing {
    /// Every file below the folder, at any depth, whose name ends with one of the extensions (`yaml`, without the
    /// dot), by the bytes of its path inside.
    ///
    /// Names that begin with a dot are passed over: editors and version control keep their own things there. Links are
    /// followed, but each folder is visited once, so that links in a circle end.
    package static func files(
        below folder: String, withExtensions extensions: [String]
    ) throws(FileProblem) -> [ListedFile] {
        var walk = FolderWalk(folder, extensions)
        return try walk.run().sorted { $0.inside.utf8.lexicographicallyPrecedes($1.inside.utf8) }
    }

    /// Whether a folder stands there.
    package static func exists(_ folder: String) -> Bool { (try? FileStatus(folder))?.kind == .folder }

    /// The folder and those below it, at any depth, but those that cannot be read: each once, hidden ones not.
    static func folders(below folder: String) -> [String] {
        var found: [String] = []
        var waiting = [folder]
        var visited: Set<FileStatus.Identity> = []
        while let path = waiting.popLast() {
            guard let status = try? FileStatus(path), status.kind == .folder,
                visited.insert(status.identity).inserted
            else { continue }
            found.append(path)
            let names = (try? names(in: path)) ?? []
            waiting += names.filter { $0.first != dot }.compactMap { String(validating: $0, as: UTF8.self) }
                .map { join(path, $0) }
        }
        return found
    }

    /// The names in a folder, by their bytes.
    static func names(in folder: String) throws(SystemError) -> [[UInt8]] {
        guard !folder.utf8.contains(0) else { throw SystemError(ENOENT) }
        guard let stream = unsafe opendir(folder) else { throw SystemError() }
        defer { unsafe _ = closedir(stream) }
        var names: [[UInt8]] = []
        errno = 0
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { unsafe Array($0.prefix { $0 != 0 }) }
            if name != [dot], name != [dot, dot] { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw SystemError() }
        return names.sorted { $0.lexicographicallyPrecedes($1) }
    }

    static func join(_ folder: String, _ name: String) -> String {
        folder.isEmpty || folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }

    fileprivate static let dot = UInt8(ascii: ".")
}

/// One walk through a folder.
private struct FolderWalk {
    private let root: String
    private let endings: [[UInt8]]
    private var found: [ListedFile] = []
    /// The folders still to visit, by their paths inside; the last first.
    private var waiting = [""]
    private var visited: Set<FileStatus.Identity> = []

    init(_ root: String, _ extensions: [String]) {
        self.root = root
        endings = extensions.map { Array(("." + $0).utf8) }
    }

    mutating func run() throws(FileProblem) -> [ListedFile] {
        while let inside = waiting.popLast() {
            let path = joined(inside)
            let names =
                try naming(.path(path), .list) { () throws(SystemError) in
                    guard visited.insert(try FileStatus(path).identity).inserted else { return [] }
                    return try FolderListing.names(in: path)
                } as [[UInt8]]
            // The last first, so that the first is visited next.
            for name in names.reversed() where name.first != FolderListing.dot { try visit(name, in: inside) }
        }
        return found
    }

    private mutating func visit(_ name: [UInt8], in folder: String) throws(FileProblem) {
        let isWanted = endings.contains { name.count > $0.count && name.suffix($0.count).elementsEqual($0) }
        guard let text = String(validating: name, as: UTF8.self) else {
            // What is not wanted may be called anything, but a folder could hold what is.
            let repaired = FileProblem.Subject.path(
                joined(FolderListing.join(folder, String(decoding: name, as: UTF8.self))))
            throw FileProblem(repaired, .list, .nameNotText)
        }
        let inside = FolderListing.join(folder, text)
        let path = joined(inside)
        let kind: FileStatus.Kind
        do {
            kind = try FileStatus(path).kind
        } catch {
            // A link to nowhere matters only where a file is wanted.
            if isWanted { throw error.problem(.path(path), .read) }
            return
        }
        if kind == .folder {
            waiting.append(inside)
        } else if isWanted {
            guard kind == .file else { throw FileProblem(.path(path), .read, .notAFile) }
            found.append(ListedFile(path: path, inside: inside))
        }
    }

    private func joined(_ inside: String) -> String { inside.isEmpty ? root : FolderListing.join(root, inside) }
}
