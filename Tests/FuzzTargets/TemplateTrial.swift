import FileAccess
import Foundation
import RuleDocuments
import RuleEngine
import RuleModel
import RulePipeline
import SourceText

/// A letter's template: read, and where it can be, filled and printed in every format.
enum TemplateTrial {
    static func run(_ bytes: [UInt8]) -> String? {
        guard let set = SmallRules.set else { return "the small rules are refused" }
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let models: DocumentModels?
        do {
            models = try load(bytes, set, &library, &bag)
        } catch { return "no folder in memory: \(error)" }
        if let problem = Printed.problem(bag, library) { return problem }
        guard let models else { return bag.hasErrors ? nil : "no template and no reason" }
        let text = "nom: N\nfaits: { reçue le: 2024-01-02, âge: 7, récit court: \"a {{b}} <c> *d*\" }\n"
        let file = library.add(path: "cas.yaml", bytes: Array(text.utf8))
        let cases = CaseLoader.load(file, .yaml, of: set, in: library, into: &bag).cases
        var decider = CaseDecider(Program(set), asked: nil, today: SmallRules.today)
        for decided in cases.compactMap({ decider.decide($0, into: &bag) }) {
            let letter = LetterWriter(set, models).reply(to: decided)
            for text in [LetterText().render(letter), LetterMarkdown().render(letter), LetterHTML().render(letter)] {
                if let problem = Printed.problem(text) { return problem }
            }
        }
        return nil
    }

    /// The templates of a folder in memory, one of which is tried.
    private static func load(
        _ bytes: [UInt8], _ set: RuleSet, _ library: inout SourceLibrary, _ bag: inout DiagnosticBag
    ) throws -> DocumentModels? {
        let folder = URL(filePath: "/dev/shm/bienfonde-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(bytes).write(to: folder.appending(path: "lettre.md"))
        try Data("Bonjour\n".utf8).write(to: folder.appending(path: "demande-unite.md"))
        try Data("# rien\n".utf8).write(to: folder.appending(path: "questions.yaml"))
        return try DocumentModels.load(folder.path, with: set, into: &library, &bag)
    }
}
