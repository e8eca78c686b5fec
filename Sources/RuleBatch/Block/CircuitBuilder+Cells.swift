import RuleEngine
import RuleModel

/// How the values of a cell of the program stand in a block.
struct CellForm {
    typealias Slot = BlockCircuit.Slot

    /// Where it has a value.
    let known: Slot
    /// By value: where it has that one. Nil when the values stand in a column.
    let lanesByValue: [(value: Int64, lanes: Slot)]?
    /// Nil until something needs it, of values that stand in masks; always of a set.
    var column: BlockCircuit.Column?
}

extension CircuitBuilder {
    /// A form for each fact, and the rows that the scanner fills.
    mutating func buildFacts() {
        for (index, fact) in program.model.facts.enumerated() {
            var inputs = FactInputs()
            let mentioned = row(&inputs.mentioned)
            let presumed = fact.presumed.map { _ in not(mentioned) } ?? BlockCircuit.none
            switch fact.type {
            case .yesNo:
                let scanned = [row(&inputs.firstValue), row()]
                let values = scanned.enumerated().map { value, lanes in
                    (Int64(value), fact.presumed == .yesNo(value == 1) ? or(lanes, presumed) : lanes)
                }
                cells[index] = masks(values)
            case .choice(let symbols):
                var values: [(Int64, Slot)] = []
                for symbol in symbols {
                    let lanes = values.isEmpty ? row(&inputs.firstValue) : row()
                    let isPresumed = fact.presumed == .choice(symbol)
                    values.append((Int64(symbol.index), isPresumed ? or(lanes, presumed) : lanes))
                }
                cells[index] = masks(values)
            case .choices(let symbols): cells[index] = set(symbols, fact.presumed, presumed, &inputs)
            case .number, .date, .text:
                let known = or(row(&inputs.known), presumed)
                inputs.column = newColumn()
                cells[index] = CellForm(known: known, lanesByValue: nil, column: inputs.column)
            }
            circuit.facts.append(inputs)
        }
    }

    /// Leaves out the columns of facts that nothing reads.
    mutating func dropUnreadColumns() {
        let date = program.model.policy.referenceDate?.position
        for index in circuit.facts.indices where index != date && !readColumns.contains(circuit.facts[index].column) {
            circuit.facts[index].column = -1
        }
    }

    /// A value that stands in masks.
    private mutating func masks(_ values: [(Int64, Slot)]) -> CellForm {
        let known = values.reduce(BlockCircuit.none) { or($0, $1.1) }
        return CellForm(known: known, lanesByValue: values.map { (value: $0.0, lanes: $0.1) }, column: nil)
    }

    private mutating func set(
        _ symbols: [Symbol], _ presumedValue: Value?, _ presumed: Slot, _ inputs: inout FactInputs
    ) -> CellForm {
        let known = or(row(&inputs.known), presumed)
        var members: [Symbol] = []
        if case .choices(let listed) = presumedValue { members = listed }
        var values: [(value: Int64, lanes: Slot)] = []
        for symbol in symbols {
            let lanes = values.isEmpty ? row(&inputs.firstValue) : row()
            values.append((Int64(symbol.index), members.contains(symbol) ? or(lanes, presumed) : lanes))
        }
        return CellForm(known: known, lanesByValue: values, column: nil)
    }

    /// A new row of the scanner, with its slot.
    private mutating func row() -> Slot {
        let slot = newSlot()
        circuit.inputs.append(slot)
        return slot
    }

    private mutating func row(_ place: inout Int32) -> Slot {
        place = Int32(circuit.inputs.count)
        return row()
    }

    // MARK: Cells

    /// The form of a cell; of a parameter or constant made when first needed.
    mutating func form(_ cell: Int) -> CellForm {
        if let form = cells[cell] { return form }
        let form: CellForm
        if cell >= program.firstConstant {
            form = constantForm(cell - program.firstConstant)
        } else {
            let column = newColumn()
            let known = newSlot()
            circuit.parameters.append((parameter: cell - program.firstParameter, column: column, known: known))
            form = CellForm(known: known, lanesByValue: nil, column: column)
        }
        cells[cell] = form
        return form
    }

    private mutating func constantForm(_ index: Int) -> CellForm {
        guard let value = program.constants[index] else {
            return CellForm(known: BlockCircuit.none, lanesByValue: [], column: nil)
        }
        return CellForm(known: BlockCircuit.all, lanesByValue: nil, column: constantColumn(value))
    }

    mutating func constantColumn(_ value: Int64) -> BlockCircuit.Column {
        if let column = constantColumns[value] { return column }
        let column = newColumn()
        circuit.constants.append((column: column, value: value))
        constantColumns[value] = column
        return column
    }

    /// The number of a constant cell, nil of another.
    func constant(_ cell: Int) -> Int64? {
        cell >= program.firstConstant ? program.constants[cell - program.firstConstant] : nil
    }

    /// The values of a cell in a column.
    mutating func column(_ cell: Int) -> BlockCircuit.Column {
        var form = form(cell)
        if let column = form.column {
            readColumns.insert(column)
            return column
        }
        let column = newColumn()
        add(.spread((form.lanesByValue ?? []).map { (lanes: $0.lanes, value: $0.value) }, into: column))
        form.column = column
        cells[cell] = form
        return column
    }

    /// Where a cell has the value, unknown left out.
    mutating func lanes(of cell: Int, holding value: Int64) -> Slot {
        let form = form(cell)
        if let masks = form.lanesByValue { return masks.first { $0.value == value }?.lanes ?? BlockCircuit.none }
        return and(comparison(isEquality: true, column(cell), constantColumn(value)), form.known)
    }

    /// The lanes where the left column is less, or equal, whether known or not.
    mutating func comparison(isEquality: Bool, _ left: BlockCircuit.Column, _ right: BlockCircuit.Column) -> Slot {
        let key = ComparisonKey(isEquality: isEquality, left: left, right: right)
        if let slot = comparisons[key] { return slot }
        let slot = newSlot()
        add(isEquality ? .equal(left, right, into: slot) : .less(left, right, into: slot))
        comparisons[key] = slot
        return slot
    }
}
