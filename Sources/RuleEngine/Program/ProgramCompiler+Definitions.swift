import RuleModel

extension ProgramCompiler {
    mutating func definition(_ definition: Definition) -> DefinitionCode {
        let body: DefinitionCode.Body
        switch definition.body {
        case .truth(let condition): body = .truth(compile(condition))
        case .calculation(let calculation): body = self.body(calculation)
        case .byCase(let cases):
            // Conditions first: they append no line.
            let compiled = cases.map { line(of: $0) }
            body = .byCase(first: Int32(lines.count), count: Int32(compiled.count))
            lines += compiled
        }
        return DefinitionCode(body: body, period: period(definition.inForce))
    }

    private mutating func line(of line: Definition.CaseLine) -> LineCode {
        LineCode(
            condition: line.condition.map { compile($0) }, period: period(line.inForce), value: slot(of: line.value))
    }

    private mutating func body(_ calculation: Calculation) -> DefinitionCode.Body {
        switch calculation {
        case .days(let from, let to): .days(from: slot(of: from), to: slot(of: to))
        case .businessDays(let from, let to, let calendar):
            .businessDays(from: slot(of: from), to: slot(of: to), calendar: calendar.index)
        case .dueDate(let from, let delay, nil): .dueDate(from: slot(of: from), delay: slot(of: delay))
        case .dueDate(let from, let delay, let calendar?):
            .businessDueDate(from: slot(of: from), delay: slot(of: delay), calendar: calendar.index)
        case .sum(let terms): .sum(list(terms))
        case .product(let factors): .product(list(factors))
        case .difference(let left, let right): .difference(slot(of: left), slot(of: right))
        case .minimum(let operands): .minimum(list(operands))
        case .maximum(let operands): .maximum(list(operands))
        }
    }
}
