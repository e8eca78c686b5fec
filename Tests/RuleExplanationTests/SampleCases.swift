import Foundation
import PolicyValues
import RuleCases
import RuleEngine
import RuleExplanation
import RuleModel
import RulePipeline
import SourceText

/// The rule set and the cases of the Resources folder, decided.
struct Sample {
    let set: RuleSet
    let library: SourceLibrary
    let places: PlaceIndex

    static let resources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Resources")

    static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: resources.appending(path: path)))
    }

    struct Unusable: Error { let reasons: String }

    init() throws {
        let files = try ["decisions.yaml", "politique.yaml"].map {
            RuleSetLoader.Input(path: "regles/\($0)", bytes: try Self.bytes("regles/\($0)"))
        }
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        guard let set = RuleSetLoader.load(files, folder: "regles", into: &library, &bag) else {
            throw Unusable(reasons: DiagnosticPrinter(library).print(bag))
        }
        self.set = set
        self.library = library
        places = PlaceIndex(library, relativeTo: "regles")
    }

    func decide(_ yaml: [UInt8], asked: CivilDate? = nil) throws -> DecidedCase {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let file = library.add(path: "cas.yaml", bytes: yaml)
        let cases = CaseLoader.load(file, .yaml, of: set, in: library, into: &bag).cases
        guard let requete = cases.first, !bag.hasErrors else {
            throw Unusable(reasons: DiagnosticPrinter(library).print(bag))
        }
        return decide(requete, asked)
    }

    private func decide(_ requete: Requete, _ asked: CivilDate?) -> DecidedCase {
        func matter(_ name: String?, _ facts: FactSheet) -> DecidedMatter {
            let date = EvaluationDate(
                asked: asked, ofCase: requete.date, facts: facts, in: set, today: CivilDate.first)
            return DecidedMatter(name: name, date: date, examination: examine(facts, date.date))
        }
        guard !requete.objects.isEmpty else {
            return DecidedCase(name: requete.name, matters: .one(matter(nil, requete.facts)))
        }
        return DecidedCase(
            name: requete.name, matters: .several(requete.objects.map { matter($0.name, $0.facts) }))
    }
}
