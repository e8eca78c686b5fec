package import PolicyValues
import RuleCases
package import RuleEngine
import RuleModel

/// Proposes fixtures for what the cases of a rule set do not show (`--proposer`).
package struct FixtureProposer {
    /// What was found for a coverage report.
    package struct Result: Sendable {
        package internal(set) var fixtures: [ProposedFixture] = []
        /// What no case was found for, with what is missing.
        package internal(set) var unreached: [CoverageItem] = []
    }

    private let set: RuleSet
    private var machine: Machine<RecordingTracer>
    private var search: CaseSearch
    private let tries: Int

    /// - Parameters:
    ///   - asked: the date asked for, which goes before the cases' own.
    ///   - tries: how many cases are looked at for each thing that is missing.
    package init(
        _ program: Program, _ files: [FixtureFile], asked: CivilDate? = nil, today: CivilDate, tries: Int = 10_000
    ) {
        set = program.model
        self.tries = tries
        machine = Machine(recording: program)
        var preparation = CheckPreparation(program, asked: asked, today: today)
        preparation.add(files)
        preparation.addExamples()
        search = CaseSearch(
            program, seeds: preparation.checks.map { ProposedCase(facts: $0.facts, date: $0.date) }, today: today)
    }

    /// What to say once so many fixtures are written in a folder.
    package static func summary(_ count: Int, unreached: Int, in folder: String) -> String {
        CoverageWording.proposed(count, unreached: unreached, to: folder)
    }

    /// A case for each thing that is missing, unless one proposed before shows it too.
    package mutating func run(_ collector: CoverageCollector) -> Result {
        var shown = collector
        var result = Result()
        for index in shown.items.indices {
            for goal in Goal.all(of: shown.items[index]) where !goal.isMet(by: shown.items[index]) {
                guard let found = find(goal, shown.items[index]) else {
                    if result.unreached.last?.subject != shown.items[index].subject {
                        result.unreached.append(shown.items[index])
                    }
                    continue
                }
                let evaluation = machine.evaluate(found.facts, on: found.date)
                shown.add(evaluation, machine.tracer.truths)
                result.fixtures.append(fixture(goal, shown.items[index], found, evaluation))
            }
        }
        return result
    }

    private mutating func find(_ goal: Goal, _ item: CoverageItem) -> ProposedCase? {
        var machine = machine
        let set = set
        return search.find(near: FactReach.facts(from: item.subject.target, in: set), tries: tries) { proposed in
            let evaluation = machine.evaluate(proposed.facts, on: proposed.date)
            return goal.isMet(item.subject, evaluation, machine.tracer.truths, set)
        }
    }

    private func fixture(
        _ goal: Goal, _ item: CoverageItem, _ found: ProposedCase, _ evaluation: Evaluation
    ) -> ProposedFixture {
        var (rules, definitions, decisions): ([RuleID], [DefinitionID], [DecisionID]) = ([], [], [])
        switch item.subject.target {
        case .computed(.rule(let id)): rules = [id]
        case .computed(.definition(let id)): definitions = [id]
        case .computed(.decision(let id)): decisions = [id]
        case .parameter: break
        }
        let expected = FixtureText(set: set).expected(
            evaluation, rules: rules, definitions: definitions, decisions: decisions)
        return ProposedFixture(CoverageWording.fixtureName(item, goal), found, expected, in: set)
    }
}

/// One thing that a case should show of an item.
struct Goal {
    let truth: Truth
    /// Whether the condition is to decide alone.
    let isDecisive: Bool

    static func all(of item: CoverageItem) -> [Goal] {
        item.possible.map { Goal(truth: $0, isDecisive: false) }
            + (item.canDecide ? [Goal(truth: .yes, isDecisive: true), Goal(truth: .no, isDecisive: true)] : [])
    }

    func isMet(by item: CoverageItem) -> Bool { (isDecisive ? item.decisive : item.seen)[truth] > 0 }

    func isMet(
        _ subject: CoverageItem.Subject, _ evaluation: Evaluation, _ truths: [Truth], _ set: RuleSet
    ) -> Bool {
        guard subject.truth(in: evaluation, truths, set) == truth else { return false }
        guard isDecisive, case .condition(let number, let owner) = subject else { return !isDecisive }
        return DecisiveConditions(set: set, evaluation: evaluation, truths: truths).numbers(of: owner).contains(number)
    }
}

extension CoverageItem.Subject {
    /// What it belongs to.
    fileprivate var target: Mutant.Target {
        switch self {
        case .rule(let id): .computed(.rule(id))
        case .outcome(let id, _): .computed(.decision(id))
        case .condition(_, let owner): .computed(owner)
        }
    }
}
