package import PolicyValues

/// A known value of one of the six types (language, section 2).
package enum Value: Hashable, Sendable {
    case yesNo(Bool)
    case choice(Symbol)
    /// Ascending, each once.
    case choices([Symbol])
    case number(ExactDecimal)
    case date(CivilDate)
    case text(String)
}

/// The six types of the language (section 2). The values of a choice keep the order in which they are declared.
package enum ValueType: Hashable, Sendable {
    case yesNo
    case choice([Symbol])
    case choices([Symbol])
    case number
    case date
    case text

    /// As the language writes it.
    package var name: String {
        switch self {
        case .yesNo: "oui/non"
        case .choice: "choix"
        case .choices: "choix multiple"
        case .number: "nombre"
        case .date: "date"
        case .text: "texte"
        }
    }

    /// The declared values of the two choices, else nothing.
    package var symbols: [Symbol] {
        switch self {
        case .choice(let symbols), .choices(let symbols): symbols
        case .yesNo, .number, .date, .text: []
        }
    }

    /// Whether values of both types can be compared: the same type and, for choices, the same values in any order.
    package func isComparable(with other: ValueType) -> Bool {
        switch (self, other) {
        case (.yesNo, .yesNo), (.number, .number), (.date, .date), (.text, .text): true
        case (.choice(let a), .choice(let b)), (.choices(let a), .choices(let b)): Set(a) == Set(b)
        default: false
        }
    }
}

/// Days between two dates, both included; an absent end is open.
package struct Period: Hashable, Sendable {
    package let from: CivilDate?
    package let through: CivilDate?

    package init(from: CivilDate?, through: CivilDate?) {
        self.from = from
        self.through = through
    }

    package func contains(_ date: CivilDate) -> Bool {
        (from.map { $0 <= date } ?? true) && (through.map { date <= $0 } ?? true)
    }
}
