import RuleModel

extension Program {
    /// What must be true of every program and is not: empty of a sound one. Tests ask after each compilation.
    ///
    /// - Complexity: linear in the size of the program.
    package func checkInvariants() -> [String] {
        var check = InvariantCheck(program: self)
        check.tables()
        check.conditionNumbers()
        check.order()
        return check.problems
    }
}

/// The search for what is wrong with a program.
struct InvariantCheck {
    let program: Program
    private(set) var problems: [String] = []
    /// What has been computed so far in the order of evaluation.
    var known: Set<Step> = []

    init(program: Program) { self.program = program }

    mutating func expect(_ holds: Bool, _ problem: @autoclosure () -> String) {
        if !holds { problems.append(problem()) }
    }

    /// Tables that go together have one length, and sizes are as promised.
    mutating func tables() {
        let model = program.model
        expect(MemoryLayout<Instruction>.stride <= 16, "an instruction takes \(MemoryLayout<Instruction>.stride) bytes")
        expect(program.conditions.count == program.code.count, "not every instruction has a condition entry")
        expect(program.definitions.count == model.definitions.count, "definitions are missing")
        expect(program.rules.count == model.rules.count, "rules are missing")
        expect(program.decisions.count == model.decisions.count, "decisions are missing")
        expect(program.parameters.count == model.parameters.count, "parameters are missing")
        expect(program.constraints.count == model.constraints.count, "constraints are missing")
        expect(program.properties.count == model.properties.count, "properties are missing")
        expect(program.calendars.count == model.calendars.count, "calendars are missing")
        expect(program.constantValues.count == program.constants.count, "not every constant has its value")
        expect(program.constants.allSatisfy { $0 != nil }, "a constant is unknown")
        expect(program.periods.first == Period(from: nil, through: nil), "the first period is not open")
        var next: Int32 = 0
        for (index, decision) in program.decisions.enumerated() {
            expect(decision.firstOutcome == next, "decision \(index): outcomes do not follow those before")
            next += decision.outcomeCount
            if let fallback = decision.method.fallback {
                expect((0..<decision.outcomeCount).contains(fallback), "decision \(index): no such default")
            }
        }
        expect(Int(next) == program.outcomes.count, "outcomes are missing")
    }

    /// Numbers and instructions of conditions name each other.
    mutating func conditionNumbers() {
        for (number, address) in program.addresses.enumerated() {
            let stands = program.conditions.indices.contains(Int(address)) && program.conditions[Int(address)] == number
            expect(stands, "condition \(number) has no instruction")
        }
        let numbered = program.conditions.count { $0 != ProgramCompiler.unassigned }
        expect(numbered == program.addresses.count, "two instructions stand for one condition")
    }

    /// Each step needs only what earlier ones gave, and each is there once.
    mutating func order() {
        for step in program.steps {
            switch step {
            case .definition(let index): definition(Int(index))
            case .rule(let index): rule(Int(index))
            case .decision(let index): decision(Int(index))
            }
            expect(known.insert(step).inserted, "\(step) stands twice in the order")
        }
        expect(
            known.count == program.definitions.count + program.rules.count + program.decisions.count,
            "something is missing from the order")
        for invariant in program.constraints + program.properties {
            condition(invariant.condition)
            condition(invariant.consequence)
        }
    }

    private mutating func definition(_ index: Int) {
        let definition = program.definitions[index]
        period(definition.period)
        switch definition.body {
        case .truth(let address): condition(address)
        case .byCase(let first, let count):
            guard expectRange(first, count, in: program.lines.count, "lines of definition \(index)") else { return }
            for line in program.lines[Int(first)..<Int(first + count)] {
                condition(line.condition)
                period(line.period)
                slot(line.value)
            }
        case .days(let left, let right), .dueDate(let left, let right), .difference(let left, let right):
            slots([left, right])
        case .businessDays(let left, let right, let calendar), .businessDueDate(let left, let right, let calendar):
            slots([left, right])
            expect(program.calendars.indices.contains(Int(calendar)), "no calendar \(calendar)")
        case .sum(let list), .product(let list), .minimum(let list), .maximum(let list): slots(list)
        }
    }

    private mutating func rule(_ index: Int) {
        let rule = program.rules[index]
        condition(rule.condition)
        condition(rule.exception)
        period(rule.period)
        rules(rule.overriders)
    }

    private mutating func decision(_ index: Int) {
        let decision = program.decisions[index]
        condition(decision.applicability)
        guard expectRange(decision.firstOutcome, decision.outcomeCount, in: program.outcomes.count, "outcomes") else {
            return
        }
        for outcome in program.outcomes[Int(decision.firstOutcome)...].prefix(Int(decision.outcomeCount)) {
            rules(outcome)
        }
    }
}
