import PolicyValues
import RuleModel

/// The constants of the rules, each once, and their texts, numbered.
struct ConstantTable {
    private(set) var cells: [Int64?] = []
    private(set) var values: [Value] = []
    private(set) var texts: [String] = []
    private(set) var textNumbers: [String: Int32] = [:]
    private let firstSlot: Int
    private var slots: [Value: Slot] = [:]

    init(firstSlot: Int) { self.firstSlot = firstSlot }

    mutating func slot(of value: Value) -> Slot {
        if let slot = slots[value] { return slot }
        let slot = Slot(firstSlot + cells.count)
        cells.append(cell(of: value))
        values.append(value)
        slots[value] = slot
        return slot
    }

    /// The value as a cell holds it. Nil of a set: the language writes none on the right of a comparator.
    mutating func cell(of value: Value) -> Int64? {
        switch value {
        case .yesNo(let holds): holds ? 1 : 0
        case .choice(let symbol): Int64(symbol.index)
        case .choices: nil
        case .number(let number): number.tenThousandths
        case .date(let date): Int64(date.dayNumber)
        case .text(let text): Int64(number(of: text))
        }
    }

    private mutating func number(of text: String) -> Int32 {
        if let number = textNumbers[text] { return number }
        let number = Int32(texts.count)
        texts.append(text)
        textNumbers[text] = number
        return number
    }
}
