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
    /// The folded names of entries too malformed to keep: what names them is not at fault.
    var malformed: [Section: Set<String>] = [:]

    /// The names of facts, definitions and decisions.
    var vocables: [String] {
        facts.map(\.name.value) + definitions.map(\.name.value) + decisions.map(\.name.value)
    }
}

extension Resolver {
    /// Checks and orders all names, and drops what is defined twice.
    mutating func declareNames() -> Names {
        var names = Names()
        names.malformed = written.malformed.mapValues { Set($0.map { key($0) }) }
        let vocables = firstPlaces(
            of: written.facts.map(\.name) + written.definitions.map(\.name) + written.decisions.map(\.name))
        names.facts = unique(written.facts, \.name, .fact, vocables)
        names.definitions = unique(written.definitions, \.name, .definition, vocables)
        names.decisions = unique(written.decisions, \.name, .decision, vocables)
        for (index, fact) in names.facts.enumerated() { names.vocabulary[key(fact.name)] = .fact(FactID(index)) }
        for (index, entry) in names.definitions.enumerated() {
            names.vocabulary[key(entry.name)] = .definition(DefinitionID(index))
        }
        for (index, entry) in names.decisions.enumerated() {
            names.vocabulary[key(entry.name)] = .decision(DecisionID(index))
        }
        declareRules(&names)
        names.parameters = unique(written.parameters, \.name, .other)
        for (index, entry) in names.parameters.enumerated() { names.parametersByName[key(entry.name)] = .init(index) }
        names.calendars = unique(written.calendars, \.name, .other)
        for (index, entry) in names.calendars.enumerated() { names.calendarsByName[key(entry.name)] = .init(index) }
        names.constraints = unique(written.constraints, \.name, .other)
        names.properties = unique(written.properties, \.name, .other)
        return names
    }

    private mutating func declareRules(_ names: inout Names) {
        let lines = written.tables.flatMap { $0.lines.map(\.rule.name) }
        let space = firstPlaces(of: written.rules.map(\.name) + written.tables.map(\.name) + lines)
        var drafts = unique(written.rules, \.name, .other, space).map { RuleDraft(rule: $0, line: nil) }
        names.tables = unique(written.tables, \.name, .other, space)
        for (index, table) in names.tables.enumerated() {
            names.tablesByName[key(table.name)] = TableID(index)
            for (number, line) in table.lines.enumerated() {
                checkFirst(line.rule.name, space)
                drafts.append(RuleDraft(rule: line.rule, line: (TableID(index), number)))
            }
        }
        names.rules = byName(drafts) { $0.rule.name.value }
        for (index, draft) in names.rules.enumerated() { names.rulesByName[key(draft.rule.name)] = RuleID(index) }
    }

    /// Where each name of a space is defined first, in the order of files and places.
    private func firstPlaces(of all: [Words]) -> [String: SourceRange] {
        var places = [String: SourceRange](minimumCapacity: all.count)
        for words in all {
            let key = key(words)
            if let first = places[key], first.precedes(words.range) { continue }
            places[key] = words.range
        }
        return places
    }

    /// Whether a name is defined here first; else it is reported.
    @discardableResult
    private mutating func checkFirst(_ words: Words, _ places: [String: SourceRange]) -> Bool {
        guard let first = places[key(words)], first != words.range else { return true }
        bag.report(.duplicateName(words, first: first))
        return false
    }

    /// The entries whose names are new in their space, by name.
    ///
    /// - Parameter places: the first places of the space, when it is not that of these entries alone.
    private mutating func unique<Entry>(
        _ entries: [Entry], _ name: (Entry) -> Words, _ kind: NameKind, _ places: [String: SourceRange]? = nil
    ) -> [Entry] {
        let places = places ?? firstPlaces(of: entries.map(name))
        var kept: [Entry] = []
        for entry in entries {
            checkName(name(entry), kind)
            if checkFirst(name(entry), places) { kept.append(entry) }
        }
        return byName(kept) { name($0).value }
    }

    /// Entries by the bytes of their names. Places are sorted and not entries, which are large.
    private func byName<Entry>(_ entries: [Entry], _ name: (Entry) -> String) -> [Entry] {
        let names = entries.map(name)
        return entries.indices.sorted { names[$0] < names[$1] }.map { entries[$0] }
    }

    func key(_ words: Words) -> String { NameKey.fold(words.value) }

    /// Whether a name is that of an entry too malformed to keep, which has been reported.
    func isMalformed(_ name: String, in sections: Section...) -> Bool {
        !names.malformed.isEmpty && sections.contains { names.malformed[$0]?.contains(name) ?? false }
    }

    /// Checks that a text may be a name (language, section 1).
    mutating func checkName(_ name: Words, _ kind: NameKind) {
        let scalars = name.value.unicodeScalars
        if scalars.count > Limits.nameLength { return bag.report(.nameTooLong(name, scalars.count)) }
        if let hidden = scalars.first(where: { Visible.isHidden($0) || Visible.isSilent($0) }) {
            return bag.report(.hiddenCharacter(hidden, in: name))
        }
        for end in [scalars.first, scalars.last] {
            if let end, Visible.isSpace(end) { return bag.report(.spaceAtEnd(end, of: name)) }
        }
        let folded = NameKey.fold(name.value)
        if NameKind.neverNames.contains(folded) || kind.reserved.contains(folded) {
            return bag.report(.reservedName(name))
        }
        if kind.isVocable, ExactDecimal.reads(folded) || CivilDate(iso: folded) != nil {
            bag.report(.nameReadsAsValue(name))
        }
        if kind == .choiceValue, folded.utf8.contains(UInt8(ascii: "|")) { bag.report(.barInValue(name)) }
    }
}

/// What a name is for: which words it may not be.
package enum NameKind {
    case fact
    case definition
    case decision
    case choiceValue
    case other

    package static let neverNames: Set<String> = ["inconnu", "indéterminée", "sans objet", "contradictoire", "*"]

    package var isVocable: Bool {
        switch self {
        case .fact, .definition, .decision: true
        case .choiceValue, .other: false
        }
    }

    package var reserved: Set<String> {
        switch self {
        case .fact: Self.neverFacts
        case .definition: Self.operators
        case .decision: Self.neverDecisions
        case .choiceValue, .other: []
        }
    }

    private static let operators = Set(SyntaxReader.operators)
    private static let neverFacts = operators.union(["nom", "date", "récit", "objets", "faits", "attendu"])
    private static let neverDecisions = operators.union(ExpectationKey.allCases.map(\.rawValue))
}
