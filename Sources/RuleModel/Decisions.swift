package import PolicyValues
package import SourceText

/// A question that the set answers (section 6).
package struct Decision: Sendable {
    package struct Outcome: Sendable {
        package let name: String
        package let meaning: String
    }

    package enum Method: Hashable, Sendable {
        /// `priorité`, with its default as an index of ``outcomes``.
        case priority(byDefault: Int)
        /// `unique`, with its default.
        case unique(byDefault: Int)
        /// `cumul`.
        case cumulative

        package var name: String {
            switch self {
            case .priority: "priorité"
            case .unique: "unique"
            case .cumulative: "cumul"
            }
        }
    }

    package let name: String
    package let range: SourceRange
    package let question: String
    /// In order of precedence.
    package let outcomes: [Outcome]
    package internal(set) var method: Method
    /// `applicable si`.
    package internal(set) var applicability: Condition?
    package let description: String?
    package let note: String?
    package let sources: [Source]
    /// For each outcome, the rules that conclude it, ascending.
    package internal(set) var concludedBy: [[RuleID]]

    /// The rules that conclude some outcome, ascending, each once.
    package var rules: [RuleID] { Set(concludedBy.joined()).sorted() }

    package var isCumulative: Bool { method == .cumulative }

    /// The place of the default among the outcomes; nil for `cumul`.
    package var byDefault: Int? {
        switch method {
        case .priority(let outcome), .unique(let outcome): outcome
        case .cumulative: nil
        }
    }
}

/// A rule (section 6); a line of a table is one too.
package struct Rule: Sendable {
    package struct Conclusion: Hashable, Sendable {
        package let decision: DecisionID
        /// Index in the decision's outcomes.
        package let outcome: Int
    }

    package let name: String
    package let range: SourceRange
    package let title: String?
    package internal(set) var condition: Condition?
    package internal(set) var exception: Condition?
    package internal(set) var conclusions: [Conclusion]
    package let reason: Template?
    package let reply: Template?
    /// The rules that this one `écarte`, ascending.
    package internal(set) var overrides: [RuleID]
    /// The rules that `écarte` this one, ascending.
    package internal(set) var overriddenBy: [RuleID]
    package internal(set) var inForce: Period?
    package let examples: [Example]
    package let note: String?
    package let sources: [Source]
    /// The table that the rule is a line of.
    package let table: TableID?

    /// What explanations call the rule: its title, else its name.
    package var label: String { title ?? name }
}

/// A decision table (section 6): its lines are rules.
package struct RuleTable: Sendable {
    package let name: String
    package let range: SourceRange
    package let title: String?
    package let note: String?
    package let sources: [Source]
    package let lines: [RuleID]
    package let decision: DecisionID
    package let columns: [Vocable]
}

/// What a name of the one space of facts, definitions and decisions stands for.
package enum Vocable: Hashable, Sendable {
    case fact(FactID)
    case definition(DefinitionID)
    case decision(DecisionID)
}

/// A text with holes: `{{name}}`.
package struct Template: Sendable {
    package enum Piece: Sendable {
        case text(String)
        case name(Reference)
    }

    package enum Reference: Hashable, Sendable {
        case vocable(Vocable)
        case parameter(ParameterID)
    }

    package let pieces: [Piece]
}

/// A test beside a rule or a definition (section 6).
package struct Example: Sendable {
    package enum Expected: Hashable, Sendable {
        /// Of a rule.
        case truth(Truth)
        /// Of a definition; nil is `inconnu`.
        case value(Value?)
    }

    package let name: String?
    package let range: SourceRange
    /// Decoded as a case is; the mapping as written.
    package let facts: Node?
    package let date: CivilDate?
    package let expected: Expected
}

/// What can never be (`contraintes`) or must always be (`propriétés`): `si` implies `alors` (section 9).
package struct Invariant: Sendable {
    package let name: String
    package let range: SourceRange
    package let condition: Condition?
    package let consequence: Condition
    package let title: String?
    package let description: String?
    package let note: String?
    package let sources: [Source]
}

/// Where a text says so (section 8).
package struct Source: Sendable {
    package enum Kind: Sendable {
        /// A passage of a declared document.
        case passage(document: String, section: String?, extract: String?)
        /// `ajout`: why no document carries it.
        case addition(String)
    }

    package let kind: Kind
    package let range: SourceRange
}
