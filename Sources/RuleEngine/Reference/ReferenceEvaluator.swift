package import PolicyValues
package import RuleCases
package import RuleModel

/// The specification of the engine, to be read beside the language reference, section by section: no caching beyond one
/// case, no shortcut, no speed. The compiled program, the batch path and the solver's encoding are compared with it.
package struct ReferenceEvaluator {
    let set: RuleSet
    let facts: FactSheet
    let date: CivilDate
    /// What has been computed so far, in the order of dependencies.
    package private(set) var evaluation: Evaluation

    /// Decides a fact sheet at a date.
    package static func evaluate(_ facts: FactSheet, on date: CivilDate, by set: RuleSet) -> Evaluation {
        ReferenceEvaluator(facts, on: date, by: set).evaluation
    }

    /// Evaluates everything; afterwards ``truth(of:)`` answers for any condition of the set.
    package init(_ facts: FactSheet, on date: CivilDate, by set: RuleSet) {
        self.set = set
        self.facts = facts
        self.date = date
        evaluation = Evaluation(
            date: date, definitions: set.definitions.map { _ in nil }, rules: set.rules.map { _ in .unknown },
            decisions: set.decisions.map { DecisionResult(nothingKnownOf: $0) })
        for computed in set.order {
            switch computed {
            case .definition(let id): evaluation.definitions[id.position] = value(of: set[id])
            case .rule(let id): evaluation.rules[id.position] = applies(set[id])
            case .decision(let id): evaluation.decisions[id.position] = result(of: set[id])
            }
        }
    }

    // MARK: Section 4: conditions

    /// `vrai`, `faux` or `inconnu` (strong Kleene).
    package func truth(of condition: Condition) -> Truth {
        switch condition.kind {
        case .all(let branches): branches.map { truth(of: $0) }.conjunction
        case .any(let branches): branches.map { truth(of: $0) }.disjunction
        case .none(let branches): branches.map { truth(of: $0) }.disjunction.negated
        case .atLeast(let count, let branches): atLeast(count, branches.map { truth(of: $0) })
        case .not(let branch): truth(of: branch).negated
        case .rules(let rules): rules.map { evaluation[$0] }.disjunction
        case .test(let test): test.comparisons.map { truth(of: $0, value(of: test.subject)) }.conjunction
        case .decisionTest(let test): truth(of: test)
        }
    }

    private func atLeast(_ count: Int, _ truths: [Truth]) -> Truth {
        if truths.count(where: { $0 == .yes }) >= count { return .yes }
        return truths.count(where: { $0 != .no }) >= count ? .unknown : .no
    }

    private func value(of subject: Test.Subject) -> Value? {
        switch subject {
        case .fact(let id): facts[id]
        case .definition(let id): evaluation[id]
        }
    }

    /// A test on an unknown value is `inconnu`; a list is the Kleene « or » of its tests.
    private func truth(of comparison: Comparison, _ left: Value?) -> Truth {
        let tests = comparison.operands.map { operand -> Truth in
            guard let left, let right = value(of: operand) else { return .unknown }
            return Truth(holds(comparison.comparator, left, right))
        }
        return switch comparison.comparator {
        case .oneOf, .above, .atLeast, .below, .atMost: tests.disjunction
        case .noneOf: tests.disjunction.negated
        case .containsAll: tests.conjunction
        }
    }

    private func holds(_ comparator: Comparison.Comparator, _ left: Value, _ right: Value) -> Bool {
        switch comparator {
        case .oneOf, .noneOf, .containsAll: Self.isEqualOrContains(left, right)
        case .above: Self.precedes(right, left)
        case .atLeast: !Self.precedes(left, right)
        case .below: Self.precedes(left, right)
        case .atMost: !Self.precedes(right, left)
        }
    }

    private static func isEqualOrContains(_ left: Value, _ right: Value) -> Bool {
        if case .choices(let members) = left, case .choice(let member) = right { return members.contains(member) }
        return left == right
    }

    private static func precedes(_ left: Value, _ right: Value) -> Bool {
        switch (left, right) {
        case (.number(let a), .number(let b)): a < b
        case (.date(let a), .date(let b)): a < b
        default: false
        }
    }

    /// The value of what stands right in a test, in a calculation or in a `vaut`.
    func value(of operand: Operand) -> Value? {
        switch operand {
        case .constant(let value): value
        case .parameter(let id): set[id].value(on: date)
        case .fact(let id): facts[id]
        case .definition(let id): evaluation[id]
        }
    }
}

