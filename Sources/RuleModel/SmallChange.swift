package import PolicyValues

/// One small thing said otherwise in a rule set: what a slip of the hand could do.
package enum SmallChange: Sendable {
    /// A condition, by its number, of what carries it.
    case condition(Computed, number: Int, Condition.Kind)
    /// A rule without its `si`.
    case withoutCondition(RuleID)
    /// A rule without its `sauf`.
    case withoutException(RuleID)
    /// A rule that no longer `écarte`s another.
    case withoutOverride(RuleID, of: RuleID)
    /// A rule that concludes something else; the place is among its conclusions.
    case conclusion(RuleID, place: Int, outcome: Int)
    case period(RuleID, Period)
    case byDefault(DecisionID, outcome: Int)
    /// A decision without its `applicable si`.
    case withoutApplicability(DecisionID)
    case definitionPeriod(DefinitionID, Period)
    /// Lines of a `selon`, by their place.
    case lineValue(DefinitionID, line: Int, Operand)
    case linePeriod(DefinitionID, line: Int, Period)
    case withoutLine(DefinitionID, line: Int)
    case calculation(DefinitionID, Calculation)
    /// The date from which a parameter has a value, or the value.
    case version(ParameterID, place: Int, from: CivilDate, Value?)
}

extension RuleSet {
    /// The set with one small change; ids and numbers of conditions stay what they are. A place that does not exist
    /// changes nothing.
    package func applying(_ change: SmallChange) -> RuleSet {
        var set = self
        // Another set, of which nothing is written that could be digested.
        set.fingerprint += "+"
        switch change {
        case .condition(.rule(let id), let number, let kind): set.rules[id.position].replace(number, by: kind)
        case .condition(.definition(let id), let number, let kind):
            set.definitions[id.position].replace(number, by: kind)
        case .condition(.decision(let id), let number, let kind):
            set.decisions[id.position].applicability = self[id].applicability?.replacing(number, by: kind)
        case .withoutCondition(let id): set.rules[id.position].condition = nil
        case .withoutException(let id): set.rules[id.position].exception = nil
        case .withoutOverride(let id, let other):
            set.rules[id.position].overrides.removeAll { $0 == other }
            set.rules[other.position].overriddenBy.removeAll { $0 == id }
        case .conclusion(let id, let place, let outcome): set.conclude(id, place, outcome)
        case .period(let id, let period): set.rules[id.position].inForce = period
        case .byDefault(let id, let outcome):
            set.decisions[id.position].method = self[id].method.withDefault(outcome)
        case .withoutApplicability(let id): set.decisions[id.position].applicability = nil
        case .definitionPeriod(let id, let period): set.definitions[id.position].inForce = period
        case .lineValue(let id, let line, let value): set.definitions[id.position].edit(line) { $0.value = value }
        case .linePeriod(let id, let line, let period): set.definitions[id.position].edit(line) { $0.inForce = period }
        case .withoutLine(let id, let line): set.definitions[id.position].remove(line)
        case .calculation(let id, let calculation): set.definitions[id.position].body = .calculation(calculation)
        case .version(let id, let place, let from, let value):
            guard self[id].versions.indices.contains(place) else { break }
            set.parameters[id.position].versions[place] = Parameter.Version(from: from, value: value)
        }
        return set
    }

    private mutating func conclude(_ id: RuleID, _ place: Int, _ outcome: Int) {
        guard self[id].conclusions.indices.contains(place) else { return }
        let old = self[id].conclusions[place]
        rules[id.position].conclusions[place] = Rule.Conclusion(decision: old.decision, outcome: outcome)
        let concluded = Set(rules[id.position].conclusions.filter { $0.decision == old.decision }.map(\.outcome))
        for index in self[old.decision].outcomes.indices {
            let others = self[old.decision].concludedBy[index].filter { $0 != id }
            decisions[old.decision.position].concludedBy[index] =
                concluded.contains(index) ? (others + [id]).sorted() : others
        }
    }
}

extension Decision.Method {
    fileprivate func withDefault(_ outcome: Int) -> Decision.Method {
        switch self {
        case .priority: .priority(byDefault: outcome)
        case .unique: .unique(byDefault: outcome)
        case .cumulative: .cumulative
        }
    }
}

extension Rule {
    fileprivate mutating func replace(_ number: Int, by kind: Condition.Kind) {
        condition = condition?.replacing(number, by: kind)
        exception = exception?.replacing(number, by: kind)
    }
}

extension Definition {
    fileprivate mutating func replace(_ number: Int, by kind: Condition.Kind) {
        switch body {
        case .truth(let condition): body = .truth(condition.replacing(number, by: kind))
        case .byCase(let lines):
            body = .byCase(
                lines.map { line in
                    CaseLine(
                        condition: line.condition?.replacing(number, by: kind), inForce: line.inForce,
                        value: line.value, range: line.range)
                })
        case .calculation: break
        }
    }

    fileprivate mutating func edit(_ line: Int, _ change: (inout CaseLine) -> Void) {
        guard case .byCase(var lines) = body, lines.indices.contains(line) else { return }
        change(&lines[line])
        body = .byCase(lines)
    }

    fileprivate mutating func remove(_ line: Int) {
        guard case .byCase(var lines) = body, lines.indices.contains(line) else { return }
        lines.remove(at: line)
        body = .byCase(lines)
    }
}

extension Condition {
    /// The condition with another meaning where one number stands.
    fileprivate func replacing(_ number: Int, by kind: Kind) -> Condition {
        if self.number == number { return Condition(number: number, kind: kind, range: range) }
        func replaced(_ branches: [Condition]) -> [Condition] { branches.map { $0.replacing(number, by: kind) } }
        let inner: Kind =
            switch self.kind {
            case .all(let branches): .all(replaced(branches))
            case .any(let branches): .any(replaced(branches))
            case .none(let branches): .none(replaced(branches))
            case .atLeast(let count, let branches): .atLeast(count, replaced(branches))
            case .not(let branch): .not(branch.replacing(number, by: kind))
            case .rules, .test, .decisionTest: self.kind
            }
        return Condition(number: self.number, kind: inner, range: range)
    }
}

extension Test {
    package func with(_ comparisons: [Comparison]) -> Test { Test(subject: subject, comparisons: comparisons) }
}

extension Comparison {
    package func with(_ comparator: Comparator, _ operands: [Operand]) -> Comparison {
        Comparison(comparator: comparator, operands: operands, range: range)
    }
}

extension DecisionTest {
    package func with(_ comparisons: [Comparison]) -> DecisionTest {
        DecisionTest(decision: decision, comparisons: comparisons)
    }
}

extension DecisionTest.Comparison {
    package func with(_ comparator: RuleModel.Comparison.Comparator, _ expected: [DecisionTest.Expected]) -> Self {
        Self(comparator: comparator, expected: expected)
    }
}
