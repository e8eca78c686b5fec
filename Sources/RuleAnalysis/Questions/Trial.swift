import PolicyValues
import RuleCases
import RuleEngine
import RuleModel

/// What an evaluator makes of a case: where the engine confirms or refutes what the solver claims.
struct Trial {
    let set: RuleSet
    let evaluation: Evaluation
    /// By ``Condition/number``.
    let truths: [Truth]

    init(_ set: RuleSet, _ evaluation: Evaluation, _ truths: [Truth]) {
        self.set = set
        self.evaluation = evaluation
        self.truths = truths
    }

    /// What the reference evaluator makes of a case.
    static func byReference(_ sheet: FactSheet, on date: CivilDate, of set: RuleSet) -> Trial {
        let reference = ReferenceEvaluator(sheet, on: date, by: set)
        var truths = [Truth](repeating: .unknown, count: set.conditionCount)
        for condition in set.conditions { truths[condition.number] = reference.truth(of: condition) }
        return Trial(set, reference.evaluation, truths)
    }

    func truth(of condition: Condition) -> Truth { truths[condition.number] }

    func truth(of invariant: Invariant) -> Truth {
        let premise = invariant.condition.map { truth(of: $0) } ?? .yes
        return max(premise.negated, truth(of: invariant.consequence))
    }

    /// No constraint is `faux`.
    var isCoherent: Bool { self.set.constraints.allSatisfy { truth(of: $0) != .no } }

    // MARK: Questions, read from the engine's results

    func shows(_ question: Question, _ conditions: [Condition?]) -> Bool {
        switch question {
        case .applies(let id): return evaluation[id] != .no
        case .appliesAlone(let id, let others):
            return evaluation[id] != .no && others.allSatisfy { evaluation[$0] != .yes }
        case .holds(let number): return truths[number] != .no
        case .fails(let number): return truths[number] != .yes
        case .weighs(let number, let holds, let whole):
            guard let whole = conditions[whole] else { return false }
            return truth(of: whole, where: number, is: Truth(holds)) != truths[whole.number]
        case .isPossible(let outcome, let id): return evaluation[id].possible[outcome]
        case .isExcepted(let id):
            guard let exception = set.rules[id.position].exception, truth(of: exception) != .no else { return false }
            return applies(set[id], set.rules[id.position].overriddenBy, exception: nil) != .no
        case .overrides(let id, let other):
            guard evaluation.rules[id.position] != .no else { return false }
            let rest = set.rules[other.position].overriddenBy.filter { $0 != id }
            return applies(set[other], rest, exception: set.rules[other.position].exception) != .no
        case .changesDecisions(let id):
            guard evaluation.rules[id.position] != .no else { return false }
            return set.rules[id.position].conclusions.contains { isOtherwise($0.decision, without: id) }
        case .isChosen(let line, let id):
            guard case .byCase(let lines) = set[id].body, set[id].inForce?.contains(evaluation.date) ?? true else {
                return false
            }
            return holds(lines[line]) != .no && lines[..<line].allSatisfy { holds($0) != .yes }
        case .isBroken(let id): return truth(of: set.properties[id.position]) == .no
        case .isOpen(let id): return truth(of: set.properties[id.position]) == .unknown
        case .contradicts(let id, let pairs):
            return evaluation[id].state == .contradictory
                && pairs.allSatisfy { evaluation[$0.first] != .yes || evaluation[$0.second] != .yes }
        case .conflicts(let pair, let id):
            return evaluation[id].state == .contradictory && evaluation[pair.first] == .yes
                && evaluation[pair.second] == .yes
        case .hasGap(let id):
            let result = evaluation[set[id].decision]
            return result.applicability == .yes && result.supports.allSatisfy { $0 == .no }
                && set[id].lines.allSatisfy { evaluation[$0] == .no }
        }
    }

    private func applies(_ rule: Rule, _ overriders: [RuleID], exception: Condition?) -> Truth {
        let holds = rule.condition.map { truth(of: $0) } ?? .yes
        let isExcepted = exception.map { truth(of: $0) } ?? .no
        let inForce = Truth(rule.inForce?.contains(evaluation.date) ?? true)
        let isOverridden = overriders.map { evaluation[$0] }.disjunction
        return [holds, isExcepted.negated, inForce, isOverridden.negated].conjunction
    }

    private func holds(_ line: Definition.CaseLine) -> Truth {
        guard line.inForce?.contains(evaluation.date) ?? true else { return .no }
        return line.condition.map { truth(of: $0) } ?? .yes
    }

    /// Whether the result of a decision needs the support of a rule.
    private func isOtherwise(_ id: DecisionID, without rule: RuleID) -> Bool {
        let decision = set.decisions[id.position]
        let result = evaluation.decisions[id.position]
        var supports = result.supports
        for conclusion in set.rules[rule.position].conclusions where conclusion.decision == id {
            supports[conclusion.outcome] = support(decision.concludedBy[conclusion.outcome], without: rule)
        }
        if supports == result.supports { return false }
        let other = DecisionResult(of: decision, applicability: result.applicability, supports: supports)
        return result.possible != other.possible || result.certain != other.certain || result.state != other.state
    }

    private func support(_ rules: [RuleID], without rule: RuleID) -> Truth {
        var support = Truth.no
        for other in rules where other != rule && evaluation.rules[other.position] > support {
            support = evaluation.rules[other.position]
            if support == .yes { break }
        }
        return support
    }

    /// The truth of a condition, were one of those it is made of otherwise.
    private func truth(of condition: Condition, where number: Int, is other: Truth) -> Truth {
        if condition.number == number { return other }
        func all(_ branches: [Condition]) -> [Truth] { branches.map { truth(of: $0, where: number, is: other) } }
        switch condition.kind {
        case .all(let branches): return all(branches).conjunction
        case .any(let branches): return all(branches).disjunction
        case .none(let branches): return all(branches).disjunction.negated
        case .not(let branch): return truth(of: branch, where: number, is: other).negated
        case .atLeast(let count, let branches):
            let truths = all(branches)
            if truths.count(where: { $0 == .yes }) >= count { return .yes }
            return truths.count(where: { $0 != .no }) >= count ? .unknown : .no
        case .rules, .test, .decisionTest: return truths[condition.number]
        }
    }
}
