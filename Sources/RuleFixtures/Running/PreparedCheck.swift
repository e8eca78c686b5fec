import PolicyValues
import RuleCases
import RuleEngine
import RuleModel
import SourceText

/// A fixture or an example, read once, to be compared with many variants of its rule set.
struct PreparedCheck {
    enum Expected {
        case results(ExpectedResults, object: String?)
        case ofRule(RuleID, Truth)
        case ofDefinition(DefinitionID, Value?)
    }

    let facts: FactSheet
    let date: CivilDate
    let expected: Expected
    /// What the rules as they are make of it.
    let evaluation: Evaluation

    /// Whether it looks at more than the evaluation.
    var asksForMissing: Bool {
        switch expected {
        case .results(let results, _): results.decisions.contains { $0.missing != nil }
        case .ofRule, .ofDefinition: false
        }
    }

    /// Whether a variant's evaluation fails the check.
    ///
    /// - Parameter examine: what is found beside the evaluation; asked for only when it matters.
    func fails(_ evaluation: Evaluation, of set: RuleSet, examine: () -> Examination) -> Bool {
        switch expected {
        case .ofRule(let id, let truth): return evaluation[id] != truth
        case .ofDefinition(let id, let value): return evaluation[id] != value
        case .results(let results, let object):
            if results.rules.contains(where: { evaluation[$0.rule] != $0.truth }) { return true }
            if results.definitions.contains(where: { evaluation[$0.definition] != $0.value }) { return true }
            let differs = results.decisions.contains { expected in
                let result = evaluation[expected.decision]
                if let issue = expected.issue, Issue(result, of: set[expected.decision]) != issue.value { return true }
                return expected.possible.map { $0.value != result.possibilities } ?? false
            }
            if differs { return true }
            guard results.decisions.contains(where: { $0.motifs != nil || $0.missing != nil }) else { return false }
            return !ResultComparison(set, examine(), object: object).differences(from: results).isEmpty
        }
    }
}

/// Reads fixtures and examples for ``PreparedCheck``. Those that expect a refusal or fail are left out: they tell
/// nothing of a variant.
struct CheckPreparation {
    private let set: RuleSet
    private let asked: CivilDate?
    private let today: CivilDate
    private var machine: Machine<SilentTracer>
    private var examiner: Examiner
    private(set) var checks: [PreparedCheck] = []

    init(_ program: Program, asked: CivilDate?, today: CivilDate) {
        set = program.model
        self.asked = asked
        self.today = today
        machine = Machine(program)
        examiner = Examiner(program)
    }

    mutating func add(_ files: [FixtureFile]) {
        for root in files.compactMap(\.root) {
            var bag = DiagnosticBag()
            let nodes = CaseReader.caseNodes(of: root, into: &bag).nodes
            for (index, node) in nodes.enumerated() {
                add(WrittenFixture(node, number: index + 1, problems: []))
            }
        }
    }

    private mutating func add(_ fixture: WrittenFixture) {
        var bag = DiagnosticBag()
        guard fixture.expectedFailure == nil, let requete = CaseReader.readCase(fixture.node, in: set, into: &bag)
        else {
            return
        }
        if requete.objects.isEmpty {
            add(requete.facts, requete.date, fixture.expected, .ofCase, object: nil)
        } else {
            for (object, written) in zip(requete.objects, fixture.objects) {
                add(object.facts, requete.date, written.expected, .ofObject, object: written.name)
            }
        }
    }

    private mutating func add(
        _ facts: FactSheet, _ date: CivilDate?, _ node: Node?, _ place: ExpectationReader.Place, object: String?
    ) {
        var bag = DiagnosticBag()
        guard let node, case .results(let results)? = ExpectationReader.read(node, place, in: set, into: &bag) else {
            return
        }
        add(facts, date, .results(results, object: object))
    }

    mutating func addExamples() {
        for id in set.definitionIDs {
            for example in set[id].examples { add(example) { .ofDefinition(id, $0.value) } }
        }
        for id in set.ruleIDs {
            for example in set[id].examples {
                add(example) { expected in expected.truth.map { .ofRule(id, $0) } }
            }
        }
    }

    private mutating func add(_ example: Example, _ expected: (Example.Expected) -> PreparedCheck.Expected?) {
        var bag = DiagnosticBag()
        guard let facts = CaseReader.readFacts(example.facts, in: set, into: &bag),
            let expected = expected(example.expected)
        else { return }
        add(facts, example.date, expected)
    }

    private mutating func add(_ facts: FactSheet, _ date: CivilDate?, _ expected: PreparedCheck.Expected) {
        let date = EvaluationDate(asked: asked, ofCase: date, facts: facts, in: set, today: today).date
        guard set.policy.inForce?.contains(date) ?? true else { return }
        let evaluation = machine.evaluate(facts, on: date)
        let isCoherent = set.constraints.indices.allSatisfy { machine.truth(ofConstraint: InvariantID($0)) != .no }
        guard isCoherent else { return }
        let check = PreparedCheck(facts: facts, date: date, expected: expected, evaluation: evaluation)
        var examiner = examiner
        if !check.fails(evaluation, of: set, examine: { examiner.examine(facts, on: date) }) { checks.append(check) }
    }
}

extension Example.Expected {
    fileprivate var truth: Truth? {
        switch self {
        case .truth(let truth): truth
        case .value: nil
        }
    }

    fileprivate var value: Value? {
        switch self {
        case .truth: nil
        case .value(let value): value
        }
    }
}
