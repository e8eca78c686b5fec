import PolicyValues
import RuleModel

/// A value as formulas.
enum ValueTerm {
    case yesNo(Term)
    /// Of a choice, the one that holds; of a set, those that do. A symbol that is not there does not hold.
    case symbols([Symbol: Term])
    /// Ten-thousandths, a day number, or the number of a text.
    case number(Term)
}

/// A value, and where it is known.
struct KnownTerm {
    let value: ValueTerm
    let isKnown: Term
}

/// The numbers that stand for the texts that rules name; a text that none names has a number beyond.
package struct TextNumbers {
    package private(set) var texts: [String] = []
    private var numbers: [String: Int] = [:]

    package init() {}

    /// Gives a number to every text that a set names.
    mutating func add(_ set: RuleSet) {
        for parameter in set.parameters { for version in parameter.versions { add(version.value) } }
        for condition in set.conditions {
            guard case .test(let test) = condition.kind else { continue }
            for operand in test.comparisons.flatMap(\.operands) { add(operand) }
        }
        for definition in set.definitions {
            if case .byCase(let lines) = definition.body { for line in lines { add(line.value) } }
        }
    }

    subscript(text: String) -> Int? { numbers[text] }

    private mutating func add(_ operand: Operand) {
        if case .constant(let value) = operand { add(value) }
    }

    private mutating func add(_ value: Value?) {
        guard case .text(let text) = value, numbers[text] == nil else { return }
        numbers[text] = texts.count
        texts.append(text)
    }
}

extension TermBank {
    /// A known value, as it is written in rules.
    func value(_ value: Value, _ texts: TextNumbers) -> ValueTerm {
        switch value {
        case .yesNo(let holds): .yesNo(truth(holds))
        case .choice(let symbol): .symbols([symbol: yes])
        case .choices(let symbols): .symbols(Dictionary(uniqueKeysWithValues: symbols.map { ($0, yes) }))
        case .number(let number): .number(self.number(Int128(number.tenThousandths)))
        case .date(let date): .number(number(Int128(date.dayNumber)))
        case .text(let text): .number(number(Int128(texts[text] ?? -1)))  // bounded: a dictionary
        }
    }

    /// `a` where the condition holds, else `b`.
    func either(_ condition: Term, _ a: ValueTerm, _ b: ValueTerm) -> ValueTerm {
        switch (a, b) {
        case (.yesNo(let a), .yesNo(let b)): return .yesNo(either(condition, a, b))
        case (.number(let a), .number(let b)): return .number(either(condition, a, b))
        case (.symbols(let a), .symbols(let b)):
            let symbols = Set(a.keys).union(b.keys)
            return .symbols(
                Dictionary(
                    uniqueKeysWithValues: symbols.map { ($0, either(condition, a[$0] ?? no, b[$0] ?? no)) }))
        case (.yesNo, _), (.number, _), (.symbols, _): return a
        }
    }

    /// Equal, or of a set: contains; false of different types, which the loader refuses.
    func isEqualOrContains(_ a: ValueTerm, _ b: ValueTerm) -> Term {
        switch (a, b) {
        case (.yesNo(let a), .yesNo(let b)): same(a, b)
        case (.number(let a), .number(let b)): equal(a, b)
        case (.symbols(let a), .symbols(let b)):
            any(b.keys.sorted().map { symbol in all([a[symbol] ?? no, b[symbol] ?? no]) })
        case (.yesNo, _), (.number, _), (.symbols, _): no
        }
    }

    /// Numbers or dates in order.
    func atMost(_ a: ValueTerm, _ b: ValueTerm) -> Term {
        guard case .number(let a) = a, case .number(let b) = b else { return no }
        return atMost(a, b)
    }
}
