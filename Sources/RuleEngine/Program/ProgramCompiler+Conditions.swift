import RuleModel

extension ProgramCompiler {
    /// Compiles a condition with its branches and gives its address.
    mutating func compile(_ condition: Condition) -> Int32 {
        let address: Int32
        switch condition.kind {
        case .all(let branches): address = emit(.all) { $0.compile(all: branches) }
        case .any(let branches): address = emit(.any) { $0.compile(all: branches) }
        case .none(let branches): address = emit(.none) { $0.compile(all: branches) }
        case .atLeast(let least, let branches):
            address = emit(.atLeast(Int32(least), of: Int32(branches.count))) { $0.compile(all: branches) }
        case .not(let branch): address = emit(.not) { $0.compile(all: [branch]) }
        case .rules(let rules): address = emit(.rules(list(rules.map(\.index))))
        case .test(let test): address = compile(test)
        case .decisionTest(let test): address = compile(test)
        }
        conditions[Int(address)] = Int32(condition.number)  // bounded: counts conditions
        addresses[condition.number] = address
        return address
    }

    private mutating func compile(all branches: [Condition]) {
        for branch in branches { _ = compile(branch) }
    }

    /// Several comparisons are the branches of a `toutes` that no condition number stands for.
    private mutating func compile(_ test: Test) -> Int32 {
        let subject = slot(of: test.subject)
        let isSet = holdsSet(test.subject)
        let operations = test.comparisons.map { comparison in
            isSet ? membership(comparison, of: subject) : order(comparison, of: subject)
        }
        return emit(oneOrAllOf: operations)
    }

    private func slot(of subject: Test.Subject) -> Slot {
        switch subject {
        case .fact(let id): Slot(id.position)
        case .definition(let id): slot(of: id)
        }
    }

    private func holdsSet(_ subject: Test.Subject) -> Bool {
        let type =
            switch subject {
            case .fact(let id): set[id].type
            case .definition(let id): set[id].type
            }
        return switch type {
        case .choices: true
        case .yesNo, .choice, .number, .date, .text: false
        }
    }

    /// A comparison of a set with elements.
    private mutating func membership(_ comparison: Comparison, of subject: Slot) -> Instruction.Operation {
        let operands = list(comparison.operands)
        return switch comparison.comparator {
        case .noneOf: .containsNone(subject, operands)
        case .containsAll: .containsAll(subject, operands)
        // A set has no order: the loader lets no order comparator through.
        case .oneOf, .above, .atLeast, .below, .atMost: .containsOne(subject, operands)
        }
    }

    /// A comparison of a single value.
    private mutating func order(_ comparison: Comparison, of subject: Slot) -> Instruction.Operation {
        let operands = comparison.operands.map { slot(of: $0) }
        guard let operand = operands.first, operands.count == 1 else {
            let all = list(operands.map(\.index))
            return comparison.comparator == .noneOf ? .noneOf(subject, all) : .oneOf(subject, all)
        }
        return switch comparison.comparator {
        // Only a set contains: the loader lets `contient toutes` through on sets alone.
        case .oneOf, .containsAll: .equal(subject, operand)
        case .noneOf: .different(subject, operand)
        case .above: .above(subject, operand)
        case .atLeast: .notBelow(subject, operand)
        case .below: .below(subject, operand)
        case .atMost: .notAbove(subject, operand)
        }
    }

    /// Appends an instruction, then what the closure appends as its branches, and gives the instruction's address.
    mutating func emit(
        _ operation: Instruction.Operation, branches: (inout ProgramCompiler) -> Void = { _ in }
    ) -> Int32 {
        let address = code.count
        code.append(Instruction(operation: operation, end: Int32(address + 1)))  // bounded: counts instructions
        conditions.append(Self.unassigned)
        branches(&self)
        code[address].end = Int32(code.count)
        return Int32(address)  // bounded: counts instructions
    }

    mutating func emit(oneOrAllOf operations: [Instruction.Operation]) -> Int32 {
        if let only = operations.first, operations.count == 1 { return emit(only) }
        return emit(.all) { compiler in for operation in operations { _ = compiler.emit(operation) } }
    }
}
