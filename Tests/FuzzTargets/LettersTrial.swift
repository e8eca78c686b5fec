import PageChecking
import RandomPolicies
import RuleDocuments
import RuleEngine
import RuleJSON
import RuleModel
import RulePipeline
import SourceText

/// Letters whose case holds hostile texts, one a line: whatever they are, the page that other programs make the files
/// of word processors from (``LetterFile``) is well-formed, and has the parts that plain words would give it.
enum LettersTrial {
    static func run(_ bytes: [UInt8]) -> String? {
        guard let set = SmallRules.set, let models else { return "the small rules or their letter are refused" }
        let texts = bytes.split(separator: 0x0A, maxSplits: 3, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        switch letter(texts, set, models) {
        case .failure(let problem): return problem.sentence
        case .success(nil): return nil
        case .success(let letter?):
            guard case .success(let tame?) = self.letter(texts.map { _ in "mot" }, set, models) else {
                return "a case of plain words has no letter"
            }
            if let problem = Printed.problem(letter) { return problem }
            let page = StrictHTML(LetterHTML().render(letter))
            if let problem = page.problems.first { return problem }
            let parts = StrictHTML(LetterHTML().render(tame)).elements
            return page.elements == parts ? nil : "a text makes parts of the page"
        }
    }

    private struct Problem: Error { let sentence: String }

    /// The letter to a case that states the texts, nil where it may not.
    private static func letter(
        _ texts: [String], _ set: RuleSet, _ models: DocumentModels
    ) -> Result<Letter?, Problem> {
        let objects = texts.dropFirst().map { text in
            JSONValue.object([
                ("nom", .text(text)),
                ("faits", .object([("urgente", .text("oui")), ("récit court", .text(text))])),
            ])
        }
        let requete = JSONValue.object([
            ("faits", .object([("récit court", .text(texts.first ?? ""))])), ("objets", .list(objects)),
        ])
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let file = library.add(path: "cas.json", bytes: requete.bytes(.compact))
        let cases = CaseLoader.load(file, .json, of: set, in: library, into: &bag).cases
        var decider = CaseDecider(Program(set), asked: nil, today: SmallRules.today)
        let decided = cases.first.flatMap { decider.decide($0, into: &bag) }
        if let problem = Printed.problem(bag, library) { return .failure(Problem(sentence: problem)) }
        return .success(bag.hasErrors ? nil : decided.map { LetterWriter(set, models).reply(to: $0) })
    }

    /// Each kind of mark that templates have, around what the case says.
    private static let template = """
        # Réponse au sujet de {{récit court}}

        Bonjour,\\
        vous avez écrit {{récit court}}.

        {{#objets}}
        ## Objet {{numéro}}, {{nom}}
        - Vous dites **{{récit court}}**.
        - Nous répondons ceci.

        > Le passage sur {{nom}}.

        {{#motifs pour priorité}}
        {{réponse}}

        {{/motifs pour priorité}}
        {{/objets}}
        Voilà.
        """

    private static let models: DocumentModels? = {
        guard let set = SmallRules.set else { return nil }
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        return try? TemplateTrial.load(Array(template.utf8), set, &library, &bag)
    }()
}
