package import RuleSyntax
package import SourceText

/// Makes a ``RuleSet`` of a set as written: text becomes identity here, once. Every name, value, comparator and unit is
/// checked against the vocabulary; all mistakes are collected, and a set with a mistake gives none.
package struct Resolver {
    let written: WrittenRuleSet
    var bag: DiagnosticBag

    var names = Names()
    var facts: [Fact] = []
    var parameters: [Parameter] = []
    var calendars: [WorkCalendar] = []
    var decisions: [DecisionHead] = []
    /// Types and units of definitions, known before their bodies are resolved.
    var definitionHeads: [DefinitionHead] = []
    var symbols = SymbolTable()
    /// How many conditions have been numbered.
    var conditionCount = 0

    private init(_ written: WrittenRuleSet, _ bag: DiagnosticBag) {
        self.written = written
        self.bag = bag
    }

    /// - Parameter folder: the place that stands for the set as a whole.
    package static func resolve(
        _ written: WrittenRuleSet, folder: SourceRange, into bag: inout DiagnosticBag
    ) -> RuleSet? {
        var resolver = Resolver(written, bag)
        let set = resolver.resolve(folder: folder)
        bag = resolver.bag
        return bag.hasErrors ? nil : set
    }

    private mutating func resolve(folder: SourceRange) -> RuleSet? {
        names = declareNames()
        facts = names.facts.map { fact($0) }
        parameters = names.parameters.map { parameter($0) }
        calendars = names.calendars.compactMap { calendar($0) }
        definitionHeads = names.definitions.map { definitionHead($0) }
        for index in definitionHeads.indices { inferType(ofDefinition: index) }
        decisions = names.decisions.map { decisionHead($0) }
        let documents = self.documents()
        let definitions = names.definitions.indices.map { definition($0) }
        let applicabilities = names.decisions.map { $0.applicability.map { condition($0) } }
        let rules = resolveRules()
        let tables = names.tables.compactMap { table($0) }
        let constraints = names.constraints.map { invariant($0) }
        let properties = names.properties.map { invariant($0) }
        let policy = self.policy(folder: folder)
        guard let policy, !bag.hasErrors else { return nil }
        let resolved = decisions.indices.map { decision($0, applicabilities[$0], rules) }
        let graph = DependencyGraph(definitions: definitions, rules: rules, decisions: resolved)
        for cycle in graph.cycles { bag.report(.cycle(cycle.map { place(of: $0) })) }
        checkScope(of: constraints, definitions)
        guard !bag.hasErrors else { return nil }
        return RuleSet(
            policy: policy, documents: documents, facts: facts, definitions: definitions, decisions: resolved,
            rules: rules, tables: tables, parameters: parameters, calendars: calendars, constraints: constraints,
            properties: properties, symbols: symbols.texts, order: graph.order, decisionsInOrder: graph.decisionsInOrder,
            conditionCount: conditionCount,
            fingerprint: Fingerprint.of(written.sections), vocabulary: names.vocabulary, ruleNames: names.rulesByName,
            tableNames: names.tablesByName)
    }

    private func place(of computed: Computed) -> Words {
        switch computed {
        case .definition(let id): names.definitions[id.position].name
        case .rule(let id): names.rules[id.position].rule.name
        case .decision(let id): names.decisions[id.position].name
        }
    }
}

/// The texts of choice values, each with its symbol.
struct SymbolTable {
    private(set) var texts: [String] = []
    private var symbols: [String: Symbol] = [:]

    /// The symbol of a text, folded for the look-up and kept as first written.
    mutating func intern(_ text: String) -> Symbol {
        let key = NameKey.fold(text)
        if let symbol = symbols[key] { return symbol }
        let symbol = Symbol(texts.count)
        symbols[key] = symbol
        texts.append(text)
        return symbol
    }

    subscript(symbol: Symbol) -> String { texts[Int(symbol.index)] }
}
