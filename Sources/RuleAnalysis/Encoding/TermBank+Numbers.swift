/// Formulas about whole numbers. Bounds that are plain decide comparisons at once; beyond 127 bits none are kept.
extension TermBank {
    func sum(_ terms: [Term]) -> Term {
        var constant = Int128(0)
        var parts: [Term] = []
        for term in terms {
            switch self[term] {
            case .number(let value):
                let (total, overflow) = constant.addingReportingOverflow(value)
                if overflow { parts.append(term) } else { constant = total }
            default: parts.append(term)
            }
        }
        if constant != 0 || parts.isEmpty { parts.append(number(constant)) }
        if parts.count == 1, let one = parts.first { return one }
        return intern(.sum(parts.sorted()), parts.map { range(of: $0) }.reduce(ValueRange(0, 0), +))
    }

    func difference(_ a: Term, _ b: Term) -> Term { sum([a, product([number(-1), b])]) }

    func product(_ factors: [Term]) -> Term {
        var constant = Int128(1)
        var parts: [Term] = []
        for factor in factors.flatMap({ self.factors(of: $0) }) {
            switch self[factor] {
            case .number(let value):
                let (total, overflow) = constant.multipliedReportingOverflow(by: value)
                if overflow { parts.append(factor) } else { constant = total }
            default: parts.append(factor)
            }
        }
        if constant == 0 { return number(0) }
        if constant != 1 || parts.isEmpty { parts.append(number(constant)) }
        if parts.count == 1, let one = parts.first { return one }
        return intern(.product(parts.sorted()), parts.map { range(of: $0) }.reduce(ValueRange(1, 1), *))
    }

    private func factors(of term: Term) -> [Term] {
        if case .product(let factors) = self[term] { factors } else { [term] }
    }

    /// Rounded down; the divisor is positive.
    func quotient(_ term: Term, by divisor: Int128) -> Term {
        if case .number(let value) = self[term] { return number(Self.floor(value, divisor)) }
        if let rest = dividing(term, by: divisor) { return rest }
        let range = range(of: term)
        let least = range.least == .min ? Int128.min : Self.floor(range.least, divisor)
        let most = range.most == .max ? Int128.max : Self.floor(range.most, divisor)
        return intern(.quotient(term, divisor), ValueRange(least, most))
    }

    /// From 0 to below the divisor, which is positive.
    func remainder(_ term: Term, by divisor: Int128) -> Term {
        if case .number(let value) = self[term] { return number(value - Self.floor(value, divisor) * divisor) }
        if dividing(term, by: divisor) != nil { return number(0) }
        return intern(.remainder(term, divisor), ValueRange(0, divisor - 1))
    }

    /// The term divided, where it is a multiple of the divisor by its form.
    private func dividing(_ term: Term, by divisor: Int128) -> Term? {
        guard case .product(let factors) = self[term] else { return nil }
        for (place, factor) in factors.enumerated() {
            guard case .number(let value) = self[factor], value.isMultiple(of: divisor) else { continue }
            var rest = factors
            rest[place] = number(value / divisor)  // bounded: divisors are scales, none of them 0
            return product(rest)
        }
        return nil
    }

    private static func floor(_ value: Int128, _ divisor: Int128) -> Int128 {
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }

    func equal(_ a: Term, _ b: Term) -> Term {
        if a == b { return yes }
        let (first, second) = (range(of: a), range(of: b))
        if first.most < second.least || second.most < first.least { return no }
        if case .number = self[a], case .number = self[b] { return no }
        return intern(a < b ? .equal(a, b) : .equal(b, a))
    }

    func atMost(_ a: Term, _ b: Term) -> Term {
        let (first, second) = (range(of: a), range(of: b))
        if a == b || first.most <= second.least, first.most < .max { return yes }
        if first.least > second.most { return no }
        return a == b ? yes : intern(.atMost(a, b))
    }

    func below(_ a: Term, _ b: Term) -> Term { not(atMost(b, a)) }

    /// Whether a whole number lies within bounds, both included.
    func isWithin(_ term: Term, _ least: Int128, _ most: Int128) -> Term {
        all([atMost(number(least), term), atMost(term, number(most))])
    }
}

extension ValueRange {
    private var isOpen: Bool { least == .min || most == .max }

    static func + (left: ValueRange, right: ValueRange) -> ValueRange {
        let (least, below) = left.least.addingReportingOverflow(right.least)
        let (most, above) = left.most.addingReportingOverflow(right.most)
        return left.isOpen || right.isOpen || below || above ? .anything : ValueRange(least, most)
    }

    static func * (left: ValueRange, right: ValueRange) -> ValueRange {
        if left.isOpen || right.isOpen { return .anything }
        var corners: [Int128] = []
        for a in [left.least, left.most] {
            for b in [right.least, right.most] {
                let (corner, overflow) = a.multipliedReportingOverflow(by: b)
                if overflow { return .anything }
                corners.append(corner)
            }
        }
        return ValueRange(corners.min() ?? 0, corners.max() ?? 0)
    }
}
