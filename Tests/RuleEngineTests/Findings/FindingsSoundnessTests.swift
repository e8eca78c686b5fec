import PolicyValues
import RuleCases
import RuleEngine
import RuleModel
import Testing

/// What the lists of section 7 promise, on random sets and cases.
@Suite struct FindingsSoundnessTests {
    /// Stating facts outside `manquants`, one or all, changes nothing of an undetermined decision.
    @Test(arguments: 0..<150)
    func factsOutsideTheListChangeNothing(seed: Int) throws {
        var writer = RandomSets(seed: seed)
        let small = try SmallSet(writer.yaml())
        var machine = Machine(small.program)
        for _ in 0..<6 {
            let facts = writer.facts(stated: 40)
            let examination = try small.examine(facts)
            for decision in small.set.decisionIDs where examination.evaluation[decision].state == .undetermined {
                let listed = Set(examination[decision].missing)
                var sheet = examination.facts
                for fact in small.set.factIDs where sheet[fact] == nil && !listed.contains(fact) {
                    let name = small.set[fact].name
                    let stated = try small.sheet("{ \(name): \(writer.value(of: name)) }")
                    sheet.state(fact, as: stated[fact])
                    let after = machine.evaluate(sheet, on: SmallSet.date)
                    #expect(after[decision].shown == examination.evaluation[decision].shown, "\(facts) \(name)")
                }
            }
        }
    }

    /// `présumés` equals the union of the minimal sets, tried one by one.
    @Test(arguments: 0..<120)
    func presumptionsAreThoseOfMinimalSets(seed: Int) throws {
        var writer = RandomSets(seed: 1_000 + seed)
        let small = try SmallSet(writer.yaml(presumed: true))
        var machine = Machine(small.program)
        for _ in 0..<4 {
            let facts = writer.facts(stated: 25)
            let examination = try small.examine(facts)
            let presumed = small.set.factIDs.filter { examination.facts.origins[$0.position] == .presumed }
            for decision in small.set.decisionIDs {
                var minimal: [[FactID]] = []
                for mask in (0..<1 << presumed.count).sorted(by: { $0.nonzeroBitCount < $1.nonzeroBitCount }) {
                    let withdrawn = presumed.indices.filter { mask & 1 << $0 != 0 }.map { presumed[$0] }
                    var sheet = examination.facts
                    for fact in withdrawn { sheet.state(fact, as: nil) }
                    let after = machine.evaluate(sheet, on: SmallSet.date)
                    guard after[decision].shown != examination.evaluation[decision].shown,
                        !minimal.contains(where: { Set($0).isSubset(of: withdrawn) })
                    else { continue }
                    minimal.append(withdrawn)
                }
                #expect(Set(examination[decision].presumed) == Set(minimal.joined()), "\(facts)")
            }
        }
    }
}

extension DecisionResult {
    /// État, issue and possibles, as they are shown.
    fileprivate var shown: [String] {
        let contradicting = state == .contradictory ? supports.indices.filter { supports[$0] == .yes } : []
        return [state.word, "\(certainOutcomes) \(contradicting)", "\(possibleOutcomes) \(mayNotApply)"]
    }
}
