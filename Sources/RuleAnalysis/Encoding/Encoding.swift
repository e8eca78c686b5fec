import PolicyValues
import RuleModel

/// A rule set at a date as formulas over its facts: what the reference evaluator makes of a complete case, said all at
/// once. Made from the typed model, section by section of the language, and not from the program.
///
/// Every fact is known; a parameter without value, a day that no calendar covers and a number out of range still make a
/// definition unknown, so that truth stays three-valued.
struct Encoding {
    let set: RuleSet
    let date: CivilDate
    let bank: TermBank
    let facts: FactTerms
    /// By definition, rule and decision; computed in the set's order.
    private(set) var definitions: [KnownTerm]
    private(set) var rules: [KleeneTerm]
    private(set) var decisions: [DecisionTerm]
    /// By ``Condition/number``.
    private var truths: [KleeneTerm?]

    /// - Complexity: linear in the set.
    init(_ facts: FactTerms, on date: CivilDate, in bank: TermBank) {
        set = facts.set
        self.date = date
        self.bank = bank
        self.facts = facts
        definitions = set.definitions.map { _ in KnownTerm(value: .yesNo(bank.no), isKnown: bank.no) }
        rules = set.rules.map { _ in bank.kleene(false) }
        decisions = set.decisions.map {
            DecisionTerm(of: $0, bank.kleene(false), $0.outcomes.map { _ in bank.kleene(false) }, in: bank)
        }
        truths = Array(repeating: nil, count: set.conditionCount)
        for computed in set.order {
            switch computed {
            case .definition(let id): definitions[id.position] = value(of: set[id])
            case .rule(let id): rules[id.position] = applies(set[id])
            case .decision(let id): decisions[id.position] = result(of: set[id])
            }
        }
        for invariant in set.constraints + set.properties {
            for condition in [invariant.condition, invariant.consequence].compactMap(\.self) { remember(condition) }
        }
    }

    subscript(id: RuleID) -> KleeneTerm { rules[id.position] }
    subscript(id: DecisionID) -> DecisionTerm { decisions[id.position] }

    /// No constraint is `faux`.
    var coherence: Term { bank.none(set.constraints.map { truth(of: $0).no }) }

    /// `si` implies `alors`.
    func truth(of invariant: Invariant) -> KleeneTerm {
        let premise = invariant.condition.map { truth(of: $0) } ?? bank.kleene(true)
        return bank.disjunction([bank.negation(premise), truth(of: invariant.consequence)])
    }

    // MARK: Section 4: conditions

    func truth(of condition: Condition) -> KleeneTerm { truths[condition.number] ?? compute(condition, .init()) }

    /// The same, with other truth values for some conditions, by number.
    func truth(of condition: Condition, where others: [Int: KleeneTerm]) -> KleeneTerm { compute(condition, others) }

    private mutating func remember(_ condition: Condition) {
        for branch in condition.branches { remember(branch) }
        truths[condition.number] = compute(condition, .init())
    }

    /// The truth of a condition that is met in the set's order.
    private mutating func define(_ condition: Condition) -> KleeneTerm {
        remember(condition)
        return truth(of: condition)
    }

    private func compute(_ condition: Condition, _ others: [Int: KleeneTerm]) -> KleeneTerm {
        if let other = others[condition.number] { return other }
        func all(_ branches: [Condition]) -> [KleeneTerm] {
            branches.map { others.isEmpty ? truth(of: $0) : compute($0, others) }
        }
        switch condition.kind {
        case .all(let branches): return bank.conjunction(all(branches))
        case .any(let branches): return bank.disjunction(all(branches))
        case .none(let branches): return bank.negation(bank.disjunction(all(branches)))
        case .atLeast(let count, let branches): return bank.atLeast(count, of: all(branches))
        case .not(let branch): return bank.negation(all([branch]).first ?? bank.kleene(false))
        case .rules(let rules): return bank.disjunction(rules.map { self[$0] })
        case .test(let test):
            return bank.conjunction(test.comparisons.map { truth(of: $0, value(of: test.subject)) })
        case .decisionTest(let test): return self[test.decision].truth(of: test, in: bank)
        }
    }

    private func value(of subject: Test.Subject) -> KnownTerm {
        switch subject {
        case .fact(let id): KnownTerm(value: facts[id], isKnown: bank.yes)
        case .definition(let id): definitions[id.position]
        }
    }

