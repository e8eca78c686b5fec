import RuleEngine
import RuleJSON
import RuleModel

/// What `--detail issues` says of the decisions of a lane.
struct IssueBody: Sendable {
    private let set: RuleSet
    /// In the order of the output.
    private var groups: [IssuePieces] = []
    /// By group, 512 combinations.
    private var combinations: [UInt64]

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

    /// Takes the results of a block.
    mutating func load(_ machine: borrowing BlockMachine) {
        for index in combinations.indices { combinations[index] = 0 }
        for (place, group) in groups.enumerated() {
            for column in group.columns {
                let slots = machine.circuit.decisions[column.decision.position]
                let isCumulative = set[column.decision].isCumulative
                for (slot, result) in slots.results(isCumulative) {
                    combinations.add(column.weight * result, in: machine[slot], from: place * Lanes.count)
                }
            }
        }
    }

    /// Appends what is said of a lane.
    mutating func append(_ lane: Int, to output: inout [UInt8]) {
        for index in groups.indices {
            let combination = combinations[index &* Lanes.count &+ lane]
            let place = groups[index].place(of: combination) ?? make(combination, index)
            output.append(contentsOf: groups[index].bytes[place])
        }
    }

    /// Makes the bytes of a combination: entries of the object `décisions`; the first with what stands before them, the
    /// last with the end of the line.
    private mutating func make(_ combination: UInt64, _ group: Int) -> Range<Int> {
        let entries = groups[group].columns.map { column in
            // bounded: weights and counts of results are 1 or more
            let result = combination / column.weight % column.results
            return (set[column.decision].name, JSONValue.object(set[column.decision].entries(ofResult: result)))
        }
        let bytes = JSONValue.object(entries).bytes(.compact).dropFirst().dropLast()
        let start = group == 0 ? ",\"décisions\":{" : ","
        let end = group == groups.count - 1 ? "}}\n" : ""
        return groups[group].keep(Array(start.utf8) + bytes + Array(end.utf8), for: combination)
    }
}
