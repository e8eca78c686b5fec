import PolicyValues

extension RandomRules {
    static let units: [String?] = [nil, "jours", "jours ouvrables"]
    static let numbers = ["-1", "0", "0.5", "1", "2", "3", "5"]
    static let hugeNumbers = ["899999999999999.9999", "-899999999999999.9999", "0.0001", "300000000000000"]
    static let texts = ["lettre", "courriel", "l’appel"]
    private static let choiceValues = [["rouge", "vert", "bleu"], ["vert", "noir"], ["un", "deux", "trois", "bleu"]]

    mutating func makeVocabulary() {
        groups = isSmall ? [["rouge", "vert"], ["vert", "noir"]] : Self.choiceValues
        for kind in factKinds() { makeFact(kind) }
        if !isSmall { for _ in 0..<dice.below(3) { makeCalendar() } }
        for _ in 0..<(isSmall ? dice.below(2) : 1 + dice.below(4)) { makeParameter() }
    }

    private mutating func factKinds() -> [Kind] {
        let group = dice.below(groups.count)
        guard !isSmall else {
            let all: [Kind] = [.yesNo, .yesNo, .choice(group), .choices(group), .choice(dice.below(groups.count))]
            return dice.some(3 + dice.below(2), of: all)
        }
        let unit = dice.pick(Self.units) ?? nil
        let all: [Kind] = [
            .yesNo, .yesNo, .choice(group), .choice(group), .choice(dice.below(groups.count)), .choices(group),
            .number(unit: unit), .number(unit: unit), .number(unit: dice.pick(Self.units) ?? nil), .date, .date, .text,
            .text,
        ]
        return dice.some(5 + dice.below(6), of: all)
    }

    private mutating func makeFact(_ kind: Kind) {
        let name = Self.typeName(kind) + " \(facts.count + 1)"
        var fields = ["question: Quoi", "type: " + Self.typeName(kind)]
        switch kind {
        case .choice(let group), .choices(let group):
            fields.append("valeurs: " + mapping(groups[group].map { "\($0): x" }))
        case .number(let unit):
            if let unit { fields.append("unité: " + unit) }
        case .yesNo, .date, .text: break
        }
        if dice.chance(20) { fields.append("présumé: " + presumption(kind)) }
        add(word(name) + ": " + mapping(fields), to: "faits")
        facts.append(Named(name: name, kind: kind))
    }

    private mutating func presumption(_ kind: Kind) -> String {
        guard case .choices(let group) = kind else { return constant(kind) }
        return list(dice.some(1 + dice.below(2), of: groups[group]))
    }

    private mutating func makeParameter() {
        let kinds: [Kind] = [.number(unit: dice.pick(Self.units) ?? nil), .date, .yesNo, .text]
        guard let kind = dice.pick(isSmall ? [.yesNo] : kinds) else { return }
        let name = "paramètre \(parameters.count + 1)"
        var fields = ["type: " + Self.typeName(kind)]
        if case .number(let unit?) = kind { fields.append("unité: " + unit) }
        let days = dice.some(1 + dice.below(3), of: Array(0..<16))
        let versions = days.map { day in
            Self.day(day) + ": " + (dice.chance(20) ? "à préciser" : constant(kind))
        }
        fields.append(
            "valeurs: " + mapping(["2024-01-01: " + constant(kind)].filter { _ in dice.chance(70) } + versions))
        if dice.chance(15) { fields.append("en vigueur: " + period()) }
        add(name + ": " + mapping(fields), to: "paramètres")
        parameters.append(Named(name: name, kind: kind))
    }

    private mutating func makeCalendar() {
        let name = "calendrier \(calendars.count + 1)"
        let covers = dice.pick([
            "{du: 2024-02-01, au: 2024-04-30}", "{du: 2024-03-04, au: 2024-03-12}", "{du: 2024-03-02, au: 2024-03-24}",
        ])
        var fields = ["couvre: " + (covers ?? "")]
        let daysOff = ["[lundi]", "[samedi, dimanche, mercredi]", "[dimanche]"]
        if dice.chance(40) { fields.append("chômés: " + (dice.pick(daysOff) ?? "")) }
        let holidays = dice.some(dice.below(4), of: Array(3..<12)).map { Self.day($0) + ": Congé" }
        if !holidays.isEmpty { fields.append("fériés: " + mapping(holidays)) }
        add(name + ": " + mapping(fields), to: "calendriers")
        calendars.append(name)
    }

    /// A constant of a kind; of a set, an element.
    mutating func constant(_ kind: Kind) -> String {
        switch kind {
        case .yesNo: dice.chance(50) ? "oui" : "non"
        case .choice(let group), .choices(let group): word(dice.pick(groups[group]) ?? "")
        case .number: dice.pick(dice.chance(4) ? Self.hugeNumbers : Self.numbers) ?? ""
        case .date: Self.day(dice.below(14))
        case .text: word(dice.pick(Self.texts) ?? "")
        }
    }

    static func typeName(_ kind: Kind) -> String {
        switch kind {
        case .yesNo: "oui/non"
        case .choice: "choix"
        case .choices: "choix multiple"
        case .number: "nombre"
        case .date: "date"
        case .text: "texte"
        }
    }
}
