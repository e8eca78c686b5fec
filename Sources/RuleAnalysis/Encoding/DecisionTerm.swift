import RuleModel

/// What is certain and possible of a decision, as formulas (section 6).
struct DecisionTerm {
    let applicability: KleeneTerm
    /// By outcome.
    let supports: [KleeneTerm]
    /// By outcome, where the decision is not `sans objet`.
    let possible: [Term]
    let method: Decision.Method
}

extension DecisionTerm {
    init(of decision: Decision, _ applicability: KleeneTerm, _ supports: [KleeneTerm], in bank: TermBank) {
        self.applicability = applicability
        self.supports = supports
        method = decision.method
        var possible = supports.map { bank.not($0.no) }
        let none = bank.none(supports.map(\.yes))
        switch decision.method {
        case .priority(let byDefault):
            for index in supports.indices {
                possible[index] = bank.all([possible[index], bank.none(supports[..<index].map(\.yes))])
            }
            possible[byDefault] = bank.any([possible[byDefault], none])
        case .unique(let byDefault): possible[byDefault] = bank.any([possible[byDefault], none])
        case .cumulative: break
        }
        self.possible = possible.map { bank.all([$0, bank.not(applicability.no)]) }
    }

    /// A test on the decision (section 4).
    func truth(of test: DecisionTest, in bank: TermBank) -> KleeneTerm {
        if method == .cumulative { return bank.conjunction(test.comparisons.map { membership($0, in: bank) }) }
        var isAny: [Term] = []
        var isOther: [Term] = []
        for (index, term) in possible.enumerated() {
            let isMet = test.comparisons.allSatisfy { Self.holds($0, .outcome(index)) }
            if isMet { isAny.append(term) } else { isOther.append(term) }
        }
        let mayNotApply = bank.not(applicability.yes)
        if test.comparisons.allSatisfy({ Self.holds($0, .notApplicable) }) {
            isAny.append(mayNotApply)
        } else {
            isOther.append(mayNotApply)
        }
        return KleeneTerm(yes: bank.none(isOther), no: bank.none(isAny))
    }

    private static func holds(_ comparison: DecisionTest.Comparison, _ outcome: DecisionTest.Expected) -> Bool {
        switch comparison.comparator {
        case .noneOf: !comparison.expected.contains(outcome)
        case .containsAll: comparison.expected.allSatisfy { $0 == outcome }
        case .oneOf, .above, .atLeast, .below, .atMost: comparison.expected.contains(outcome)
        }
    }

    private func membership(_ comparison: DecisionTest.Comparison, in bank: TermBank) -> KleeneTerm {
        let members = comparison.expected.map { expected -> KleeneTerm in
            switch expected {
            case .notApplicable: bank.negation(applicability)
            case .outcome(let index): bank.conjunction([applicability, supports[index]])
            }
        }
        return switch comparison.comparator {
        case .noneOf: bank.negation(bank.disjunction(members))
        case .containsAll: bank.conjunction(members)
        case .oneOf, .above, .atLeast, .below, .atMost: bank.disjunction(members)
        }
    }

    // MARK: What a decided case says

    /// Two outcomes are both `vrai`.
    func isContradictory(in bank: TermBank) -> Term {
        guard case .unique = method else { return bank.no }
        return bank.all([applicability.yes, bank.atLeast(2, supports.map(\.yes))])
    }

    /// The outcome is certain: the decision's issue, or a member of its set.
    func isCertain(_ outcome: Int, in bank: TermBank) -> Term {
        if method == .cumulative { return bank.all([applicability.yes, supports[outcome].yes]) }
        let others = possible.indices.filter { $0 != outcome }.map { possible[$0] }
        return bank.all([applicability.yes, possible[outcome], bank.none(others)])
    }
}
