package import FileAccess
package import RuleModel
package import SourceText

/// A folder of rules as a revision of git has it, `REV:DOSSIER` in git's own notation → a rule set.
package enum RuleRevision {
    /// The set of a folder on disk, or of a revision where no such folder is there and the name has a colon; nil with
    /// the reasons in the bag.
    package static func load(
        _ name: String, into library: inout SourceLibrary, _ bag: inout DiagnosticBag
    ) throws(FileProblem) -> RuleSet? {
        do throws(FileProblem) {
            return try RuleFolder.load(name, into: &library, &bag)
        } catch {
            guard error.reason == .missing, name.contains(":"), !name.hasPrefix("-") else { throw error }
        }
        var inputs: [RuleSetLoader.Input] = []
        for path in try paths(of: name) {
            let bytes = try git(["cat-file", "blob", "\(name)/\(path)"], about: name, limit: Limits.fileBytes + 1)
            inputs.append(RuleSetLoader.Input(path: "\(name)/\(path)", bytes: bytes))
        }
        return RuleSetLoader.load(inputs, folder: name, into: &library, &bag)
    }

    /// The rule files below the folder, at any depth, by their bytes.
    private static func paths(of name: String) throws(FileProblem) -> [String] {
        let listing = try git(["ls-tree", "-r", "-z", "--name-only", name], about: name, limit: Limits.setBytes)
        return listing.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
            .filter(isRuleFile)
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Whether the rules are read from a file of that path inside their folder, as ``FolderListing`` has it.
    static func isRuleFile(_ path: String) -> Bool {
        let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
        return !isHidden && (path.hasSuffix(".yaml") || path.hasSuffix(".yml"))
    }

    private static func git(_ arguments: [String], about name: String, limit: Int) throws(FileProblem) -> [UInt8] {
        guard let bytes = try GitOutput.of(arguments, limit: limit) else {
            throw FileProblem(.path(name), .list, .missing)
        }
        return bytes
    }
}
