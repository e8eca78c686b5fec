import PolicyValues
import RuleModel

extension Rulebook {
    /// What a case may state, by name.
    public var facts: [FactDescription] { model.facts.map { FactDescription($0, in: model) } }

    /// The questions that the rules answer, in the order in which they depend on each other, then by name.
    public var decisions: [DecisionDescription] { model.decisionsInOrder.map { DecisionDescription(model[$0]) } }

    /// The names of the rules and of the lines of tables, by name.
    public var rules: [RuleDescription] { model.rules.map { RuleDescription($0) } }
}

/// A value or an outcome, and what it means.
public struct Meaning: Hashable, Sendable {
    /// As rules and cases write it.
    public let name: String
    /// What it means, for a reader.
    public let meaning: String
}

/// A fact of the vocabulary (language, section 2).
public struct FactDescription: Hashable, Sendable {
    /// The type, with what may be a value of it.
    public enum Kind: Hashable, Sendable {
        case yesNo
        case choice([Meaning])
        case choices([Meaning])
        /// Bounds are included, and written as ``FactValue/number(_:)`` takes them.
        case number(unit: String?, minimum: String?, maximum: String?)
        case date
        case text
    }

    /// As rules and cases write it.
    public let name: String
    /// The question as it is put to a person.
    public let question: String
    /// The type.
    public let kind: Kind
    /// Who can answer.
    public let holder: String?

    init(_ fact: Fact, in set: RuleSet) {
        func meanings(_ symbols: [Symbol]) -> [Meaning] {
            zip(symbols, fact.meanings).map { Meaning(name: set[$0], meaning: $1) }
        }
        name = fact.name
        question = fact.question
        holder = fact.holder
        kind =
            switch fact.type {
            case .yesNo: .yesNo
            case .choice(let symbols): .choice(meanings(symbols))
            case .choices(let symbols): .choices(meanings(symbols))
            case .number:
                .number(
                    unit: fact.unit, minimum: fact.minimum?.description, maximum: fact.maximum?.description)
            case .date: .date
            case .text: .text
            }
    }
}

/// A decision (language, section 6).
public struct DecisionDescription: Hashable, Sendable {
    /// As rules write it.
    public let name: String
    /// The question that the decision answers.
    public let question: String
    /// In order of precedence.
    public let outcomes: [Meaning]
    /// Whether its answer is a set of outcomes (`cumul`).
    public let isCumulative: Bool

    init(_ decision: Decision) {
        name = decision.name
        question = decision.question
        outcomes = decision.outcomes.map { Meaning(name: $0.name, meaning: $0.meaning) }
        isCumulative = decision.isCumulative
    }
}

/// A rule, or a line of a table (language, section 6).
public struct RuleDescription: Hashable, Sendable {
    /// As other rules name it.
    public let name: String
    /// What it is called in texts.
    public let title: String?
    /// The passages that it comes from.
    public let sources: [CitedSource]

    init(_ rule: Rule) {
        name = rule.name
        title = rule.title
        sources = rule.sources.map { CitedSource($0) }
    }
}
