import PolicyValues
import RuleCases
import RuleEngine
import RuleModel
import RulePipeline
import SourceText
import Testing

/// A rule set written in a test, and the words to speak of it by name.
struct SmallSet {
    let set: RuleSet
    let program: Program

    /// - Parameter yaml: the sections but `politique`.
    init(_ yaml: String, location: Testing.SourceLocation = #_sourceLocation) throws {
        let text = "politique: { nom: essai, version: \"1\" }\n" + yaml
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let file = RuleSetLoader.Input(path: "essai.yaml", bytes: Array(text.utf8))
        let loaded = RuleSetLoader.load([file], folder: ".", into: &library, &bag)
        let problems = bag.hasErrors ? DiagnosticPrinter(library).print(bag) : ""
        set = try #require(loaded, "\(problems)\(text)", sourceLocation: location)
        program = Program(set)
    }

    /// The fact sheet of a case that states these facts, as a mapping in braces.
    func sheet(_ facts: String = "{}") throws -> FactSheet {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let file = library.add(path: "cas.yaml", bytes: Array("faits: \(facts)".utf8))
        let (cases, _) = CaseLoader.load(file, .yaml, of: set, in: library, into: &bag)
        let problems = bag.hasErrors ? DiagnosticPrinter(library).print(bag) : ""
        return try #require(cases.first, "\(problems)").facts
    }

    static let date = CivilDate(iso: "2024-03-04") ?? .first

    func examine(_ facts: String = "{}", on date: CivilDate = date) throws -> Examination {
        var examiner = Examiner(program)
        return examiner.examine(try sheet(facts), on: date)
    }

    func decision(_ name: String) throws -> DecisionID {
        try #require(set.decisionIDs.first { set[$0].name == name })
    }

    func definition(_ name: String) throws -> DefinitionID {
        try #require(set.definitionIDs.first { set[$0].name == name })
    }

    func outcome(_ name: String, of decision: DecisionID) throws -> DecisionTest.Expected {
        if name == "sans objet" { return .notApplicable }
        return .outcome(try #require(set[decision].outcomes.firstIndex { $0.name == name }))
    }

    func names(_ facts: [FactID]) -> [String] { facts.map { set[$0].name } }

    func whyNot(
        _ decisionName: String, _ outcome: String, _ facts: String = "{}", on date: CivilDate = date,
        effort: Int = WhyNot.effort
    ) throws -> WhyNotAnswer {
        let decision = try decision(decisionName)
        return WhyNot(program).sets(
            giving: try self.outcome(outcome, of: decision), to: decision, changing: try sheet(facts), on: date,
            effort: effort)
    }

    /// `a : oui + n ≥ 31`, one set a line.
    func lines(_ answer: WhyNotAnswer) -> [String] {
        answer.sets.map { $0.map(text).joined(separator: " + ") }
    }

    private func text(_ change: FactChange) -> String {
        let sign =
            switch change.bound {
            case .exactly: ":"
            case .atLeast: "≥"
            case .atMost: "≤"
            }
        return "\(set[change.fact].name) \(sign) \(text(change.to))"
    }

    func text(_ value: Value) -> String {
        switch value {
        case .yesNo(let yes): yes ? "oui" : "non"
        case .choice(let symbol): set[symbol]
        case .choices(let members): "[" + members.map { set[$0] }.joined(separator: ", ") + "]"
        case .number(let number): number.description
        case .date(let date): date.iso
        case .text(let text): text
        }
    }
}
