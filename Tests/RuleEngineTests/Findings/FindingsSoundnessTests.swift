import PolicyValues
import RandomPolicies
import RuleCases
import RuleModel
import Testing

@testable import RuleEngine

/// What the lists of section 7 promise, on random sets and cases with every construct of the language.
@Suite struct FindingsSoundnessTests {
    /// A random set with an examiner and a source of cases.
    private struct Trial {
        let set: RuleSet
        var machine: Machine<SilentTracer>
        var examiner: Examiner
        var cases: RandomCases

        init(_ seed: UInt64) throws {
            set = try RuleText.load(RandomRules(seed: seed).yaml)
            let program = Program(set)
            machine = Machine(program)
            examiner = Examiner(program)
            cases = RandomCases(of: set, seed: seed)
        }
    }

    /// Stating facts outside `manquants`, one after the other, changes nothing of an undetermined decision.
    @Test func factsOutsideTheListChangeNothing() throws {
        var tried = 0
        for seed in 0..<Effort.sets {
            var trial = try Trial(seed)
            for _ in 0..<10 {
                let (date, facts) = (trial.cases.date(), trial.cases.sheet())
                let examination = trial.examiner.examine(facts, on: date)
                for decision in trial.set.decisionIDs where examination.evaluation[decision].state == .undetermined {
                    let listed = Set(examination[decision].missing)
                    var sheet = facts
                    for fact in trial.set.factIDs where facts[fact] == nil && !listed.contains(fact) {
                        sheet.state(fact, as: trial.cases.value(of: trial.set[fact].type))
                        let after = trial.machine.evaluate(sheet, on: date)
                        tried += 1
                        try #require(after[decision].shown == examination.evaluation[decision].shown, "seed \(seed)")
                    }
                }
            }
        }
        #expect(tried > 4 * Int(Effort.sets))
    }

    /// `présumés` equals the union of the minimal sets, tried one by one.
    @Test func presumptionsAreThoseOfMinimalSets() throws {
        var found = 0
        for seed in 0..<Effort.sets {
            var trial = try Trial(seed)
            let presumed = trial.set.factIDs.filter { trial.set[$0].presumed != nil }
            guard (1...5).contains(presumed.count) else { continue }
            for _ in 0..<5 {
                let (date, facts) = (trial.cases.date(), trial.cases.sheet())
                let examination = trial.examiner.examine(facts, on: date)
                for decision in trial.set.decisionIDs {
                    let expected = Self.union(of: presumed, decision, facts, date, &trial)
                    found += expected.count
                    try #require(Set(examination[decision].presumed) == expected, "seed \(seed)")
                }
            }
        }
        #expect(found > Int(Effort.sets) / 4)
    }

    private static func union(
        of presumed: [FactID], _ decision: DecisionID, _ facts: FactSheet, _ date: CivilDate, _ trial: inout Trial
    ) -> Set<FactID> {
        let relied = presumed.filter { facts.origins[$0.position] == .presumed }
        let before = trial.machine.evaluate(facts, on: date)[decision].shown
        var minimal: [[FactID]] = []
        for mask in (0..<1 << relied.count).sorted(by: { $0.nonzeroBitCount < $1.nonzeroBitCount }) {
            let withdrawn = relied.indices.filter { mask & 1 << $0 != 0 }.map { relied[$0] }
            var sheet = facts
            for fact in withdrawn { sheet.state(fact, as: nil) }
            let isMinimal = !minimal.contains { Set($0).isSubset(of: withdrawn) }
            if isMinimal, trial.machine.evaluate(sheet, on: date)[decision].shown != before {
                minimal.append(withdrawn)
            }
        }
        return Set(minimal.joined())
    }

    /// While the facts of a ground stay, the claim stays, whatever becomes of the others.
    @Test func groundsHoldTheirClaims() throws {
        for seed in 0..<Effort.sets {
            var trial = try Trial(seed)
            for _ in 0..<10 {
                let (date, facts) = (trial.cases.date(), trial.cases.sheet())
                let situation = trial.examiner.situation(of: facts, on: date)
                var grounds = Grounds(situation)
                for claim in Self.claims(of: trial.set) {
                    let ground = grounds.ground(of: claim)
                    var sheet = trial.cases.sheet()
                    for fact in ground.facts { sheet.state(fact, as: facts[fact]) }
                    let after = Grounds(trial.examiner.situation(of: sheet, on: date))
                    try #require(after.holds(claim) == grounds.holds(claim), "seed \(seed): \(claim)")
                }
            }
        }
    }

    /// That each outcome is reached, and that each constraint is broken.
    private static func claims(of set: RuleSet) -> [Claim] {
        let reached = set.decisionIDs.flatMap { id in
            set[id].outcomes.indices.map { Claim.reached(.outcome($0), by: id, in: set) }
                + [.reached(.notApplicable, by: id, in: set)]
        }
        return reached + set.constraints.map(\.broken)
    }

    /// The claim that an outcome is reached says what the result says.
    @Test func goalsAreReachedWhenTheResultSaysSo() throws {
        for seed in 0..<Effort.sets {
            var trial = try Trial(seed)
            for _ in 0..<10 {
                let situation = trial.examiner.situation(of: trial.cases.sheet(), on: trial.cases.date())
                let grounds = Grounds(situation)
                for id in trial.set.decisionIDs {
                    let outcomes = trial.set[id].outcomes.indices.map { DecisionTest.Expected.outcome($0) }
                    for wanted in outcomes + [.notApplicable] {
                        let isReached = grounds.holds(.reached(wanted, by: id, in: trial.set))
                        try #require(isReached == situation.evaluation[id].reaches(wanted), "seed \(seed)")
                    }
                }
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