// MARK: Section 4: tests on decisions

extension ReferenceEvaluator {
    private func truth(of test: DecisionTest) -> Truth {
        let decision = set[test.decision]
        let result = evaluation[test.decision]
        if decision.isCumulative {
            return test.comparisons.map { membership($0, result) }.conjunction
        }
        // `vrai` when every still possible outcome satisfies the whole test, `faux` when none does.
        var possible = result.possibleOutcomes.map { DecisionTest.Expected.outcome($0) }
        if result.mayNotApply { possible.append(.notApplicable) }
        let satisfied = possible.map { outcome in test.comparisons.allSatisfy { Self.holds($0, outcome) } }
        return satisfied.allSatisfy { $0 } ? .yes : satisfied.contains(true) ? .unknown : .no
    }

    private static func holds(_ comparison: DecisionTest.Comparison, _ outcome: DecisionTest.Expected) -> Bool {
        switch comparison.comparator {
        case .noneOf: !comparison.expected.contains(outcome)
        case .containsAll: comparison.expected.allSatisfy { $0 == outcome }
        case .oneOf, .above, .atLeast, .below, .atMost: comparison.expected.contains(outcome)
        }
    }

    private func membership(_ comparison: DecisionTest.Comparison, _ result: DecisionResult) -> Truth {
        let members = comparison.expected.map { expected -> Truth in
            switch expected {
            case .notApplicable: result.applicability.negated
            case .outcome(let index): Swift.min(result.applicability, result.supports[index])
            }
        }
        return switch comparison.comparator {
        case .noneOf: members.disjunction.negated
        case .containsAll: members.conjunction
        case .oneOf, .above, .atLeast, .below, .atMost: members.disjunction
        }
    }
}

// MARK: Section 6: rules and decisions

extension ReferenceEvaluator {
    /// `si` holds, `sauf` does not, it is in force, and no rule that applies `écarte`s it.
    private func applies(_ rule: Rule) -> Truth {
        let holds = rule.condition.map { truth(of: $0) } ?? .yes
        let isExcepted = rule.exception.map { truth(of: $0) } ?? .no
        let inForce = Truth(rule.inForce?.contains(date) ?? true)
        let isOverridden = rule.overriddenBy.map { evaluation[$0] }.disjunction
        return [holds, isExcepted.negated, inForce, isOverridden.negated].conjunction
    }

    private func result(of decision: Decision) -> DecisionResult {
        let applicability = decision.applicability.map { truth(of: $0) } ?? .yes
        let supports = decision.concludedBy.map { rules in rules.map { evaluation[$0] }.disjunction }
        return DecisionResult(of: decision, applicability: applicability, supports: supports)
    }
}

extension DecisionResult {
    /// What is still possible of a decision, by its method (section 6).
    package init(of decision: Decision, applicability: Truth, supports: [Truth]) {
        var possible = supports.map { $0 != .no }
        switch decision.method {
        case .priority(let byDefault):
            if let first = supports.firstIndex(of: .yes) {
                for index in supports.indices where index > first { possible[index] = false }
            } else {
                possible[byDefault] = true
            }
        case .unique(let byDefault):
            if !supports.contains(.yes) { possible[byDefault] = true }
        case .cumulative: break
        }
        if applicability == .no { possible = possible.map { _ in false } }
        let isCertain = decision.isCumulative && applicability == .yes
        self.init(
            applicability: applicability, supports: supports, possible: possible,
            certain: supports.map { isCertain && $0 == .yes },
            state: Self.state(decision.method, applicability, supports, possible))
    }

    /// Before anything is computed.
    init(nothingKnownOf decision: Decision) {
        self.init(
            of: decision, applicability: decision.applicability == nil ? .yes : .unknown,
            supports: decision.outcomes.map { _ in .unknown })
    }

    private static func state(
        _ method: Decision.Method, _ applicability: Truth, _ supports: [Truth], _ possible: [Bool]
    ) -> State {
        switch applicability {
        case .no: return .notApplicable
        case .unknown: return .undetermined
        case .yes: break
        }
        switch method {
        case .cumulative: return supports.contains(.unknown) ? .undetermined : .determined
        case .unique: if supports.count(where: { $0 == .yes }) > 1 { return .contradictory }
        case .priority: break
        }
        return possible.count(where: { $0 }) == 1 ? .determined : .undetermined
    }
}
