/// Formulas that are true or false.
extension TermBank {
    func not(_ term: Term) -> Term {
        switch self[term] {
        case .truth(let value): truth(!value)
        case .not(let inner): inner
        default: intern(.not(term))
        }
    }

    func all(_ terms: [Term]) -> Term {
        let parts = Set(terms).subtracting([yes])
        if parts.contains(no) || parts.contains(where: { parts.contains(not($0)) }) { return no }
        if parts.count == 1, let one = parts.first { return one }
        return parts.isEmpty ? yes : intern(.all(parts.sorted()))
    }

    func any(_ terms: [Term]) -> Term {
        let parts = Set(terms).subtracting([no])
        if parts.contains(yes) || parts.contains(where: { parts.contains(not($0)) }) { return yes }
        if parts.count == 1, let one = parts.first { return one }
        return parts.isEmpty ? no : intern(.any(parts.sorted()))
    }

    func none(_ terms: [Term]) -> Term { not(any(terms)) }

    /// At least so many hold.
    func atLeast(_ count: Int, _ terms: [Term]) -> Term {
        let open = terms.filter { !self[$0].isConstant }.sorted()
        let needed = count - terms.count { $0 == yes }
        if needed <= 0 { return yes }
        if needed > open.count { return no }
        if needed == open.count { return all(open) }
        return needed == 1 ? any(open) : intern(.atLeast(Int32(needed), open))  // bounded: counts branches, at most
    }

    /// Both hold or neither does.
    func same(_ a: Term, _ b: Term) -> Term { either(a, b, not(b)) }

    func different(_ a: Term, _ b: Term) -> Term { not(same(a, b)) }

    /// `a` where the condition holds, else `b`: both truth values, or both whole numbers.
    func either(_ condition: Term, _ a: Term, _ b: Term) -> Term {
        if condition == yes || a == b { return a }
        if condition == no { return b }
        if case .not(let inner) = self[condition] { return either(inner, b, a) }
        if a == yes { return any([condition, b]) }
        if a == no { return all([not(condition), b]) }
        if b == no { return all([condition, a]) }
        if b == yes { return any([not(condition), a]) }
        let (first, second) = (range(of: a), range(of: b))
        let range = ValueRange(min(first.least, second.least), max(first.most, second.most))
        return intern(.either(condition, a, b), range)
    }
}
