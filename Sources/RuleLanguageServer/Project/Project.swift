import FileAccess
import PolicyValues
import RuleCases
import RuleEngine
import RuleFixtures
import RuleModel
import RulePipeline
import RuleYAML
import SourceText

/// The files of a rule set and its cases as they are now: those that are open as the client has them, the others as
/// the disk has them.
struct Project {
    /// The folder of the rules; its files are one set.
    let rulesFolder: String
    /// The folder of the cases.
    let casesFolder: String
    let library: SourceLibrary
    /// By path.
    let files: [String: FileID]
    let rulePaths: Set<String>
    let problems: [Diagnostic]
    /// The set, when nothing is wrong with it.
    let set: RuleSet?
    /// Of the files that can be read.
    let trees: [FileID: Node]
    let occurrences: [Occurrence]
    /// Of the files that can be used, by file.
    let cases: [FileID: [Requete]]
    let positions: [FileID: TextPositions]

    /// Reads everything.
    ///
    /// - Parameters:
    ///   - open: the texts that the client edits, by path.
    ///   - last: the set that was last without a mistake: cases are typed by it while the rules are being edited.
    init(rulesFolder: String, casesFolder: String, open: [String: OpenDocument], last: RuleSet?) {
        self.rulesFolder = rulesFolder
        self.casesFolder = casesFolder
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let inputs = Self.texts(below: rulesFolder, ["yaml", "yml"], open).map {
            RuleSetLoader.Input(path: $0.path, bytes: $0.bytes)
        }
        let loaded = RuleSetLoader.load(inputs, folder: rulesFolder, into: &library, &bag)
        let set = bag.hasErrors ? nil : loaded
        let outside = open.filter { path, _ in !path.hasPrefix(rulesFolder + "/") && !path.hasPrefix(casesFolder + "/")
        }
        let others =
            Self.texts(below: casesFolder, ["yaml", "yml", "json"], open)
            + outside.map { ($0.key, $0.value.bytes) }.sorted { $0.0 < $1.0 }
        let ruleCount = library.files.count
        for other in others { _ = library.add(path: other.path, bytes: other.bytes) }
        self.set = set
        self.library = library
        var files: [String: FileID] = [:]
        for index in library.files.indices.dropFirst() {
            files[library.files[index].path] = FileID(index: UInt32(index))  // bounded: a file in memory
        }
        self.files = files
        rulePaths = Set(inputs.map(\.path))
        (trees, cases) = Self.read(library, rulesBelow: ruleCount, set ?? last, &bag)
        occurrences = Self.occurrences(trees, library, rulesBelow: ruleCount)
        problems = bag.sorted
        positions = Dictionary(uniqueKeysWithValues: files.values.map { ($0, TextPositions(library[$0].bytes)) })
    }

    /// The texts of a folder, open ones as the client has them, new ones too.
    private static func texts(
        below folder: String, _ extensions: [String], _ open: [String: OpenDocument]
    ) -> [(path: String, bytes: [UInt8])] {
        let listed = (try? FolderListing.files(below: folder, withExtensions: extensions).map(\.path)) ?? []
        let added = open.keys.filter { path in
            path.hasPrefix(folder + "/") && extensions.contains { path.hasSuffix("." + $0) } && !listed.contains(path)
        }
        return (listed + added).sorted().compactMap { path in
            if let document = open[path] { return (path, document.bytes) }
            return (try? FileReader.read(path, limit: Limits.fileBytes + 1)).map { (path, $0) }
        }
    }

    private static func read(
        _ library: SourceLibrary, rulesBelow ruleCount: Int, _ set: RuleSet?, _ bag: inout DiagnosticBag
    ) -> ([FileID: Node], [FileID: [Requete]]) {
        var trees: [FileID: Node] = [:]
        var cases: [FileID: [Requete]] = [:]
        for index in library.files.indices.dropFirst() {
            let file = FileID(index: UInt32(index))  // bounded: a file in memory
            var own = DiagnosticBag()
            let notation = CaseLoader.notation(of: library[file].path)
            trees[file] = CaseLoader.root(file, notation, in: library, into: &own)
            guard index >= ruleCount else { continue }
            if let root = trees[file], let set {
                cases[file] = CaseReader.read(root, in: set, into: &own).cases
                for requete in cases[file] ?? [] { readExpectations(of: requete, set, &own) }
            }
            bag.report(contentsOf: own.all)
        }
        return (trees, cases)
    }

    private static func readExpectations(of requete: Requete, _ set: RuleSet, _ bag: inout DiagnosticBag) {
        if let node = requete.expected { _ = ExpectationReader.read(node, .ofCase, in: set, into: &bag) }
        for object in requete.objects {
            if let node = object.expected { _ = ExpectationReader.read(node, .ofObject, in: set, into: &bag) }
        }
    }

    private static func occurrences(
        _ trees: [FileID: Node], _ library: SourceLibrary, rulesBelow ruleCount: Int
    ) -> [Occurrence] {
        let parameters = trees.values.flatMap { root in
            (root["paramètres"]?.entries ?? []).map { NameKey.fold($0.key.value) }
        }
        var finder = OccurrenceFinder(library, parameters: Set(parameters))
        for (file, root) in trees.sorted(by: { $0.key < $1.key }) {
            Int(file.index) < ruleCount ? finder.readRules(root) : finder.readCases(root)
        }
        return finder.found
    }

    /// The name that stands at a place.
    func occurrence(at offset: Int, in file: FileID) -> Occurrence? {
        occurrences.first { occurrence in
            occurrence.range.file == file && Int(occurrence.range.start) <= offset
                && offset <= Int(occurrence.range.end)
        }
    }

    /// Every place of the same name, in the order of files and places.
    func places(of name: Occurrence) -> [Occurrence] {
        occurrences.filter { $0.kind == name.kind && $0.name == name.name }
            .sorted { $0.range.precedes($1.range) }
    }
}
