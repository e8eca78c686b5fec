import SourceText

extension SyntaxReader {
    mutating func decision(_ name: Words, _ node: Node) -> WrittenDecision? {
        guard let fields = Fields(node, as: .decision, named: name, into: &bag) else { return nil }
        return WrittenDecision(
            name: name, question: fields.words("question", &bag), outcomes: fields["issues"]?.meanings(&bag) ?? [],
            method: fields.words("méthode", &bag), byDefault: fields.words("par défaut", &bag),
            hasDefault: fields["par défaut"] != nil,
            applicability: fields["applicable si"].flatMap { condition($0) },
            isConditional: fields["applicable si"] != nil,
            description: fields.words("description", &bag), note: fields.words("note", &bag),
            sources: sources(fields["source"]))
    }

    mutating func rule(_ name: Words, _ node: Node) -> WrittenRule? {
        guard let fields = Fields(node, as: .rule, named: name, into: &bag) else { return nil }
        var conclusions: [WrittenRule.Conclusion] = []
        for entry in fields["conclut"]?.mapping(&bag) ?? [] {
            if let conclusion = conclusion(entry.key, entry.value) { conclusions.append(conclusion) }
        }
        return rule(name, fields, concluding: conclusions, if: fields["si"].flatMap { condition($0) })
    }

    private mutating func rule(
        _ name: Words, _ fields: Fields, concluding conclusions: [WrittenRule.Conclusion],
        if condition: WrittenCondition?
    ) -> WrittenRule {
        WrittenRule(
            name: name, title: fields.words("titre", &bag), condition: condition,
            exception: fields["sauf"].flatMap { self.condition($0) }, conclusions: conclusions,
            reason: fields.words("motif", &bag), reply: fields.words("réponse", &bag),
            overrides: fields["écarte"]?.list(&bag).compactMap { $0.words(&bag) } ?? [],
            inForce: period(fields["en vigueur"]), examples: examples(fields["exemples"]),
            note: fields.words("note", &bag), sources: sources(fields["source"]))
    }

    private mutating func conclusion(_ decision: Words, _ node: Node) -> WrittenRule.Conclusion? {
        let outcomes = node.oneOrMore(&bag)
        guard !outcomes.isEmpty else { return nil }
        return .init(decision: decision, outcomes: outcomes, isList: node.elements != nil, range: node.range)
    }

    mutating func table(_ name: Words, _ node: Node) -> WrittenTable? {
        guard let fields = Fields(node, as: .table, named: name, into: &bag) else { return nil }
        let decision = fields.words("décision", &bag)
        let columns = fields["entrées"]?.list(&bag).compactMap { $0.words(&bag) } ?? []
        var lines: [WrittenTable.Line] = []
        for (index, item) in (fields["lignes"]?.list(&bag) ?? []).enumerated() {
            let lineName = Words("\(name.value)#\(index + 1)", at: item.range)
            if let line = line(lineName, item, columns: columns, decision: decision) { lines.append(line) }
        }
        return WrittenTable(
            name: name, decision: decision, columns: columns, lines: lines, title: fields.words("titre", &bag),
            note: fields.words("note", &bag), inForce: period(fields["en vigueur"]), sources: sources(fields["source"]))
    }

    private mutating func line(
        _ name: Words, _ node: Node, columns: [Words], decision: Words?
    ) -> WrittenTable.Line? {
        guard let fields = Fields(node, as: .line, named: name, into: &bag), let cells = fields["si"] else {
            return nil
        }
        let written = cells.list(&bag)
        // Columns that could not be read have been reported; the lines are not at fault.
        if !written.isEmpty, !columns.isEmpty, written.count != columns.count {
            bag.report(.cellCount(written.count, columns: columns.count, cells.range))
        }
        let expected = written.map { $0.scalar?.text == "*" ? nil : self.expected($0) }
        let conclusions = decision.flatMap { decision in fields["conclut"].flatMap { conclusion(decision, $0) } }
        return WrittenTable.Line(
            cells: expected, cellsRange: cells.range,
            rule: rule(name, fields, concluding: conclusions.map { [$0] } ?? [], if: nil))
    }

    mutating func invariant(_ name: Words, _ node: Node, _ layout: Layout) -> WrittenInvariant? {
        guard let fields = Fields(node, as: layout, named: name, into: &bag) else { return nil }
        return WrittenInvariant(
            name: name, condition: fields["si"].flatMap { condition($0) },
            consequence: fields["alors"].flatMap { condition($0) }, title: fields.words("titre", &bag),
            description: fields.words("description", &bag), note: fields.words("note", &bag),
            sources: sources(fields["source"]))
    }
}
