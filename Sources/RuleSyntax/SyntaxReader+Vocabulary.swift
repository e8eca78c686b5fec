import SourceText

extension SyntaxReader {
    mutating func fact(_ name: Words, _ node: Node) -> WrittenFact? {
        guard let fields = Fields(node, as: .fact, named: name, into: &bag) else { return nil }
        return WrittenFact(
            name: name, question: fields.words("question", &bag), type: fields.words("type", &bag),
            values: fields["valeurs"]?.meanings(&bag), valuesKey: fields.keyRange("valeurs"),
            unit: fields.words("unité", &bag), minimum: fields.words("min", &bag), maximum: fields.words("max", &bag),
            statement: fields.words("énoncé", &bag), contraryStatement: fields.words("énoncé contraire", &bag),
            presumed: value(fields["présumé"]), holder: fields.words("détenteur", &bag),
            usage: fields.words("usage", &bag), description: fields.words("description", &bag),
            note: fields.words("note", &bag), sources: sources(fields["source"]))
    }

    private mutating func value(_ node: Node?) -> WrittenValue? {
        guard let node, !node.isReported else { return nil }
        let items = node.oneOrMore(&bag)
        return items.isEmpty ? nil : WrittenValue(items: items, isList: node.elements != nil, range: node.range)
    }

    mutating func definition(_ name: Words, _ node: Node) -> WrittenDefinition? {
        guard let fields = Fields(node, as: .definition, named: name, into: &bag) else { return nil }
        return WrittenDefinition(
            name: name, body: body(fields, name), type: fields.words("type", &bag),
            values: fields["valeurs"]?.meanings(&bag), valuesKey: fields.keyRange("valeurs"),
            unit: fields.words("unité", &bag), statement: fields.words("énoncé", &bag),
            contraryStatement: fields.words("énoncé contraire", &bag), question: fields.words("question", &bag),
            usage: fields.words("usage", &bag), description: fields.words("description", &bag),
            note: fields.words("note", &bag), inForce: period(fields["en vigueur"]),
            examples: examples(fields["exemples"], as: .definitionExample), sources: sources(fields["source"]))
    }

    private mutating func body(_ fields: Fields, _ name: Words) -> WrittenDefinition.Body? {
        let bodies = ["vrai si", "calcul", "selon"].filter { fields[$0] != nil }
        guard let key = bodies.first, let node = fields[key] else {
            bag.report(.missingBody(name))
            return nil
        }
        let places = bodies.compactMap(fields.keyRange).sorted { $0.precedes($1) }
        if places.count > 1 {
            bag.report(.severalBodies(name, places[1]))
            return nil
        }
        if key != "selon" {
            for other in ["type", "valeurs"] {
                if let range = fields.keyRange(other) { bag.report(.onlyWithByCase(other, key, range)) }
            }
        }
        switch key {
        case "vrai si": return condition(node).map { .truth($0) }
        case "calcul": return calculation(node).map { .calculation($0) }
        default:
            if fields["type"] == nil { bag.report(.byCaseWithoutType(name)) }
            let lines = caseLines(node)
            return lines.isEmpty ? nil : .byCase(lines)
        }
    }

    mutating func parameter(_ name: Words, _ node: Node) -> WrittenParameter? {
        guard let fields = Fields(node, as: .parameter, named: name, into: &bag) else { return nil }
        return WrittenParameter(
            name: name, type: fields.words("type", &bag), versions: fields["valeurs"]?.meanings(&bag) ?? [],
            unit: fields.words("unité", &bag), inForce: period(fields["en vigueur"]),
            usage: fields.words("usage", &bag),
            question: fields.words("question", &bag), description: fields.words("description", &bag),
            note: fields.words("note", &bag), sources: sources(fields["source"]))
    }

    mutating func calendar(_ name: Words, _ node: Node) -> WrittenCalendar? {
        guard let fields = Fields(node, as: .calendar, named: name, into: &bag) else { return nil }
        var covers: WrittenPeriod?
        if let node = fields["couvre"], let cover = Fields(node, as: .cover, into: &bag) {
            covers = WrittenPeriod(from: cover.words("du", &bag), through: cover.words("au", &bag), range: node.range)
        }
        return WrittenCalendar(
            name: name, covers: covers, daysOff: fields["chômés"]?.list(&bag).compactMap { $0.words(&bag) },
            holidays: fields["fériés"]?.meanings(&bag) ?? [], description: fields.words("description", &bag),
            sources: sources(fields["source"]))
    }
}
