package import RuleSyntax
package import SourceText

/// Makes a ``RuleSet`` of a set as written: text becomes identity here, once. Every name, value, comparator and unit is
/// checked against the vocabulary; all mistakes are collected, and a set with a mistake gives none.
package struct Resolver {
    let written: WrittenRuleSet
    /// The files, in which the holes of texts are found again.
    let library: SourceLibrary
    var bag: DiagnosticBag

    var names = Names()
    var facts: [Fact] = []
    var parameters: [Parameter] = []
    var calendars: [WorkCalendar] = []
    var decisions: [DecisionHead] = []
    /// Types and units of definitions, known before their bodies are resolved.
    var definitionHeads: [DefinitionHead] = []
    /// What has a type that could not be read: what is compared with it is not at fault.
    var untyped = Untyped()
    var symbols = SymbolTable()
    /// How many conditions have been numbered.
    var conditionCount = 0
    /// The documents that sources may cite, folded.
    var documentNames: Set<String> = []

    private init(_ written: WrittenRuleSet, _ library: SourceLibrary, _ bag: DiagnosticBag) {
        self.written = written
        self.library = library
        self.bag = bag
    }

    /// - Parameters:
    ///   - library: the files that the set was read from.
    ///   - folder: the place that stands for the set as a whole.
    package static func resolve(
        _ written: WrittenRuleSet, in library: SourceLibrary, folder: SourceRange, into bag: inout DiagnosticBag
    ) -> RuleSet? {
        var resolver = Resolver(written, library, bag.taken())
        let set = resolver.resolve(folder: folder)
        bag = resolver.bag
        return bag.hasErrors ? nil : set
    }

    private mutating func resolve(folder: SourceRange) -> RuleSet? {
        names = declareNames()
        documentNames = Set(written.policies.flatMap { $0.documents.map { key($0.name) } })
        facts = names.facts.indices.map { fact(FactID($0)) }
        parameters = names.parameters.indices.map { parameter(ParameterID($0)) }
        calendars = names.calendars.compactMap { calendar($0) }
        definitionHeads = names.definitions.indices.map { definitionHead(DefinitionID($0)) }
        inferTypesOfCalculations()
        decisions = names.decisions.map { decisionHead($0) }
        let documents = self.documents()
        let definitions = names.definitions.indices.map { definition($0) }
        let applicabilities = names.decisions.map { $0.applicability.map { condition($0) } }
        let rules = resolveRules()
        let tables = names.tables.compactMap { table($0) }
        let constraints = names.constraints.map { invariant($0) }
        let properties = names.properties.map { invariant($0) }
        let policy = self.policy(folder: folder)
        let resolved = self.decisions(applicable: applicabilities, rules)
        let graph = DependencyGraph(definitions: definitions, rules: rules, decisions: resolved)
        for cycle in graph.cycles { bag.report(.cycle(cycle.map { place(of: $0) })) }
        checkScope(of: constraints, definitions)
        guard let policy, !bag.hasErrors else { return nil }
        return RuleSet(
            policy: policy, documents: documents, facts: facts, definitions: definitions, decisions: resolved,
            rules: rules, tables: tables, parameters: parameters, calendars: calendars, constraints: constraints,
            properties: properties, symbols: symbols.texts, order: graph.order,
            decisionsInOrder: graph.decisionsInOrder,
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

/// Facts and parameters whose type is missing or wrong, which has been reported.
struct Untyped {
    var facts: Set<FactID> = []
    var parameters: Set<ParameterID> = []
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

    /// The symbol of a text that has one.
    func find(_ text: String) -> Symbol? { symbols[NameKey.fold(text)] }

    subscript(symbol: Symbol) -> String { texts[Int(symbol.index)] }  // bounded: a symbol is made by this table
}
