package import SourceText

/// A name or text as the user wrote it, with its place.
package typealias Words = Located<String>

/// A rule set as written: the shape is checked, names are still text.
package struct WrittenRuleSet: Sendable {
    package var policies: [WrittenPolicy] = []
    package var facts: [WrittenFact] = []
    package var definitions: [WrittenDefinition] = []
    package var decisions: [WrittenDecision] = []
    package var rules: [WrittenRule] = []
    package var tables: [WrittenTable] = []
    package var parameters: [WrittenParameter] = []
    package var calendars: [WrittenCalendar] = []
    package var constraints: [WrittenInvariant] = []
    package var properties: [WrittenInvariant] = []
    /// The names of entries that are too malformed to keep, by section: what names them is not at fault.
    package var malformed: [Section: [Words]] = [:]
    /// The entries of each section over all files, for the fingerprint.
    package var sections: [String: [Node.Entry]] = [:]

    package init() {}
}

package struct WrittenPolicy: Sendable {
    package let range: SourceRange
    package let name: Words?
    package let version: Words?
    package let description: Words?
    package let documents: [WrittenDocument]
    package let referenceDate: Words?
    package let inForce: WrittenPeriod?
    /// `vérification`: finding code and its level.
    package let levels: [WrittenMeaning]
}

package struct WrittenDocument: Sendable {
    package struct Exempt: Sendable {
        package let extract: Words
        package let reason: Words
    }

    package let name: Words
    package let title: Words?
    package let file: Words?
    package let usage: Words?
    package let exempt: [Exempt]
}

/// An entry of `valeurs`, `issues` or `vérification`: a word and what stands right of it.
package struct WrittenMeaning: Sendable {
    package let word: Words
    package let meaning: Words
}

package struct WrittenFact: Sendable {
    package let name: Words
    package let question: Words?
    package let type: Words?
    package let values: [WrittenMeaning]?
    package let valuesKey: SourceRange?
    package let unit: Words?
    package let minimum: Words?
    package let maximum: Words?
    package let statement: Words?
    package let contraryStatement: Words?
    package let presumed: WrittenValue?
    package let holder: Words?
    package let usage: Words?
    package let description: Words?
    package let note: Words?
    package let sources: [WrittenSource]
}

/// A value that a fact may take: one text or a list.
package struct WrittenValue: Sendable {
    package let items: [Words]
    package let isList: Bool
    package let range: SourceRange
}

package struct WrittenDefinition: Sendable {
    package enum Body: Sendable {
        case truth(WrittenCondition)
        case calculation(WrittenCalculation)
        case byCase([WrittenCaseLine])
    }

    package let name: Words
    /// Nil when it is missing or malformed, which has been reported.
    package let body: Body?
    package let type: Words?
    package let values: [WrittenMeaning]?
    package let valuesKey: SourceRange?
    package let unit: Words?
    package let statement: Words?
    package let contraryStatement: Words?
    package let question: Words?
    package let usage: Words?
    package let description: Words?
    package let note: Words?
    package let inForce: WrittenPeriod?
    package let examples: [WrittenExample]
    package let sources: [WrittenSource]
}

/// A line of `selon`.
package struct WrittenCaseLine: Sendable {
    package let condition: WrittenCondition?
    package let inForce: WrittenPeriod?
    package let value: WrittenOperand
    package let range: SourceRange
}

package struct WrittenCalculation: Sendable {
    package enum Kind: Sendable {
        case days(from: WrittenOperand, to: WrittenOperand)
        case businessDays(from: WrittenOperand, to: WrittenOperand, calendar: Words?)
        case dueDate(from: WrittenOperand, delay: WrittenOperand, unit: Words, calendar: Words?)
        case sum([WrittenOperand])
        case product([WrittenOperand])
        case difference(WrittenOperand, WrittenOperand)
        case minimum([WrittenOperand])
        case maximum([WrittenOperand])
    }

    package let kind: Kind
    package let range: SourceRange
}

package struct WrittenDecision: Sendable {
    package let name: Words
    package let question: Words?
    package let outcomes: [WrittenMeaning]
    package let method: Words?
    package let byDefault: Words?
    /// Whether it has a `par défaut`, even one too malformed to keep.
    package let hasDefault: Bool
    package let applicability: WrittenCondition?
    /// Whether it has an `applicable si`, even one too malformed to keep.
    package let isConditional: Bool
    package let description: Words?
    package let note: Words?
    package let sources: [WrittenSource]
}

package struct WrittenRule: Sendable {
    package struct Conclusion: Sendable {
        package let decision: Words
        package let outcomes: [Words]
        package let isList: Bool
        package let range: SourceRange
    }

    package let name: Words
    package let title: Words?
    package let condition: WrittenCondition?
    package let exception: WrittenCondition?
    package let conclusions: [Conclusion]
    package let reason: Words?
    package let reply: Words?
    package let overrides: [Words]
    package let inForce: WrittenPeriod?
    package let examples: [WrittenExample]
    package let note: Words?
    package let sources: [WrittenSource]
}

package struct WrittenTable: Sendable {
    package struct Line: Sendable {
        /// One a column; nil is `"*"`.
        package let cells: [WrittenExpected?]
        package let cellsRange: SourceRange
        /// The line's other keys; its `si` and the table's inherited keys are not in it.
        package let rule: WrittenRule
    }

    package let name: Words
    package let decision: Words?
    package let columns: [Words]
    package let lines: [Line]
    package let title: Words?
    package let note: Words?
    package let inForce: WrittenPeriod?
    package let sources: [WrittenSource]
}

package struct WrittenParameter: Sendable {
    package let name: Words
    package let type: Words?
    /// Date and value.
    package let versions: [WrittenMeaning]
    package let unit: Words?
    package let inForce: WrittenPeriod?
    package let usage: Words?
    package let question: Words?
    package let description: Words?
    package let note: Words?
    package let sources: [WrittenSource]
}

package struct WrittenCalendar: Sendable {
    package let name: Words
    package let covers: WrittenPeriod?
    package let daysOff: [Words]?
    package let holidays: [WrittenMeaning]
    package let description: Words?
    package let sources: [WrittenSource]
}

/// A constraint or a property.
package struct WrittenInvariant: Sendable {
    package let name: Words
    package let condition: WrittenCondition?
    package let consequence: WrittenCondition?
    package let title: Words?
    package let description: Words?
    package let note: Words?
    package let sources: [WrittenSource]
}

package struct WrittenExample: Sendable {
    package let name: Words?
    package let facts: Node?
    package let date: Words?
    package let expected: Node?
    package let range: SourceRange
}

package struct WrittenSource: Sendable {
    package let document: Words?
    package let section: Words?
    package let extract: Words?
    package let addition: Words?
    package let range: SourceRange
}

/// `{du, au}`; a bare date is `du`.
package struct WrittenPeriod: Sendable {
    package let from: Words?
    package let through: Words?
    package let range: SourceRange
}
