import PolicyValues
import RuleModel

/// The values of each fact that rules can tell apart: what they are compared with, and what lies just beside it.
struct FactCandidates {
    private var values: [[Value]]

    init(_ set: RuleSet) {
        let numbers = set.constants.compactMap { if case .number(let number) = $0 { number } else { nil } }
        let dates = set.constants.compactMap { if case .date(let date) = $0 { date } else { nil } } + set.dates
        let texts = set.constants.compactMap { if case .text(let text) = $0 { text } else { nil } }
        values = set.facts.map { fact in
            switch fact.type {
            case .yesNo: [.yesNo(true), .yesNo(false)]
            case .choice(let symbols): symbols.map { .choice($0) }
            case .choices(let symbols): [.choices([])] + symbols.map { .choices([$0]) } + [.choices(symbols.sorted())]
            case .number: Self.around(numbers, in: fact)
            case .date: Self.around(dates)
            case .text: Set(texts).sorted().map { .text($0) } + [.text("autre")]
            }
        }
    }

    /// Nil is unknown, last.
    func values(of fact: FactID) -> [Value?] { values[fact.position] + [nil] }

    /// Each number, one more and one less, within the fact's bounds; and the ends of these.
    private static func around(_ numbers: [ExactDecimal], in fact: Fact) -> [Value] {
        let ends = [fact.minimum, fact.maximum].compactMap { $0 }
        let near = numbers.flatMap { number in
            [-10_000, 0, 10_000].compactMap { ExactDecimal(tenThousandths: number.tenThousandths + $0) }
        }
        let all = Set(near + ends + [0, 1, 10, 100].compactMap { ExactDecimal(whole: $0) })
        return all.filter { number in
            (fact.minimum.map { $0 <= number } ?? true) && (fact.maximum.map { number <= $0 } ?? true)
        }.sorted().map { .number($0) }
    }

    /// Each date, and days and months beside it.
    private static func around(_ dates: [CivilDate]) -> [Value] {
        let near = dates.flatMap { date in [-90, -1, 0, 1, 30, 90].compactMap { date.shifted(by: $0) } }
        return Set(near).sorted().map { .date($0) }
    }
}

extension RuleSet {
    /// The constants that conditions, definitions and parameters name.
    var constants: [Value] {
        var found: [Value] = []
        func add(_ operands: [Operand]) {
            for case .constant(let value) in operands { found.append(value) }
        }
        func add(_ condition: Condition?) {
            guard let condition else { return }
            if case .test(let test) = condition.kind { add(test.comparisons.flatMap(\.operands)) }
            for branch in condition.branches { add(branch) }
        }
        for rule in rules { for condition in [rule.condition, rule.exception] { add(condition) } }
        for decision in decisions { add(decision.applicability) }
        for invariant in constraints + properties {
            for condition in [invariant.condition, invariant.consequence] { add(condition) }
        }
        for definition in definitions {
            switch definition.body {
            case .truth(let condition): add(condition)
            case .calculation(let calculation): add(calculation.operands)
            case .byCase(let lines):
                for line in lines {
                    add(line.condition)
                    add([line.value])
                }
            }
        }
        return found + parameters.flatMap { $0.versions.compactMap(\.value) }
    }

    /// The days on which the set may change, and the days before: ends of `en vigueur` and dates of parameters.
    var dates: [CivilDate] {
        var periods = rules.map(\.inForce) + definitions.map(\.inForce) + parameters.map(\.inForce)
        periods.append(policy.inForce)
        for definition in definitions {
            if case .byCase(let lines) = definition.body { periods += lines.map(\.inForce) }
        }
        let changes = periods.compactMap { $0 }.flatMap { period in
            [period.from, period.through.flatMap { $0.shifted(by: 1) }].compactMap { $0 }
        }
        let all = changes + parameters.flatMap { $0.versions.map(\.from) }
        return Set(all + all.flatMap { day in [-2, -1, 1].compactMap { day.shifted(by: $0) } }).sorted()
    }
}
