import RuleEngine

extension CircuitBuilder {
    /// Computes a definition into its cell; outside its `en vigueur` it is unknown.
    mutating func define(_ index: Int) {
        let definition = program.definitions[index]
        let inForce = period(definition.period)
        switch definition.body {
        case .truth(let address):
            let truth = truth(at: address)
            let (no, yes) = (and(truth.no, inForce), and(truth.yes, inForce))
            cells[program.firstDefinition + index] = CellForm(
                known: or(no, yes), lanesByValue: [(value: 0, lanes: no), (value: 1, lanes: yes)], column: nil)
        case .byCase(let first, let count):
            let lines = program.lines[Int(first)..<Int(first + count)].map { line in
                let cell = Int(line.value.index)
                // Its lines may have to be told apart.
                if isOpenText(cell) { circuit.takesOtherTexts = false }
                return ColumnKernel.Line(holds: holds(line), value: column(cell), known: form(cell).known)
            }
            compute(index, inForce) { .byCase(lines, into: $0, known: $1) }
        case .days(let from, let to): calculate(index, .days, [from, to], inForce)
        case .businessDays(let from, let to, let calendar):
            calculate(index, .businessDays(program.calendars[Int(calendar)]), [from, to], inForce)
        case .dueDate(let from, let delay): calculate(index, .dueDate, [from, delay], inForce)
        case .businessDueDate(let from, let delay, let calendar):
            calculate(index, .businessDueDate(program.calendars[Int(calendar)]), [from, delay], inForce)
        case .sum(let list): calculate(index, .sum, list, inForce)
        case .product(let list): calculate(index, .product, list, inForce)
        case .difference(let left, let right): calculate(index, .difference, [left, right], inForce)
        case .minimum(let list): calculate(index, .minimum, list, inForce)
        case .maximum(let list): calculate(index, .maximum, list, inForce)
        }
    }

    private mutating func holds(_ line: LineCode) -> Pair {
        let condition = line.condition.map { truth(at: $0) } ?? .always
        return all([known(period(line.period)), condition])
    }

    private mutating func calculate(
        _ index: Int, _ calculation: BlockCalculation, _ operands: [RuleEngine.Slot], _ inForce: Slot
    ) {
        calculate(index, calculation, cells: operands.map { Int($0.index) }, inForce)
    }

    private mutating func calculate(
        _ index: Int, _ calculation: BlockCalculation, _ list: ListAddress, _ inForce: Slot
    ) {
        calculate(index, calculation, cells: numbers(list), inForce)
    }

    private mutating func calculate(
        _ index: Int, _ calculation: BlockCalculation, cells operands: [Int], _ inForce: Slot
    ) {
        let columns = operands.map { column($0) }
        let given = operands.reduce(inForce) { and($0, form($1).known) }
        compute(index, inForce) { .calculate(calculation, operands: columns, given: given, into: $0, known: $1) }
    }

    /// A definition whose value a kernel puts in a column.
    private mutating func compute(
        _ index: Int, _ inForce: Slot, _ kernel: (BlockCircuit.Column, Slot) -> ColumnKernel
    ) {
        let (column, known) = (newColumn(), newSlot())
        add(kernel(column, known))
        cells[program.firstDefinition + index] = CellForm(
            known: and(known, inForce), lanesByValue: nil, column: column)
    }
}
