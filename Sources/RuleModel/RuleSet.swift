package import SourceText

/// The rule set itself (`politique`).
package struct Policy: Sendable {
    package let name: String
    package let version: String
    package let description: String?
    package let referenceDate: FactID?
    package let inForce: Period?
    /// Levels of findings, by code.
    package let levels: [String: String]
    package let range: SourceRange
}

/// A document that sources cite.
package struct Document: Sendable {
    /// A passage that no rule answers for.
    package struct Exempt: Sendable {
        package let extract: String
        package let reason: String
        package let range: SourceRange
    }

    package let name: String
    package let range: SourceRange
    package let title: String?
    /// Relative to the folder of the file that declares it, which ``range`` names.
    package let file: String?
    package let usage: String?
    package let exempt: [Exempt]
}

/// What is computed from facts; entries of ``RuleSet/order``.
package enum Computed: Hashable, Sendable {
    case definition(DefinitionID)
    case rule(RuleID)
    case decision(DecisionID)
}

/// A whole rule set, resolved and checked: every name is an id, every value has its type, and what is computed is in an
/// order in which each entry comes after what it needs. Tables are ordered by name (bytes of NFC), so that the spread
/// over files does not matter; lines of a table by number.
package struct RuleSet: Sendable {
    package let policy: Policy
    package let documents: [Document]
    package let facts: [Fact]
    package internal(set) var definitions: [Definition]
    package internal(set) var decisions: [Decision]
    package internal(set) var rules: [Rule]
    package let tables: [RuleTable]
    package internal(set) var parameters: [Parameter]
    package let calendars: [WorkCalendar]
    package let constraints: [Invariant]
    package let properties: [Invariant]
    /// The texts of choice values, by symbol.
    package let symbols: [String]
    /// Definitions, rules and decisions, each after what it needs.
    package let order: [Computed]
    /// Decisions in the order in which they depend on each other, then by name: the order of texts.
    package let decisionsInOrder: [DecisionID]
    /// How many conditions there are; ``Condition/number`` is below it.
    package let conditionCount: Int
    /// `sha256:…` of the set's keys and values (docs/json.md).
    package internal(set) var fingerprint: String
    /// The names of facts, definitions and decisions, folded (``NameKey/fold(_:)``).
    package let vocabulary: [String: Vocable]
    /// The names of rules and lines, folded.
    package let ruleNames: [String: RuleID]
    package let tableNames: [String: TableID]

    package subscript(id: FactID) -> Fact { facts[id.position] }
    package subscript(id: DefinitionID) -> Definition { definitions[id.position] }
    package subscript(id: DecisionID) -> Decision { decisions[id.position] }
    package subscript(id: RuleID) -> Rule { rules[id.position] }
    package subscript(id: TableID) -> RuleTable { tables[id.position] }
    package subscript(id: ParameterID) -> Parameter { parameters[id.position] }
    package subscript(id: CalendarID) -> WorkCalendar { calendars[id.position] }
    package subscript(symbol: Symbol) -> String { symbols[Int(symbol.index)] }  // bounded: a symbol of this set

    package var factIDs: [FactID] { facts.indices.map { FactID($0) } }
    package var definitionIDs: [DefinitionID] { definitions.indices.map { DefinitionID($0) } }
    package var decisionIDs: [DecisionID] { decisions.indices.map { DecisionID($0) } }
    package var ruleIDs: [RuleID] { rules.indices.map { RuleID($0) } }

    /// The name of a fact, definition or decision.
    package func name(of vocable: Vocable) -> String {
        switch vocable {
        case .fact(let id): self[id].name
        case .definition(let id): self[id].name
        case .decision(let id): self[id].name
        }
    }
}
