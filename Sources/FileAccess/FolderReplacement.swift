import Glibc

/// Folders of files written whole or not at all.
///
/// The files are written in a folder beside (`.NAME.partiel-PID`), which then takes the name; a folder that stands there
/// is moved aside first (`.NAME.ancien-PID`) and removed after. An interruption leaves the old folder, or the new, or for
/// an instant neither: the next run then gives the old one its name again. What is left beside is removed by the next
/// run. A folder knows its own files by a list, its ``manifest``: one that holds anything else is never replaced, nor is
/// a file that is not on the list ever removed.
package struct FolderReplacement {
    /// A file and where it goes in the folder, `sous-dossier/fichier.html`.
    package struct File: Sendable {
        package let inside: String
        package let bytes: [UInt8]

        package init(inside: String, bytes: [UInt8]) {
            self.inside = inside
            self.bytes = bytes
        }
    }

    /// The name of the list of files in the folder, one a line after a line that says what it is.
    private let manifest: String
    private let heading: String

    package init(manifest: String, heading: String) {
        self.manifest = manifest
        self.heading = heading
    }

    /// Makes the folder hold these files and no others, all of them flushed to the disk. The folder above must exist.
    package func write(_ files: [File], to path: String) throws(FileProblem) {
        let target = try naming(.path(path), .write) { () throws(SystemError) in try resolved(path) }
        let fresh = PartialName(of: target)
        let aside = PartialName(of: target, for: "ancien")
        fresh.removeLeftovers(remove)
        aside.removeLeftovers { putBack($0, as: target) }
        let old = try replaceable(target, givenAs: path)
        do throws(SystemError) {
            try fill(fresh.path, files, mode: old?.mode)
            if old != nil { _ = try retrying { unsafe rename(target, aside.path) } }
            try? FileWriter.flush(folder: fresh.path)
            do throws(SystemError) {
                _ = try retrying { unsafe rename(fresh.path, target) }
            } catch {
                if old != nil { _ = unsafe rename(aside.path, target) }
                throw error
            }
        } catch {
            remove(fresh.path)
            throw error.problem(.path(path), .write)
        }
        try? FileWriter.flush(folder: fresh.folder)
        remove(aside.path)
    }

    /// Gives a folder that was moved aside its name again, where a run was killed before another took it; else removes
    /// it.
    private func putBack(_ aside: String, as target: String) {
        if (try? FileStatus(target, followingLinks: false)) == nil, unsafe rename(aside, target) == 0 { return }
        remove(aside)
    }

    // MARK: The folder that stands there

    /// Without slashes at the end, and links followed: what a link leads to is replaced, not the link.
    private func resolved(_ path: String) throws(SystemError) -> String {
        guard !path.isEmpty, !path.utf8.contains(0) else { throw SystemError(ENOENT) }
        var place = path
        while place.count > 1, place.hasSuffix("/") { place.removeLast() }
        guard let status = try? FileStatus(place, followingLinks: false), status.kind == .link else { return place }
        guard let real = unsafe realpath(place, nil) else { throw SystemError() }
        defer { unsafe free(real) }
        return unsafe String(cString: real)
    }

    /// The folder that is to be replaced, nil when there is none; a problem when it holds something else.
    private func replaceable(_ target: String, givenAs path: String) throws(FileProblem) -> FileStatus? {
        guard let status = try? FileStatus(target) else { return nil }
        guard status.kind == .folder else { throw FileProblem(.path(path), .list, .notAFolder) }
        let listed = Set(listedFiles(of: target))
        if let stranger = try stranger(in: target, besides: listed) {
            throw FileProblem(.path(path), .write, .holdsOther(stranger))
        }
        return status
    }

    /// The paths inside that the folder's own list names; those that lead elsewhere are left out.
    private func listedFiles(of folder: String) -> [String] {
        let bytes = (try? FileReader.read(folder + "/" + manifest, limit: Self.longestManifest)) ?? []
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        guard lines.first == heading else { return [] }
        let files = lines.dropFirst().filter { line in
            line.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { !["", ".", ".."].contains($0) }
        }
        return files + [manifest]
    }

    /// In bytes: the names of a hundred thousand pages.
    private static let longestManifest = 16 << 20

    /// The first thing below the folder that is neither on the list nor a folder above something on it.
    private func stranger(in folder: String, besides listed: Set<String>) throws(FileProblem) -> String? {
        let folders = Self.folders(of: listed)
        var waiting = [""]
        while let inside = waiting.popLast() {
            let place = folder + "/" + inside
            let names = try naming(.path(place), .list) { () throws(SystemError) in
                try FolderListing.names(in: place)
            }
            for name in names {
                let name = inside + String(decoding: name, as: UTF8.self)
                if folders.contains(name),
                    (try? FileStatus(folder + "/" + name, followingLinks: false))?.kind == .folder
                {
                    waiting.append(name + "/")
                } else if !listed.contains(name) {
                    return name
                }
            }
        }
        return nil
    }

    /// The folders above some files, by their paths inside.
    private static func folders(of files: some Sequence<String>) -> Set<String> {
        var folders: Set<String> = []
        for file in files {
            var place = file
            while let slash = place.lastIndex(of: "/") {
                place = String(place[..<slash])
                folders.insert(place)
            }
        }
        return folders
    }

    /// Removes a folder of ours: the files on its list, then what is empty. Anything else stays, with its folder.
    private func remove(_ folder: String) {
        guard (try? FileStatus(folder, followingLinks: false))?.kind == .folder else { return }
        let listed = listedFiles(of: folder)
        for file in listed where file != manifest { _ = unsafe unlink(folder + "/" + file) }
        for inside in Self.folders(of: listed).sorted(by: >) { _ = unsafe rmdir(folder + "/" + inside) }
        // The list last, and whatever it says: the next run knows by it what to remove if this one is killed, and one
        // that is half written stands alone.
        let rest = (try? FolderListing.names(in: folder)) ?? []
        if rest.count == 1, rest.first?.elementsEqual(manifest.utf8) ?? false {
            _ = unsafe unlink(folder + "/" + manifest)
        }
        _ = unsafe rmdir(folder)
    }

    // MARK: The new folder

    private func fill(_ folder: String, _ files: [File], mode: mode_t?) throws(SystemError) {
        _ = try retrying { unsafe mkdir(folder, 0o777) }
        // The list first, so that a folder that is left half written is known for ours.
        let list = ([heading] + files.map(\.inside)).joined(separator: "\n") + "\n"
        try write(Array(list.utf8), to: folder + "/" + manifest)
        for inside in Self.folders(of: files.map(\.inside)).sorted() {
            _ = try retrying { unsafe mkdir(folder + "/" + inside, 0o777) }
        }
        for file in files { try write(file.bytes, to: folder + "/" + file.inside) }
        if let mode { _ = try retrying { unsafe chmod(folder, mode) } }
    }

    private func write(_ bytes: [UInt8], to path: String) throws(SystemError) {
        let file = try Descriptor(opening: path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o666)
        try Transfer.writeAll(bytes, to: file.number)
        try file.flush()
    }
}
