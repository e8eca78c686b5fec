import PolicyValues
import RuleSyntax
import SourceText

extension Resolver {
    mutating func fact(_ id: FactID) -> Fact {
        let written = names.facts[id.position]
        let owner = "le fait \(quoted(written.name.value))"
        let known = self.type(written.type, allowed: Layout.factTypes, written.values, written.valuesKey, written.name)
        if known == nil { untyped.facts.insert(id) }
        let type = known ?? .text
        let minimum = number(written.minimum)
        let maximum = number(written.maximum)
        if let minimum, let maximum, maximum < minimum, let range = written.maximum?.range {
            bag.report(.reversedBounds(range))
        }
        for (key, words) in [("unité", written.unit), ("min", written.minimum), ("max", written.maximum)] {
            if let words, let known, known != .number { bag.report(.onlyForNumbers(key, words.range)) }
        }
        checkStatements(written.statement, contrary: written.contraryStatement, known)
        let presumed = known == nil ? nil : written.presumed.flatMap { presumption($0, type, owner) }
        if case .number(let number) = presumed, let range = written.presumed?.range {
            checkBounds(number, minimum, maximum, owner, range)
        }
        return Fact(
            name: written.name.value, range: written.name.range, question: written.question?.value ?? "", type: type,
            meanings: written.values?.map(\.meaning.value) ?? [], unit: written.unit?.value, minimum: minimum,
            maximum: maximum, statement: written.statement?.value, contraryStatement: written.contraryStatement?.value,
            presumed: presumed, holder: written.holder?.value, usage: written.usage?.value,
            description: written.description?.value, note: written.note?.value, sources: sources(written.sources))
    }

    /// Reads a `type` with its `valeurs`; nil when one of them is missing or wrong, which has been reported.
    mutating func type(
        _ words: Words?, allowed: [String], _ values: [WrittenMeaning]?, _ valuesKey: SourceRange?, _ name: Words
    ) -> ValueType? {
        guard let words else { return nil }
        guard allowed.contains(words.value) else {
            bag.report(.unknownType(words, allowed))
            return nil
        }
        let isChoice = words.value.hasPrefix("choix")
        if isChoice, values == nil { bag.report(.choiceWithoutValues(name)) }
        if isChoice, values?.isEmpty ?? true { return nil }
        if !isChoice, let valuesKey { bag.report(.valuesWithoutChoice(words, valuesKey)) }
        switch words.value {
        case "oui/non": return .yesNo
        case "choix": return .choice(declare(values ?? []))
        case "choix multiple": return .choices(declare(values ?? []))
        case "nombre": return .number
        case "date": return .date
        default: return .text
        }
    }

    private mutating func declare(_ values: [WrittenMeaning]) -> [Symbol] {
        values.map { value in
            checkName(value.word, .choiceValue)
            return symbols.intern(value.word.value)
        }
    }

    private mutating func presumption(_ written: WrittenValue, _ type: ValueType, _ owner: String) -> Value? {
        guard case .choices = type else {
            if written.isList {
                bag.report(.listForOneValue(written.range))
                return nil
            }
            return written.items.first.flatMap { constant($0, of: type, owner) }
        }
        let members = written.items.compactMap { constant($0, of: type, owner) }
        return members.count == written.items.count ? Value.set(of: members) : nil
    }

    /// Reports a number outside the bounds of its fact.
    mutating func checkBounds(
        _ value: ExactDecimal, _ minimum: ExactDecimal?, _ maximum: ExactDecimal?, _ owner: String,
        _ range: SourceRange
    ) {
        if let minimum, value < minimum { bag.report(.outOfBounds(value, least: minimum, owner, range)) }
        if let maximum, value > maximum { bag.report(.outOfBounds(value, most: maximum, owner, range)) }
    }

    /// An `énoncé` may hold `{{valeur}}` only, and not that of a oui/non, which alone has an `énoncé contraire`.
    mutating func checkStatements(_ statement: Words?, contrary: Words?, _ type: ValueType?) {
        if let contrary, let type, type != .yesNo { bag.report(.onlyForYesNo(contrary.range)) }
        for hole in statement.map({ holes(in: $0) }) ?? [] where hole.name != "valeur" || type == .yesNo {
            bag.report(.holeInStatement(hole.name, isYesNo: type == .yesNo, hole.range))
        }
        for hole in contrary.map({ holes(in: $0) }) ?? [] {
            bag.report(.holeInStatement(hole.name, isYesNo: true, hole.range))
        }
    }

    mutating func parameter(_ id: ParameterID) -> Parameter {
        let written = names.parameters[id.position]
        let owner = "le paramètre \(quoted(written.name.value))"
        let known = self.type(written.type, allowed: Layout.parameterTypes, nil, nil, written.name)
        if known == nil { untyped.parameters.insert(id) }
        let type = known ?? .text
        if let unit = written.unit, let known, known != .number { bag.report(.onlyForNumbers("unité", unit.range)) }
        var versions: [Parameter.Version] = []
        for version in written.versions {
            guard let from = date(version.word) else { continue }
            let pending = known == nil || version.meaning.value == "à préciser"
            versions.append(.init(from: from, value: pending ? nil : constant(version.meaning, of: type, owner)))
        }
        return Parameter(
            name: written.name.value, range: written.name.range, type: type, unit: written.unit?.value,
            versions: versions.sorted { $0.from < $1.from }, inForce: period(written.inForce),
            usage: written.usage?.value, question: written.question?.value, description: written.description?.value,
            note: written.note?.value, sources: sources(written.sources))
    }

    mutating func calendar(_ written: WrittenCalendar) -> WorkCalendar? {
        let covers = period(written.covers)
        guard let first = covers?.from, let last = covers?.through else { return nil }
        var daysOff: Set<Weekday> = []
        for word in written.daysOff ?? [] {
            if let day = Weekday.allCases.first(where: { $0.name == word.value }) {
                daysOff.insert(day)
            } else {
                bag.report(.unknownWeekday(word, Weekday.allCases.map(\.name)))
            }
        }
        var holidays: [WorkCalendar.Holiday] = []
        for holiday in written.holidays {
            guard let date = date(holiday.word) else { continue }
            if date < first || date > last { bag.report(.holidayOutside(holiday.word, first, last)) }
            holidays.append(.init(date: date, name: holiday.meaning.value))
        }
        return WorkCalendar(
            name: written.name.value, range: written.name.range, first: first, last: last,
            daysOff: written.daysOff == nil ? [.saturday, .sunday] : daysOff,
            holidays: holidays.sorted { $0.date < $1.date }, description: written.description?.value,
            sources: sources(written.sources))
    }
}

extension Value {
    /// The set that holds these choices.
    package static func set(of members: [Value]) -> Value {
        let symbols = members.compactMap { if case .choice(let symbol) = $0 { symbol } else { nil } }
        return .choices(Set(symbols).sorted())
    }
}
