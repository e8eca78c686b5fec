import PolicyValues
package import RuleJSON

extension RuleSet {
    /// A value as the interface writes it: `oui` and `non` as texts, dates in ISO 8601, numbers as JSON numbers.
    package func json(_ value: Value) -> JSONValue {
        switch value {
        case .yesNo(let yes): .text(yes ? "oui" : "non")
        case .choice(let symbol): .text(self[symbol])
        case .choices(let symbols): .texts(symbols.map { self[$0] })
        case .number(let number): .number(number)
        case .date(let date): .text(date.iso)
        case .text(let text): .text(text)
        }
    }
}
