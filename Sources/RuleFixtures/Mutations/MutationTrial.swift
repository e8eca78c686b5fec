package import PolicyValues
import RuleCases
package import RuleEngine
package import RuleModel
import SourceText

/// Tries every mutant of a rule set against its fixtures and examples (issue « Fixtures that bite »).
package struct MutationTrial {
    /// What is asked of a trial.
    package struct Request: Sendable {
        package var asked: CivilDate?
        package var today: CivilDate
        /// Beyond it mutants are left untried.
        package var budget: Duration
        /// How many cases are looked at for a fixture that tells a survivor from the rules.
        package var tries: Int

        package init(
            asked: CivilDate? = nil, today: CivilDate, budget: Duration = .seconds(60),
            tries: Int = 20_000
        ) {
            self.asked = asked
            self.today = today
            self.budget = budget
            self.tries = tries
        }
    }

    private let set: RuleSet
    private let program: Program
    private let request: Request
    private var checks: [PreparedCheck]
    private var search: CaseSearch
    private var machine: Machine<SilentTracer>
    /// Whether the rules and a variant decide every coherent case alike, when that is proved.
    private let areEquivalent: (RuleSet) -> Bool

    /// - Parameter areEquivalent: says that a variant is proved to decide every coherent case as the rules do.
    package init(
        _ program: Program, _ files: [FixtureFile], _ request: Request,
        areEquivalent: @escaping (RuleSet) -> Bool = { _ in false }
    ) {
        self.program = program
        set = program.model
        self.request = request
        self.areEquivalent = areEquivalent
        var preparation = CheckPreparation(program, asked: request.asked, today: request.today)
        preparation.add(files)
        preparation.addExamples()
        checks = preparation.checks
        machine = Machine(program)
        search = CaseSearch(
            program, seeds: checks.map { ProposedCase(facts: $0.facts, date: $0.date) }, today: request.today)
    }

    package mutating func run() -> MutationReport {
        let clock = ContinuousClock()
        let end = clock.now + request.budget
        let mutants = MutantMaker.mutants(of: set)
        var report = MutationReport()
        for (index, mutant) in mutants.enumerated() {
            guard clock.now < end else {
                report.untried = mutants.count - index
                break
            }
            let variant = Program(set.applying(mutant.change))
            if isKilled(variant) {
                report.killed += 1
                continue
            }
            let fixture = fixture(against: mutant, variant)
            // A proof speaks of cases that state every fact: where another tells them apart, none is asked for.
            if fixture == nil, areEquivalent(variant.model) {
                report.equivalent += 1
            } else {
                report.survivors.append(.init(mutant: mutant, fixture: fixture))
            }
        }
        return report
    }

    /// Whether a check fails on the variant. The check that killed is tried first the next time.
    private mutating func isKilled(_ program: Program) -> Bool {
        var machine = Machine(program)
        var examiner: Examiner?
        for index in checks.indices {
            let check = checks[index]
            let evaluation = machine.evaluate(check.facts, on: check.date)
            if evaluation == check.evaluation, !check.asksForMissing { continue }
            let fails = check.fails(evaluation, of: program.model) {
                var own = examiner ?? Examiner(program)
                defer { examiner = own }
                return own.examine(check.facts, on: check.date)
            }
            guard fails else { continue }
            checks.remove(at: index)
            checks.insert(check, at: 0)
            return true
        }
        return false
    }

    /// A case on which the rules and the mutant differ, and what the rules say there.
    private mutating func fixture(against mutant: Mutant, _ program: Program) -> ProposedFixture? {
        var variant = Machine(program)
        var original = machine
        let facts = FactReach.facts(from: mutant.target, in: set)
        let found = search.find(near: facts, tries: request.tries) { proposed in
            original.evaluate(proposed.facts, on: proposed.date)
                .visiblyDiffers(from: variant.evaluate(proposed.facts, on: proposed.date))
        }
        guard let found else { return nil }
        let (before, after) = (
            original.evaluate(found.facts, on: found.date), variant.evaluate(found.facts, on: found.date)
        )
        let expected = FixtureText(set: set).expected(
            before, rules: set.ruleIDs.filter { before[$0] != after[$0] },
            definitions: set.definitionIDs.filter { before[$0] != after[$0] },
            decisions: set.decisionIDs.filter { before[$0].visiblyDiffers(from: after[$0]) })
        return ProposedFixture(MutationWording.fixtureName(mutant), found, expected, in: set)
    }
}

extension Evaluation {
    /// Whether a fixture can tell them apart by rules, definitions or issues.
    fileprivate func visiblyDiffers(from other: Evaluation) -> Bool {
        rules != other.rules || definitions != other.definitions
            || zip(decisions, other.decisions).contains { $0.visiblyDiffers(from: $1) }
    }
}

extension DecisionResult {
    fileprivate func visiblyDiffers(from other: DecisionResult) -> Bool {
        state != other.state || possible != other.possible || certain != other.certain
            || mayNotApply != other.mayNotApply
    }
}
