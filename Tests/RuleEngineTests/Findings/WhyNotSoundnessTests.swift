import PolicyValues
import RuleCases
import RuleEngine
import RuleModel
import Testing

/// The search compared with trying every case.
@Suite struct WhyNotSoundnessTests {
    /// A case near another: how many facts differ, and which.
    private struct Neighbour {
        let sheet: FactSheet
        let changed: [FactID]
    }

    @Test(arguments: 0..<30)
    func smallestSetsAreThoseOfTrying(seed: Int) throws {
        var writer = RandomSets(seed: 5_000 + seed)
        let small = try SmallSet(writer.yaml())
        let facts = writer.facts()
        let sheet = try small.sheet(facts)
        var machine = Machine(small.program)
        var smallest: [Goal: (size: Int, facts: Set<[FactID]>)] = [:]
        for neighbour in try Self.neighbours(of: sheet, in: small) {
            machine.run(neighbour.sheet, on: SmallSet.date)
            guard !small.set.constraints.indices.contains(where: { machine.truth(ofConstraint: InvariantID($0)) == .no })
            else { continue }
            for goal in Self.goals(of: small.set) where goal.isReached(by: machine.result(of: goal.decision)) {
                let size = neighbour.changed.count
                let known = smallest[goal] ?? (size, [])
                if size > known.size { continue }
                smallest[goal] = (size, size < known.size ? [neighbour.changed] : known.facts.union([neighbour.changed]))
            }
        }
        for goal in Self.goals(of: small.set) {
            let answer = WhyNot(small.program).sets(
                giving: goal.wanted, to: goal.decision, changing: sheet, on: SmallSet.date)
            let expected = smallest[goal]?.facts
            // That there is none is not always shown within the evaluations; that there is some was, here.
            #expect(expected == nil ? answer.verdict != .found : answer.verdict == .found, "\(facts) \(goal)")
            #expect(answer.isComplete || answer.sets.count == WhyNot.shownSets || answer.verdict == .notShown)
            let sets = Set(answer.sets.map { $0.map(\.fact) })
            #expect(answer.isComplete ? sets == expected ?? [] : sets.isSubset(of: expected ?? []),
                "\(facts) \(small.lines(answer)), by trying \((expected ?? []).map(small.names)) \(goal)")
        }
    }

    private struct Goal: Hashable {
        let decision: DecisionID
        let wanted: DecisionTest.Expected

        func isReached(by result: DecisionResult) -> Bool {
            switch wanted {
            case .notApplicable: result.state == .notApplicable
            case .outcome(let place):
                result.certain[place] || result.state == .determined && result.possibleOutcomes == [place]
            }
        }
    }

    private static func goals(of set: RuleSet) -> [Goal] {
        set.decisionIDs.flatMap { decision in
            set[decision].outcomes.indices.map { Goal(decision: decision, wanted: .outcome($0)) }
                + [Goal(decision: decision, wanted: .notApplicable)]
        }
    }

    /// Every case in which some facts, or none, have another value.
    private static func neighbours(of sheet: FactSheet, in small: SmallSet) throws -> [Neighbour] {
        var all = [Neighbour(sheet: sheet, changed: [])]
        for fact in small.set.factIDs {
            let name = small.set[fact].name
            let values = try (RandomSets.values[name] ?? []).map { try small.sheet("{ \(name): \($0) }")[fact] }
            all += all.flatMap { near in
                values.filter { $0 != sheet[fact] }.map { value in
                    var next = near.sheet
                    next.state(fact, as: value)
                    return Neighbour(sheet: next, changed: near.changed + [fact])
                }
            }
        }
        return all
    }
}
