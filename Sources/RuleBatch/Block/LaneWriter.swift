import RuleEngine
import RuleJSON
import RuleModel

/// Writes the answers to the lines of a block as ``AnswerWriter`` would, from the masks of results: states and outcomes.
struct LaneWriter: Sendable {
    private let set: RuleSet
    /// In the order of the output.
    private var groups: [IssuePieces] = []
    /// By group, 512 combinations.
    private var combinations: [UInt64]
    /// `{"ligne":…,"nom":"`, the number written over for each line.
    private var head: [UInt8] = []

    init(_ set: RuleSet) {
        self.set = set
        var group = IssuePieces()
        for id in set.decisionsInOrder where !group.add(id, set[id]) {
            groups.append(group)
            group = IssuePieces()
            _ = group.add(id, set[id])
        }
        groups.append(group)
        for index in groups.indices { groups[index].close() }
        combinations = Array(repeating: 0, count: groups.count * Lanes.count)
    }

    /// Whether the results of all decisions can be told by numbers.
    static func canWrite(_ set: RuleSet) -> Bool { set.decisions.allSatisfy { $0.outcomes.count < 60 } }

    /// Takes the results of a block.
    mutating func load(_ machine: borrowing BlockMachine) {
        for index in combinations.indices { combinations[index] = 0 }
        for (place, group) in groups.enumerated() {
            let first = place * Lanes.count
            for column in group.columns { load(machine, column, at: first) }
        }
    }

    private mutating func load(_ machine: borrowing BlockMachine, _ column: IssuePieces.Column, at first: Int) {
        let slots = machine.circuit.decisions[column.decision.position]
        let outcomes = UInt64(slots.settled.count)
        if set[column.decision].isCumulative {
            for (outcome, slot) in slots.settled.enumerated() { add(column.weight << UInt64(outcome), machine[slot], first) }
            add(column.weight << outcomes, machine[slots.undetermined], first)
            add(column.weight << (outcomes + 1), machine[slots.applicability.no], first)
        } else {
            for (outcome, slot) in slots.settled.enumerated() where outcome > 0 {
                add(column.weight * UInt64(outcome), machine[slot], first)
            }
            add(column.weight * outcomes, machine[slots.undetermined], first)
            add(column.weight * (outcomes + 1), machine[slots.applicability.no], first)
        }
    }

    @inline(__always)
    private mutating func add(_ amount: UInt64, _ lanes: Lanes, _ first: Int) {
        for place in 0..<Lanes.words {
            var word = lanes[place]
            let start = first &+ place << 6
            while word != 0 {
                combinations[start &+ word.trailingZeroBitCount] &+= amount
                word &= word &- 1
            }
        }
    }

    /// Appends the answer of a lane.
    ///
    /// - Parameter name: where the name stands in the bytes of the input; empty when there is none.
    mutating func append(_ lane: Int, line: Int, name: Range<Int>, of input: Span<UInt8>, to output: inout [UInt8]) {
        output.append(contentsOf: Self.beforeNumber)
        append(line, to: &output)
        output.append(contentsOf: name.isEmpty ? Self.withoutName : Self.beforeName)
        for offset in name { output.append(input[offset]) }
        output.append(contentsOf: name.isEmpty ? Self.afterNoName : Self.afterName)
        for index in groups.indices {
            let combination = combinations[index &* Lanes.count &+ lane]
            let place = groups[index].place(of: combination) ?? make(combination, index)
            output.append(contentsOf: groups[index].bytes[place])
        }
        output.append(contentsOf: Self.end)
    }

    private static let beforeNumber = Array("{\"ligne\":".utf8)
    private static let beforeName = Array(",\"nom\":\"".utf8)
    private static let withoutName = Array(",\"nom\":null".utf8)
    private static let afterName = Array("\",\"décisions\":{".utf8)
    private static let afterNoName = Array(",\"décisions\":{".utf8)
    private static let end = Array("}}\n".utf8)

    private func append(_ number: Int, to output: inout [UInt8]) {
        var divisor = 1
        while number / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            output.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / divisor % 10))
            divisor /= 10
        }
    }

    // MARK: Pieces

    /// Makes the bytes of a combination: entries of the object `décisions`.
    private mutating func make(_ combination: UInt64, _ group: Int) -> Range<Int> {
        let entries = groups[group].columns.map { column in
            let result = combination / column.weight % column.results
            return (set[column.decision].name, Self.value(result, of: set[column.decision]))
        }
        let bytes = JSONValue.object(entries).bytes(.compact).dropFirst().dropLast()
        return groups[group].keep((group == 0 ? [] : [UInt8(ascii: ",")]) + bytes, for: combination)
    }

    private static func value(_ result: UInt64, of decision: Decision) -> JSONValue {
        let outcomes = UInt64(decision.outcomes.count)
        let state: DecisionResult.State
        let issue: JSONValue
        if decision.isCumulative {
            state = result >> outcomes == 0 ? .determined : result >> outcomes == 1 ? .undetermined : .notApplicable
            let members = decision.outcomes.indices.filter { result >> UInt64($0) & 1 != 0 }
            issue = state == .notApplicable ? .null : .texts(members.map { decision.outcomes[$0].name })
        } else {
            state = result < outcomes ? .determined : result == outcomes ? .undetermined : .notApplicable
            issue = state == .determined ? .text(decision.outcomes[Int(result)].name) : .null
        }
        return .object([("état", .text(state.word)), ("issue", issue)])
    }
}
