import RuleModel

/// Something of the rule set that has a page of its own.
enum Entry: Hashable {
    case decision(DecisionID)
    case rule(RuleID)
    case fact(FactID)
    case definition(DefinitionID)
    case table(TableID)
    case parameter(ParameterID)
    case calendar(CalendarID)

    init(_ target: Reference.Target) {
        self =
            switch target {
            case .fact(let id): .fact(id)
            case .definition(let id): .definition(id)
            case .decision(let id): .decision(id)
            case .rule(let id): .rule(id)
            case .parameter(let id): .parameter(id)
            }
    }

    init(_ vocable: Vocable) {
        self =
            switch vocable {
            case .fact(let id): .fact(id)
            case .definition(let id): .definition(id)
            case .decision(let id): .decision(id)
            }
    }

    var kind: Kind {
        switch self {
        case .decision: .decisions
        case .rule: .rules
        case .fact: .facts
        case .definition: .definitions
        case .table: .tables
        case .parameter: .parameters
        case .calendar: .calendars
        }
    }

    /// The kinds of entries, in the order in which the site lists them; each has a folder.
    enum Kind: CaseIterable, Hashable {
        case decisions
        case rules
        case tables
        case facts
        case definitions
        case parameters
        case calendars
    }
}

extension RuleSet {
    /// The entries of a kind, in the order of the set; decisions in the order of the work.
    func entries(_ kind: Entry.Kind) -> [Entry] {
        switch kind {
        case .decisions: decisionsInOrder.map { .decision($0) }
        case .rules: ruleIDs.map { .rule($0) }
        case .tables: tables.indices.map { .table(TableID($0)) }
        case .facts: factIDs.map { .fact($0) }
        case .definitions: definitionIDs.map { .definition($0) }
        case .parameters: parameters.indices.map { .parameter(ParameterID($0)) }
        case .calendars: calendars.indices.map { .calendar(CalendarID($0)) }
        }
    }

    /// The name by which the rules call it.
    func name(of entry: Entry) -> String {
        switch entry {
        case .decision(let id): self[id].name
        case .rule(let id): self[id].name
        case .fact(let id): self[id].name
        case .definition(let id): self[id].name
        case .table(let id): self[id].name
        case .parameter(let id): self[id].name
        case .calendar(let id): self[id].name
        }
    }

    /// What a reader calls it: a title, where it has one.
    func label(of entry: Entry) -> String {
        switch entry {
        case .rule(let id): label(of: id)
        case .table(let id): self[id].title ?? self[id].name
        case .decision, .fact, .definition, .parameter, .calendar: name(of: entry)
        }
    }

    /// Lines of a table share its title: their number tells them apart.
    private func label(of id: RuleID) -> String {
        let rule = self[id]
        guard let table = rule.table.map({ self[$0] }), rule.title == table.title,
            let number = rule.name.split(separator: "#").last
        else { return rule.label }
        return SiteWording.line(String(number), of: table.title ?? table.name)
    }

    /// What the entry is about, in a line: its question or what it is for; nil when nothing says it.
    func summary(of entry: Entry) -> String? {
        switch entry {
        case .decision(let id): self[id].question
        case .rule: nil
        case .fact(let id): self[id].question
        case .definition(let id): self[id].question ?? self[id].description
        case .table(let id): self[id].note
        case .parameter(let id): self[id].question ?? self[id].description
        case .calendar(let id): self[id].description
        }
    }
}
