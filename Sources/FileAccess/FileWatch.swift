import Glibc

/// Waits until files change: an inotify descriptor over the folders that hold them (inotify(7)).
///
/// Folders are watched and not files, since editors replace a file by renaming another onto it. What happens on
/// another machine of a shared disk is not seen.
///
///     var watch = try FileWatch()
///     try watch.follow("Rules", withExtensions: ["yaml", "yml"])
///     let changed = try watch.wait()
package struct FileWatch: ~Copyable {
    /// What matters of a folder.
    private struct Interest {
        let path: String
        /// Files and folders by name, hidden ones too.
        var names: Set<String> = []
        /// The ends of other names that matter; nil where only ``names`` do. Where it is set, folders matter too.
        var extensions: Set<String>?

        func matters(_ name: String, isFolder: Bool) -> Bool {
            if names.contains(name) { return true }
            guard let extensions, !name.hasPrefix(".") else { return false }
            return isFolder || extensions.contains { name.hasSuffix("." + $0) }
        }
    }

    private let descriptor: Descriptor
    /// By the number that the system gives a watched folder.
    private var interests: [Int32: Interest] = [:]

    package init() throws(FileProblem) {
        let number = try naming(.path("."), .watch) { () throws(SystemError) in
            try retrying { inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK)) }
        }
        descriptor = Descriptor(owning: number)
    }

    /// Follows a file by its name or, of a folder, the files below it at any depth that have one of the extensions;
    /// also while it is not there yet. Following twice is following once.
    package mutating func follow(_ path: String, withExtensions extensions: [String] = []) throws(FileProblem) {
        try followName(of: path)
        if let target = Self.resolved(path), target != path { try followName(of: target) }
        guard (try? FileStatus(path))?.kind == .folder else { return }
        for folder in FolderListing.folders(below: path) {
            try watch(folder) { $0.extensions = ($0.extensions ?? []).union(extensions) }
        }
    }

    /// Waits until something that is followed changes, and then until nothing more does for a moment.
    ///
    /// - Returns: the paths that changed, sorted; empty where the system did not keep up.
    package mutating func wait() throws(FileProblem) -> [String] {
        var changed: Set<String>?
        var rest = Self.longestBurst
        while changed == nil || rest > 0 {
            let isReady = try naming(.path("."), .watch) { () throws(SystemError) in
                try Transfer.wait(
                    descriptor.number, POLLIN, milliseconds: changed == nil ? -1 : Self.quietTime)
            }
            if changed != nil, !isReady { break }
            if let some = try read() { changed = (changed ?? []).union(some) }
            if changed != nil { rest -= 1 }
        }
        return (changed ?? []).sorted()
    }

    /// In milliseconds: an editor that saves writes, renames and removes within that time.
    private static let quietTime: Int32 = 100
    /// After how many readings a stream of changes is no longer waited out.
    private static let longestBurst = 20

    // MARK: Folders

    /// Watches the folder of a path for its name; where that is not there, the nearest that is, for the way to it.
    private mutating func followName(of path: String) throws(FileProblem) {
        var (folder, name) = Self.split(path)
        while !name.isEmpty, !FolderListing.exists(folder) { (folder, name) = Self.split(folder) }
        if !name.isEmpty { try watch(folder) { $0.names.insert(name) } }
    }

    private mutating func watch(_ folder: String, _ note: (inout Interest) -> Void) throws(FileProblem) {
        let number: Int32
        do throws(SystemError) {
            number = try retrying { unsafe inotify_add_watch(descriptor.number, folder, Self.events) }
        } catch {
            // A folder that went away meanwhile is missed by the folder that held it.
            guard [ENOENT, ENOTDIR].contains(error.code) else { throw error.problem(.path(folder), .watch) }
            return
        }
        note(&interests[number, default: Interest(path: folder)])
    }

    private static let events = UInt32(
        IN_CLOSE_WRITE | IN_MODIFY | IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_DELETE_SELF
            | IN_MOVE_SELF | IN_ATTRIB | IN_ONLYDIR)

    /// The folder that holds a path, and its name there; no name of a root and of the folder one is in.
    static func split(_ path: String) -> (folder: String, name: String) {
        let bare = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        guard let slash = bare.lastIndex(of: "/") else { return bare == "." ? (".", "") : (".", bare) }
        let folder = bare[..<slash]
        return (folder.isEmpty ? "/" : String(folder), String(bare[bare.index(after: slash)...]))
    }

    /// Where a link leads in the end.
    private static func resolved(_ path: String) -> String? {
        guard (try? FileStatus(path, followingLinks: false))?.kind == .link else { return nil }
        guard let target = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(target) }
        return unsafe String(cString: target)
    }

    // MARK: Events

    /// What changed by the events at hand; nil when nothing that matters did.
    private mutating func read() throws(FileProblem) -> Set<String>? {
        var buffer = [UInt8](repeating: 0, count: Transfer.chunk)
        let count = unsafe buffer.withUnsafeMutableBytes {
            unsafe Glibc.read(descriptor.number, $0.baseAddress, $0.count)
        }
        guard count >= 0 || errno == EAGAIN || errno == EINTR else {
            throw SystemError().problem(.path("."), .watch)
        }
        var changed: Set<String>?
        var rest = buffer.prefix(max(0, count))
        while let event = WatchEvent(&rest) {
            if event.isOverflow { changed = changed ?? [] }
            if event.isEnd { interests[event.folder] = nil }
            guard let path = path(of: event) else { continue }
            changed = (changed ?? []).union([path])
        }
        return changed
    }

    /// The path of what an event is about, when that matters.
    private func path(of event: WatchEvent) -> String? {
        guard let interest = interests[event.folder] else { return nil }
        if event.isOfItself { return interest.path }
        guard interest.matters(event.name, isFolder: event.isFolder) else { return nil }
        return interest.path == "." ? event.name : FolderListing.join(interest.path, event.name)
    }
}

/// One event as the system writes it: four numbers of 32 bits, the last the length of the name that follows.
private struct WatchEvent {
    let folder: Int32
    private let mask: UInt32
    let name: String

    /// Takes the first event out of some bytes.
    init?(_ bytes: inout ArraySlice<UInt8>) {
        guard bytes.count >= Self.headSize else { return nil }
        let numbers = unsafe bytes.withUnsafeBytes { bytes in
            (0..<4).map { unsafe bytes.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self) }
        }
        folder = Int32(truncatingIfNeeded: numbers[0])
        mask = numbers[1]
        let rest = bytes.dropFirst(Self.headSize)
        name = String(decoding: rest.prefix(Int(numbers[3])).prefix { $0 != 0 }, as: UTF8.self)
        bytes = rest.dropFirst(Int(numbers[3]))
    }

    private static let headSize = 16

    private func has(_ flags: some BinaryInteger) -> Bool { mask & UInt32(truncatingIfNeeded: flags) != 0 }

    var isFolder: Bool { has(IN_ISDIR) }
    /// The watched folder itself went away or changed.
    var isOfItself: Bool { name.isEmpty && has(IN_DELETE_SELF | IN_MOVE_SELF) }
    /// The folder is watched no more.
    var isEnd: Bool { has(IN_IGNORED) }
    /// There were more events than the system keeps.
    var isOverflow: Bool { has(IN_Q_OVERFLOW) }
}
