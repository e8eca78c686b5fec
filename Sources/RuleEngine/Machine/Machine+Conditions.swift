import PolicyValues

extension Machine {
    /// The truth of the condition at an address. Depth is that of the condition, which the reader of YAML limits.
    mutating func truth(at address: Int32) -> Truth {
        let instruction = program.code[Int(address)]
        let branches = address + 1..<instruction.end
        let truth: Truth
        switch instruction.operation {
        case .all: truth = conjunction(branches)
        case .any: truth = disjunction(branches)
        case .none: truth = disjunction(branches).negation
        case .atLeast(let least, let count): truth = atLeast(least, of: count, branches)
        case .not: truth = self.truth(at: branches.lowerBound).negation
        case .rules(let list): truth = anyRule(list)
        case .equal(let left, let right): truth = compare(left, right) { $0 == $1 }
        case .different(let left, let right): truth = compare(left, right) { $0 != $1 }
        case .oneOf(let left, let list): truth = oneOf(left, list)
        case .noneOf(let left, let list): truth = oneOf(left, list).negation
        case .above(let left, let right): truth = compare(left, right) { $0 > $1 }
        case .notBelow(let left, let right): truth = compare(left, right) { $0 >= $1 }
        case .below(let left, let right): truth = compare(left, right) { $0 < $1 }
        case .notAbove(let left, let right): truth = compare(left, right) { $0 <= $1 }
        case .containsOne(let set, let list): truth = containsOne(set, list)
        case .containsNone(let set, let list): truth = containsOne(set, list).negation
        case .containsAll(let set, let list): truth = containsAll(set, list)
        case .outcome(let decision, let accepted): truth = outcome(of: Int(decision), accepted)
        case .member(let decision, let outcome): truth = applicability[Int(decision)].and(supports[Int(outcome)])
        case .notApplicable(let decision): truth = applicability[Int(decision)].negation
        }
        let number = program.conditions[Int(address)]
        if number >= 0 { tracer.saw(truth, ofCondition: number) }
        return truth
    }

    private mutating func conjunction(_ branches: Range<Int32>) -> Truth {
        var result = Truth.yes
        var branch = branches.lowerBound
        while branch < branches.upperBound {
            result = result.and(truth(at: branch))
            if T.stopsEarly, result.isNo { break }
            branch = program.code[Int(branch)].end
        }
        return result
    }

    private mutating func disjunction(_ branches: Range<Int32>) -> Truth {
        var result = Truth.no
        var branch = branches.lowerBound
        while branch < branches.upperBound {
            result = result.or(truth(at: branch))
            if T.stopsEarly, result.isYes { break }
            branch = program.code[Int(branch)].end
        }
        return result
    }

    private mutating func atLeast(_ least: Int32, of count: Int32, _ branches: Range<Int32>) -> Truth {
        var holding: Int32 = 0
        // How many can hold at most.
        var hoped = count
        var branch = branches.lowerBound
        while branch < branches.upperBound {
            switch truth(at: branch) {
            case .yes: holding += 1
            case .unknown: break
            case .no: hoped -= 1
            }
            if T.stopsEarly, holding >= least || hoped < least { break }
            branch = program.code[Int(branch)].end
        }
        return holding >= least ? .yes : hoped < least ? .no : .unknown
    }

    /// At least one rule of the list applies.
    mutating func anyRule(_ list: ListAddress) -> Truth {
        var result = Truth.no
        for place in program.elements(of: list) {
            result = result.or(rules[Int(program.pool[place])])
            if result.isYes { break }
        }
        return result
    }

    private mutating func compare(_ left: Slot, _ right: Slot, _ holds: (Int64, Int64) -> Bool) -> Truth {
        guard let left = cells[left.position], let right = cells[right.position] else { return .unknown }
        return Truth(of: holds(left, right))
    }

    private mutating func oneOf(_ subject: Slot, _ list: ListAddress) -> Truth {
        guard let value = cells[subject.position] else { return .unknown }
        var result = Truth.no
        for place in program.elements(of: list) {
            guard let other = cells[Int(program.pool[place])] else {
                result = .unknown
                continue
            }
            if value == other { return .yes }
        }
        return result
    }

    private mutating func containsOne(_ subject: Slot, _ list: ListAddress) -> Truth {
        guard let set = cells[subject.position] else { return .unknown }
        var result = Truth.no
        for place in program.elements(of: list) {
            guard let element = cells[Int(program.pool[place])] else {
                result = .unknown
                continue
            }
            if contains(set, element) { return .yes }
        }
        return result
    }

    private mutating func containsAll(_ subject: Slot, _ list: ListAddress) -> Truth {
        guard let set = cells[subject.position] else { return .unknown }
        var result = Truth.yes
        for place in program.elements(of: list) {
            guard let element = cells[Int(program.pool[place])] else {
                result = .unknown
                continue
            }
            if !contains(set, element) { return .no }
        }
        return result
    }

    private mutating func contains(_ set: Int64, _ element: Int64) -> Bool {
        for candidate in elements(of: set) where Int64(candidate) == element { return true }
        return false
    }

    /// Whether every, no or some still possible outcome is accepted, `sans objet` included.
    private mutating func outcome(of index: Int, _ accepted: ListAddress) -> Truth {
        let decision = program.decisions[index]
        let marks = program.elements(of: accepted).lowerBound
        let count = Int(decision.outcomeCount)
        var acceptsOne = false
        var rejectsOne = false
        for outcome in 0..<count where possible[Int(decision.firstOutcome) + outcome] {
            if program.pool[marks + outcome] == 0 { rejectsOne = true } else { acceptsOne = true }
        }
        switch applicability[index] {
        case .yes: break
        case .no, .unknown: if program.pool[marks + count] == 0 { rejectsOne = true } else { acceptsOne = true }
        }
        return rejectsOne ? (acceptsOne ? .unknown : .no) : .yes
    }
}
