import PolicyValues

/// A truth value of three as two formulas: one for `vrai`, one for `faux`; `inconnu` where neither holds. In complete
/// cases most are two-valued, and then one formula is the other's denial.
package struct KleeneTerm: Hashable, Sendable {
    package let yes: Term
    package let no: Term
}

extension TermBank {
    func kleene(_ truth: Term) -> KleeneTerm { KleeneTerm(yes: truth, no: not(truth)) }

    func kleene(_ truth: Bool) -> KleeneTerm { kleene(self.truth(truth)) }

    /// What a formula says where it is known, else `inconnu`.
    func kleene(_ truth: Term, where known: Term) -> KleeneTerm {
        KleeneTerm(yes: all([known, truth]), no: all([known, not(truth)]))
    }

    /// Is never `inconnu`.
    func isTwoValued(_ term: KleeneTerm) -> Bool { term.no == not(term.yes) }

    func negation(_ term: KleeneTerm) -> KleeneTerm { KleeneTerm(yes: term.no, no: term.yes) }

    func conjunction(_ terms: [KleeneTerm]) -> KleeneTerm {
        let yes = all(terms.map(\.yes))
        return KleeneTerm(yes: yes, no: terms.allSatisfy { isTwoValued($0) } ? not(yes) : any(terms.map(\.no)))
    }

    func disjunction(_ terms: [KleeneTerm]) -> KleeneTerm {
        let yes = any(terms.map(\.yes))
        return KleeneTerm(yes: yes, no: terms.allSatisfy { isTwoValued($0) } ? not(yes) : all(terms.map(\.no)))
    }

    func atLeast(_ count: Int, of terms: [KleeneTerm]) -> KleeneTerm {
        KleeneTerm(yes: atLeast(count, terms.map(\.yes)), no: not(atLeast(count, terms.map { not($0.no) })))
    }

    func isUnknown(_ term: KleeneTerm) -> Term { none([term.yes, term.no]) }
}
