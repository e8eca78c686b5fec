import SourceText

extension SyntaxReader {
    /// The lines of `selon`: the last has neither `si` nor `en vigueur`, any other has at least one.
    mutating func caseLines(_ node: Node) -> [WrittenCaseLine] {
        let items = node.list(&bag)
        var lines: [WrittenCaseLine] = []
        for (index, item) in items.enumerated() {
            guard let fields = Fields(item, as: .caseLine, into: &bag) else { continue }
            let guarded = fields["si"] != nil || fields["en vigueur"] != nil
            if index == items.count - 1 {
                if guarded { bag.report(.lastLineGuarded(item.range)) }
            } else if !guarded {
                bag.report(.lineUnguarded(item.range))
            }
            guard let value = fields["vaut"].flatMap({ operand($0) }) else { continue }
            lines.append(
                WrittenCaseLine(
                    condition: fields["si"].flatMap { condition($0) }, inForce: period(fields["en vigueur"]),
                    value: value, range: item.range))
        }
        return lines.count == items.count ? lines : []
    }

    /// A `calcul`: one operation.
    mutating func calculation(_ node: Node) -> WrittenCalculation? {
        guard let entry = node.mapping(&bag).first else { return nil }
        if let second = node.entries?.dropFirst().first {
            bag.report(.severalOperations(second.key))
            return nil
        }
        return operation(entry).map { WrittenCalculation(kind: $0, range: entry.key.range.union(entry.value.range)) }
    }

    private mutating func operation(_ entry: Node.Entry) -> WrittenCalculation.Kind? {
        switch WrittenOperation(rawValue: NameKey.fold(entry.key.value)) {
        case .days:
            guard let fields = Fields(entry.value, as: .days, into: &bag),
                let (from, to) = pair(fields, "du", "au")
            else { return nil }
            return .days(from: from, to: to)
        case .businessDays:
            guard let fields = Fields(entry.value, as: .businessDays, into: &bag),
                let (from, to) = pair(fields, "du", "au")
            else { return nil }
            return .businessDays(from: from, to: to, calendar: fields.words("calendrier", &bag))
        case .dueDate: return dueDate(entry.value)
        case .sum: return terms(entry.value).map { .sum($0) }
        case .product: return terms(entry.value).map { .product($0) }
        case .difference:
            guard let terms = terms(entry.value) else { return nil }
            guard terms.count == 2 else {
                bag.report(.differenceTakesTwo(entry.value.range))
                return nil
            }
            return .difference(terms[0], terms[1])
        case .minimum: return terms(entry.value).map { .minimum($0) }
        case .maximum: return terms(entry.value).map { .maximum($0) }
        case nil:
            bag.report(.unknownOperation(entry.key, bag.candidates(WrittenOperation.allCases.map(\.rawValue))))
            return nil
        }
    }

    private mutating func dueDate(_ node: Node) -> WrittenCalculation.Kind? {
        guard let fields = Fields(node, as: .dueDate, into: &bag),
            let (from, delay) = pair(fields, "du", "délai"), let unit = fields.words("en", &bag)
        else { return nil }
        guard Layout.dayUnits.contains(unit.value) else {
            bag.report(.unknownWord(unit, among: Layout.dayUnits))
            return nil
        }
        let calendar = fields.words("calendrier", &bag)
        if unit.value == "jours", let calendar { bag.report(.calendarOfCivilDays(calendar.range)) }
        return .dueDate(from: from, delay: delay, unit: unit, calendar: calendar)
    }

    private mutating func pair(_ fields: Fields, _ a: String, _ b: String) -> (WrittenOperand, WrittenOperand)? {
        let first = fields[a].flatMap { operand($0) }
        let second = fields[b].flatMap { operand($0) }
        guard let first, let second else { return nil }
        return (first, second)
    }

    private mutating func terms(_ node: Node) -> [WrittenOperand]? {
        let items = node.list(&bag)
        let operands = items.compactMap { operand($0) }
        return operands.isEmpty || operands.count != items.count ? nil : operands
    }
}
