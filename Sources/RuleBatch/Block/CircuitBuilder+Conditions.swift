import RuleEngine
import RuleModel

extension CircuitBuilder {
    /// The truth of the condition at an address of the program.
    mutating func truth(at address: Int32) -> Pair {
        switch program.code[Int(address)].operation {
        case .all: return all(branches(of: address))
        case .any: return any(branches(of: address))
        case .none: return any(branches(of: address)).negated
        case .atLeast(let least, _): return atLeast(Int(least), branches(of: address))
        case .not: return truth(at: address + 1).negated
        case .rules(let list): return anyRule(list)
        case .equal(let left, let right):
            return guardPairs[address] ?? equal(Int(left.index), Int(right.index))
        case .different(let left, let right): return equal(Int(left.index), Int(right.index)).negated
        case .oneOf(let left, let list): return oneOf(Int(left.index), list)
        case .noneOf(let left, let list): return oneOf(Int(left.index), list).negated
        case .above(let left, let right): return less(Int(right.index), Int(left.index))
        case .notBelow(let left, let right): return less(Int(left.index), Int(right.index)).negated
        case .below(let left, let right): return less(Int(left.index), Int(right.index))
        case .notAbove(let left, let right): return less(Int(right.index), Int(left.index)).negated
        case .containsOne(let set, let list): return any(memberships(Int(set.index), list))
        case .containsNone(let set, let list): return any(memberships(Int(set.index), list)).negated
        case .containsAll(let set, let list): return all(memberships(Int(set.index), list))
        case .outcome(let decision, let accepted): return outcome(of: Int(decision), accepted)
        case .member(let decision, let outcome):
            let first = program.decisions[Int(decision)].firstOutcome
            let slots = slots(of: decision)
            return all([slots.applicability, slots.supports[Int(outcome - first)]])
        case .notApplicable(let decision): return slots(of: decision).applicability.negated
        }
    }

    private mutating func branches(of address: Int32) -> [Pair] {
        var pairs: [Pair] = []
        var branch = address + 1
        while branch < program.code[Int(address)].end {
            pairs.append(truth(at: branch))
            branch = program.code[Int(branch)].end
        }
        return pairs
    }

    func numbers(_ list: ListAddress) -> [Int] { program.numbers(list) }

    /// Whether one of the rules applies; those of a class count once.
    mutating func anyRule(_ list: ListAddress) -> Pair {
        var seen: Set<Pair> = []
        return any(numbers(list).map { rules[$0] }.filter { seen.insert($0).inserted })
    }

    func slots(of decision: Int32) -> DecisionSlots { decisions[Int(decision)] ?? DecisionSlots(applicability: .never) }

    /// Counts up to `least` the lanes' branches that hold, and those that may.
    private mutating func atLeast(_ least: Int, _ branches: [Pair]) -> Pair {
        let yes = reach(least, branches.map(\.yes))
        let maybe = reach(least, branches.map { not($0.no) })
        return Pair(yes: yes, no: not(maybe))
    }

    /// The lanes that are in at least so many of the masks.
    private mutating func reach(_ least: Int, _ masks: [Slot]) -> Slot {
        var atLeast = [Slot](repeating: BlockCircuit.none, count: least + 1)
        atLeast[0] = BlockCircuit.all
        for mask in masks {
            for count in stride(from: least, through: 1, by: -1) {
                let more = and(atLeast[count - 1], mask)
                atLeast[count] = or(atLeast[count], more)
            }
        }
        return atLeast[least]
    }

    // MARK: Tests

    /// Where two cells have the same value.
    private mutating func equal(_ left: Int, _ right: Int) -> Pair {
        if let value = constant(right) { return isEqual(left, value) }
        if let value = constant(left) { return isEqual(right, value) }
        if isOpenText(left), isOpenText(right) { circuit.takesOtherTexts = false }
        let known = and(form(left).known, form(right).known)
        let same = comparison(isEquality: true, column(left), column(right))
        return Pair(yes: and(same, known), no: without(known, same))
    }

    /// Whether a cell can hold a text that the rules do not name.
    func isOpenText(_ cell: Int) -> Bool {
        if cell < program.firstDefinition { return program.model.facts[cell].type == .text }
        return cell < program.firstParameter && program.model.definitions[cell - program.firstDefinition].type == .text
    }

    mutating func isEqual(_ cell: Int, _ value: Int64) -> Pair {
        let lanes = lanes(of: cell, holding: value)
        // Of a yes/no value the other lanes are those of the other value.
        if let masks = form(cell).lanesByValue, masks.count == 2, let other = masks.first(where: { $0.value != value }),
            masks.contains(where: { $0.value == value })
        {
            return Pair(yes: lanes, no: other.lanes)
        }
        return Pair(yes: lanes, no: without(form(cell).known, lanes))
    }

    private mutating func less(_ left: Int, _ right: Int) -> Pair {
        let known = and(form(left).known, form(right).known)
        let less = comparison(isEquality: false, column(left), column(right))
        return Pair(yes: and(less, known), no: without(known, less))
    }

    private mutating func oneOf(_ subject: Int, _ list: ListAddress) -> Pair {
        any(numbers(list).map { equal(subject, $0) })
    }

    /// For each listed cell, whether the set contains its value.
    private mutating func memberships(_ set: Int, _ list: ListAddress) -> [Pair] {
        numbers(list).map { element in
            let form = form(set)
            if let value = constant(element) {
                let lanes = lanes(of: set, holding: value)
                return Pair(yes: lanes, no: without(form.known, lanes))
            }
            var contained = BlockCircuit.none
            for (value, lanes) in form.lanesByValue ?? [] {
                contained = or(contained, and(lanes, self.lanes(of: element, holding: value)))
            }
            let known = and(form.known, self.form(element).known)
            return Pair(yes: and(contained, known), no: without(known, contained))
        }
    }

    /// Whether every, no or some still possible outcome is accepted, `sans objet` included.
    private mutating func outcome(of decision: Int, _ accepted: ListAddress) -> Pair {
        let slots = slots(of: Int32(decision))  // bounded: a decision of the set (Limits.nodes)
        let marks = numbers(accepted)
        var (accepting, rejecting) = (BlockCircuit.none, BlockCircuit.none)
        let mayNotApply = not(slots.applicability.yes)
        for (lanes, mark) in zip(slots.possible + [mayNotApply], marks) {
            if mark == 0 { rejecting = or(rejecting, lanes) } else { accepting = or(accepting, lanes) }
        }
        return Pair(yes: not(rejecting), no: without(rejecting, accepting))
    }
}
