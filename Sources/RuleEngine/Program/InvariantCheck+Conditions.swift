import RuleModel

extension InvariantCheck {
    mutating func condition(_ address: Int32?) {
        guard let address else { return }
        guard program.code.indices.contains(Int(address)) else {
            return expect(false, "no instruction \(address)")
        }
        instruction(address, within: Int32(program.code.count))
    }

    /// Branches follow each other without a gap up to the end.
    private mutating func instruction(_ address: Int32, within limit: Int32) {
        let instruction = program.code[Int(address)]
        guard instruction.end > address, instruction.end <= limit else {
            return expect(false, "instruction \(address) ends at \(instruction.end)")
        }
        var branches: Int32 = 0
        var branch = address + 1
        while branch < instruction.end {
            self.instruction(branch, within: instruction.end)
            guard program.code[Int(branch)].end > branch else { return }
            branch = program.code[Int(branch)].end
            branches += 1
        }
        operation(instruction.operation, branches: branches, at: address)
    }

    private mutating func operation(_ operation: Instruction.Operation, branches: Int32, at address: Int32) {
        let allowed = branchCounts(of: operation)
        expect(allowed.contains(branches), "instruction \(address) has \(branches) branches")
        switch operation {
        case .all, .any, .none, .not: break
        case .atLeast(let least, let count):
            expect(least >= 1 && least <= count, "instruction \(address) wants \(least) of \(count)")
        case .rules(let list): rules(list)
        case .equal(let left, let right), .different(let left, let right), .above(let left, let right),
            .notBelow(let left, let right), .below(let left, let right), .notAbove(let left, let right):
            slots([left, right])
            expect(!isSet(left) && !isSet(right), "instruction \(address) compares a set as one value")
        case .oneOf(let slot, let list), .noneOf(let slot, let list):
            slots([slot])
            slots(list)
            expect(!isSet(slot), "instruction \(address) compares a set as one value")
        case .containsOne(let slot, let list), .containsNone(let slot, let list), .containsAll(let slot, let list):
            slots([slot])
            slots(list)
            expect(isSet(slot), "instruction \(address) looks for members of what is no set")
        case .outcome(let decision, let accepted): outcome(decision, accepted, at: address)
        case .member(let decision, let outcome): member(decision, outcome, at: address)
        case .notApplicable(let decision): known(.decision(decision))
        }
    }

    private func branchCounts(of operation: Instruction.Operation) -> ClosedRange<Int32> {
        switch operation {
        case .all, .any, .none: 1...Int32.max
        case .not: 1...1
        case .atLeast(_, let count): count...count
        case .rules, .equal, .different, .oneOf, .noneOf, .above, .notBelow, .below, .notAbove, .containsOne,
            .containsNone, .containsAll, .outcome, .member, .notApplicable:
            0...0
        }
    }

    private mutating func outcome(_ index: Int32, _ accepted: ListAddress, at address: Int32) {
        known(.decision(index))
        guard program.decisions.indices.contains(Int(index)), expectList(accepted) else { return }
        let count = Int(program.decisions[Int(index)].outcomeCount) + 1
        expect(program.elements(of: accepted).count == count, "instruction \(address) has not \(count) marks")
    }

    private mutating func member(_ index: Int32, _ outcome: Int32, at address: Int32) {
        known(.decision(index))
        guard program.decisions.indices.contains(Int(index)) else { return }
        let decision = program.decisions[Int(index)]
        let outcomes = decision.firstOutcome..<decision.firstOutcome + decision.outcomeCount
        expect(outcomes.contains(outcome), "instruction \(address): outcome \(outcome) is of another decision")
    }

    private mutating func known(_ step: Step) {
        expect(known.contains(step), "\(step) is needed before it is computed")
    }

    mutating func period(_ index: Int32) {
        expect(program.periods.indices.contains(Int(index)), "no period \(index)")
    }

    mutating func slots(_ slots: [Slot]) { for slot in slots { self.slot(slot) } }

    mutating func slots(_ list: ListAddress) {
        guard expectList(list) else { return }
        expect(!program.elements(of: list).isEmpty, "an empty list of cells")
        for place in program.elements(of: list) { slot(Slot(Int(program.pool[place]))) }
    }

    mutating func slot(_ slot: Slot) {
        guard (0..<program.cellCount).contains(slot.position) else {
            return expect(false, "no cell \(slot.index)")
        }
        if (program.firstDefinition..<program.firstParameter).contains(slot.position) {
            known(.definition(Int32(slot.position - program.firstDefinition)))  // bounded: a difference of two cells
        }
    }

    mutating func rules(_ list: ListAddress) {
        guard expectList(list) else { return }
        for place in program.elements(of: list) { known(.rule(program.pool[place])) }
    }

    mutating func expectRange(_ first: Int32, _ count: Int32, in total: Int, _ what: String) -> Bool {
        let holds = first >= 0 && count >= 0 && Int(first) + Int(count) <= total
        expect(holds, "\(what): \(count) from \(first) of \(total)")
        return holds
    }

    private mutating func expectList(_ list: ListAddress) -> Bool {
        let place = Int(list.index)
        guard program.pool.indices.contains(place) else {
            expect(false, "no list \(list.index)")
            return false
        }
        return expectRange(list.index + 1, program.pool[place], in: program.pool.count, "list \(list.index)")
    }

    private func isSet(_ slot: Slot) -> Bool {
        guard slot.position < program.firstDefinition else { return false }
        return switch program.model.facts[slot.position].type {
        case .choices: true
        case .yesNo, .choice, .number, .date, .text: false
        }
    }
}
