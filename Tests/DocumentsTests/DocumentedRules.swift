import PolicyValues
import RuleCases
import RuleEngine
import RuleFixtures
import RuleModel
import RulePipeline
import SourceText

/// The rule set that the `yaml` blocks of a document make together, each block a file of it.
struct DocumentedRules {
    let document: MarkdownDocument
    let files: [RuleSetLoader.Input]

    /// - Parameter kind: the word after `yaml` of the blocks that count; nil: none.
    init(_ document: MarkdownDocument, kind: String? = nil) {
        self.document = document
        files = document.blocks.filter { $0.words == ["yaml"] + (kind.map { [$0] } ?? []) }
            .map { .init(path: "\(document.path), bloc \($0.number + 1)", bytes: Array($0.text.utf8)) }
    }

    /// What loading the set comes to, with more files.
    func load(adding more: [RuleSetLoader.Input] = []) -> (set: RuleSet?, library: SourceLibrary, bag: DiagnosticBag) {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let set = RuleSetLoader.load(files + more, folder: "exemple", into: &library, &bag)
        return (set, library, bag)
    }

    /// Reads and decides the cases of a file, at a date that is asked for or not; what is wrong with them is printed.
    func decide(
        _ text: String, path: String, asked: CivilDate?
    ) -> (decided: [DecidedCase], printed: String) {
        var (set, library, bag) = load()
        guard let set else { return ([], DiagnosticPrinter(library).print(bag)) }
        let file = library.add(path: path, bytes: Array(text.utf8))
        let cases = CaseLoader.load(file, CaseLoader.notation(of: path), of: set, in: library, into: &bag).cases
        var decider = CaseDecider(Program(set), asked: asked, today: CivilDate(iso: "2024-06-03") ?? .first)
        let decided = cases.compactMap { decider.decide($0, into: &bag) }
        return (decided, DiagnosticPrinter(library).print(bag))
    }

    /// The fixtures of a file, run.
    static func check(
        _ file: FileID, _ notation: CaseLoader.Notation, by program: Program, in library: SourceLibrary
    ) -> [CheckResult] {
        var bag = DiagnosticBag()
        let root = CaseLoader.root(file, notation, in: library, into: &bag)
        var runner = FixtureRunner(program, today: CivilDate(iso: "2024-06-03") ?? .first)
        return runner.run([FixtureFile(file, root: root, problems: bag.sorted)], in: .beginning(of: file))
    }
}
