package import FileAccess
package import RuleFixtures
package import SourceText

/// A folder on disk, or one file → fixtures, read but not yet typed.
package enum FixtureFolder {
    /// Every `*.yaml`, `*.yml` and `*.json` below the folder, at any depth, and the place that stands for the whole.
    package static func load(
        _ path: String, into library: inout SourceLibrary
    ) throws(FileProblem) -> (files: [FixtureFile], whole: SourceRange) {
        let whole = SourceRange.beginning(of: library.add(path: path, bytes: []))
        var files: [FixtureFile] = []
        for path in try paths(path) {
            let bytes = try FileReader.read(path, limit: Limits.fileBytes + 1)
            let file = library.add(path: path, bytes: bytes)
            var bag = DiagnosticBag()
            let root = CaseLoader.root(file, CaseLoader.notation(of: path), in: library, into: &bag)
            files.append(FixtureFile(file, root: root, problems: bag.sorted))
        }
        return (files, whole)
    }

    private static func paths(_ path: String) throws(FileProblem) -> [String] {
        do throws(FileProblem) {
            return try FolderListing.files(below: path, withExtensions: ["yaml", "yml", "json"]).map(\.path)
        } catch {
            guard error.reason == .notAFolder else { throw error }
            return [path]
        }
    }
}
