import Foundation
import RuleJSON
import RuleModel
import RulePipeline
import RuleSchema
import RuleYAML
import SchemaTesting
import SourceText
import Testing

/// A rule set and its two schemas.
struct Sample {
    let set: RuleSet
    let rules: SchemaValidator
    let cases: SchemaValidator

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    init(_ set: RuleSet) throws {
        self.set = set
        let (rules, cases) = (RuleSetSchema.rules(of: set), RuleSetSchema.cases(of: set))
        let validators = (SchemaValidator(rules), SchemaValidator(cases))
        self.rules = try #require(validators.0)
        self.cases = try #require(validators.1)
    }

    /// The project's own rules.
    static let project = Result {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let folder = root.appending(path: "Rules").path
        return try Sample(try #require(try RuleFolder.load(folder, into: &library, &bag)))
    }

    static func load(_ texts: [String]) -> (set: RuleSet?, bag: DiagnosticBag) {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let inputs = texts.enumerated().map {
            RuleSetLoader.Input(path: "fichier\($0).yaml", bytes: Array($1.utf8))
        }
        let set = RuleSetLoader.load(inputs, folder: "Règles", into: &library, &bag)
        return (set, bag)
    }

    /// The tree of a YAML text; nil when it is not in the profile.
    static func tree(_ text: String) -> Node? {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let file = library.add(path: "essai.yaml", bytes: Array(text.utf8))
        var budget = Limits.nodes
        let root = YAMLReader.read(file, in: library, emptyValues: .anywhere, budget: &budget, into: &bag)
        return bag.hasErrors ? nil : root
    }

    static func files(below folder: String) throws -> [String] {
        let url = root.appending(path: folder)
        let found = FileManager.default.enumerator(at: url, includingPropertiesForKeys: nil)
        let files = found?.compactMap { $0 as? URL }.filter { $0.pathExtension == "yaml" } ?? []
        return try files.sorted { $0.path < $1.path }.map { try String(contentsOf: $0, encoding: .utf8) }
    }
}
