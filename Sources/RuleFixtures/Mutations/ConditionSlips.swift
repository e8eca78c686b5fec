import PolicyValues
import RuleModel
import SourceText

/// One way in which a condition could be written otherwise.
struct ConditionSlip {
    let kind: Mutant.Kind
    let condition: Condition.Kind
    /// The branch, or the value of a list, that is left out.
    var dropped: Condition.Kind?
    /// Where it stands, when it has a place of its own.
    var range: SourceRange?
}

extension Condition {
    /// The slips of this condition itself; those of its branches are theirs.
    func slips(in set: RuleSet) -> [ConditionSlip] {
        switch kind {
        case .all(let branches): branches.count < 2 ? [] : [slip(.any(branches))] + without(branches) { .all($0) }
        case .any(let branches): branches.count < 2 ? [] : [slip(.all(branches))] + without(branches) { .any($0) }
        case .none(let branches):
            [slip(.any(branches))] + (branches.count < 2 ? [] : without(branches) { .none($0) })
        case .atLeast(let count, let branches):
            [count - 1, count + 1].filter { (1...branches.count).contains($0) }.map {
                ConditionSlip(kind: .bound, condition: .atLeast($0, branches))
            }
        case .not(let branch): [slip(branch.kind)]
        case .rules(let rules):
            rules.count < 2
                ? []
                : rules.indices.map { place in
                    ConditionSlip(
                        kind: .value, condition: .rules(rules.without(place)), dropped: .rules([rules[place]]))
                }
        case .test(let test):
            test.slips(in: set).map { slip in
                ConditionSlip(kind: slip.kind, condition: .test(slip.test), dropped: slip.dropped.map { .test($0) })
            }
        case .decisionTest(let test):
            test.slips(in: set).map { slip in
                ConditionSlip(
                    kind: slip.kind, condition: .decisionTest(slip.test),
                    dropped: slip.dropped.map { .decisionTest($0) })
            }
        }
    }

    private func slip(_ kind: Kind) -> ConditionSlip { ConditionSlip(kind: .connective, condition: kind) }

    private func without(_ branches: [Condition], _ make: ([Condition]) -> Kind) -> [ConditionSlip] {
        branches.indices.map { place in
            ConditionSlip(
                kind: .branch, condition: make(branches.without(place)), dropped: branches[place].kind,
                range: branches[place].range)
        }
    }
}

/// One way in which a test could be written otherwise, and what of it is left out, if anything.
private struct TestSlip<Written> {
    let kind: Mutant.Kind
    let test: Written
    var dropped: Written?
}

extension Test {
    fileprivate func slips(in set: RuleSet) -> [TestSlip<Test>] {
        let type =
            switch subject {
            case .fact(let id): set[id].type
            case .definition(let id): set[id].type
            }
        return comparisons.indices.flatMap { place -> [TestSlip<Test>] in
            let others = comparisons.without(place)
            let own = comparisons[place].slips(in: type).map { slip in
                TestSlip(
                    kind: slip.kind, test: with(comparisons.with(slip.test, at: place)),
                    dropped: slip.dropped.map { with([$0]) })
            }
            return own
                + (others.isEmpty
                    ? [] : [TestSlip(kind: .branch, test: with(others), dropped: with([comparisons[place]]))])
        }
    }
}

extension Comparison {
    fileprivate func slips(in type: ValueType) -> [TestSlip<Comparison>] {
        let comparators = comparator.slips(ofSeveral: operands.count > 1)
        var slips = comparators.map { TestSlip(kind: .comparator, test: with($0, operands)) }
        if operands.count > 1 {
            slips += operands.indices.map { place in
                TestSlip(
                    kind: .value, test: with(comparator, operands.without(place)),
                    dropped: with(comparator, [operands[place]]))
            }
        }
        guard let only = operands.first, operands.count == 1, case .constant(let value) = only else { return slips }
        // `oui` for `non` is what the other comparator says.
        if type == .yesNo { return slips }
        let kind: Mutant.Kind = comparator.isOrder ? .bound : .value
        return slips
            + value.neighbours(in: type).map { TestSlip(kind: kind, test: with(comparator, [.constant($0)])) }
    }
}

