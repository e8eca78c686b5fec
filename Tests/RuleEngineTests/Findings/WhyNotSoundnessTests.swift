import PolicyValues
import RandomPolicies
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

    @Test(arguments: 0..<30 as Range<UInt64>)
    func smallestSetsAreThoseOfTrying(seed: UInt64) throws {
        var writer = TriableRules(seed: seed)
        let constraint = seed.isMultiple(of: 2) ? writer.constraint() : ""
        let small = try SmallSet(writer.yaml + constraint)
        let facts = writer.facts()
        let sheet = try small.sheet(facts)
        var machine = Machine(small.program)
        var smallest: [Goal: (size: Int, facts: Set<[FactID]>)] = [:]
        for neighbour in try Self.neighbours(of: sheet, in: small) {
            machine.run(neighbour.sheet, on: SmallSet.date)
            guard
                !small.set.constraints.indices.contains(where: { machine.truth(ofConstraint: InvariantID($0)) == .no })
            else { continue }
            for goal in Self.goals(of: small.set) where goal.isReached(by: machine.result(of: goal.decision)) {
                let size = neighbour.changed.count
                let known = smallest[goal] ?? (size, [])
                if size > known.size { continue }
                smallest[goal] = (
                    size, size < known.size ? [neighbour.changed] : known.facts.union([neighbour.changed])
                )
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
            #expect(
                answer.isComplete ? sets == expected ?? [] : sets.isSubset(of: expected ?? []),
                "\(facts) \(small.lines(answer)), by trying \((expected ?? []).map(small.names)) \(goal)")
        }
    }

    /// On sets with every construct: what is answered does it, no change is idle, and bounds are what they say.
    @Test func answersAreReplayed() throws {
        var found = 0
        for seed in 0..<Effort.sets / 2 {
            let set = try RuleText.load(RandomRules(seed: seed).yaml)
            let program = Program(set)
            var replay = Replay(machine: Machine(program), cases: RandomCases(of: set, seed: seed))
            let (date, facts) = (replay.cases.date(), replay.cases.sheet())
            for goal in Self.goals(of: set) {
                let answer = WhyNot(program).sets(
                    giving: goal.wanted, to: goal.decision, changing: facts, on: date, effort: 2_000_000)
                found += answer.sets.count
                for changes in answer.sets {
                    let problem = replay.problem(with: changes, to: facts, on: date, goal)
                    try #require(problem == nil, "seed \(seed): \(problem ?? "") \(changes)")
                }
            }
        }
        #expect(found > Int(Effort.sets))
    }

    private struct Replay {
        var machine: Machine<SilentTracer>
        var cases: RandomCases

        mutating func problem(
            with changes: [FactChange], to facts: FactSheet, on date: CivilDate, _ goal: Goal
        ) -> String? {
            guard reaches(changes, facts, date, goal) else { return "does not do it" }
            for place in changes.indices {
                var fewer = changes
                let change = fewer.remove(at: place)
                if change.from != facts[change.fact] || change.to == change.from { return "changes nothing" }
                if reaches(fewer, facts, date, goal) { return "idle change" }
                guard let beyond = beyond(change) else { continue }
                let farther = FactChange(fact: change.fact, from: change.from, to: beyond, bound: .exactly)
                if !reaches(fewer + [farther], facts, date, goal) { return "not up to \(beyond)" }
            }
            return nil
        }

        private mutating func reaches(
            _ changes: [FactChange], _ facts: FactSheet, _ date: CivilDate, _ goal: Goal
        ) -> Bool {
            var sheet = facts
            for change in changes { sheet.state(change.fact, as: change.to) }
            machine.run(sheet, on: date)
            let set = machine.program.model
            return goal.isReached(by: machine.result(of: goal.decision))
                && !set.constraints.indices.contains { machine.truth(ofConstraint: InvariantID($0)) == .no }
        }

        /// A value within the bound of a change that says one.
        private mutating func beyond(_ change: FactChange) -> Value? {
            let sign = change.bound == .atLeast ? 1 : -1
            if case .exactly = change.bound { return nil }
            let step = cases.dice.below(40)
            let fact = machine.program.model[change.fact]
            switch change.to {
            case .number(let number):
                return ExactDecimal(tenThousandths: number.tenThousandths + Int64(sign * step * 2_500)).flatMap {
                    value in
                    value < fact.minimum ?? value || value > fact.maximum ?? value ? nil : .number(value)
                }
            case .date(let date): return date.adding(days: sign * step).map { .date($0) }
            case .yesNo, .choice, .choices, .text: return nil
            }
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
            let values = try (TriableRules.values[name] ?? []).map { try small.sheet("{ \(name): \($0) }")[fact] }
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
