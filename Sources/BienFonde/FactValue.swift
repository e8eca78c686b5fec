import RuleJSON

/// What a case says of a fact. The type that the rule set gives the fact must allow it (language, section 2).
public enum FactValue: Hashable, Sendable {
    /// Of a fact of type `oui/non`.
    case yesNo(Bool)
    /// One of the values of a `choix`, as the rules spell it.
    case choice(String)
    /// Some of the values of a `choix multiple`; none is the empty set, which is known.
    case choices([String])
    /// Of a `nombre`: digits with at most four after a point, as `12` or `-3.25`.
    case number(String)
    case date(CivilDay)
    case text(String)
    /// Said to be unknown, where the rules would otherwise presume a value.
    case unknown

    /// A `nombre` without decimals.
    public static func whole(_ whole: Int) -> FactValue { .number(String(whole)) }

    var json: JSONValue {
        switch self {
        case .yesNo(let yes): .bool(yes)
        case .choice(let value), .text(let value), .number(let value): .text(value)
        case .choices(let values): .texts(values)
        case .date(let day): .text(day.description)
        case .unknown: .null
        }
    }
}
