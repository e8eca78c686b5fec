package import FileAccess
package import RuleModel
package import SourceText

/// A folder on disk → a rule set. Every `*.yaml` and `*.yml` below it is read, at any depth (language, section 1).
package enum RuleFolder {
    /// The set, or nil with the reasons in the bag.
    package static func load(
        _ folder: String, into library: inout SourceLibrary, _ bag: inout DiagnosticBag
    ) throws(FileProblem) -> RuleSet? {
        var inputs: [RuleSetLoader.Input] = []
        var total = 0
        for file in try FolderListing.files(below: folder, withExtensions: ["yaml", "yml"]) {
            // One byte over the limit tells that the file is too long; the set's limit bounds the memory.
            let bytes = try FileReader.read(file.path, limit: Limits.fileBytes + 1)
            total += bytes.count
            inputs.append(RuleSetLoader.Input(path: file.path, bytes: bytes))
            if total > Limits.setBytes { break }
        }
        return RuleSetLoader.load(inputs, folder: folder, into: &library, &bag)
    }
}
