import FileAccess
import Foundation
import PolicyValues
import RuleCases
import RuleDocuments
import RuleEngine
import RuleModel
import RulePipeline
import SourceText

/// The checkout's own rules and templates, and letters written with them.
struct Sample {
    let set: RuleSet
    let writer: LetterWriter
    private let program: Program

    /// The rules, the templates or the case cannot be used.
    struct Unusable: Error { let reasons: String }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let resources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Resources")

    init() throws {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let set = try RuleFolder.load(Self.root.appending(path: "Rules").path, into: &library, &bag)
        guard let set else { throw Unusable(reasons: DiagnosticPrinter(library).print(bag)) }
        let models = try DocumentModels.load(
            Self.root.appending(path: "Modeles").path, with: set, into: &library, &bag)
        guard let models else { throw Unusable(reasons: DiagnosticPrinter(library).print(bag)) }
        self.set = set
        writer = LetterWriter(set, models)
        program = Program(set)
    }

    /// Other rules, and a reply of another text.
    init(rules: String, reply: String) throws {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let input = RuleSetLoader.Input(path: "r.yaml", bytes: Array(rules.utf8))
        let loaded = RuleSetLoader.load([input], folder: "Règles", into: &library, &bag)
        guard let set = loaded, !bag.hasErrors else { throw Unusable(reasons: DiagnosticPrinter(library).print(bag)) }
        let folder = try TemporaryFolder()
        for (name, text) in [("lettre.md", reply), ("demande-unite.md", ""), ("questions.yaml", "# rien")] {
            try FileWriter.write(Array(text.utf8), to: folder.file(name))
        }
        let models = try DocumentModels.load(folder.path + "/", with: set, into: &library, &bag)
        guard let models else { throw Unusable(reasons: DiagnosticPrinter(library).print(bag)) }
        self.set = set
        writer = LetterWriter(set, models)
        program = Program(set)
    }

    func decide(_ yaml: String) throws -> DecidedCase {
        guard let decided = try decideAll(Array(yaml.utf8)).first else { throw Unusable(reasons: "no case") }
        return decided
    }

    /// Every case of a file that can be decided, at its own date or the first of July 2024.
    func decideAll(_ bytes: [UInt8]) throws -> [DecidedCase] {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let file = library.add(path: "cas.yaml", bytes: bytes)
        let cases = CaseLoader.load(file, .either, of: set, in: library, into: &bag).cases
        guard !bag.hasErrors else { throw Unusable(reasons: DiagnosticPrinter(library).print(bag)) }
        var decider = CaseDecider(program, asked: nil, today: CivilDate(iso: "2024-07-01") ?? .first)
        return cases.compactMap { decider.decide($0, into: &bag) }
    }

    /// A case of the checkout, by the beginning of its file's name.
    func fixture(_ name: String) throws -> DecidedCase {
        let folder = Self.root.appending(path: "Fixtures/cas")
        let file = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .first { $0.lastPathComponent.hasPrefix(name) }
        guard let file else { throw Unusable(reasons: "no fixture \(name)") }
        return try decide(String(contentsOf: file, encoding: .utf8))
    }

    /// Every case of the checkout's fixtures, decided.
    func fixtures() throws -> [DecidedCase] {
        try FolderListing.files(below: Self.root.appending(path: "Fixtures").path, withExtensions: ["yaml"])
            .flatMap { try decideAll(FileReader.read($0.path, limit: Limits.fileBytes)) }
    }
}
