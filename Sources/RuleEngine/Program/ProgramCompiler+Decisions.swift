import RuleModel

extension ProgramCompiler {
    mutating func decision(_ decision: Decision) -> DecisionCode {
        let method: DecisionCode.Method =
            switch decision.method {
            case .priority(let byDefault): .priority(byDefault: Int32(byDefault))  // bounded: counts outcomes
            case .unique(let byDefault): .unique(byDefault: Int32(byDefault))  // bounded: counts outcomes
            case .cumulative: .cumulative
            }
        let applicability = decision.applicability.map { compile($0) }
        let first = Int32(outcomes.count)
        for concluders in decision.concludedBy { outcomes.append(list(concluders.map(\.index))) }
        return DecisionCode(
            method: method, applicability: applicability, firstOutcome: first,
            outcomeCount: Int32(decision.outcomes.count))
    }

    /// A test on a decision: of a `cumul` decision its single memberships, of another one test of the whole.
    mutating func compile(_ test: DecisionTest) -> Int32 {
        let decision = set[test.decision]
        guard decision.isCumulative else {
            let expected = (0..<decision.outcomes.count).map { DecisionTest.Expected.outcome($0) } + [.notApplicable]
            let accepted = expected.map { outcome in
                test.comparisons.allSatisfy { $0.accepts(outcome) } ? Int32(1) : 0
            }
            return emit(.outcome(decision: test.decision.index, accepted: list(accepted)))
        }
        if let only = test.comparisons.first, test.comparisons.count == 1 { return compile(only, on: test.decision) }
        return emit(.all) { compiler in
            for comparison in test.comparisons { _ = compiler.compile(comparison, on: test.decision) }
        }
    }

    private mutating func compile(_ comparison: DecisionTest.Comparison, on decision: DecisionID) -> Int32 {
        let memberships = comparison.expected.map { membership($0, of: decision) }
        let operation: Instruction.Operation
        switch comparison.comparator {
        case .noneOf: operation = .none
        case .containsAll: operation = .all
        // Outcomes have no order: the loader lets no order comparator through.
        case .oneOf, .above, .atLeast, .below, .atMost: operation = .any
        }
        if case .any = operation, let only = memberships.first, memberships.count == 1 { return emit(only) }
        return emit(operation) { compiler in for membership in memberships { _ = compiler.emit(membership) } }
    }

    private func membership(
        _ expected: DecisionTest.Expected, of decision: DecisionID
    ) -> Instruction.Operation {
        switch expected {
        case .outcome(let outcome):
            // bounded: counts outcomes
            .member(decision: decision.index, outcome: firstOutcomes[decision.position] + Int32(outcome))
        case .notApplicable: .notApplicable(decision: decision.index)
        }
    }
}

extension DecisionTest.Comparison {
    /// Whether a decision of one outcome, or `sans objet`, satisfies the comparison.
    func accepts(_ outcome: DecisionTest.Expected) -> Bool {
        switch comparator {
        case .noneOf: !expected.contains(outcome)
        case .containsAll: expected.allSatisfy { $0 == outcome }
        case .oneOf, .above, .atLeast, .below, .atMost: expected.contains(outcome)
        }
    }
}
