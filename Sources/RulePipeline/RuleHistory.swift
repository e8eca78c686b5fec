package import FileAccess
package import RuleModel
import SourceText

/// The rule sets that a folder holds and has held, found by their fingerprints: the folder as it stands, then its
/// revisions in git, the latest first, of all branches.
///
/// A revision is read once, and only as far back as a search needs. A set that two revisions share is read once.
/// - Complexity: for each revision, one run of git, one more for each file that changed, and the reading of its YAML.
package struct RuleHistory: Sendable {
    /// A set that was searched for.
    package struct Found: Sendable {
        package let set: RuleSet
        /// The revision that holds it, as git shortens it; nil of the folder as it stands.
        package let revision: String?
    }

    /// How many revisions are looked at: a change of the rules a day, for five years and more.
    package static let mostRevisions = 2_000

    package let folder: String
    /// How many revisions have been looked at.
    package private(set) var examined = 0
    /// Whether there are more revisions than are looked at.
    package private(set) var isCut = false
    private var found: [String: Found] = [:]
    /// Commits still to look at, the next one last; nil before git was asked.
    private var waiting: [String]?
    /// Listings that were read.
    private var seen: Swift.Set<[UInt8]> = []
    /// The files of the last revision by their ids: the next has most of them too.
    private var contents: [String: [UInt8]] = [:]

    /// - Parameter folder: a folder, or a revision of one (`REV:DOSSIER`), which has no others.
    package init(of folder: String) { self.folder = folder }

    /// The set with a fingerprint, nil when no revision has it.
    package mutating func set(with fingerprint: String) throws(FileProblem) -> Found? {
        if waiting == nil {
            try keepPresent()
            waiting = try commits().reversed()
        }
        while found[fingerprint] == nil, let commit = waiting?.popLast() {
            examined += 1
            try look(at: commit, for: fingerprint)
        }
        return found[fingerprint]
    }

    private mutating func keepPresent() throws(FileProblem) {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        // A folder that cannot be used now may have been usable.
        guard let set = try RuleRevision.load(folder, into: &library, &bag), !bag.hasErrors else { return }
        found[set.fingerprint] = Found(set: set, revision: nil)
    }

    private mutating func commits() throws(FileProblem) -> [String] {
        let words = ["rev-list", "--all", "-n", String(Self.mostRevisions + 1), "--", "."]
        let all = lines(try git(words, limit: 1 << 20) ?? [])
        isCut = all.count > Self.mostRevisions
        return Array(all.prefix(Self.mostRevisions))
    }

    /// Reads the set of a commit where its fingerprint is the one searched for, and remembers what was looked at.
    private mutating func look(at commit: String, for fingerprint: String) throws(FileProblem) {
        guard let listing = try git(["ls-tree", "-r", "-z", commit], limit: Limits.setBytes) else { return }
        guard seen.insert(listing).inserted else { return }
        var inputs: [RuleSetLoader.Input] = []
        var read: [String: [UInt8]] = [:]
        for file in Self.files(in: listing) {
            let known = contents[file.id]
            guard let bytes = known == nil ? try blob(file.id) : known else { return }
            read[file.id] = bytes
            inputs.append(RuleSetLoader.Input(path: "\(commit.prefix(12)):\(folder)/\(file.path)", bytes: bytes))
        }
        contents = read
        guard RuleSetLoader.fingerprint(of: inputs) == fingerprint else { return }
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        guard let set = RuleSetLoader.load(inputs, folder: folder, into: &library, &bag), !bag.hasErrors else { return }
        found[fingerprint] = Found(set: set, revision: String(commit.prefix(12)))
    }

    private func blob(_ id: String) throws(FileProblem) -> [UInt8]? {
        try git(["cat-file", "blob", id], limit: Limits.fileBytes + 1)
    }

    /// The rule files of a listing (`MODE blob ID<tab>PATH`, each ended by a zero byte), by the bytes of their paths.
    private static func files(in listing: [UInt8]) -> [(id: String, path: String)] {
        listing.split(separator: 0).compactMap { entry -> (id: String, path: String)? in
            let parts = entry.split(separator: UInt8(ascii: "\t"), maxSplits: 1)
            guard parts.count == 2, let id = parts[0].split(separator: UInt8(ascii: " ")).last else { return nil }
            return (String(decoding: id, as: UTF8.self), String(decoding: parts[1], as: UTF8.self))
        }
        .filter { RuleRevision.isRuleFile($0.path) }
        .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// What git says of the folder; nil where there is no git, no repository, or nothing of the kind.
    private func git(_ words: [String], limit: Int) throws(FileProblem) -> [UInt8]? {
        try GitOutput.of(words, in: folder, limit: limit)
    }

    private func lines(_ bytes: [UInt8]) -> [String] {
        bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    }
}
