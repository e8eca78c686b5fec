import PolicyValues

extension Machine {
    /// Computes a definition into its cell; outside its `en vigueur` it is unknown.
    mutating func define(_ index: Int) {
        let definition = program.definitions[index]
        let isInForce = inForce[Int(definition.period)]
        // A tracer that wants them sees the conditions of a definition that is not in force all the same.
        let computed = isInForce || !T.stopsEarly ? cell(of: definition.body) : nil
        cells[program.firstDefinition + index] = isInForce ? computed : nil
    }

    private mutating func cell(of body: DefinitionCode.Body) -> Int64? {
        switch body {
        case .truth(let address): cell(of: truth(at: address))
        case .byCase(let first, let count): firstLine(Int(first)..<Int(first + count))
        case .days(let from, let to): days(from: from, to: to)
        case .businessDays(let from, let to, let calendar): businessDays(from: from, to: to, Int(calendar))
        case .dueDate(let from, let delay): dueDate(from: from, delay: delay)
        case .businessDueDate(let from, let delay, let calendar): dueDate(from: from, delay: delay, Int(calendar))
        case .sum(let terms): sum(terms)
        case .product(let factors): product(factors)
        case .difference(let left, let right): difference(left, right)
        case .minimum(let operands): extreme(operands) { $0 < $1 }
        case .maximum(let operands): extreme(operands) { $0 > $1 }
        }
    }

    private mutating func cell(of truth: Truth) -> Int64? {
        switch truth {
        case .no: 0
        case .unknown: nil
        case .yes: 1
        }
    }

    /// `selon`: the value of the first line that holds; known while earlier lines are open only when every line that
    /// can still be the first gives the same.
    private mutating func firstLine(_ lines: Range<Int>) -> Int64? {
        var value: Int64?
        var isOpen = false
        var isKnown = true
        var isClosed = false
        for index in lines {
            if isClosed && T.stopsEarly { break }
            let line = program.lines[index]
            let truth = holds(line)
            if isClosed || truth.isNo { continue }
            let cell = cells[line.value.position]
            if isOpen, cell != value { isKnown = false }
            value = cell
            isOpen = true
            if truth.isYes || !isKnown { isClosed = true }
        }
        return isKnown ? value : nil
    }

    private mutating func holds(_ line: LineCode) -> Truth {
        let isInForce = inForce[Int(line.period)]
        guard let condition = line.condition, isInForce || !T.stopsEarly else { return Truth(of: isInForce) }
        let truth = truth(at: condition)
        return isInForce ? truth : .no
    }
}
