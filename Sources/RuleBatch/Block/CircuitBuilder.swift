import PolicyValues
import RuleEngine
import RuleModel

/// Compiles a ``Program`` to a ``BlockCircuit``. Equal operations are made once, so that rules that share conditions
/// share their cost.
struct CircuitBuilder {
    typealias Slot = BlockCircuit.Slot
    typealias Column = BlockCircuit.Column
    typealias Pair = BlockCircuit.Pair

    let program: Program
    var circuit = BlockCircuit()
    private var made: [GateKey: Slot] = [:]
    var comparisons: [ComparisonKey: Slot] = [:]
    var readColumns: Set<Column> = []
    var constantColumns: [Int64: Column] = [:]
    /// By cell of the program.
    var cells: [CellForm?]
    var rules: [Pair]
    let classes: RuleClasses
    /// By address of the test of a class's value in its representative: that the value is one of the class.
    var guardPairs: [Int32: Pair] = [:]
    var decisions: [DecisionSlots?]
    /// By place of the date of evaluation among those of all periods.
    private var slotsOfPeriods: [Period: Slot] = [:]

    private struct GateKey: Hashable {
        let kind: BlockCircuit.Gate.Kind
        let left: Slot
        let right: Slot
    }

    struct ComparisonKey: Hashable {
        let isEquality: Bool
        let left: Column
        let right: Column
    }

    /// Compiles the program.
    ///
    /// - Complexity: linear in the size of the program.
    static func circuit(of program: Program, withFindings: Bool) -> BlockCircuit {
        var builder = CircuitBuilder(program)
        builder.buildPeriods()
        builder.buildFacts()
        for step in program.steps {
            switch step {
            case .definition(let index): builder.define(Int(index))
            case .rule(let index): builder.decideRule(Int(index))
            case .decision(let index): builder.decisions[Int(index)] = builder.decide(Int(index))
            }
        }
        builder.buildConstraints()
        builder.dropUnreadColumns()
        builder.circuit.findingGates = builder.circuit.gates.count
        if withFindings { builder.buildFindings() }
        builder.circuit.decisions = builder.decisions.map { $0 ?? DecisionSlots(applicability: .never) }
        return builder.circuit
    }

    private init(_ program: Program) {
        self.program = program
        classes = RuleClasses(program)
        cells = Array(repeating: nil, count: program.cellCount)
        rules = Array(repeating: .never, count: program.rules.count)
        decisions = Array(repeating: nil, count: program.decisions.count)
    }

    // MARK: Slots and columns

    mutating func newSlot() -> Slot {
        circuit.slotCount += 1
        return Slot(circuit.slotCount - 1)
    }

    mutating func newColumn() -> Column {
        circuit.columnCount += 1
        return Column(circuit.columnCount - 1)
    }

    mutating func and(_ left: Slot, _ right: Slot) -> Slot {
        if left == right || right == BlockCircuit.all { return left }
        if left == BlockCircuit.all { return right }
        if left == BlockCircuit.none || right == BlockCircuit.none { return BlockCircuit.none }
        return gate(.and, min(left, right), max(left, right))
    }

    mutating func or(_ left: Slot, _ right: Slot) -> Slot {
        if left == right || right == BlockCircuit.none { return left }
        if left == BlockCircuit.none { return right }
        if left == BlockCircuit.all || right == BlockCircuit.all { return BlockCircuit.all }
        return gate(.or, min(left, right), max(left, right))
    }

    /// The left without the right.
    mutating func without(_ left: Slot, _ right: Slot) -> Slot {
        if right == BlockCircuit.none { return left }
        if left == right || left == BlockCircuit.none || right == BlockCircuit.all { return BlockCircuit.none }
        return gate(.without, left, right)
    }

    mutating func not(_ slot: Slot) -> Slot { without(BlockCircuit.all, slot) }

    private mutating func gate(_ kind: BlockCircuit.Gate.Kind, _ left: Slot, _ right: Slot) -> Slot {
        let key = GateKey(kind: kind, left: left, right: right)
        if let slot = made[key] { return slot }
        let slot = newSlot()
        circuit.gates.append(BlockCircuit.Gate(kind: kind, target: slot, left: left, right: right))
        made[key] = slot
        return slot
    }

    mutating func add(_ kernel: ColumnKernel) {
        circuit.gates.append(
            BlockCircuit.Gate(kind: .kernel, target: BlockCircuit.none, left: Int32(circuit.kernels.count), right: 0))
        circuit.kernels.append(kernel)
    }

    // MARK: Kleene logic

    mutating func all(_ pairs: [Pair]) -> Pair {
        pairs.reduce(.always) { Pair(yes: and($0.yes, $1.yes), no: or($0.no, $1.no)) }
    }

    mutating func any(_ pairs: [Pair]) -> Pair { all(pairs.map(\.negated)).negated }

    /// Holds in the lanes of a mask, does not in the others.
    mutating func known(_ slot: Slot) -> Pair { Pair(yes: slot, no: not(slot)) }

    // MARK: Periods

    /// A slot for each different period; the machine fills them from the lanes' dates.
    private mutating func buildPeriods() {
        for period in program.periods {
            if period.from == nil, period.through == nil {
                circuit.periods.append(BlockCircuit.all)
            } else if let slot = slotsOfPeriods[period] {
                circuit.periods.append(slot)
            } else {
                let slot = newSlot()
                slotsOfPeriods[period] = slot
                circuit.periods.append(slot)
            }
        }
    }

    func period(_ index: Int32) -> Slot { circuit.periods[Int(index)] }

    private mutating func buildConstraints() {
        for constraint in program.constraints {
            let premise = constraint.condition.map { truth(at: $0) } ?? .always
            let broken = and(premise.yes, truth(at: constraint.consequence).no)
            circuit.broken = or(circuit.broken, broken)
        }
    }
}
