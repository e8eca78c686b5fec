import RuleCases
import RuleModel

/// States the facts of a case in the vocabulary of the other of two compared sets: those of one name, and those that
/// were renamed.
struct SheetTranslation {
    private let set: RuleSet
    private let other: RuleSet
    private let pairs: [(from: FactID, to: FactID)]

    /// - Parameter pairs: the facts of both sets; what is not among them is left out.
    init(from set: RuleSet, to other: RuleSet, _ pairs: [(from: FactID, to: FactID)]) {
        self.set = set
        self.other = other
        self.pairs = pairs
    }

    /// The same case for the other set, whose presumptions apply; nil when a value is one that it does not allow.
    func translated(_ sheet: FactSheet) -> FactSheet? {
        var result = FactSheet(nothingStatedIn: other)
        for pair in pairs {
            switch sheet.origins[pair.from.position] {
            case .absent, .presumed: break
            case .statedUnknown: result.state(pair.to, as: nil)
            case .stated:
                guard let value = sheet[pair.from], let same = translated(value, of: pair.to) else { return nil }
                result.state(pair.to, as: same)
            }
        }
        return result
    }

    /// A value of this set as the other writes it for one of its facts; nil when that has no such value.
    func translated(_ value: Value, of fact: FactID) -> Value? {
        func symbol(_ symbol: Symbol) -> Symbol? {
            other[fact].type.symbols.first { other[$0] == set[symbol] }
        }
        switch value {
        case .choice(let one): return symbol(one).map(Value.choice)
        case .choices(let all):
            let symbols = all.compactMap(symbol)
            return symbols.count == all.count ? .choices(symbols.sorted()) : nil
        case .number(let number):
            let isLeast = other[fact].minimum.map { $0 <= number } ?? true
            let isMost = other[fact].maximum.map { number <= $0 } ?? true
            return isLeast && isMost ? value : nil
        case .yesNo, .date, .text: return value
        }
    }
}
