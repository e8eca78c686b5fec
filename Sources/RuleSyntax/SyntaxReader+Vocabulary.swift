import SourceText

extension SyntaxReader {
    private static let factLayout = Layout(
        what: "le fait", required: ["question", "type"],
        optional: [
            "valeurs", "unité", "min", "max", "énoncé", "énoncé contraire", "présumé", "détenteur", "usage",
            "description", "note", "source",
        ])
    private static let definitionLayout = Layout(
        what: "la définition", required: [],
        optional: [
            "vrai si", "calcul", "selon", "type", "valeurs", "unité", "énoncé", "énoncé contraire", "usage", "question",
            "description", "exemples", "en vigueur", "note", "source",
        ])
    private static let parameterLayout = Layout(
        what: "le paramètre", required: ["type", "valeurs"],
        optional: ["unité", "usage", "question", "description", "en vigueur", "note", "source"])
    private static let calendarLayout = Layout(
        what: "le calendrier", required: ["couvre"], optional: ["chômés", "fériés", "description", "source"])
    private static let coverLayout = Layout(what: "«\u{A0}couvre\u{A0}»", required: ["du", "au"], optional: [])

    mutating func fact(_ name: Words, _ node: Node) -> WrittenFact? {
        guard let fields = Fields(node, as: Self.factLayout, named: name, into: &bag) else { return nil }
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
        guard let fields = Fields(node, as: Self.definitionLayout, named: name, into: &bag) else { return nil }
        return WrittenDefinition(
            name: name, body: body(fields, name), type: fields.words("type", &bag),
            values: fields["valeurs"]?.meanings(&bag), valuesKey: fields.keyRange("valeurs"),
            unit: fields.words("unité", &bag), statement: fields.words("énoncé", &bag),
            contraryStatement: fields.words("énoncé contraire", &bag), question: fields.words("question", &bag),
            usage: fields.words("usage", &bag), description: fields.words("description", &bag),
            note: fields.words("note", &bag), inForce: period(fields["en vigueur"]),
            examples: examples(fields["exemples"]), sources: sources(fields["source"]))
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
        guard let fields = Fields(node, as: Self.parameterLayout, named: name, into: &bag) else { return nil }
        return WrittenParameter(
            name: name, type: fields.words("type", &bag), versions: fields["valeurs"]?.meanings(&bag) ?? [],
            unit: fields.words("unité", &bag), inForce: period(fields["en vigueur"]),
            usage: fields.words("usage", &bag),
            question: fields.words("question", &bag), description: fields.words("description", &bag),
            note: fields.words("note", &bag), sources: sources(fields["source"]))
    }

    mutating func calendar(_ name: Words, _ node: Node) -> WrittenCalendar? {
        guard let fields = Fields(node, as: Self.calendarLayout, named: name, into: &bag) else { return nil }
        var covers: WrittenPeriod?
        if let node = fields["couvre"], let cover = Fields(node, as: Self.coverLayout, into: &bag) {
            covers = WrittenPeriod(from: cover.words("du", &bag), through: cover.words("au", &bag), range: node.range)
        }
        return WrittenCalendar(
            name: name, covers: covers, daysOff: fields["chômés"]?.list(&bag).compactMap { $0.words(&bag) },
            holidays: fields["fériés"]?.meanings(&bag) ?? [], description: fields.words("description", &bag),
            sources: sources(fields["source"]))
    }
}
