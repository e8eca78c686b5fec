import PolicyValues
import RuleSyntax
import SourceText

/// A rule as written, or a line of a table made into one.
struct RuleDraft {
    let rule: WrittenRule
    /// The table and the number of the line, from 0.
    let line: (table: TableID, number: Int)?
}

/// Every name of the set, each with its entry; entries are ordered by name.
struct Names {
    var facts: [WrittenFact] = []
    var definitions: [WrittenDefinition] = []
    var decisions: [WrittenDecision] = []
    var rules: [RuleDraft] = []
    var tables: [WrittenTable] = []
    var parameters: [WrittenParameter] = []
    var calendars: [WrittenCalendar] = []
    var constraints: [WrittenInvariant] = []
    var properties: [WrittenInvariant] = []

    /// Look-ups by folded name.
    var vocabulary: [String: Vocable] = [:]
    var rulesByName: [String: RuleID] = [:]
    var tablesByName: [String: TableID] = [:]
    var parametersByName: [String: ParameterID] = [:]
    var calendarsByName: [String: CalendarID] = [:]
}

extension Resolver {
    /// Checks and orders all names, and drops what is defined twice.
    mutating func declareNames() -> Names {
        var names = Names()
        var vocables: [String: SourceRange] = [:]
        names.facts = unique(written.facts, \.name, .fact, &vocables)
        names.definitions = unique(written.definitions, \.name, .definition, &vocables)
        names.decisions = unique(written.decisions, \.name, .decision, &vocables)
        for (index, fact) in names.facts.enumerated() { names.vocabulary[key(fact.name)] = .fact(FactID(index)) }
        for (index, entry) in names.definitions.enumerated() {
            names.vocabulary[key(entry.name)] = .definition(DefinitionID(index))
        }
        for (index, entry) in names.decisions.enumerated() {
            names.vocabulary[key(entry.name)] = .decision(DecisionID(index))
        }
        declareRules(&names)
        var space: [String: SourceRange] = [:]
        names.parameters = unique(written.parameters, \.name, .other, &space)
        for (index, entry) in names.parameters.enumerated() { names.parametersByName[key(entry.name)] = .init(index) }
        space = [:]
        names.calendars = unique(written.calendars, \.name, .other, &space)
        for (index, entry) in names.calendars.enumerated() { names.calendarsByName[key(entry.name)] = .init(index) }
        space = [:]
        names.constraints = unique(written.constraints, \.name, .other, &space)
        space = [:]
        names.properties = unique(written.properties, \.name, .other, &space)
        return names
    }

    private mutating func declareRules(_ names: inout Names) {
        var space: [String: SourceRange] = [:]
        let plain = unique(written.rules, \.name, .other, &space)
        names.tables = unique(written.tables, \.name, .other, &space)
        var drafts = plain.map { RuleDraft(rule: $0, line: nil) }
        for (index, table) in names.tables.enumerated() {
            names.tablesByName[key(table.name)] = TableID(index)
            for (number, line) in table.lines.enumerated() {
                if let first = space[key(line.rule.name)] { bag.report(.duplicateName(line.rule.name, first: first)) }
                drafts.append(RuleDraft(rule: line.rule, line: (TableID(index), number)))
            }
        }
        names.rules = drafts.sorted { $0.rule.name.value < $1.rule.name.value }
        for (index, draft) in names.rules.enumerated() { names.rulesByName[key(draft.rule.name)] = RuleID(index) }
    }

    /// The entries whose names are sound and new in their space, by name.
    private mutating func unique<Entry>(
        _ entries: [Entry], _ name: (Entry) -> Words, _ kind: NameKind, _ space: inout [String: SourceRange]
    ) -> [Entry] {
        var kept: [Entry] = []
        for entry in entries {
            let words = name(entry)
            checkName(words, kind)
            if let first = space[key(words)] {
                bag.report(.duplicateName(words, first: first))
            } else {
                space[key(words)] = words.range
                kept.append(entry)
            }
        }
        return kept.sorted { name($0).value < name($1).value }
    }

    func key(_ words: Words) -> String { NameKey.fold(words.value) }

    /// Checks that a text may be a name (language, section 1).
    mutating func checkName(_ name: Words, _ kind: NameKind) {
        let scalars = name.value.unicodeScalars
        if scalars.isEmpty { return bag.report(.emptyName(name.range)) }
        if scalars.count > Limits.nameLength { return bag.report(.nameTooLong(name, scalars.count)) }
        if let hidden = scalars.first(where: { Visible.isHidden($0) || $0 == "\n" }) {
            return bag.report(.hiddenCharacter(hidden, in: name))
        }
        for end in [scalars.first, scalars.last] {
            if let end, NameKind.spaces.contains(end) { return bag.report(.spaceAtEnd(end, of: name)) }
        }
        let folded = NameKey.fold(name.value)
        if NameKind.neverNames.contains(folded) || kind.reserved.contains(folded) {
            return bag.report(.reservedName(name))
        }
        if kind.isVocable, ExactDecimal.reads(folded) || CivilDate(iso: folded) != nil {
            bag.report(.nameReadsAsValue(name))
        }
        if kind == .choiceValue, folded.contains("|") { bag.report(.barInValue(name)) }
    }
}

/// What a name is for: which words it may not be.
enum NameKind {
    case fact
    case definition
    case decision
    case choiceValue
    case other

    static let spaces: Set<Unicode.Scalar> = ["\u{A0}", "\u{202F}", "\u{2007}", "\u{2009}", "\u{3000}", "\u{200B}"]
    static let neverNames: Set<String> = ["inconnu", "indéterminée", "sans objet", "contradictoire", "*"]

    var isVocable: Bool {
        switch self {
        case .fact, .definition, .decision: true
        case .choiceValue, .other: false
        }
    }

    var reserved: Set<String> {
        let operators = Set(SyntaxReader.operators)
        return switch self {
        case .fact: operators.union(["nom", "date", "récit", "objets", "faits", "attendu"])
        case .definition: operators
        case .decision: operators.union(["règles", "définitions", "refus"])
        case .choiceValue, .other: []
        }
    }
}
