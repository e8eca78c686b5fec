import PolicyValues

extension Machine {
    /// Whether a rule applies (section 6): `si` holds, `sauf` does not, it is in force, and no rule that applies
    /// `écarte`s it.
    mutating func apply(_ index: Int32) {
        let rule = program.rules[Int(index)]
        let truth = inForce[Int(rule.period)] ? conditionsHold(rule) : notInForce(rule)
        rules[Int(index)] = truth
        tracer.saw(truth, ofRule: index)
    }

    private mutating func conditionsHold(_ rule: RuleCode) -> Truth {
        var truth = anyRule(rule.overriders).negation
        if T.stopsEarly, truth.isNo { return .no }
        if let condition = rule.condition {
            truth = truth.and(self.truth(at: condition))
            if T.stopsEarly, truth.isNo { return .no }
        }
        if let exception = rule.exception { truth = truth.and(self.truth(at: exception).negation) }
        return truth
    }

    /// A rule that is not in force does not apply; a tracer that wants them sees its conditions all the same.
    private mutating func notInForce(_ rule: RuleCode) -> Truth {
        if !T.stopsEarly { _ = conditionsHold(rule) }
        return .no
    }

    /// What is certain and possible of a decision (section 6).
    mutating func decide(_ index: Int) {
        let decision = program.decisions[index]
        let first = Int(decision.firstOutcome)
        let outcomes = first..<first + Int(decision.outcomeCount)
        for outcome in outcomes { supports[outcome] = anyRule(program.outcomes[outcome]) }
        var applies = Truth.yes
        if let condition = decision.applicability { applies = truth(at: condition) }
        applicability[index] = applies
        if case .no = applies {
            for outcome in outcomes { possible[outcome] = false }
            states[index] = .notApplicable
            return
        }
        admit(outcomes, by: decision.method)
        switch applies {
        case .yes: states[index] = state(outcomes, by: decision.method)
        // `sans objet` is possible beside what else is.
        case .no, .unknown: states[index] = .undetermined
        }
    }

    /// Marks the outcomes that are still possible.
    private mutating func admit(_ outcomes: Range<Int>, by method: DecisionCode.Method) {
        var isDecided = false
        switch method {
        case .priority:
            for outcome in outcomes {
                let support = supports[outcome]
                possible[outcome] = !isDecided && !support.isNo
                if support.isYes { isDecided = true }
            }
        case .unique, .cumulative:
            for outcome in outcomes {
                possible[outcome] = !supports[outcome].isNo
                if supports[outcome].isYes { isDecided = true }
            }
        }
        switch method {
        case .priority(let byDefault), .unique(let byDefault):
            if !isDecided { possible[outcomes.lowerBound + Int(byDefault)] = true }
        case .cumulative: break
        }
    }

    /// The state of a decision that applies.
    private mutating func state(_ outcomes: Range<Int>, by method: DecisionCode.Method) -> DecisionResult.State {
        var open = 0
        var supported = 0
        var unknown = 0
        for outcome in outcomes {
            if possible[outcome] { open += 1 }
            switch supports[outcome] {
            case .no: break
            case .unknown: unknown += 1
            case .yes: supported += 1
            }
        }
        switch method {
        case .priority: return open == 1 ? .determined : .undetermined
        case .unique: return supported > 1 ? .contradictory : open == 1 ? .determined : .undetermined
        case .cumulative: return unknown == 0 ? .determined : .undetermined
        }
    }
}
