import RuleEngine
import RuleJSON
import RuleModel

/// What `--detail complet` says of the decisions of a lane: with motifs and missing facts.
struct CompleteBody: Sendable {
    private let set: RuleSet
    /// In the order of the output.
    private var decisions: [CompletePieces] = []
    private var missing: MissingFacts?
    /// By lane: the place of its value in ``BlockCircuit/classValues``.
    private var values: [Int]
    /// By fact, its name in quotes.
    private let factNames: [[UInt8]]

    init(_ circuit: BlockCircuit, of set: RuleSet) {
        self.set = set
        let names = MotifNames(set)
        for (place, id) in set.decisionsInOrder.enumerated() {
            decisions.append(CompletePieces(id, circuit, names, of: set, isFirst: place == 0))
        }
        values = Array(repeating: 0, count: Lanes.count)
        missing = circuit.missing.map { MissingFacts($0, factCount: set.facts.count) }
        factNames = set.facts.map { JSONValue.text($0.name).bytes(.compact) }
    }

    /// Takes the results of a block, and gives the lanes whose missing facts have to be found one case at a time.
    mutating func load(_ machine: inout BlockMachine) -> Lanes {
        for index in decisions.indices { decisions[index].load(machine) }
        if !machine.circuit.classValues.isEmpty { loadValues(machine) }
        let open = machine.circuit.decisions.reduce(Lanes.none) { $0 | machine[$1.undetermined] }
        guard open != .none else { return .none }
        guard missing != nil else { return open }
        machine.findMissing()
        missing?.load(machine)
        return .none
    }

    private mutating func loadValues(_ machine: borrowing BlockMachine) {
        let slots = machine.circuit.classValues
        for lane in values.indices { values[lane] = slots.count }
        for (place, slot) in slots.enumerated() {
            let lanes = machine[slot]
            if lanes != .none { lanes.forEachLane { values[$0] = place } }
        }
    }

    /// Appends what is said of a lane.
    mutating func append(_ lane: Int, to output: inout [UInt8]) {
        for index in decisions.indices where decisions[index].append(lane, values[lane], to: &output) {
            missing?.append(lane, of: decisions[index].decision, factNames, to: &output)
            output.append(contentsOf: Self.endOfMissing)
        }
        output.append(contentsOf: decisions.isEmpty ? Self.nothing : Self.end)
    }

    private static let end = Array("}}\n".utf8)
    private static let nothing = Array(",\"décisions\":{}}\n".utf8)
    private static let endOfMissing = Array("]}".utf8)
}
