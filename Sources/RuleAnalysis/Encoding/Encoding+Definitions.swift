import PolicyValues
import RuleModel

// MARK: Section 5: selon and calcul

extension Encoding {
    /// The value of the first line that holds; where earlier lines are `inconnu`, known only when every line that can
    /// still be the first gives the same known value.
    func value(of lines: [Definition.CaseLine]) -> KnownTerm? {
        guard let last = lines.last, let type = lines.lazy.compactMap({ self.value(of: $0.value) }).first else {
            return nil
        }
        let truths = lines.map { holds($0) }
        let values = lines.map { self.value(of: $0.value) ?? KnownTerm(value: type.value, isKnown: bank.no) }
        guard var first = values.last?.value, last.condition == nil else { return nil }
        for (truth, value) in zip(truths, values).reversed().dropFirst() {
            first = bank.either(bank.not(truth.no), value.value, first)
        }
        var known: [Term] = []
        var earlier: [Term] = []
        var isOnly = true
        for (truth, value) in zip(truths, values) {
            let isCandidate = bank.all([bank.none(earlier), bank.not(truth.no)])
            // While no earlier line can be `inconnu`, a line that can be the first is the first.
            let agrees = isOnly ? bank.yes : isSame(value.value, first)
            known.append(bank.any([bank.not(isCandidate), bank.all([value.isKnown, agrees])]))
            earlier.append(truth.yes)
            isOnly = isOnly && bank.isTwoValued(truth)
        }
        return KnownTerm(value: first, isKnown: bank.all(known))
    }

    /// Equal values of one type.
    func isSame(_ a: ValueTerm, _ b: ValueTerm) -> Term {
        switch (a, b) {
        case (.symbols(let a), .symbols(let b)):
            bank.all(Set(a.keys).union(b.keys).map { bank.same(a[$0] ?? bank.no, b[$0] ?? bank.no) })
        case (.yesNo, _), (.number, _), (.symbols, _): bank.isEqualOrContains(a, b)
        }
    }

    func value(of calculation: Calculation) -> KnownTerm? {
        let operands = calculation.operands.compactMap { operand -> (Term, Term)? in
            guard let known = value(of: operand), case .number(let value) = known.value else { return nil }
            return (value, known.isKnown)
        }
        guard operands.count == calculation.operands.count, let first = operands.first?.0 else { return nil }
        let known = bank.all(operands.map(\.1))
        let terms = operands.map(\.0)
        let result: (value: Term, isKnown: Term) =
            switch calculation {
            case .days: (days(bank.difference(terms[1], terms[0])), bank.yes)
            case .businessDays(_, _, let calendar):
                CalendarTerms(set[calendar], bank).days(from: terms[0], to: terms[1])
            case .dueDate(_, _, let calendar): dueDate(from: terms[0], delay: terms[1], calendar)
            case .sum: narrowed(bank.sum(terms))
            case .difference: narrowed(bank.difference(terms[0], terms[1]))
            case .product: product(terms)
            case .minimum: (terms.reduce(first) { bank.either(bank.atMost($0, $1), $0, $1) }, bank.yes)
            case .maximum: (terms.reduce(first) { bank.either(bank.atMost($0, $1), $1, $0) }, bank.yes)
            }
        return KnownTerm(value: .number(result.value), isKnown: bank.all([known, result.isKnown]))
    }

    /// A count of days as a `nombre`.
    private func days(_ count: Term) -> Term { bank.product([bank.number(CalendarTerms.scale), count]) }

    private func dueDate(from start: Term, delay: Term, _ calendar: CalendarID?) -> (Term, Term) {
        let count = bank.quotient(delay, by: CalendarTerms.scale)
        let isWhole = bank.equal(bank.remainder(delay, by: CalendarTerms.scale), bank.number(0))
        let isDelay = bank.all([isWhole, bank.atMost(bank.number(0), delay)])
        guard let calendar else {
            let day = bank.sum([start, count])
            return (day, bank.all([isDelay, bank.atMost(day, bank.number(Int128(CivilDate.last.dayNumber)))]))
        }
        let due = CalendarTerms(set[calendar], bank).dueDate(from: start, after: count, where: isDelay)
        return (due.value, bank.all([isDelay, due.isKnown]))
    }

    /// A number where it is in the range of a `nombre`.
    private func narrowed(_ value: Term) -> (Term, Term) {
        let bound = Int128(ExactDecimal.bound) - 1
        return (value, bank.isWithin(value, -bound, bound))
    }

    /// Ten-thousandths multiplied, and divided by ten thousand once for each factor but the first; exactly, else
    /// unknown.
    private func product(_ factors: [Term]) -> (Term, Term) {
        var value = bank.product(factors)
        var isExact: [Term] = []
        for _ in factors.dropFirst() {
            isExact.append(bank.equal(bank.remainder(value, by: CalendarTerms.scale), bank.number(0)))
            value = bank.quotient(value, by: CalendarTerms.scale)
        }
        let (narrow, isNarrow) = narrowed(value)
        return (narrow, bank.all(isExact + [isNarrow]))
    }
}
