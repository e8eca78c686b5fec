package import FileAccess
package import RuleModel
import RuleYAML
package import SourceText

/// The folder of templates that staff edit (`Modeles`), read and checked with a rule set.
package struct DocumentModels: Sendable {
    /// `lettre.md`: the reply to the personne requérante.
    let reply: DocumentTemplate
    /// `demande-unite.md`: the request for information to a unit.
    let unitRequest: DocumentTemplate
    /// `questions.yaml`: how a letter asks for a fact, where the vocabulary's own question does not speak to its reader.
    let questions: [FactID: String]

    private static let replyName = "lettre.md"
    private static let unitRequestName = "demande-unite.md"
    private static let questionsName = "questions.yaml"

    /// The templates, or nil with the reasons in the bag.
    package static func load(
        _ folder: String, with set: RuleSet, into library: inout SourceLibrary, _ bag: inout DiagnosticBag
    ) throws(FileProblem) -> DocumentModels? {
        let reply = try read(folder, replyName, into: &library)
        let unitRequest = try read(folder, unitRequestName, into: &library)
        let questions = try read(folder, questionsName, into: &library)
        let readReply = DocumentTemplate.read(reply, in: library, TemplateVocabulary(set, .whole), into: &bag)
        let readRequest = DocumentTemplate.read(
            unitRequest, in: library, TemplateVocabulary(set, .withoutCase), into: &bag)
        let readQuestions = self.questions(questions, set, in: library, into: &bag)
        guard let readReply, let readRequest, !bag.hasErrors else { return nil }
        return DocumentModels(reply: readReply, unitRequest: readRequest, questions: readQuestions)
    }

    private static func read(
        _ folder: String, _ name: String, into library: inout SourceLibrary
    ) throws(FileProblem) -> FileID {
        let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
        return library.add(path: path, bytes: try FileReader.read(path, limit: Limits.fileBytes + 1))
    }

    private static func questions(
        _ file: FileID, _ set: RuleSet, in library: SourceLibrary, into bag: inout DiagnosticBag
    ) -> [FactID: String] {
        var budget = Limits.nodes
        guard let root = YAMLReader.read(file, in: library, emptyValues: .ofSectionsOnly, budget: &budget, into: &bag)
        else { return [:] }
        var questions: [FactID: String] = [:]
        for entry in root.entries ?? [] {
            guard case .fact(let id) = set.vocabulary[NameKey.fold(entry.key.value)] else {
                bag.report(.questionOfUnknownFact(entry.key, among: set.facts.map(\.name)))
                continue
            }
            guard let text = entry.value.scalar?.text else {
                bag.report(.expectedQuestions(entry.value.range))
                continue
            }
            questions[id] = text
        }
        return questions
    }
}
