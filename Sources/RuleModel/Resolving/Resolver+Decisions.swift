import PolicyValues
import RuleSyntax
import SourceText

/// What is known of a decision before conditions are resolved.
struct DecisionHead {
    let name: String
    let outcomes: [String]
    let method: Decision.Method
    /// Whether it has an `applicable si`.
    let isConditional: Bool

    var isCumulative: Bool { method == .cumulative }
}

extension Resolver {
    mutating func decisionHead(_ written: WrittenDecision) -> DecisionHead {
        for outcome in written.outcomes { checkName(outcome.word, .other) }
        let outcomes = written.outcomes.map(\.word.value)
        return DecisionHead(
            name: written.name.value, outcomes: outcomes, method: method(written, outcomes),
            isConditional: written.applicability != nil)
    }

    private mutating func method(_ written: WrittenDecision, _ outcomes: [String]) -> Decision.Method {
        guard let word = written.method else { return .priority(byDefault: 0) }
        let methods = ["priorité", "unique", "cumul"]
        guard methods.contains(word.value) else {
            bag.report(.unknownMethod(word, methods))
            return .priority(byDefault: 0)
        }
        if word.value == "cumul" {
            if let words = written.byDefault { bag.report(.defaultOfCumulative(words.range)) }
            return .cumulative
        }
        var index = 0
        if let words = written.byDefault {
            if let found = outcomes.firstIndex(where: { NameKey.fold($0) == key(words) }) {
                index = found
            } else {
                bag.report(.unknownOutcome(words, written.name.value, outcomes))
            }
        } else {
            bag.report(.missingDefault(written.name))
        }
        return word.value == "unique" ? .unique(byDefault: index) : .priority(byDefault: index)
    }

    func decision(_ index: Int, _ applicability: Condition?, _ rules: [Rule]) -> Decision {
        let written = names.decisions[index]
        let head = decisions[index]
        var concludedBy = head.outcomes.map { _ in [RuleID]() }
        for (position, rule) in rules.enumerated() {
            for conclusion in rule.conclusions where conclusion.decision.position == index {
                concludedBy[conclusion.outcome].append(RuleID(position))
            }
        }
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
        let condition = draft.line.map { lineCondition($0.table, $0.number) } ?? written.condition.map { self.condition($0) }
        return Rule(
            name: written.name.value, range: written.name.range, title: written.title?.value ?? table?.title?.value,
            condition: condition, exception: written.exception.map { self.condition($0) },
            conclusions: written.conclusions.flatMap { conclusions($0) }, reason: written.reason.map { template($0) },
            reply: written.reply.map { template($0) }, overrides: overrides, overriddenBy: overriddenBy,
            inForce: period(written.inForce ?? table?.inForce),
            examples: written.examples.compactMap { ruleExample($0) }, note: written.note?.value ?? table?.note?.value,
            sources: sources(written.sources.isEmpty ? table?.sources ?? [] : written.sources), table: draft.line?.table)
    }

    private mutating func conclusions(_ written: WrittenRule.Conclusion) -> [Rule.Conclusion] {
        guard let vocable = names.vocabulary[key(written.decision)], case .decision(let id) = vocable else {
            bag.report(.unknownDecision(written.decision, decisions.map(\.name)))
            return []
        }
        let head = decisions[id.position]
        if written.isList, !head.isCumulative { bag.report(.listOfOutcomes(head.name, written.range)) }
        let outcomes = Set(written.outcomes.compactMap { outcome($0, of: head) })
        return outcomes.sorted().map { Rule.Conclusion(decision: id, outcome: $0) }
    }

    private mutating func ruleExample(_ written: WrittenExample) -> Example? {
        guard let node = written.expected else { return nil }
        guard let truth = Truth.allCases.first(where: { $0.word == node.scalar?.text }) else {
            bag.report(.exampleTruth(node.range, node.scalar?.text))
            return nil
        }
        return example(written, .truth(truth))
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

    mutating func table(_ written: WrittenTable) -> RuleTable? {
        let columns = written.columns.compactMap { column -> Vocable? in
            let vocable = names.vocabulary[key(column)]
            if vocable == nil { bag.report(.unknownName(column, vocabularyNames)) }
            return vocable
        }
        guard let name = written.decision else { return nil }
        guard let vocable = names.vocabulary[key(name)], case .decision(let decision) = vocable else {
            bag.report(.unknownDecision(name, decisions.map(\.name)))
            return nil
        }
        return RuleTable(
            name: written.name.value, range: written.name.range, title: written.title?.value,
            note: written.note?.value, sources: sources(written.sources),
            lines: written.lines.compactMap { names.rulesByName[key($0.rule.name)] }, decision: decision,
            columns: columns)
    }
}
