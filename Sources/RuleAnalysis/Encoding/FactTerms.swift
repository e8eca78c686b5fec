import PolicyValues
import RuleModel

/// The facts of a rule set as variables of a bank, every one of them known: a complete case is an assignment.
///
/// Variables are named after the fact, so that two sets that declare a fact alike share its variables.
struct FactTerms {
    let set: RuleSet
    /// By fact.
    let values: [ValueTerm]
    let texts: TextNumbers

    /// - Parameter key: what names the variables of a fact; two facts of one key are one.
    init(_ set: RuleSet, in bank: TermBank, texts: TextNumbers, key: (Fact) -> String = { $0.name }) {
        self.set = set
        self.texts = texts
        values = set.facts.map { fact in Self.value(of: fact, named: key(fact), set, bank) }
    }

    private static func value(of fact: Fact, named name: String, _ set: RuleSet, _ bank: TermBank) -> ValueTerm {
        switch fact.type {
        case .yesNo: return .yesNo(bank.switchVariable(name))
        case .choice(let symbols):
            let members = symbols.map { bank.switchVariable("\(name)\n\(set[$0])") }
            let one = bank.all([bank.any(members), bank.not(bank.atLeast(2, members))])
            for member in members { bank.state(one, of: member) }
            return .symbols(Dictionary(uniqueKeysWithValues: zip(symbols, members)))
        case .choices(let symbols):
            return .symbols(
                Dictionary(
                    uniqueKeysWithValues: symbols.map { ($0, bank.switchVariable("\(name)\n\(set[$0])")) }))
        case .number:
            let bound = Int128(ExactDecimal.bound) - 1
            let least = fact.minimum.map { Int128($0.tenThousandths) } ?? -bound
            let most = fact.maximum.map { Int128($0.tenThousandths) } ?? bound
            return .number(bank.numberVariable(name, within: ValueRange(least, most)))
        case .date:
            let range = ValueRange(Int128(CivilDate.first.dayNumber), Int128(CivilDate.last.dayNumber))
            return .number(bank.numberVariable(name, within: range))
        case .text: return .number(bank.numberVariable(name, within: ValueRange(0, .max)))
        }
    }

    subscript(id: FactID) -> ValueTerm { values[id.position] }

    /// The variables of a fact.
    func variables(of id: FactID) -> [Term] {
        switch self[id] {
        case .yesNo(let term), .number(let term): [term]
        case .symbols(let members): members.values.sorted()
        }
    }

    /// The value that an assignment gives a fact; nil where it does not reach the fact.
    func value(of id: FactID, in model: Solver.Model) -> Value? {
        switch (self[id], set[id].type) {
        case (.yesNo(let term), .yesNo): return model[term].map { .yesNo($0 != 0) }
        case (.symbols(let members), .choice(let symbols)):
            return symbols.first { symbol in members[symbol].map { model[$0] == 1 } ?? false }.map(Value.choice)
        case (.symbols(let members), .choices(let symbols)):
            let values = symbols.map { symbol in members[symbol].flatMap { model[$0] } }
            if values.allSatisfy({ $0 == nil }) { return nil }
            return .choices(zip(symbols, values).filter { $0.1 == 1 }.map(\.0).sorted())
        case (.number(let term), .number):
            return model[term].flatMap { Int64(exactly: $0) }.flatMap(ExactDecimal.init(tenThousandths:)).map(
                Value.number)
        case (.number(let term), .date):
            return model[term].flatMap { Int(exactly: $0) }.flatMap { CivilDate(dayNumber: $0) }.map(Value.date)
        case (.number(let term), .text): return model[term].map { .text(text($0)) }
        case (.yesNo, _), (.symbols, _), (.number, _): return nil
        }
    }

    /// The text with a number: one that rules name, else one that none does.
    private func text(_ number: Int128) -> String {
        if let place = Int(exactly: number), texts.texts.indices.contains(place) { return texts.texts[place] }
        var text = "autre texte \(number - Int128(texts.texts.count) + 1)"
        while texts[text] != nil { text += "\u{2019}" }
        return text
    }

    /// That a fact has a value, as a formula.
    func has(_ value: Value, _ id: FactID, in bank: TermBank) -> Term {
        switch (self[id], bank.value(value, texts)) {
        case (.yesNo(let a), .yesNo(let b)): bank.same(a, b)
        case (.number(let a), .number(let b)): bank.equal(a, b)
        case (.symbols(let a), .symbols(let b)):
            bank.all(a.map { symbol, term in b[symbol] == nil ? bank.not(term) : term })
        case (.yesNo, _), (.symbols, _), (.number, _): bank.no
        }
    }
}
