import RuleEngine
import RuleModel

/// The facts that the undetermined decisions of each lane miss, most useful first.
struct MissingFacts: Sendable {
    private let slots: [MissingSlots]
    private let factCount: Int
    /// By lane, room for every fact: those that something misses, most useful first once sorted.
    private var facts: [Int32]
    /// By lane, how many those are.
    private var counts: [Int]
    private var isSorted: [Bool]
    /// By fact, then lane: the decisions that miss it, as bits, and the open rules that reach it.
    private var decisions: [UInt64]
    private var rules: [UInt64]

    init(_ slots: [MissingSlots], factCount: Int) {
        self.slots = slots
        self.factCount = factCount
        facts = Array(repeating: 0, count: Lanes.count * factCount)
        counts = Array(repeating: 0, count: Lanes.count)
        isSorted = Array(repeating: false, count: Lanes.count)
        decisions = Array(repeating: 0, count: Lanes.count * factCount)
        rules = decisions
    }

    /// Takes the results of a block.
    mutating func load(_ machine: borrowing BlockMachine) {
        for lane in 0..<Lanes.count {
            counts[lane] = 0
            isSorted[lane] = false
        }
        for slot in slots {
            let start = slot.fact.position * Lanes.count
            let missing = slot.decisions.reduce(Lanes.none) { $0 | machine[$1.lanes] }
            guard missing != .none else { continue }
            missing.forEachLane { lane in
                facts[lane * factCount + counts[lane]] = slot.fact.index
                counts[lane] += 1
                decisions[start + lane] = 0
                rules[start + lane] = 0
            }
            for (decision, lanes) in slot.decisions {
                decisions.add(1 << UInt64(decision.position), in: machine[lanes], from: start)
            }
            for lanes in slot.rules { rules.add(1, in: machine[lanes] & missing, from: start) }
        }
    }

    /// Appends the facts that a decision misses in a lane, separated by commas.
    mutating func append(_ lane: Int, of decision: DecisionID, _ names: [[UInt8]], to output: inout [UInt8]) {
        if !isSorted[lane] { sort(lane) }
        var isFirst = true
        for place in lane * factCount..<lane * factCount + counts[lane] {
            let fact = Int(facts[place])
            guard decisions[fact * Lanes.count + lane] >> UInt64(decision.position) & 1 != 0 else { continue }
            if !isFirst { output.append(UInt8(ascii: ",")) }
            isFirst = false
            output.append(contentsOf: names[fact])
        }
    }

    /// More decisions, then more open rules, then the name: facts are numbered by name. They are few and come by name,
    /// so each is moved to its place.
    private mutating func sort(_ lane: Int) {
        isSorted[lane] = true
        let first = lane * factCount
        for place in first..<first + counts[lane] {
            let fact = facts[place]
            var target = place
            while target > first, precedes(Int(fact), Int(facts[target - 1]), lane) {
                facts[target] = facts[target - 1]
                target -= 1
            }
            facts[target] = fact
        }
    }

    private func precedes(_ fact: Int, _ other: Int, _ lane: Int) -> Bool {
        let (place, otherPlace) = (fact * Lanes.count + lane, other * Lanes.count + lane)
        let (many, otherMany) = (decisions[place].nonzeroBitCount, decisions[otherPlace].nonzeroBitCount)
        return many != otherMany ? many > otherMany : rules[place] > rules[otherPlace]
    }
}