extension Comparison.Comparator {
    /// - Parameter ofSeveral: whether several values stand right of it: of one, « contient toutes » is « contient ».
    fileprivate func slips(ofSeveral: Bool) -> [Comparison.Comparator] {
        switch self {
        case .oneOf: [.noneOf]
        case .noneOf: [.oneOf]
        case .containsAll: ofSeveral ? [.oneOf, .noneOf] : [.noneOf]
        case .above: [.atLeast, .atMost]
        case .atLeast: [.above, .below]
        case .below: [.atMost, .atLeast]
        case .atMost: [.below, .above]
        }
    }
}

extension Comparison.Comparator {
    fileprivate var isOrder: Bool {
        switch self {
        case .oneOf, .noneOf, .containsAll: false
        case .above, .atLeast, .below, .atMost: true
        }
    }
}

extension DecisionTest {
    fileprivate func slips(in set: RuleSet) -> [TestSlip<DecisionTest>] {
        comparisons.indices.flatMap { place -> [TestSlip<DecisionTest>] in
            let comparison = comparisons[place]
            return comparison.slips(another: another(than: comparison.expected, in: set)).map { slip in
                TestSlip(
                    kind: slip.kind, test: with(comparisons.with(slip.test, at: place)),
                    dropped: slip.dropped.map { with([$0]) })
            }
        }
    }

    /// Another outcome than those expected, where it is not all that is left.
    private func another(than expected: [Expected], in set: RuleSet) -> Expected? {
        guard set[decision].outcomes.count > 2 else { return nil }
        return set[decision].outcomes.indices.map { .outcome($0) }.first { !expected.contains($0) }
    }
}

extension DecisionTest.Comparison {
    fileprivate func slips(another: DecisionTest.Expected?) -> [TestSlip<DecisionTest.Comparison>] {
        let comparators = comparator.slips(ofSeveral: expected.count > 1)
        let slips = comparators.map { TestSlip(kind: .comparator, test: with($0, expected)) }
        if expected.count > 1 {
            return slips
                + expected.indices.map { place in
                    TestSlip(
                        kind: .value, test: with(comparator, expected.without(place)),
                        dropped: with(comparator, [expected[place]]))
                }
        }
        return slips + (another.map { [TestSlip(kind: .value, test: with(comparator, [$0]))] } ?? [])
    }
}

extension Calculation {
    /// Terms swapped, one left out, or another extreme.
    var slips: [Calculation] {
        switch self {
        case .days(let a, let b): [.days(from: b, to: a)]
        case .businessDays(let a, let b, let calendar):
            [.businessDays(from: b, to: a, calendar), .days(from: a, to: b)]
        case .dueDate(let a, let delay, let calendar): calendar == nil ? [] : [.dueDate(from: a, delay: delay, nil)]
        case .difference(let a, let b): [.difference(b, a)]
        case .sum(let all): [.product(all)] + (all.count < 2 ? [] : all.indices.map { .sum(all.without($0)) })
        case .product(let all): [.sum(all)] + (all.count < 2 ? [] : all.indices.map { .product(all.without($0)) })
        case .minimum(let all): [.maximum(all)]
        case .maximum(let all): [.minimum(all)]
        }
    }
}

extension Value {
    /// Other values of the type that a slip could give: the next ones of a nombre or a date, another one of a choice.
    func neighbours(in type: ValueType) -> [Value] {
        switch self {
        case .yesNo(let holds): return [.yesNo(!holds)]
        case .choice(let symbol):
            guard let place = type.symbols.firstIndex(of: symbol), type.symbols.count > 1 else { return [] }
            return [.choice(type.symbols[(place + 1) % type.symbols.count])]  // bounded: compared with 1
        case .choices: return []
        case .number(let number):
            return [-ExactDecimal.oneInTenThousandths, ExactDecimal.oneInTenThousandths].compactMap { step in
                ExactDecimal(tenThousandths: number.tenThousandths + step).map { .number($0) }
            }
        case .date(let date): return [-1, 1].compactMap { step in date.shifted(by: step).map { .date($0) } }
        case .text(let text): return [.text(text + "…")]
        }
    }
}

extension ExactDecimal {
    fileprivate static let oneInTenThousandths: Int64 = 10_000
}

extension Array {
    fileprivate func without(_ place: Int) -> [Element] { Array(self[..<place] + self[(place + 1)...]) }

    fileprivate func with(_ element: Element, at place: Int) -> [Element] {
        Array(self[..<place] + [element] + self[(place + 1)...])
    }
}
