import PolicyValues
import RuleEngine

/// Runs a ``BlockCircuit`` on one block of cases after the other, over the same buffers.
///
/// - Complexity: for a block, linear in the circuit, however few of its lanes are filled.
struct BlockMachine: Sendable {
    let circuit: BlockCircuit
    private let calendar: BlockDates
    /// By slot.
    private var table: [Lanes]
    /// 512 numbers a column.
    private var columns: [Int64]

    /// - Parameter withFindings: whether motifs and missing facts are asked for.
    init(_ program: Program, withFindings: Bool) {
        circuit = CircuitBuilder.circuit(of: program, withFindings: withFindings)
        calendar = BlockDates(program, circuit)
        table = Array(repeating: .none, count: circuit.slotCount)
        table[Int(BlockCircuit.all)] = .all
        columns = Array(repeating: 0, count: circuit.columnCount * Lanes.count)
        for (column, value) in circuit.constants {
            let start = Int(column) * Lanes.count
            for lane in start..<start + Lanes.count { columns[lane] = value }
        }
    }

    subscript(slot: BlockCircuit.Slot) -> Lanes { table[Int(slot)] }

    /// Evaluates a block.
    ///
    /// - Parameters:
    ///   - rows: the scanner's store: a row of eight words for each of ``BlockCircuit/inputs``, then columns.
    ///   - filled: where columns stand in it, and which ones.
    ///   - dates: the day number on which each lane is evaluated.
    mutating func run(_ rows: [UInt64], _ filled: [(start: Int, column: BlockCircuit.Column)], dates: [Int32]) {
        for (row, slot) in circuit.inputs.enumerated() {
            let first = row * Lanes.words
            table[Int(slot)] = Lanes(
                rows[first], rows[first + 1], rows[first + 2], rows[first + 3], rows[first + 4], rows[first + 5],
                rows[first + 6], rows[first + 7])
        }
        for (start, column) in filled {
            let target = Int(column) * Lanes.count
            for lane in 0..<Lanes.count { columns[target + lane] = Int64(bitPattern: rows[start + lane]) }
        }
        calendar.resolve(dates, &table, &columns)
        runGates(0..<circuit.findingGates)
    }

    /// Finds what undetermined decisions miss, after ``run(_:_:dates:)``.
    mutating func findMissing() { runGates(circuit.findingGates..<circuit.gates.count) }

    private mutating func runGates(_ places: Range<Int>) {
        let circuit = circuit
        let gates = circuit.gates.span
        for place in places {
            let gate = gates[place]
            switch gate.kind {
            case .and: table[Int(gate.target)] = table[Int(gate.left)] & table[Int(gate.right)]
            case .or: table[Int(gate.target)] = table[Int(gate.left)] | table[Int(gate.right)]
            case .without: table[Int(gate.target)] = table[Int(gate.left)] & ~table[Int(gate.right)]
            case .kernel: circuit.kernels[Int(gate.left)].run(&table, &columns)
            }
        }
    }
}
