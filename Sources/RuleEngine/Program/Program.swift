package import RuleModel

/// A rule set compiled to flat tables: what the ``Machine`` runs. Names, types, order and constants are resolved; the
/// machine sees indices only.
///
/// A cell holds a value as 64 bits, nil when it is unknown: `oui/non` 0 or 1, a choice its symbol, a number its
/// ten-thousandths, a date its day number, a text its interned number, a set its place in the machine's side table.
package struct Program: Sendable {
    /// The model that the indices are indices of: the meaning of the tables.
    package let model: RuleSet

    package let code: [Instruction]
    /// By instruction: the ``Condition/number`` that it stands for, −1 when it is a part of one.
    package let conditions: [Int32]
    /// By ``Condition/number``: its instruction.
    package let addresses: [Int32]
    /// Lists of slots, rules and marks, each preceded by its length.
    package let pool: [Int32]

    /// What to compute, in order: each entry after what it needs.
    package let steps: [Step]
    package let definitions: [DefinitionCode]
    /// Lines of `selon`, of all definitions.
    package let lines: [LineCode]
    package let rules: [RuleCode]
    package let decisions: [DecisionCode]
    /// By outcome, of all decisions: the list of rules that conclude it.
    package let outcomes: [ListAddress]
    package let constraints: [InvariantCode]
    package let properties: [InvariantCode]

    package let parameters: [ParameterCode]
    /// Versions of all parameters, ascending by date within each.
    package let versions: [VersionCode]
    /// The cells of constants; they follow those of parameters.
    package let constants: [Int64?]
    /// By constant: what its cell stands for.
    package let constantValues: [Value]
    /// Texts of the rules, by their interned number; a case's own follow.
    package let texts: [String]
    package let textNumbers: [String: Int32]
    /// The first is open at both ends: always in force.
    package let periods: [Period]
    package let calendars: [CalendarTable]

    /// The cell of a fact is its own index.
    package var firstDefinition: Int { model.facts.count }
    package var firstParameter: Int { firstDefinition + definitions.count }
    package var firstConstant: Int { firstParameter + parameters.count }
    package var cellCount: Int { firstConstant + constants.count }

    /// The places in ``pool`` of a list's elements.
    func elements(of list: ListAddress) -> Range<Int> {
        let start = Int(list.index) + 1
        return start..<start + Int(pool[start - 1])
    }
}

/// One entry of the order of evaluation.
package enum Step: Hashable, Sendable {
    case definition(Int32)
    case rule(Int32)
    case decision(Int32)
}

/// A definition: its body, and when it is in force.
package struct DefinitionCode: Sendable {
    package enum Body: Sendable {
        /// `vrai si`: the address of its condition.
        case truth(Int32)
        /// `selon`: its lines in ``Program/lines``.
        case byCase(first: Int32, count: Int32)
        case days(from: Slot, to: Slot)
        case businessDays(from: Slot, to: Slot, calendar: Int32)
        case dueDate(from: Slot, delay: Slot)
        case businessDueDate(from: Slot, delay: Slot, calendar: Int32)
        case sum(ListAddress)
        case product(ListAddress)
        case difference(Slot, Slot)
        case minimum(ListAddress)
        case maximum(ListAddress)
    }

    package let body: Body
    /// Index in ``Program/periods``.
    package let period: Int32
}

/// A line of `selon`.
package struct LineCode: Sendable {
    /// The address of `si`; absent, the line always holds.
    package let condition: Int32?
    package let period: Int32
    package let value: Slot
}

/// A rule: when it applies.
package struct RuleCode: Sendable {
    /// The address of `si`.
    package let condition: Int32?
    /// The address of `sauf`.
    package let exception: Int32?
    package let period: Int32
    /// The rules that `écarte` it.
    package let overriders: ListAddress
}

/// A decision: how its outcomes' supports make what is possible.
package struct DecisionCode: Sendable {
    package enum Method: Sendable {
        /// With the default's place among the decision's outcomes.
        case priority(byDefault: Int32)
        case unique(byDefault: Int32)
        case cumulative

        /// The default's place.
        var fallback: Int32? {
            switch self {
            case .priority(let byDefault), .unique(let byDefault): byDefault
            case .cumulative: nil
            }
        }
    }

    package let method: Method
    /// The address of `applicable si`.
    package let applicability: Int32?
    /// Its outcomes in ``Program/outcomes``.
    package let firstOutcome: Int32
    package let outcomeCount: Int32
}

/// A constraint or property.
package struct InvariantCode: Sendable {
    package let condition: Int32?
    package let consequence: Int32
}

/// A parameter: its versions in ``Program/versions``.
package struct ParameterCode: Sendable {
    package let period: Int32
    package let first: Int32
    package let count: Int32
}

/// A parameter's value from a day on; nil is `à préciser`.
package struct VersionCode: Sendable {
    package let from: Int32
    package let cell: Int64?
}
