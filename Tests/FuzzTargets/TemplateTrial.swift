import RandomPolicies
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
            if let problem = Printed.problem(LetterWriter(set, models).reply(to: decided)) { return problem }
        }
        return nil
    }

    /// The templates of a folder in memory, with this one as that of the reply.
    static func load(
        _ reply: [UInt8], _ set: RuleSet, _ library: inout SourceLibrary, _ bag: inout DiagnosticBag
    ) throws -> DocumentModels? {
        let files = [
            "lettre.md": reply, "demande-unite.md": Array("Bonjour\n".utf8), "questions.yaml": Array("# rien\n".utf8),
        ]
        return try MemoryFolder.with(files) { try DocumentModels.load($0, with: set, into: &library, &bag) }
    }
}
