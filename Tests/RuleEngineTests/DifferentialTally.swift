import PolicyValues
import RandomPolicies
import RuleCases
import RuleEngine
import RuleModel

/// What became of the pairs of rules and a case that were decided in two ways.
struct DifferentialTally: Sendable {
    private(set) var pairs = 0
    private(set) var census = ConstructCensus()
    /// One text a pair, or set, that differs.
    private(set) var differences: [String] = []
    private var truths: [Truth: Int] = [:]
    /// By method, then by state.
    private var states: [String: [DecisionResult.State: Int]] = [:]
    private var unknownDefinitions = 0
    private var definitions = 0

    /// Decides cases of one generated rule set, over one machine of each kind.
    mutating func compare(_ seed: UInt64, cases: Int) throws {
        let set = try RuleText.load(RandomRules(seed: seed).yaml)
        census.count(set)
        let program = Program(set)
        let problems = program.checkInvariants()
        if !problems.isEmpty { differences.append("seed \(seed): \(problems)") }
        let conditions = set.conditions
        var machines = Machines(program)
        var random = RandomCases(of: set, seed: seed)
        for number in 0..<cases {
            let (sheet, date) = (random.sheet(), random.date())
            let reference = ReferenceEvaluator(sheet, on: date, by: set)
            pairs += 1
            count(reference.evaluation, of: set)
            for difference in machines.differences(from: reference, conditions, sheet, date) {
                differences.append("seed \(seed), case \(number), \(difference)")
            }
        }
        for tally in machines.counting.tracer.conditions {
            for truth in Truth.allCases { truths[truth, default: 0] += tally[truth] }
        }
    }

    private mutating func count(_ evaluation: Evaluation, of set: RuleSet) {
        for id in set.decisionIDs { states[set[id].method.name, default: [:]][evaluation[id].state, default: 0] += 1 }
        definitions += evaluation.definitions.count
        unknownDefinitions += evaluation.definitions.count { $0 == nil }
    }

    mutating func add(_ other: DifferentialTally) {
        pairs += other.pairs
        census.add(other.census)
        differences += other.differences
        truths.merge(other.truths, uniquingKeysWith: +)
        states.merge(other.states) { $0.merging($1, uniquingKeysWith: +) }
        unknownDefinitions += other.unknownDefinitions
        definitions += other.definitions
    }

    /// How many of all conditions came out so, from 0 to 1.
    func share(of truth: Truth) -> Double { Double(truths[truth] ?? 0) / Double(max(1, truths.values.reduce(0, +))) }

    /// States that a method can come to and never came to.
    var missingStates: [String] {
        let all: [DecisionResult.State] = [.determined, .undetermined, .notApplicable]
        return ["priorité", "unique", "cumul"].flatMap { method in
            (all + (method == "unique" ? [.contradictory] : [])).filter { states[method]?[$0] == nil }
                .map { "\(method) \($0.word)" }
        }
    }

    /// One line: how often each truth value, method and state occurred.
    var report: String {
        let truths = Truth.allCases.map { "\($0.word) \(Int((share(of: $0) * 100).rounded())) %" }
        let methods = states.sorted { $0.key < $1.key }.map { method, states in
            let counts = states.sorted { $0.key.word < $1.key.word }.map { "\($0.key.word) \($0.value)" }
            return "\(method) (\(counts.joined(separator: ", ")))"
        }
        return "\(pairs) pairs; conditions: \(truths.joined(separator: ", ")); definitions: \(unknownDefinitions) of "
            + "\(definitions) unknown; decisions: \(methods.joined(separator: ", "))"
    }
}

/// One machine of each kind, over one program.
private struct Machines {
    var silent: Machine<SilentTracer>
    var recording: Machine<RecordingTracer>
    var counting: Machine<CountingTracer>

    init(_ program: Program) {
        silent = Machine(program)
        recording = Machine(recording: program)
        counting = Machine(counting: program)
    }

    /// Decides a case with each and tells where one differs from the reference.
    mutating func differences(
        from reference: ReferenceEvaluator, _ conditions: [Condition], _ sheet: FactSheet, _ date: CivilDate
    ) -> [String] {
        let evaluations = [
            silent.evaluate(sheet, on: date), recording.evaluate(sheet, on: date), counting.evaluate(sheet, on: date),
        ]
        var differences = evaluations.filter { $0 != reference.evaluation }
            .map { "\(sheet.values): \($0) ≠ \(reference.evaluation)" }
        let truths = recording.tracer.truths
        for condition in conditions where truths[condition.number] != reference.truth(of: condition) {
            differences.append("condition \(condition.number): \(truths[condition.number].word)")
        }
        let set = silent.program.model
        for id in set.constraintIDs {
            let expected = reference.truth(of: set.constraints[id.position])
            if silent.truth(ofConstraint: id) != expected {
                differences.append("constraint \(id.index): \(expected.word)")
            }
        }
        return differences
    }
}
