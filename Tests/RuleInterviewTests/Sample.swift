import Foundation
import PolicyValues
import RuleCases
import RuleEngine
import RuleInterview
import RuleModel
import RulePipeline
import SourceText

/// A rule set and sheets of facts for it.
struct Sample {
    let set: RuleSet
    let program: Program
    let date = CivilDate(iso: "2024-03-04") ?? .first

    /// The rules or the facts cannot be used.
    struct Unusable: Error { let reasons: String }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The checkout's own rules.
    static func policy() throws -> Sample {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let set = try RuleFolder.load(root.appending(path: "Rules").path, into: &library, &bag)
        guard let set else { throw Unusable(reasons: DiagnosticPrinter(library).print(bag)) }
        return Sample(set)
    }

    init(rules: String) throws {
        let text = "politique: { nom: Essai, version: \"1\" }\n" + rules
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let input = RuleSetLoader.Input(path: "regles/essai.yaml", bytes: Array(text.utf8))
        guard let set = RuleSetLoader.load([input], folder: "regles", into: &library, &bag) else {
            throw Unusable(reasons: DiagnosticPrinter(library).print(bag))
        }
        self.init(set)
    }

    private init(_ set: RuleSet) {
        self.set = set
        program = Program(set)
    }

    /// The sheet of `faits: {…}`.
    func sheet(_ facts: String = "{}") throws -> FactSheet {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let file = library.add(path: "cas.yaml", bytes: Array("faits: \(facts)\n".utf8))
        let cases = CaseLoader.load(file, .yaml, of: set, in: library, into: &bag).cases
        guard let sheet = cases.first?.facts else { throw Unusable(reasons: DiagnosticPrinter(library).print(bag)) }
        return sheet
    }

    func fact(_ name: String) throws -> FactID {
        guard case .fact(let id) = set.vocabulary[name] else { throw Unusable(reasons: "no fact \(name)") }
        return id
    }
}
