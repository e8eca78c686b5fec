import PolicyValues
import RuleModel

/// What a claim comes down to, one step further.
enum ClaimMeaning {
    /// At least so many of these hold.
    case parts(Int, [Claim])
    /// What the test says of values.
    case test(Test)
}

extension Claim {
    /// What the claim comes down to: sections 4 and 6 read one step at a time.
    func meaning(in situation: Situation) -> ClaimMeaning {
        switch self {
        case .condition(let condition, let polarity):
            Self.meaning(of: condition, polarity, in: situation)
        case .rule(let id, let polarity): Self.applies(situation.set[id], polarity, in: situation).parts
        case .support(let decision, let outcome, let polarity):
            Claim.some(situation.set[decision].concludedBy[outcome].map { .rule($0, polarity) }, polarity).parts
        case .applicable(let id, let polarity):
            if let condition = situation.set[id].applicability {
                .parts(1, [.condition(condition, polarity)])
            } else {
                polarity == .yes ? Claim.always.parts : Claim.never.parts
            }
        case .excluded(let id, let outcome): Self.excludes(outcome, situation.set[id], id).parts
        case .atLeast: parts
        }
    }

    /// The claim as a number of parts of which so many must hold.
    private var parts: ClaimMeaning {
        if case .atLeast(let least, let parts) = self { .parts(least, parts) } else { .parts(1, [self]) }
    }

    /// A rule applies when `si` holds, `sauf` does not, it is in force, and no rule that applies `écarte`s it.
    private static func applies(_ rule: Rule, _ polarity: Polarity, in situation: Situation) -> Claim {
        guard situation.isInForce(rule.inForce) else { return polarity == .yes ? .never : .always }
        var parts: [Claim] = []
        if let condition = rule.condition { parts.append(.condition(condition, polarity)) }
        if let exception = rule.exception { parts.append(.condition(exception, polarity.opposite)) }
        parts += rule.overriddenBy.map { .rule($0, polarity.opposite) }
        return .every(parts, polarity)
    }

    /// Where the decision applies: no rule supports the outcome (and, the default, another is supported), or the
    /// method stops before it.
    private static func excludes(_ outcome: Int, _ decision: Decision, _ id: DecisionID) -> Claim {
        let supported = decision.outcomes.indices.map { Claim.support(id, $0, .yes) }
        var unsupported = [Claim.support(id, outcome, .no)]
        switch decision.method {
        case .priority(let byDefault):
            if outcome == byDefault { unsupported.append(.any(supported)) }
            return .any(supported.prefix(outcome) + [.all(unsupported)])
        case .unique(let byDefault):
            if outcome == byDefault { unsupported.append(.any(supported)) }
            return .all(unsupported)
        case .cumulative: return .all(unsupported)
        }
    }

    private static func meaning(
        of condition: Condition, _ polarity: Polarity, in situation: Situation
    ) -> ClaimMeaning {
        switch condition.kind {
        case .all(let branches): return every(branches.map { .condition($0, polarity) }, polarity).parts
        case .any(let branches): return some(branches.map { .condition($0, polarity) }, polarity).parts
        case .none(let branches):
            return every(branches.map { .condition($0, polarity.opposite) }, polarity).parts
        case .atLeast(let least, let branches):
            let needed = polarity == .yes ? least : branches.count - least + 1
            return .parts(needed, branches.map { .condition($0, polarity) })
        case .not(let branch): return .parts(1, [.condition(branch, polarity.opposite)])
        case .rules(let rules): return some(rules.map { .rule($0, polarity) }, polarity).parts
        case .test(let test): return meaning(of: test, polarity, in: situation)
        case .decisionTest(let test): return test.claim(polarity, in: situation.set).parts
        }
    }

    /// A test of `oui` or `non` on a definition by `vrai si` is its condition; else the values say.
    private static func meaning(of test: Test, _ polarity: Polarity, in situation: Situation) -> ClaimMeaning {
        guard case .definition(let id) = test.subject, case .truth(let body) = situation.set[id].body,
            situation.isInForce(situation.set[id].inForce), let comparison = test.comparisons.first,
            test.comparisons.count == 1, comparison.operands.count == 1,
            case .constant(.yesNo(let value)) = comparison.operands.first
        else { return .test(test) }
        let holdsForYes = (comparison.comparator != .noneOf) == value
        return .parts(1, [.condition(body, holdsForYes ? polarity : polarity.opposite)])
    }
}

extension DecisionTest {
    /// That the test is `vrai`, or is `faux`.
    func claim(_ polarity: Claim.Polarity, in set: RuleSet) -> Claim {
        guard !set[decision].isCumulative else {
            return .every(comparisons.map { $0.claim(polarity, on: decision) }, polarity)
        }
        let all = set[decision].outcomes.indices.map { Expected.outcome($0) } + [.notApplicable]
        // `vrai`: what does not satisfy the test is impossible; `faux`: what does.
        let unwanted = all.filter { outcome in
            comparisons.allSatisfy { $0.accepts(outcome) } == (polarity == .no)
        }
        return .all(unwanted.map { impossible($0) })
    }

    private func impossible(_ outcome: Expected) -> Claim {
        switch outcome {
        case .outcome(let place): .any([.applicable(decision, .no), .excluded(decision, place)])
        case .notApplicable: .applicable(decision, .yes)
        }
    }
}

extension DecisionTest.Comparison {
    /// Of a `cumul` decision: its memberships.
    fileprivate func claim(_ polarity: Claim.Polarity, on decision: DecisionID) -> Claim {
        switch comparator {
        case .noneOf: .every(expected.map { member($0, of: decision, polarity.opposite) }, polarity)
        case .containsAll: .every(expected.map { member($0, of: decision, polarity) }, polarity)
        case .oneOf, .above, .atLeast, .below, .atMost:
            .some(expected.map { member($0, of: decision, polarity) }, polarity)
        }
    }

    private func member(
        _ expected: DecisionTest.Expected, of decision: DecisionID, _ polarity: Claim.Polarity
    ) -> Claim {
        switch expected {
        case .outcome(let place):
            .every([.applicable(decision, polarity), .support(decision, place, polarity)], polarity)
        case .notApplicable: .applicable(decision, polarity.opposite)
        }
    }
}
