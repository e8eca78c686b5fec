import PolicyValues
import RuleCases
import RuleModel

/// The search behind ``WhyNot``: deeper and deeper, until a size has a set.
///
/// While the outcome is not reached, there are obstacles: for each, facts (``Grounds``) of which at least one has to
/// change, whatever else does. The search branches over the facts of the smallest, each with its candidate values; a
/// fact that was passed over stays what it is below (Reiter, "A Theory of Diagnosis from First Principles", 1987, of
/// hitting sets). A branch ends where an obstacle has no fact left that may change, where more obstacles without a
/// common fact are left than changes, or where the outcome is impossible even with all that may change unknown.
struct WhyNotSearch {
    let set: RuleSet
    let wanted: DecisionTest.Expected
    let decision: DecisionID
    /// The case as it is.
    let present: FactSheet
    let date: CivilDate
    let sites: FactSites

    private let goal: Claim
    private var machine: Machine<RecordingTracer>
    private var judge: Machine<SilentTracer>
    /// How much of the effort is left, and how much of it an evaluation is.
    private var effort: Int
    private let evaluation: Int

    /// Sets of changes that give the outcome, each by fact.
    private(set) var found: [[Assignment]] = []
    /// Whether a branch ended for want of changes.
    private var wasCut = false
    /// Whether the effort or the places for sets ran out.
    private var wasStopped = false
    /// Whether a value that was not tried could do what those that were tried did not.
    var isInexact = false

    /// A fact and the value to set it to.
    struct Assignment: Hashable {
        let fact: FactID
        let value: Value
    }

    /// How many sets are kept: enough to show varied ones.
    private static let keptSets = 1_000

    init(
        _ program: Program, wanted: DecisionTest.Expected, decision: DecisionID, facts: FactSheet, date: CivilDate,
        effort: Int
    ) {
        set = program.model
        self.wanted = wanted
        self.decision = decision
        present = facts
        self.date = date
        sites = FactSites(Reach(of: decision, in: program.model), in: program.model)
        goal = .reached(wanted, by: decision, in: program.model)
        machine = Machine(recording: program)
        judge = Machine(program)
        self.effort = effort
        evaluation = set.conditionCount + set.rules.count + set.definitions.count + 1
    }

    /// How many changes the branches may make.
    private var size = 0

    /// Whether all sets of the size were found. The values tried for a single change leave none out.
    var isComplete: Bool { !wasStopped && (size <= 1 || !isInexact) }

    /// Whether no case gives the outcome.
    private(set) var provesNone = false

    mutating func run() {
        let all = FactGroup(set.factIDs)
        guard canReach(present, changing: all) else {
            provesNone = !wasStopped
            return
        }
        for size in 0...set.facts.count {
            self.size = size
            wasCut = false
            search(present, changes: [], free: all, left: size)
            if !found.isEmpty || wasStopped { return }
            if !wasCut {
                provesNone = !isInexact
                return
            }
        }
    }

    private mutating func search(_ sheet: FactSheet, changes: [Assignment], free: FactGroup, left: Int) {
        guard !wasStopped else { return }
        if reaches(sheet) { return keep(changes) }
        guard left > 0 else {
            wasCut = true
            return
        }
        guard canReach(sheet, changing: free), let situation = situation(of: sheet) else { return }
        guard let branch = branch(in: situation, free: free, left: left) else { return }
        var rest = free
        for fact in branch.facts {
            rest.remove(fact)
            for value in candidates(for: fact, in: situation) {
                var next = sheet
                next.state(fact, as: value)
                search(next, changes: changes + [Assignment(fact: fact, value: value)], free: rest, left: left - 1)
            }
        }
    }

    /// The facts of the smallest obstacle; nil where no changes, or not so few, can do.
    private mutating func branch(in situation: Situation, free: FactGroup, left: Int) -> FactGroup? {
        guard spend(Self.costOfGrounds) else { return nil }
        var grounds = Grounds(situation, free: free)
        var obstacles = grounds.obstacles(to: goal)
        for constraint in situation.brokenConstraints {
            obstacles.append(grounds.ground(of: set.constraints[constraint.position].broken))
        }
        obstacles.sort { $0.count < $1.count }
        guard let smallest = obstacles.first, smallest.count > 0 else { return nil }
        var apart: [FactGroup] = []
        for obstacle in obstacles where apart.allSatisfy({ $0.isDisjoint(with: obstacle) }) { apart.append(obstacle) }
        guard apart.count <= left else {
            wasCut = true
            return nil
        }
        return smallest
    }

    private mutating func keep(_ changes: [Assignment]) {
        found.append(changes.sorted { $0.fact < $1.fact })
        if found.count == Self.keptSets { wasStopped = true }
    }
}

/// Work, all of it counted.
extension WhyNotSearch {
    /// Whether a sheet has the outcome and breaks no constraint.
    mutating func reaches(_ sheet: FactSheet) -> Bool {
        guard spend() else { return false }
        judge.run(sheet, on: date)
        return judge.result(of: decision).reaches(wanted) && !breaksConstraint
    }

    /// Whether the outcome is still possible with some facts unknown, and no constraint broken for good.
    private mutating func canReach(_ sheet: FactSheet, changing free: FactGroup) -> Bool {
        guard spend() else { return false }
        judge.run(sheet.withdrawing(free.facts), on: date)
        return judge.result(of: decision).allows(wanted) && !breaksConstraint
    }

    mutating func situation(of sheet: FactSheet) -> Situation? {
        guard spend(Self.costOfRecording) else { return nil }
        let evaluation = machine.evaluate(sheet, on: date)
        return Situation(set: set, facts: sheet, evaluation: evaluation, truths: machine.tracer.truths)
    }

    private var breaksConstraint: Bool {
        self.set.constraints.indices.contains { judge.truth(ofConstraint: InvariantID($0)) == .no }
    }

    /// What finding the grounds of a situation costs, in evaluations.
    private static let costOfGrounds = 30
    /// What an evaluation that is recorded costs.
    private static let costOfRecording = 3

    private mutating func spend(_ evaluations: Int = 1) -> Bool {
        guard effort > 0 else {
            wasStopped = true
            return false
        }
        effort -= evaluations * evaluation
        return true
    }
}
