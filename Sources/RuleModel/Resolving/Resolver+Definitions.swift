import PolicyValues
import RuleSyntax
import SourceText

/// What is known of a definition before its body is resolved.
struct DefinitionHead {
    let name: String
    /// Nil when it could not be read, which has been reported.
    var known: ValueType?
    let unit: String?

    var type: ValueType { known ?? .text }
}

extension Resolver {
    mutating func definitionHead(_ id: DefinitionID) -> DefinitionHead {
        let written = names.definitions[id.position]
        var type: ValueType?
        switch written.body {
        case nil: break
        case .truth: type = .yesNo
        case .calculation(let calculation):
            if case .dueDate = calculation.kind { type = .date } else { type = .number }
        case .byCase:
            type = self.type(
                written.type, allowed: Layout.definitionTypes, written.values, written.valuesKey, written.name)
        }
        return DefinitionHead(name: written.name.value, known: type, unit: written.unit?.value)
    }

    mutating func definition(_ index: Int) -> Definition {
        let written = names.definitions[index]
        let head = definitionHeads[index]
        if let unit = written.unit, let type = head.known, type != .number {
            bag.report(.onlyForNumbers("unité", unit.range))
        }
        checkStatements(written.statement, contrary: written.contraryStatement, head.known)
        return Definition(
            name: head.name, range: written.name.range, type: head.type,
            meanings: written.values?.map(\.meaning.value) ?? [], unit: head.unit, body: body(written, head),
            inForce: period(written.inForce), statement: written.statement?.value,
            contraryStatement: written.contraryStatement?.value, question: written.question?.value,
            usage: written.usage?.value, description: written.description?.value, note: written.note?.value,
            examples: written.examples.compactMap { example($0, of: head) }, sources: sources(written.sources))
    }

    private mutating func body(_ written: WrittenDefinition, _ head: DefinitionHead) -> Definition.Body {
        switch written.body {
        case .truth(let written): return .truth(condition(written))
        case .calculation(let written): return .calculation(calculation(written, head))
        case .byCase(let lines):
            return .byCase(
                lines.compactMap { line in
                    let condition = line.condition.map { self.condition($0) }
                    let inForce = period(line.inForce)
                    guard let value = operand(line.value, of: head.known, unit: head.unit, head) else { return nil }
                    return .init(condition: condition, inForce: inForce, value: value, range: line.range)
                })
        case nil: return .byCase([])
        }
    }

    private mutating func calculation(_ written: WrittenCalculation, _ head: DefinitionHead) -> Calculation {
        let zero = Operand.constant(.number(.zero))
        func one(_ operand: Operand?) -> Operand { operand ?? zero }
        switch written.kind {
        case .days(let from, let to):
            return .days(from: one(date(from, head)), to: one(date(to, head)))
        case .businessDays(let from, let to, let name):
            let id = calendar(named: name, written.range)
            return .businessDays(from: one(date(from, head)), to: one(date(to, head)), id)
        case .dueDate(let from, let delay, let unit, let name):
            let id = unit.value == "jours" ? nil : calendar(named: name, written.range)
            return .dueDate(from: one(date(from, head)), delay: one(self.delay(delay, unit: unit.value, head)), id)
        case .sum(let terms): return .sum(same(terms, head))
        case .product(let terms):
            return .product(terms.compactMap { operand($0, of: .number, unit: nil, head, anyUnit: true) })
        case .difference(let a, let b):
            let both = same([a, b], head)
            return both.count == 2 ? .difference(both[0], both[1]) : .difference(zero, zero)
        case .minimum(let terms): return .minimum(same(terms, head))
        case .maximum(let terms): return .maximum(same(terms, head))
        }
    }

    private mutating func date(_ written: WrittenOperand, _ head: DefinitionHead) -> Operand? {
        operand(written, of: .date, unit: nil, head)
    }

    /// Operands of the definition's type and unit.
    private mutating func same(_ terms: [WrittenOperand], _ head: DefinitionHead) -> [Operand] {
        terms.compactMap { operand($0, of: head.known, unit: head.unit, head) }
    }

    private mutating func delay(_ written: WrittenOperand, unit: String, _ head: DefinitionHead) -> Operand? {
        guard let delay = operand(written, of: .number, unit: unit, head, noUnitFits: true) else { return nil }
        if case .constant(.number(let number)) = delay, number < .zero || number.whole == nil {
            bag.report(.badDelay(written.words))
        }
        return delay
    }

    /// What a name or constant in a calculation or a `vaut` stands for; its type and unit are checked.
    ///
    /// - Parameter type: nil when the definition's type could not be read.
    private mutating func operand(
        _ written: WrittenOperand, of type: ValueType?, unit: String?, _ owner: DefinitionHead, anyUnit: Bool = false,
        noUnitFits: Bool = false
    ) -> Operand? {
        var written = written
        if written.kind == .words {
            guard let type else { return nil }
            if readsAsConstant(written.words.value, of: type) {
                return constant(written.words, of: type, "la définition \(quoted(owner.name))").map { .constant($0) }
            }
            written = written.asName
        }
        guard let (operand, found, foundUnit) = reference(written), let type else { return nil }
        guard found.isComparable(with: type) else {
            bag.report(.operandType(written.words, found.name, expected: type.name))
            return nil
        }
        let fits = anyUnit || type != .number || foundUnit == unit || noUnitFits && foundUnit == nil
        if !fits { bag.report(.units(written.words, foundUnit, expected: unit)) }
        return operand
    }

    /// A scalar is a constant where only constants can be meant, and where it reads as a number or a date.
    private func readsAsConstant(_ text: String, of type: ValueType) -> Bool {
        switch type {
        case .yesNo, .choice, .choices, .text: true
        case .number, .date:
            names.vocabulary[NameKey.fold(text)] == nil
                && (text == "inconnu"
                    || text.unicodeScalars.first.map { "0123456789-+.".unicodeScalars.contains($0) } ?? false)
        }
    }

    /// The calendar named, or the only one of the set.
    private mutating func calendar(named name: Words?, _ range: SourceRange) -> CalendarID {
        if let name {
            if let id = names.calendarsByName[key(name)] { return id }
            if !isMalformed(key(name), in: .calendars) {
                bag.report(.unknownCalendar(name, names.calendars.map(\.name.value)))
            }
        } else if names.calendars.count != 1, written.malformed[.calendars] == nil {
            bag.report(.calendarNeeded(names.calendars.map(\.name.value), range))
        }
        return CalendarID(0)
    }

    private mutating func example(_ written: WrittenExample, of head: DefinitionHead) -> Example? {
        example(written, written.expected.flatMap { expected($0, of: head) })
    }

    private mutating func expected(_ node: Node, of head: DefinitionHead) -> Example.Expected? {
        guard let words = node.scalar.map({ Words($0.text, at: node.range) }) else {
            bag.report(.exampleShape(node.range))
            return nil
        }
        if words.value == "inconnu" { return .value(nil) }
        guard let type = head.known else { return nil }
        return constant(words, of: type, "la définition \(quoted(head.name))").map { .value($0) }
    }

    /// An example, when what it expects could be read.
    mutating func example(_ written: WrittenExample, _ expected: Example.Expected?) -> Example? {
        let date = written.date.flatMap { self.date($0) }
        return expected.map {
            Example(
                name: written.name?.value, range: written.range, facts: written.facts, date: date, expected: $0)
        }
    }
}
