import PolicyValues
import RuleCases
import RuleModel

/// Values worth trying for each fact of a set: those that rules name, with their neighbours.
struct Candidates {
    /// By fact; never empty.
    let values: [[Value]]

    init(_ set: RuleSet, on dates: [CivilDate]) {
        var constants: Set<Value> = []
        for operand in set.operands { if case .constant(let value) = operand { constants.insert(value) } }
        for version in set.parameters.flatMap(\.versions) { if let value = version.value { constants.insert(value) } }
        var numbers: Set<Int64> = [0]
        var days: Set<Int> = Set(dates.map { Int($0.dayNumber) })
        var texts: Set<String> = ["autre texte"]
        for constant in constants {
            switch constant {
            case .number(let number): numbers.insert(number.tenThousandths)
            case .date(let date): days.insert(Int(date.dayNumber))
            case .text(let text): texts.insert(text)
            case .yesNo, .choice, .choices: continue
            }
        }
        let near = Set(numbers.flatMap { [$0 &- 10_000, $0, $0 &+ 10_000] }).sorted { Self.isNearer($0, $1) }
        let nearDays = Set(days.flatMap { [$0 - 1, $0, $0 + 1] }).sorted(by: >)
        values = set.facts.map { fact in
            switch fact.type {
            case .yesNo: return [.yesNo(false), .yesNo(true)]
            case .choice(let symbols): return symbols.map(Value.choice)
            case .choices(let symbols):
                return [.choices([])] + symbols.map { .choices([$0]) } + [.choices(symbols.sorted())]
            case .number: return Self.numbers(near, of: fact)
            case .date: return nearDays.compactMap { CivilDate(dayNumber: $0) }.map(Value.date)
            case .text: return texts.sorted().map(Value.text)
            }
        }
    }

    private static func isNearer(_ a: Int64, _ b: Int64) -> Bool {
        a.magnitude == b.magnitude ? a > b : a.magnitude < b.magnitude
    }

    private static func numbers(_ near: [Int64], of fact: Fact) -> [Value] {
        let known =
            near.compactMap { ExactDecimal(tenThousandths: $0) } + [fact.minimum, fact.maximum].compactMap(\.self)
        let allowed = known.filter { number in
            (fact.minimum.map { $0 <= number } ?? true) && (fact.maximum.map { number <= $0 } ?? true)
        }
        return (allowed.isEmpty ? [.zero] : allowed).map(Value.number)
    }

    /// A value for every fact, the first that comes to mind: what is presumed, else the first candidate.
    func plainSheet(of set: RuleSet) -> FactSheet {
        var sheet = FactSheet(nothingStatedIn: set)
        for id in set.factIDs { sheet.state(id, as: set[id].presumed ?? values[id.position].first) }
        return sheet
    }

    /// A random value for every fact.
    func randomSheet(of set: RuleSet, _ dice: inout SplitMix64) -> FactSheet {
        var sheet = FactSheet(nothingStatedIn: set)
        for id in set.factIDs { sheet.state(id, as: randomValue(of: id, in: set, &dice)) }
        return sheet
    }

    func randomValue(of id: FactID, in set: RuleSet, _ dice: inout SplitMix64) -> Value? {
        if case .choices(let symbols) = set[id].type {
            return .choices(symbols.filter { _ in dice.below(3) == 0 }.sorted())
        }
        let all = values[id.position]
        return all.isEmpty ? nil : all[dice.below(all.count)]
    }
}

extension RuleSet {
    /// What stands right in tests, and in definitions.
    var operands: [Operand] {
        let ofTests = conditions.flatMap { condition -> [Operand] in
            if case .test(let test) = condition.kind { test.comparisons.flatMap(\.operands) } else { [] }
        }
        let ofDefinitions = definitions.flatMap { definition -> [Operand] in
            switch definition.body {
            case .truth: []
            case .calculation(let calculation): calculation.operands
            case .byCase(let lines): lines.map(\.value)
            }
        }
        return ofTests + ofDefinitions
    }
}