    private func truth(of comparison: Comparison, _ left: KnownTerm) -> KleeneTerm {
        let tests = comparison.operands.map { operand -> KleeneTerm in
            guard let right = value(of: operand) else { return bank.kleene(bank.no, where: bank.no) }
            let known = bank.all([left.isKnown, right.isKnown])
            return bank.kleene(holds(comparison.comparator, left.value, right.value), where: known)
        }
        return switch comparison.comparator {
        case .oneOf, .above, .atLeast, .below, .atMost: bank.disjunction(tests)
        case .noneOf: bank.negation(bank.disjunction(tests))
        case .containsAll: bank.conjunction(tests)
        }
    }

    private func holds(_ comparator: Comparison.Comparator, _ left: ValueTerm, _ right: ValueTerm) -> Term {
        switch comparator {
        case .oneOf, .noneOf, .containsAll: bank.isEqualOrContains(left, right)
        case .above: bank.not(bank.atMost(left, right))
        case .atLeast: bank.atMost(right, left)
        case .below: bank.not(bank.atMost(right, left))
        case .atMost: bank.atMost(left, right)
        }
    }

    /// What stands right in a test, in a calculation or in a `vaut`; nil of a parameter without value at the date.
    func value(of operand: Operand) -> KnownTerm? {
        switch operand {
        case .constant(let value): KnownTerm(value: bank.value(value, facts.texts), isKnown: bank.yes)
        case .parameter(let id):
            set[id].value(on: date).map { KnownTerm(value: bank.value($0, facts.texts), isKnown: bank.yes) }
        case .fact(let id): KnownTerm(value: facts[id], isKnown: bank.yes)
        case .definition(let id): definitions[id.position]
        }
    }

    // MARK: Section 5: definitions

    private mutating func value(of definition: Definition) -> KnownTerm {
        let known: KnownTerm?
        switch definition.body {
        case .truth(let condition):
            let truth = define(condition)
            known = KnownTerm(value: .yesNo(truth.yes), isKnown: bank.any([truth.yes, truth.no]))
        case .calculation(let calculation): known = value(of: calculation)
        case .byCase(let lines):
            for line in lines { line.condition.map { remember($0) } }
            known = value(of: lines)
        }
        guard definition.inForce?.contains(date) ?? true, let known else { return unknown(of: definition.type) }
        return known
    }

    /// A value of a type that is never known.
    func unknown(of type: ValueType) -> KnownTerm {
        switch type {
        case .yesNo: KnownTerm(value: .yesNo(bank.no), isKnown: bank.no)
        case .choice, .choices: KnownTerm(value: .symbols([:]), isKnown: bank.no)
        case .number, .date, .text: KnownTerm(value: .number(bank.number(0)), isKnown: bank.no)
        }
    }

    /// Whether a line of `selon` is in force and holds.
    func holds(_ line: Definition.CaseLine) -> KleeneTerm {
        guard line.inForce?.contains(date) ?? true else { return bank.kleene(false) }
        return line.condition.map { truth(of: $0) } ?? bank.kleene(true)
    }

    // MARK: Section 6: rules and decisions

    private mutating func applies(_ rule: Rule) -> KleeneTerm {
        for condition in [rule.condition, rule.exception].compactMap(\.self) { remember(condition) }
        return applies(rule, overriddenBy: rule.overriddenBy, exception: rule.exception)
    }

    /// Whether a rule applies, by some of the rules that `écarte` it, with or without its `sauf`.
    func applies(_ rule: Rule, overriddenBy overriders: [RuleID], exception: Condition?) -> KleeneTerm {
        let holds = rule.condition.map { truth(of: $0) } ?? bank.kleene(true)
        let isExcepted = exception.map { truth(of: $0) } ?? bank.kleene(false)
        let inForce = bank.kleene(rule.inForce?.contains(date) ?? true)
        let isOverridden = bank.disjunction(overriders.map { self[$0] })
        return bank.conjunction([holds, bank.negation(isExcepted), inForce, bank.negation(isOverridden)])
    }

    private mutating func result(of decision: Decision) -> DecisionTerm {
        let applicability = decision.applicability.map { define($0) } ?? bank.kleene(true)
        let supports = decision.concludedBy.map { rules in bank.disjunction(rules.map { self[$0] }) }
        return DecisionTerm(of: decision, applicability, supports, in: bank)
    }

    /// The result of a decision without the support of a rule.
    func result(of id: DecisionID, without rule: RuleID) -> DecisionTerm {
        let supports = set[id].concludedBy.map { rules in
            bank.disjunction(rules.filter { $0 != rule }.map { self[$0] })
        }
        return DecisionTerm(of: set[id], self[id].applicability, supports, in: bank)
    }
}
