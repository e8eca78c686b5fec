import PolicyValues
import RuleCases
import RuleModel

extension Machine {
    /// Takes a fact sheet's values into the cells of facts. A fact that the sheet does not have is unknown.
    ///
    /// - Complexity: linear in the number of facts and the size of the case's sets and texts.
    mutating func load(_ sheet: FactSheet) {
        elements.removeAll(keepingCapacity: true)
        if !texts.isEmpty {
            texts.removeAll(keepingCapacity: true)
            textNumbers.removeAll(keepingCapacity: true)
        }
        for index in 0..<program.firstDefinition {
            guard index < sheet.values.count, let value = sheet.values[index] else {
                cells[index] = nil
                continue
            }
            cells[index] = cell(of: value)
        }
    }

    private mutating func cell(of value: Value) -> Int64 {
        switch value {
        case .yesNo(let holds): return holds ? 1 : 0
        case .choice(let symbol): return Int64(symbol.index)
        case .choices(let symbols):
            let start = Int64(elements.count)
            for symbol in symbols { elements.append(symbol.index) }
            return start << 32 | Int64(symbols.count)
        case .number(let number): return number.tenThousandths
        case .date(let date): return Int64(date.dayNumber)
        case .text(let text): return Int64(number(of: text))
        }
    }

    /// The elements of the set that a cell stands for.
    func elements(of set: Int64) -> ArraySlice<Int32> {
        let start = Int(set >> 32)
        return elements[start..<start + Int(set & 0xFFFF_FFFF)]
    }

    /// Equal texts have equal numbers: the program's, else one of this case's.
    private mutating func number(of text: String) -> Int32 {
        if let number = program.textNumbers[text] ?? textNumbers[text] { return number }
        let number = Int32(program.texts.count + texts.count)
        texts.append(text)
        textNumbers[text] = number
        return number
    }

    /// The value of a cell of a definition, as the model has it.
    func value(of cell: Int64?, as type: ValueType) -> Value? {
        guard let cell else { return nil }
        switch type {
        case .yesNo: return .yesNo(cell != 0)
        case .choice: return .choice(Symbol(Int(cell)))
        case .choices: return .choices(elements(of: cell).map { Symbol(Int($0)) })
        case .number: return ExactDecimal(tenThousandths: cell).map(Value.number)
        case .date: return CivilDate(dayNumber: Int(cell)).map(Value.date)
        case .text:
            let number = Int(cell)
            let own = number - program.texts.count
            return .text(own < 0 ? program.texts[number] : texts[own])
        }
    }
}
