package import PolicyValues
package import SourceText

/// What a requête may state (section 2).
package struct Fact: Sendable {
    package let name: String
    package let range: SourceRange
    package let question: String
    package let type: ValueType
    /// What each value of a choice means, in the order of the type's symbols.
    package let meanings: [String]
    package let unit: String?
    package let minimum: ExactDecimal?
    package let maximum: ExactDecimal?
    /// How explanations say `oui`, or, with `{{valeur}}`, any value.
    package let statement: String?
    /// How explanations say `non`.
    package let contraryStatement: String?
    package let presumed: Value?
    /// Who can answer.
    package let holder: String?
    package let usage: String?
    package let description: String?
    package let note: String?
    package let sources: [Source]
}

/// A derived fact (section 5).
package struct Definition: Sendable {
    package enum Body: Sendable {
        /// `vrai si`.
        case truth(Condition)
        case calculation(Calculation)
        /// `selon`: the last line has no condition.
        case byCase([CaseLine])
    }

    /// A line of `selon`.
    package struct CaseLine: Sendable {
        package let condition: Condition?
        package internal(set) var inForce: Period?
        package internal(set) var value: Operand
        package let range: SourceRange
    }

    package let name: String
    package let range: SourceRange
    package let type: ValueType
    package let meanings: [String]
    package let unit: String?
    package internal(set) var body: Body
    package internal(set) var inForce: Period?
    package let statement: String?
    package let contraryStatement: String?
    package let question: String?
    package let usage: String?
    package let description: String?
    package let note: String?
    package let examples: [Example]
    package let sources: [Source]
}

/// A `calcul` (section 5).
package enum Calculation: Sendable {
    /// `jours`: civil days from the first to the second.
    case days(from: Operand, to: Operand)
    /// `jours ouvrables`.
    case businessDays(from: Operand, to: Operand, CalendarID)
    /// `échéance`; without a calendar the days are civil.
    case dueDate(from: Operand, delay: Operand, CalendarID?)
    case sum([Operand])
    case product([Operand])
    case difference(Operand, Operand)
    case minimum([Operand])
    case maximum([Operand])

    package var operands: [Operand] {
        switch self {
        case .days(let a, let b), .businessDays(let a, let b, _), .dueDate(let a, let b, _), .difference(let a, let b):
            [a, b]
        case .sum(let all), .product(let all), .minimum(let all), .maximum(let all): all
        }
    }
}

/// What may stand where a value is expected.
package enum Operand: Hashable, Sendable {
    case constant(Value)
    case parameter(ParameterID)
    case fact(FactID)
    case definition(DefinitionID)
}

/// A value that changes with time (section 5).
package struct Parameter: Sendable {
    /// From a date on; a value `à préciser` is nil.
    package struct Version: Sendable {
        package let from: CivilDate
        package let value: Value?
    }

    package let name: String
    package let range: SourceRange
    package let type: ValueType
    package let unit: String?
    /// Ascending by date.
    package internal(set) var versions: [Version]
    package let inForce: Period?
    package let usage: String?
    package let question: String?
    package let description: String?
    package let note: String?
    package let sources: [Source]

    /// The value in force: that of the latest date not after `date`; nil when there is none or it is `à préciser`.
    package func value(on date: CivilDate) -> Value? {
        guard inForce?.contains(date) ?? true else { return nil }
        return versions.last { $0.from <= date }?.value
    }
}

/// Days off (section 5).
package struct WorkCalendar: Sendable {
    package let name: String
    package let range: SourceRange
    package let first: CivilDate
    package let last: CivilDate
    package let daysOff: Set<Weekday>
    /// Ascending.
    package let holidays: [Holiday]
    package let description: String?
    package let sources: [Source]

    package struct Holiday: Sendable {
        package let date: CivilDate
        package let name: String
    }

    package func covers(_ date: CivilDate) -> Bool { first <= date && date <= last }

    /// Whether the day is neither one of the `chômés` nor one of the `fériés`.
    package func isBusinessDay(_ date: CivilDate) -> Bool {
        !daysOff.contains(date.weekday) && !holidays.contains { $0.date == date }
    }
}
