package import PolicyValues
package import RuleCases
package import RuleEngine
package import RuleModel

/// Finds which unknown facts can still matter: some way of answering the other open ones makes a decision depend on it.
///
/// The walk of `manquants` lists every such fact and others that cannot matter. Of each that it lists, the search looks
/// for answers to the others that leave a decision determined either way by this one, depth first; a branch ends where
/// the walk no longer comes to the fact, and what was looked at once is not looked at again (``OpenSignature``).
///
///     var search = QuestionSearch(program)
///     let open = search.open(sheet, on: date)
///
/// - Complexity: exponential in the open facts at worst, ended by ``effort``; a few hundred evaluations on the policy.
package struct QuestionSearch: Sendable {
    /// What the search found of a fact.
    package enum Verdict: Hashable, Sendable {
        case matters
        case cannotMatter
        /// The effort ran out, or a calculation takes the fact: it is asked as if it mattered.
        case notShown
    }

    /// An open fact and what was found of it.
    package struct Open: Hashable, Sendable {
        package let fact: FactID
        package let verdict: Verdict
    }

    /// How many partial cases a fact may cost.
    package static let effort = 3_000

    let set: RuleSet
    private var examiner: Examiner
    private var machine: Machine<SilentTracer>
    private let effort: Int
    private let masks: SignatureMasks
    /// Answers that showed a fact to matter, tried first when more is known.
    private var witnesses: [FactID: FactSheet] = [:]
    private var valuesByDate: (date: CivilDate, values: AnswerValues)?

    package init(_ program: Program, effort: Int = Self.effort) {
        set = program.model
        examiner = Examiner(program)
        machine = Machine(program)
        masks = SignatureMasks(program.model)
        self.effort = effort
    }

    /// What the walk lists for a sheet, most useful first, each with what the search finds.
    package mutating func open(_ sheet: FactSheet, on date: CivilDate) -> [Open] {
        let listed = examiner.examine(sheet, on: date).missing.map(\.fact)
        return listed.map { Open(fact: $0, verdict: verdict(on: $0, in: sheet, date)) }
    }

    package mutating func examine(_ sheet: FactSheet, on date: CivilDate) -> Examination {
        examiner.examine(sheet, on: date)
    }

    /// Whether the sheet breaks a constraint.
    package mutating func isIncoherent(_ sheet: FactSheet, on date: CivilDate) -> Bool {
        !examiner.clashes(in: sheet, on: date).isEmpty
    }

    /// The answers that stand for all answers to a fact's question.
    package mutating func answers(to fact: FactID, in sheet: FactSheet, on date: CivilDate) -> [Value] {
        values(on: date).values(of: fact, knowing: sheet)
    }

    private mutating func values(on date: CivilDate) -> AnswerValues {
        if let known = valuesByDate, known.date == date { return known.values }
        let values = AnswerValues(set, on: date)
        valuesByDate = (date, values)
        return values
    }

    private mutating func verdict(on fact: FactID, in sheet: FactSheet, _ date: CivilDate) -> Verdict {
        if let witness = witnesses[fact], witness.extends(sheet, but: fact),
            splits(fact, witness, answers(to: fact, in: witness, on: date), date)
        {
            return .matters
        }
        var branch = Branch(fact: fact, date: date, left: effort)
        if descend(sheet, &branch) { return .matters }
        return branch.left > 0 && branch.isExact ? .cannotMatter : .notShown
    }

    /// One search.
    private struct Branch {
        let fact: FactID
        let date: CivilDate
        var left: Int
        var isExact = true
        /// States below which there is no witness.
        var seen: Swift.Set<OpenSignature> = []
    }

    /// Whether answers to what is open below make a decision depend on the fact.
    private mutating func descend(_ sheet: FactSheet, _ branch: inout Branch) -> Bool {
        guard branch.left > 0 else { return false }
        branch.left -= 1
        let examination = examiner.examine(sheet, on: branch.date)
        guard let missing = examination.missing.first(where: { $0.fact == branch.fact }) else { return false }
        guard branch.seen.insert(masks.signature(of: examination, for: missing.decisions)).inserted else {
            return false
        }
        let own = answers(to: branch.fact, in: sheet, on: branch.date)
        if !values(on: branch.date).areExact(for: branch.fact) { branch.isExact = false }
        if splits(branch.fact, sheet, own, branch.date) {
            witnesses[branch.fact] = sheet
            return true
        }
        guard let next = next(after: branch.fact, in: examination, for: missing.decisions) else { return false }
        if !values(on: branch.date).areExact(for: next) { branch.isExact = false }
        for value in answers(to: next, in: sheet, on: branch.date) {
            var answered = sheet
            answered.state(next, as: value)
            if descend(answered, &branch) { return true }
        }
        return false
    }

    /// The open fact to answer next: one that the same decisions wait for, the last in the list, which fewest rules
    /// reach: it is nearest to being the last that the fact under search waits for.
    private func next(after fact: FactID, in examination: Examination, for decisions: [DecisionID]) -> FactID? {
        let beside = decisions.map { examination[$0].missing.filter { $0 != fact } }.filter { !$0.isEmpty }
        return beside.min { $0.count < $1.count }?.first
    }

    /// Whether two answers, the rest unknown or not, determine a decision differently, in a case that is coherent.
    private mutating func splits(_ fact: FactID, _ sheet: FactSheet, _ answers: [Value], _ date: CivilDate) -> Bool {
        var first: [DecisionResult?] = set.decisionIDs.map { _ in nil }
        for answer in answers {
            var answered = sheet
            answered.state(fact, as: answer)
            machine.run(answered, on: date)
            if set.constraints.indices.contains(where: { machine.truth(ofConstraint: InvariantID($0)) == .no }) {
                continue
            }
            for id in set.decisionIDs {
                let result = machine.result(of: id)
                guard result.state != .undetermined else { continue }
                guard let other = first[id.position] else {
                    first[id.position] = result
                    continue
                }
                if other.state != result.state || other.possible != result.possible { return true }
            }
        }
        return false
    }
}

extension FactSheet {
    /// Whether it holds what the other sheet holds, one fact aside.
    fileprivate func extends(_ other: FactSheet, but fact: FactID) -> Bool {
        other.values.indices.allSatisfy {
            other.values[$0] == nil || $0 == fact.position || values[$0] == other.values[$0]
        }
    }
}
