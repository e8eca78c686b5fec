import PolicyValues
import RuleSyntax
import SourceText

extension Resolver {
    /// Resolves a condition; a mistake inside is reported and leaves a condition without branches.
    mutating func condition(_ written: WrittenCondition) -> Condition {
        let number = conditionCount
        conditionCount += 1
        return Condition(number: number, kind: kind(of: written), range: written.range)
    }

    private mutating func kind(of written: WrittenCondition) -> Condition.Kind {
        switch written.kind {
        case .all(let branches): return .all(branches.map { condition($0) })
        case .any(let branches): return .any(branches.map { condition($0) })
        case .none(let branches): return .none(branches.map { condition($0) })
        case .atLeast(let count, let branches):
            return .atLeast(wholeCount(count, upTo: branches.count), branches.map { condition($0) })
        case .not(let branch): return .not(condition(branch))
        case .rules(let names): return .rules(Set(names.flatMap { rules(named: $0) }).sorted())
        case .test(let name, let expected): return test(name, expected)
        }
    }

    private mutating func wholeCount(_ words: Words, upTo most: Int) -> Int {
        if let number = number(words) {
            if let count = number.whole, (1...most).contains(count) { return count }
            bag.report(.countOutOfRange(words, most: most))
        }
        return 1
    }

    /// The rules that a name stands for: a rule, a line, or all lines of a table.
    mutating func rules(named name: Words) -> [RuleID] {
        if let rule = names.rulesByName[key(name)] { return [rule] }
        if let table = names.tablesByName[key(name)] {
            return names.tables[table.position].lines.compactMap { names.rulesByName[key($0.rule.name)] }
        }
        if isLineOfMalformedTable(key(name)) || isMalformed(key(name), in: .rules, .tables) { return [] }
        let known = bag.candidates(names.rules.map(\.rule.name.value) + names.tables.map(\.name.value))
        bag.report(.unknownRule(name, known))
        return []
    }

    private func isLineOfMalformedTable(_ name: String) -> Bool {
        name.lastIndex(of: "#").map { isMalformed(String(name[..<$0]), in: .tables) } ?? false
    }

    mutating func test(_ name: Words, _ expected: WrittenExpected) -> Condition.Kind {
        guard let vocable = names.vocabulary[key(name)] else {
            if !isMalformed(key(name), in: .facts, .definitions, .decisions) { bag.report(unknownSubject(name)) }
            return .all([])
        }
        switch vocable {
        case .fact(let id):
            guard !untyped.facts.contains(id) else { return .all([]) }
            let fact = facts[id.position]
            let subject = TestSubject(
                type: fact.type, unit: fact.unit, label: "le fait \(quoted(fact.name))", fact: fact)
            return .test(Test(subject: .fact(id), comparisons: comparisons(expected, of: subject)))
        case .definition(let id):
            let head = definitionHeads[id.position]
            guard let type = head.known else { return .all([]) }
            let subject = TestSubject(
                type: type, unit: head.unit, label: "la définition \(quoted(head.name))", fact: nil)
            return .test(Test(subject: .definition(id), comparisons: comparisons(expected, of: subject)))
        case .decision(let id):
            return .decisionTest(DecisionTest(decision: id, comparisons: decisionComparisons(expected, of: id)))
        }
    }

    /// What may have been meant by an unknown name left of a test.
    private mutating func unknownSubject(_ name: Words) -> Diagnostic {
        if names.rulesByName[key(name)] != nil || names.tablesByName[key(name)] != nil { return .ruleAsSubject(name) }
        if names.parametersByName[key(name)] != nil { return .parameterAsSubject(name) }
        return .unknownName(name, bag.candidates(names.vocables + SyntaxReader.operators))
    }

    private mutating func comparisons(_ expected: WrittenExpected, of subject: TestSubject) -> [Comparison] {
        var all: [Comparison] = []
        for written in expected.comparisons {
            guard let comparator = comparator(written.comparator, for: subject) else { continue }
            let operands = written.operands.compactMap { operand($0, of: subject, ordered: comparator.isOrder) }
            all.append(Comparison(comparator: comparator, operands: operands, range: written.range))
        }
        return all
    }

    private mutating func comparator(
        _ written: Located<WrittenComparator>, for subject: TestSubject
    ) -> Comparison.Comparator? {
        let (comparator, fits) = written.value.meaning(for: subject.type)
        if !fits { bag.report(.comparator(written, doesNotFit: subject.type, subject.label)) }
        return fits ? comparator : nil
    }

