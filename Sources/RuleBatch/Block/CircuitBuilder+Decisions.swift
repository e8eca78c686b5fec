import RuleEngine

extension CircuitBuilder {
    /// Whether a rule applies; of a class, once for all its rules.
    mutating func decideRule(_ index: Int) {
        guard let place = classes.classOfRule[index] else {
            rules[index] = applies(index)
            return
        }
        let all = classes.classes[place]
        guard index == all.representative else { return }
        var values = BlockCircuit.none
        for (value, _) in all.rules { values = or(values, lanes(of: classes.fact, holding: value)) }
        guardPairs[all.branch] = Pair(yes: values, no: without(form(classes.fact).known, values))
        let pair = applies(index)
        for (_, rule) in all.rules { rules[rule] = pair }
    }

    /// Whether a rule applies (section 6).
    private mutating func applies(_ index: Int) -> Pair {
        let rule = program.rules[index]
        var conditions = [known(period(rule.period)), anyRule(rule.overriders).negated]
        if let condition = rule.condition { conditions.append(truth(at: condition)) }
        if let exception = rule.exception { conditions.append(truth(at: exception).negated) }
        return all(conditions)
    }

    /// What is certain and possible of a decision (section 6).
    mutating func decide(_ index: Int) -> DecisionSlots {
        let decision = program.decisions[index]
        var slots = DecisionSlots(applicability: decision.applicability.map { truth(at: $0) } ?? .always)
        for outcome in 0..<Int(decision.outcomeCount) {
            slots.supports.append(anyRule(program.outcomes[Int(decision.firstOutcome) + outcome]))
        }
        let certain = slots.supports.reduce(BlockCircuit.none) { or($0, $1.yes) }
        switch decision.method {
        case .priority(let byDefault):
            slots.possible = admitted(slots, inOrder: true, byDefault: (Int(byDefault), not(certain)))
            settleOne(&slots)
        case .unique(let byDefault):
            slots.possible = admitted(slots, inOrder: false, byDefault: (Int(byDefault), not(certain)))
            slots.contradictory = and(twice(slots.supports.map(\.yes)), slots.applicability.yes)
            settleOne(&slots)
        case .cumulative:
            slots.possible = admitted(slots, inOrder: false, byDefault: nil)
            settleSet(&slots)
        }
        return slots
    }

    /// The outcomes that are still possible where the decision may apply.
    private mutating func admitted(
        _ slots: DecisionSlots, inOrder: Bool, byDefault: (outcome: Int, lanes: Slot)?
    ) -> [Slot] {
        var decided = BlockCircuit.none
        var possible: [Slot] = []
        for support in slots.supports {
            possible.append(not(inOrder ? or(support.no, decided) : support.no))
            decided = or(decided, support.yes)
        }
        if let byDefault { possible[byDefault.outcome] = or(possible[byDefault.outcome], byDefault.lanes) }
        return possible.map { without($0, slots.applicability.no) }
    }

    /// The lanes that are in two of the masks or more.
    private mutating func twice(_ masks: [Slot]) -> Slot {
        var (once, twice) = (BlockCircuit.none, BlockCircuit.none)
        for mask in masks {
            twice = or(twice, and(once, mask))
            once = or(once, mask)
        }
        return twice
    }

    private mutating func settleOne(_ slots: inout DecisionSlots) {
        let open = or(twice(slots.possible), slots.contradictory)
        let settled = without(slots.applicability.yes, open)
        slots.settled = slots.possible.map { and($0, settled) }
        let done = or(or(settled, slots.contradictory), slots.applicability.no)
        slots.undetermined = not(done)
    }

    private mutating func settleSet(_ slots: inout DecisionSlots) {
        slots.settled = slots.supports.map { and($0.yes, slots.applicability.yes) }
        let known = slots.supports.reduce(slots.applicability.yes) { and($0, or($1.yes, $1.no)) }
        slots.undetermined = not(or(known, slots.applicability.no))
    }
}
