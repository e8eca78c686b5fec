import PolicyValues
import RuleModel

// MARK: Section 5: definitions, calendars, parameters

extension ReferenceEvaluator {
    /// The value of a definition; outside its own `en vigueur` it is unknown.
    func value(of definition: Definition) -> Value? {
        guard definition.inForce?.contains(date) ?? true else { return nil }
        switch definition.body {
        case .truth(let condition):
            return switch truth(of: condition) {
            case .yes: .yesNo(true)
            case .no: .yesNo(false)
            case .unknown: nil
            }
        case .calculation(let calculation): return value(of: calculation)
        case .byCase(let lines): return value(of: lines)
        }
    }

    /// The value of the first line that holds and is in force; while earlier lines are `inconnu`, the value is known only
    /// when every line that can still be the first gives the same known value.
    private func value(of lines: [Definition.CaseLine]) -> Value? {
        var candidates: [Value?] = []
        for line in lines {
            let inForce = Truth(line.inForce?.contains(date) ?? true)
            let holds = Swift.min(inForce, line.condition.map { truth(of: $0) } ?? .yes)
            if holds != .no { candidates.append(value(of: line.value)) }
            if holds == .yes { break }
        }
        guard let first = candidates.first, let value = first else { return nil }
        return candidates.allSatisfy { $0 == value } ? value : nil
    }

    private func value(of calculation: Calculation) -> Value? {
        switch calculation {
        case .days(let from, let to):
            guard let from = date(from), let to = date(to) else { return nil }
            return number(whole: Int(to.dayNumber) - Int(from.dayNumber))
        case .businessDays(let from, let to, let calendar):
            guard let from = date(from), let to = date(to) else { return nil }
            return businessDays(from, to, set[calendar]).flatMap { number(whole: $0) }
        case .dueDate(let from, let delay, let calendar):
            guard let from = date(from), let delay = number(delay)?.whole, delay >= 0 else { return nil }
            guard let calendar else { return from.adding(days: delay).map { .date($0) } }
            return dueDate(from, delay, set[calendar]).map { .date($0) }
        case .sum(let terms): return numbers(terms).flatMap(ExactDecimal.sum).map { .number($0) }
        case .product(let factors): return numbers(factors).flatMap(ExactDecimal.product).map { .number($0) }
        case .difference(let a, let b):
            guard let a = number(a), let b = number(b) else { return nil }
            return ExactDecimal.difference(a, b).map { .number($0) }
        case .minimum(let operands): return extreme(operands) { $0 < $1 }
        case .maximum(let operands): return extreme(operands) { $0 > $1 }
        }
    }

    /// Business days after `from` up to and including `to`; swapped and negated when `to` is before. Nil when a day
    /// examined is not covered.
    private func businessDays(_ from: CivilDate, _ to: CivilDate, _ calendar: WorkCalendar) -> Int? {
        if to < from { return businessDays(to, from, calendar).map { -$0 } }
        var count = 0
        var day = from
        while day < to {
            guard let next = day.adding(days: 1), calendar.covers(next) else { return nil }
            day = next
            if calendar.isBusinessDay(day) { count += 1 }
        }
        return count
    }

    /// The n-th business day after `from`; `from` itself for 0. Nil when a day examined is not covered.
    private func dueDate(_ from: CivilDate, _ delay: Int, _ calendar: WorkCalendar) -> CivilDate? {
        var left = delay
        var day = from
        while left > 0 {
            guard let next = day.adding(days: 1), calendar.covers(next) else { return nil }
            day = next
            if calendar.isBusinessDay(day) { left -= 1 }
        }
        return day
    }

    private func extreme(_ operands: [Operand], _ isBefore: (Int64, Int64) -> Bool) -> Value? {
        var best: Value?
        for operand in operands {
            guard let value = value(of: operand) else { return nil }
            guard let current = best else {
                best = value
                continue
            }
            switch (value, current) {
            case (.number(let a), .number(let b)): if isBefore(a.tenThousandths, b.tenThousandths) { best = value }
            case (.date(let a), .date(let b)): if isBefore(Int64(a.dayNumber), Int64(b.dayNumber)) { best = value }
            default: return nil
            }
        }
        return best
    }

    private func date(_ operand: Operand) -> CivilDate? {
        if case .date(let date) = value(of: operand) { date } else { nil }
    }

    private func number(_ operand: Operand) -> ExactDecimal? {
        if case .number(let number) = value(of: operand) { number } else { nil }
    }

    /// All operands, or nil when one is unknown.
    private func numbers(_ operands: [Operand]) -> [ExactDecimal]? {
        let numbers = operands.compactMap { number($0) }
        return numbers.count == operands.count ? numbers : nil
    }

    private func number(whole: Int) -> Value? { ExactDecimal(whole: whole).map { .number($0) } }
}