    private mutating func operand(_ written: WrittenOperand, of subject: TestSubject, ordered: Bool) -> Operand? {
        switch written.kind {
        case .words:
            guard
                let value = constant(
                    written.words, of: subject.type, subject.label, hintingAtFacts: subject.type != .yesNo)
            else {
                return nil
            }
            if case .number(let number) = value, !ordered, let fact = subject.fact {
                checkBounds(number, fact.minimum, fact.maximum, subject.label, written.range)
            }
            return .constant(value)
        case .parameter, .fact:
            guard let (operand, type, unit) = reference(written) else { return nil }
            guard type.isComparable(with: subject.type.member) else {
                bag.report(.operandType(written.words, type.name, expected: subject.type.member.name))
                return nil
            }
            if ordered, unit != subject.unit { bag.report(.units(written.words, unit, expected: subject.unit)) }
            return operand
        }
    }

    /// A parameter, fact or definition named as an operand, with its type and unit.
    ///
    /// - Returns: Nil when there is none, or when its type could not be read, which has been reported.
    mutating func reference(_ written: WrittenOperand) -> (Operand, ValueType, unit: String?)? {
        let name = key(written.words)
        if written.kind == .parameter {
            guard let id = names.parametersByName[name] else {
                if !isMalformed(name, in: .parameters) {
                    let known = bag.candidates(names.parameters.map(\.name.value))
                    bag.report(.unknownParameter(written.words, known))
                }
                return nil
            }
            guard !untyped.parameters.contains(id) else { return nil }
            return (.parameter(id), parameters[id.position].type, parameters[id.position].unit)
        }
        switch names.vocabulary[name] {
        case .fact(let id):
            guard !untyped.facts.contains(id) else { return nil }
            return (.fact(id), facts[id.position].type, facts[id.position].unit)
        case .definition(let id):
            let head = definitionHeads[id.position]
            return head.known.map { (.definition(id), $0, head.unit) }
        case .decision:
            bag.report(.decisionAsValue(written.words))
            return nil
        case nil:
            if !isMalformed(name, in: .facts, .definitions, .decisions) { bag.report(unknownOperand(written.words)) }
            return nil
        }
    }

    private mutating func unknownOperand(_ name: Words) -> Diagnostic {
        if names.parametersByName[key(name)] != nil { return .parameterAsOperand(name) }
        let known = bag.candidates(names.facts.map(\.name.value) + names.definitions.map(\.name.value))
        return .unknownOperand(name, known)
    }

    private mutating func decisionComparisons(
        _ expected: WrittenExpected, of id: DecisionID
    ) -> [DecisionTest.Comparison] {
        let head = decisions[id.position]
        var all: [DecisionTest.Comparison] = []
        for written in expected.comparisons {
            let (comparator, fits) = written.comparator.value.meaning(for: .text)
            let isMembership = comparator == .containsAll && (head.isCumulative || !head.isSound)
            guard fits || isMembership else {
                bag.report(.comparator(written.comparator, doesNotFit: nil, "la décision \(quoted(head.name))"))
                continue
            }
            let outcomes = written.operands.compactMap { self.expected($0, of: head) }
            all.append(DecisionTest.Comparison(comparator: comparator, expected: outcomes))
        }
        return all
    }

    private mutating func expected(_ written: WrittenOperand, of head: DecisionHead) -> DecisionTest.Expected? {
        guard written.kind == .words else {
            bag.report(.outcomeExpected(written.range))
            return nil
        }
        if written.words.value == "sans objet" {
            if !head.isConditional { bag.report(.alwaysApplies(written.words, head.name)) }
            return .notApplicable
        }
        return outcome(written.words, of: head).map { .outcome($0) }
    }

    /// The place of an outcome in its decision; an unknown one is reported.
    mutating func outcome(_ words: Words, of head: DecisionHead) -> Int? {
        if let index = head.places[key(words)] { return index }
        if head.outcomes.isEmpty { return nil }
        if words.value == "inconnu" || words.value == "indéterminée" {
            bag.report(.forbiddenUnknown(words))
        } else {
            bag.report(.unknownOutcome(words, head.name, bag.candidates(head.outcomes)))
        }
        return nil
    }
}

/// What stands left in a test.
struct TestSubject {
    let type: ValueType
    let unit: String?
    let label: String
    /// The fact, where it is one: its bounds hold for constants.
    let fact: Fact?
}

extension Comparison.Comparator {
    package var isOrder: Bool {
        switch self {
        case .above, .atLeast, .below, .atMost: true
        case .oneOf, .noneOf, .containsAll: false
        }
    }
}

extension ValueType {
    package var isSet: Bool { if case .choices = self { true } else { false } }

    /// The type of a member of a set, else the type itself.
    package var member: ValueType { if case .choices(let symbols) = self { .choice(symbols) } else { self } }
}
