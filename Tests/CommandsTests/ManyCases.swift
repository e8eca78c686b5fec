import Foundation
import PolicyValues
import RandomPolicies
import RuleCases
import RuleEngine
import RuleJSON
import RuleModel
import RulePipeline
import SourceText

/// Random requêtes of the checkout's own policy, coherent ones, as a case file in JSON.
struct ManyCases {
    private let set: RuleSet
    private let decider: CaseDecider
    private var random: RandomCases

    struct Unusable: Error {}

    init(seed: UInt64) throws {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let set = try RuleFolder.load(Shell.root.appending(path: "Rules").path, into: &library, &bag)
        guard let set else { throw Unusable() }
        self.set = set
        decider = CaseDecider(Program(set), asked: nil, today: .first)
        random = RandomCases(of: set, seed: seed)
    }

    /// So many cases; one in ten has objects, one in three a date of its own.
    mutating func file(_ count: Int) -> String {
        let cases = (1...count).map { number -> JSONValue in
            var entries: [(String, JSONValue)] = [("nom", .text("Requête \(number)"))]
            if random.dice.chance(33) { entries.append(("date", .text("2025-0\(1 + number % 9)-15"))) }
            guard random.dice.chance(10) else { return .object(entries + [("faits", facts())]) }
            let objects = (1...2).map { JSONValue.object([("nom", .text("Objet \($0)")), ("faits", facts())]) }
            return .object(entries + [("objets", .list(objects))])
        }
        return JSONValue.object([("cas", .list(cases))]).text(.compact)
    }

    private mutating func facts() -> JSONValue {
        while true {
            var sheet = random.sheet()
            for id in set.factIDs {
                guard case .number(let number)? = sheet[id] else { continue }
                let isWithin = (set[id].minimum ?? number) <= number && number <= (set[id].maximum ?? number)
                if !isWithin { sheet.state(id, as: nil) }
            }
            for id in set.factIDs where set[id].type == .date && sheet[id] != nil {
                sheet.state(id, as: CivilDate(iso: "2024-03-\(10 + random.dice.below(20))").map(Value.date))
            }
            var bag = DiagnosticBag()
            var decider = decider
            let place = SourceRange.beginning(of: FileID(index: 0))
            guard decider.decide(sheet, date: CivilDate(iso: "2025-01-15"), at: place, into: &bag) != nil else {
                continue
            }
            return .object(
                set.factIDs.compactMap { id in
                    switch sheet.origins[id.position] {
                    case .absent, .presumed: nil
                    case .statedUnknown, .stated: (set[id].name, sheet[id].map(set.json) ?? .null)
                    }
                })
        }
    }
}
