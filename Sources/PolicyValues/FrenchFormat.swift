/// Values as Quebec French writes them (Office québécois de la langue française, *Vitrine linguistique*).
package enum FrenchFormat {
    /// The no-break space of numbers, guillemets and colons.
    package static let noBreakSpace = "\u{A0}"

    /// `1 234,5`: a comma, and groups of three digits from four whole digits on.
    package static func number(_ value: ExactDecimal) -> String {
        let spelled = value.spelled(separator: ",")
        let sign = spelled.hasPrefix("-") ? "−" : ""
        let parts = spelled.drop { $0 == "-" }.split(separator: ",", maxSplits: 1)
        guard let whole = parts.first else { return spelled }
        var grouped = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index).isMultiple(of: 3) { grouped += noBreakSpace }
            grouped.append(digit)
        }
        return sign + grouped + (parts.count > 1 ? "," + parts[1] : "")
    }

    /// `1 234,5 jours`.
    package static func number(_ value: ExactDecimal, unit: String?) -> String {
        unit.map { number(value) + noBreakSpace + $0 } ?? number(value)
    }

    /// `le 4 mars 2024`, `le 1er mars 2024`.
    package static func date(_ value: CivilDate) -> String { "le " + bareDate(value) }

    /// `4 mars 2024`.
    package static func bareDate(_ value: CivilDate) -> String {
        let (year, month, day) = value.parts
        return "\(day == 1 ? "1er" : String(day))\(noBreakSpace)\(months[month - 1]) \(year)"
    }

    /// `a`, `a et b`, `a, b et c`.
    package static func list(_ items: [String], _ conjunction: String = "et") -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(conjunction) " + last
    }

    private static let months = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ]
}
