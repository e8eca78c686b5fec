import PolicyValues

extension RandomRules {
    mutating func makeDefinition() {
        let name = "définition \(definitions.count + 1)"
        // Half of them read facts only, and may stand in constraints.
        let reading: Reading = dice.chance(50) ? .plain : .anything
        var fields: [String]
        let kind: Kind
        switch dice.below(isSmall ? 2 : 5) {
        case 0:
            kind = .yesNo
            fields = ["vrai si: " + condition(2, reading)]
        case 1: (kind, fields) = byCase(reading)
        default: (kind, fields) = calculation(reading)
        }
        if dice.chance(12) { fields.append("en vigueur: " + period()) }
        add(name + ": " + mapping(fields), to: "définitions")
        var isPlain = false
        if case .plain = reading { isPlain = true }
        definitions.append(Named(name: name, kind: kind, isPlain: isPlain))
    }

    private mutating func byCase(_ reading: Reading) -> (Kind, [String]) {
        let group = dice.below(groups.count)
        let all: [Kind] = [.yesNo, .choice(group), .number(unit: dice.pick(Self.units) ?? nil), .date, .text]
        let kind = dice.pick(isSmall ? [.yesNo, .choice(group)] : all) ?? .yesNo
        var fields = ["type: " + Self.typeName(kind)]
        if case .choice(let group) = kind { fields.append("valeurs: " + mapping(groups[group].map { "\($0): x" })) }
        if case .number(let unit?) = kind { fields.append("unité: " + unit) }
        var lines: [String] = []
        for _ in 0..<1 + dice.below(3) {
            var line = ["vaut: " + value(kind, reading)]
            let isDated = dice.chance(25)
            if isDated { line.append("en vigueur: " + period()) }
            if !isDated || dice.chance(60) { line.append("si: " + condition(1, reading)) }
            lines.append(mapping(line))
        }
        lines.append("{vaut: \(value(kind, reading))}")
        return (kind, fields + ["selon: " + list(lines)])
    }

    private mutating func calculation(_ reading: Reading) -> (Kind, [String]) {
        let dates = "du: \(value(.date, reading)), au: \(value(.date, reading))"
        let unit = dice.pick(Self.units) ?? nil
        let number = Kind.number(unit: unit)
        let counts = 1 + dice.below(3)
        switch dice.below(calendars.isEmpty ? 7 : 10) {
        case 0: return (.number(unit: "jours"), ["unité: jours", "calcul: {jours: {\(dates)}}"])
        case 1:
            let delay = delay(in: "jours", reading)
            return (.date, ["calcul: {échéance: {du: \(value(.date, reading)), délai: \(delay), en: jours}}"])
        case 2: return (number, united(unit, "somme", values(counts, number, reading)))
        case 3:
            let factors = (0..<counts).map { _ in value(.number(unit: dice.pick(Self.units) ?? nil), reading) }
            return (number, united(unit, "produit", factors))
        case 4: return (number, united(unit, "différence", values(2, number, reading)))
        case 5:
            let operation = dice.chance(50) ? "minimum" : "maximum"
            return (number, united(unit, operation, values(counts, number, reading)))
        case 6:
            let operation = dice.chance(50) ? "minimum" : "maximum"
            return (.date, united(nil, operation, values(counts, .date, reading)))
        case 7, 8:
            let unit = "jours ouvrables"
            return (
                .number(unit: unit),
                ["unité: " + unit, "calcul: {jours ouvrables: {\(dates)\(calendar())}}"]
            )
        default:
            let delay = delay(in: "jours ouvrables", reading)
            let fields = "du: \(value(.date, reading)), délai: \(delay), en: jours ouvrables\(calendar())"
            return (.date, ["calcul: {échéance: {\(fields)}}"])
        }
    }

    private mutating func united(_ unit: String?, _ operation: String, _ operands: [String]) -> [String] {
        (unit.map { ["unité: " + $0] } ?? []) + ["calcul: {\(operation): \(list(operands))}"]
    }

    /// The key `calendrier`, needed when there are several.
    private mutating func calendar() -> String {
        guard calendars.count > 1 || dice.chance(50), let calendar = dice.pick(calendars) else { return "" }
        return ", calendrier: " + calendar
    }

    /// A whole constant that is not negative, or a number that may be anything.
    private mutating func delay(in unit: String, _ reading: Reading) -> String {
        let constant = dice.pick(["0", "1", "2", "5"]) ?? "0"
        let computed = value(.number(unit: dice.chance(50) ? unit : nil), reading)
        return Self.numbers.contains(computed) || Self.hugeNumbers.contains(computed) ? constant : computed
    }

    private mutating func values(_ count: Int, _ kind: Kind, _ reading: Reading) -> [String] {
        (0..<count).map { _ in value(kind, reading) }
    }

    /// An operand of `vaut` or of a calculation: mostly a name.
    private mutating func value(_ kind: Kind, _ reading: Reading) -> String {
        if dice.chance(20), let parameter = dice.pick(parameters.filter { $0.kind == kind }) {
            return "{paramètre: \(parameter.name)}"
        }
        let known = definitions.filter { if case .anything = reading { true } else { $0.isPlain } }
        if dice.chance(70), let other = dice.pick((facts + known).filter { $0.kind == kind }) {
            switch kind {
            case .number, .date: return dice.chance(50) ? other.name : "{fait: \(other.name)}"
            case .yesNo, .choice, .choices, .text: return "{fait: \(other.name)}"
            }
        }
        return constant(kind)
    }
}
