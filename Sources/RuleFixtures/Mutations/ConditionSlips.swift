import PolicyValues
import RuleModel

/// One way in which a condition could be written otherwise.
struct ConditionSlip {
    let kind: Mutant.Kind
    let condition: Condition.Kind
    /// The branch that is left out.
    var dropped: Condition?
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
                    ConditionSlip(kind: .value, condition: .rules(rules.without(place)))
                }
        case .test(let test): test.slips(in: set).map { ConditionSlip(kind: $0.kind, condition: .test($0.test)) }
        case .decisionTest(let test):
            test.slips(in: set).map { ConditionSlip(kind: $0.kind, condition: .decisionTest($0.test)) }
        }
    }

    private func slip(_ kind: Kind) -> ConditionSlip { ConditionSlip(kind: .connective, condition: kind) }

    private func without(_ branches: [Condition], _ make: ([Condition]) -> Kind) -> [ConditionSlip] {
        branches.indices.map { place in
            ConditionSlip(kind: .branch, condition: make(branches.without(place)), dropped: branches[place])
        }
    }
}

extension Test {
    func slips(in set: RuleSet) -> [(kind: Mutant.Kind, test: Test)] {
        let type =
            switch subject {
            case .fact(let id): set[id].type
            case .definition(let id): set[id].type
            }
        return comparisons.indices.flatMap { place in
            comparisons[place].slips(in: type).map { slip in
                var changed = comparisons
                changed[place] = slip.comparison
                return (slip.kind, with(changed))
            } + (comparisons.count < 2 ? [] : [(.branch, with(comparisons.without(place)))])
        }
    }
}

extension Comparison {
    fileprivate func slips(in type: ValueType) -> [(kind: Mutant.Kind, comparison: Comparison)] {
        var slips: [(kind: Mutant.Kind, comparison: Comparison)] = []
        switch comparator {
        case .oneOf: slips.append((.comparator, with(.noneOf, operands)))
        case .noneOf: slips.append((.comparator, with(.oneOf, operands)))
        case .containsAll: slips.append((.comparator, with(.oneOf, operands)))
        case .above: slips += [(.comparator, with(.atLeast, operands)), (.comparator, with(.atMost, operands))]
        case .atLeast: slips += [(.comparator, with(.above, operands)), (.comparator, with(.below, operands))]
        case .below: slips += [(.comparator, with(.atMost, operands)), (.comparator, with(.atLeast, operands))]
        case .atMost: slips += [(.comparator, with(.below, operands)), (.comparator, with(.above, operands))]
        }
        if operands.count > 1 {
            slips += operands.indices.map { (.value, with(comparator, operands.without($0))) }
        }
        guard let only = operands.first, operands.count == 1, case .constant(let value) = only else { return slips }
        // `oui` for `non` is what the other comparator says.
        if type == .yesNo { return slips }
        let kind: Mutant.Kind = comparator.isOrder ? .bound : .value
        return slips + value.neighbours(in: type).map { (kind, with(comparator, [.constant($0)])) }
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
    fileprivate func slips(in set: RuleSet) -> [(kind: Mutant.Kind, test: DecisionTest)] {
        comparisons.indices.flatMap { place -> [(kind: Mutant.Kind, test: DecisionTest)] in
            let comparison = comparisons[place]
            func changed(_ other: DecisionTest.Comparison) -> DecisionTest {
                var all = comparisons
                all[place] = other
                return with(all)
            }
            let opposite: RuleModel.Comparison.Comparator = comparison.comparator == .oneOf ? .noneOf : .oneOf
            var slips: [(kind: Mutant.Kind, test: DecisionTest)] = [
                (.comparator, changed(comparison.with(opposite, comparison.expected)))
            ]
            if comparison.expected.count > 1 {
                for index in comparison.expected.indices {
                    slips.append(
                        (.value, changed(comparison.with(comparison.comparator, comparison.expected.without(index)))))
                }
            } else if set[decision].outcomes.count > 2, let next = another(than: comparison.expected, in: set) {
                slips.append((.value, changed(comparison.with(comparison.comparator, [next]))))
            }
            return slips
        }
    }

    private func another(than expected: [Expected], in set: RuleSet) -> Expected? {
        set[decision].outcomes.indices.map { .outcome($0) }.first { !expected.contains($0) }
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
            return [.choice(type.symbols[(place + 1) % type.symbols.count])]
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
}
