import PolicyValues
import RuleSyntax
import SourceText

/// What is known of a decision before conditions are resolved.
struct DecisionHead {
    let name: String
    let outcomes: [String]
    /// The place of each outcome, by its folded name.
    let places: [String: Int]
    let method: Decision.Method
    /// Whether the method could be read: else nothing is said of what it allows.
    let isSound: Bool
    /// Whether it has an `applicable si`.
    let isConditional: Bool

    var isCumulative: Bool { method == .cumulative }
}

extension Resolver {
    mutating func decisionHead(_ written: WrittenDecision) -> DecisionHead {
        for outcome in written.outcomes { checkName(outcome.word, .other) }
        let outcomes = written.outcomes.map(\.word.value)
        let places = Dictionary(outcomes.enumerated().map { (NameKey.fold($1), $0) }) { first, _ in first }
        let method = method(written, places)
        return DecisionHead(
            name: written.name.value, outcomes: outcomes, places: places, method: method ?? .priority(byDefault: 0),
            isSound: method != nil, isConditional: written.isConditional)
    }

    private mutating func method(_ written: WrittenDecision, _ places: [String: Int]) -> Decision.Method? {
        guard let word = written.method else { return nil }
        let methods = Layout.methods
        guard methods.contains(word.value) else {
            bag.report(.unknownMethod(word, methods))
            return nil
        }
        if word.value == "cumul" {
            if let words = written.byDefault { bag.report(.defaultOfCumulative(words.range)) }
            return .cumulative
        }
        var index = 0
        if let words = written.byDefault {
            if let found = places[key(words)] {
                index = found
            } else if !places.isEmpty {
                bag.report(.unknownOutcome(words, written.name.value, written.outcomes.map(\.word.value)))
            }
        } else if !written.hasDefault {
            bag.report(.missingDefault(written.name, word))
        }
        return word.value == "unique" ? .unique(byDefault: index) : .priority(byDefault: index)
    }

    /// The decisions, with the rules that conclude each outcome.
    func decisions(applicable: [Condition?], _ rules: [Rule]) -> [Decision] {
        var concludedBy = decisions.map { $0.outcomes.map { _ in [RuleID]() } }
        for (position, rule) in rules.enumerated() {
            for conclusion in rule.conclusions {
                concludedBy[conclusion.decision.position][conclusion.outcome].append(RuleID(position))
            }
        }
        return decisions.indices.map { decision($0, applicable[$0], concludedBy: concludedBy[$0]) }
    }

    private func decision(_ index: Int, _ applicability: Condition?, concludedBy: [[RuleID]]) -> Decision {
        let written = names.decisions[index]
        let head = decisions[index]
        return Decision(
            name: head.name, range: written.name.range, question: written.question?.value ?? "",
            outcomes: written.outcomes.map { .init(name: $0.word.value, meaning: $0.meaning.value) },
            method: head.method, applicability: applicability, description: written.description?.value,
            note: written.note?.value, sources: sourcesAlreadyChecked(written.sources), concludedBy: concludedBy)
    }

    mutating func resolveRules() -> [Rule] {
        for decision in names.decisions { _ = sources(decision.sources) }
        let overrides = names.rules.map { draft in
            Set(draft.rule.overrides.flatMap { rules(named: $0) }).sorted()
        }
        var overriddenBy = names.rules.map { _ in [RuleID]() }
        for (index, overridden) in overrides.enumerated() {
            for id in overridden { overriddenBy[id.position].append(RuleID(index)) }
        }
        return names.rules.indices.map { rule($0, overrides: overrides[$0], overriddenBy: overriddenBy[$0]) }
    }

    private mutating func rule(_ index: Int, overrides: [RuleID], overriddenBy: [RuleID]) -> Rule {
        let draft = names.rules[index]
        let written = draft.rule
        let table = draft.line.map { names.tables[$0.table.position] }
        let condition =
            draft.line.map { lineCondition($0.table, $0.number) } ?? written.condition.map { self.condition($0) }
        return Rule(
            name: written.name.value, range: written.name.range, title: written.title?.value ?? table?.title?.value,
            condition: condition, exception: written.exception.map { self.condition($0) },
            conclusions: written.conclusions.flatMap { conclusions($0) }, reason: written.reason.map { template($0) },
            reply: written.reply.map { template($0) }, overrides: overrides, overriddenBy: overriddenBy,
            inForce: period(written.inForce ?? table?.inForce),
            examples: written.examples.compactMap { ruleExample($0) }, note: written.note?.value ?? table?.note?.value,
            sources: sources(written.sources.isEmpty ? table?.sources ?? [] : written.sources), table: draft.line?.table
        )
    }

    private mutating func conclusions(_ written: WrittenRule.Conclusion) -> [Rule.Conclusion] {
        guard let id = decision(named: written.decision) else { return [] }
        let head = decisions[id.position]
        if written.isList, !head.isCumulative, head.isSound { bag.report(.listOfOutcomes(head.name, written.range)) }
        let outcomes = Set(written.outcomes.compactMap { outcome($0, of: head) })
        return outcomes.sorted().map { Rule.Conclusion(decision: id, outcome: $0) }
    }

    private mutating func ruleExample(_ written: WrittenExample) -> Example? {
        let truth = Truth.allCases.first { $0.word == written.expected?.scalar?.text }
        if truth == nil, let node = written.expected { bag.report(.exampleTruth(node.range, node.scalar?.text)) }
        return example(written, truth.map { .truth($0) })
    }

    /// The condition of a table line: its cells, all of which must hold; none when every cell is `"*"`.
    private mutating func lineCondition(_ table: TableID, _ number: Int) -> Condition? {
        let table = names.tables[table.position]
        let line = table.lines[number]
        let tests = zip(table.columns, line.cells).compactMap { column, cell in
            cell.map { WrittenCondition(.test(column, $0), at: $0.range) }
        }
        guard let first = tests.first else { return nil }
        return condition(tests.count == 1 ? first : WrittenCondition(.all(tests), at: line.cellsRange))
    }

    /// A decision by its name; an unknown one is reported.
    private mutating func decision(named name: Words) -> DecisionID? {
        if case .decision(let id) = names.vocabulary[key(name)] { return id }
        if !isMalformed(key(name), in: .decisions) {
            bag.report(.unknownDecision(name, bag.candidates(decisions.map(\.name))))
        }
        return nil
    }

    mutating func table(_ written: WrittenTable) -> RuleTable? {
        let columns = written.columns.compactMap { column -> Vocable? in
            let vocable = names.vocabulary[key(column)]
            if vocable == nil, !isMalformed(key(column), in: .facts, .definitions, .decisions) {
                bag.report(.unknownName(column, bag.candidates(names.vocables)))
            }
            return vocable
        }
        guard let name = written.decision, let decision = decision(named: name) else { return nil }
        return RuleTable(
            name: written.name.value, range: written.name.range, title: written.title?.value,
            note: written.note?.value, sources: sources(written.sources),
            lines: written.lines.compactMap { names.rulesByName[key($0.rule.name)] }, decision: decision,
            columns: columns)
    }
}
