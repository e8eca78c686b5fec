import Foundation
import PolicyValues
import RuleCases
import RuleEngine
import RuleExplanation
import RuleJSON
import RuleModel
import RulePipeline
import SourceText

/// A rule set in memory, and cases decided by it.
struct Sample {
    let set: RuleSet
    let places: PlaceIndex
    private let program: Program

    /// The text does not make a usable set or case.
    struct Unusable: Error { let reasons: String }

    static let resources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Resources")

    static func text(_ path: String) throws -> String {
        try String(contentsOf: resources.appending(path: path), encoding: .utf8)
    }

    /// The rule set of the Resources folder.
    init() throws {
        try self.init(
            files: ["decisions.yaml", "politique.yaml"].map { ("regles/\($0)", try Self.text("regles/\($0)")) })
    }

    init(files: [(path: String, text: String)]) throws {
        let inputs = files.map { RuleSetLoader.Input(path: $0.path, bytes: Array($0.text.utf8)) }
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        guard let set = RuleSetLoader.load(inputs, folder: "regles", into: &library, &bag) else {
            throw Unusable(reasons: DiagnosticPrinter(library).print(bag))
        }
        self.set = set
        program = Program(set)
        places = PlaceIndex(library, relativeTo: "regles")
    }

    func decide(_ yaml: String) throws -> DecidedCase {
        guard let decided = try decideAll(yaml).first else { throw Unusable(reasons: "no case") }
        return decided
    }

    func decideAll(_ yaml: String) throws -> [DecidedCase] {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let file = library.add(path: "cas.yaml", bytes: Array(yaml.utf8))
        let cases = CaseLoader.load(file, .either, of: set, in: library, into: &bag).cases
        let today = CivilDate(iso: "2024-07-01") ?? .first
        var decider = CaseDecider(program, asked: nil, today: today)
        let decided = cases.compactMap { decider.decide($0, into: &bag) }
        guard !bag.hasErrors else { throw Unusable(reasons: DiagnosticPrinter(library).print(bag)) }
        return decided
    }

    /// The case with the answer to « pourquoi pas? ».
    func ask(_ decided: DecidedCase, whyNot decision: String, _ outcome: String) throws -> DecidedCase {
        guard case .decision(let id) = set.vocabulary[decision],
            let index = set[id].outcomes.firstIndex(where: { $0.name == outcome })
        else { throw Unusable(reasons: "\(decision)=\(outcome)") }
        return decided.asking { matter in
            let answer = WhyNot(program).sets(
                giving: .outcome(index), to: id, changing: matter.examination.facts, on: matter.date.date)
            return WhyNotReport(decision: id, wanted: .outcome(index), answer: answer)
        }
    }

    func json(_ decided: DecidedCase, _ detail: ExplanationDetail = .complete) -> JSONValue {
        DecisionJSON(set, placedBy: places, detail: detail).value(of: decided)
    }

    func page(_ decided: DecidedCase, _ detail: ExplanationDetail = .complete) -> Page {
        let fingerprint = DecisionJSON(set, placedBy: places).fingerprint(of: decided)
        return PageWriter(set, placedBy: places, detail: detail).page(of: decided, fingerprint: fingerprint)
    }
}
