import PolicyValues
import RuleEngine
import RuleModel

/// The vocabulary of a rule set as a scanner of lines looks things up: facts and values by their bytes.
struct ScanVocabulary: Sendable {
    enum Kind: UInt8, Sendable {
        case yesNo
        case choice
        case choices
        case number
        case date
        case text
    }

    /// A fact, and where its values go.
    struct ScannedFact: Sendable {
        let kind: Kind
        let mentionedRow: Int32
        let knownRow: Int32
        /// Of `oui/non`: the row of `non`, then `oui`.
        let firstValueRow: Int32
        /// Where its column begins in the scanner's store; −1 when nothing reads its numbers.
        let column: Int32
        /// In ten-thousandths.
        let least: Int64
        let most: Int64
    }

    private(set) var tape = SpellingTape()
    let facts: [ScannedFact]
    /// Names of facts, whose targets are facts.
    let factIndex: SpellingIndex
    /// Values of choices, whose targets are their rows, and texts that the rules name, whose targets are their numbers;
    /// by fact.
    let valueIndex: SpellingIndex
    /// Whether a text that the rules do not name may be read as ``otherText``.
    let takesOtherTexts: Bool
    static let otherText: Int64 = -1
    /// A spelling of some fact's name.
    let firstName: Int
    /// How many words the rows take, and the columns after them with them.
    let rowsSize: Int
    let storeSize: Int
    /// Where the columns stand, and which of the machine's they are.
    let columns: [(start: Int, column: BlockCircuit.Column)]
    /// Where the columns of facts that are presumed begin, and their numbers.
    let presumed: [(start: Int, value: Int64)]
    /// The fact that gives the date of evaluation.
    let referenceDate: Int?
    /// The day that is presumed of it.
    let presumedDate: Int32?

    init(_ program: Program, _ circuit: BlockCircuit) {
        let set = program.model
        let laidOut = Self.lay(out: set.facts, circuit)
        (facts, columns, rowsSize, storeSize) = (laidOut.facts, laidOut.columns, laidOut.rowsSize, laidOut.storeSize)
        takesOtherTexts = circuit.takesOtherTexts && program.texts.allSatisfy { $0.utf8.count < Self.longestText }
        referenceDate = set.policy.referenceDate?.position
        if let id = set.policy.referenceDate, case .date(let date) = set[id].presumed {
            presumedDate = date.dayNumber
        } else {
            presumedDate = nil
        }
        var numbers = program.textNumbers
        presumed = zip(set.facts, facts).compactMap { fact, scanned in
            scanned.column < 0 ? nil : fact.presumed?.number(&numbers).map { (start: Int(scanned.column), value: $0) }
        }
        var names: [(group: Int, place: Int)] = []
        var values: [(group: Int, place: Int)] = []
        for (index, fact) in set.facts.enumerated() {
            for name in Self.spellings(of: fact.name) { names.append((group: 0, place: tape.add(name, target: index))) }
            for (offset, symbol) in fact.type.symbols.enumerated() {
                for value in Self.spellings(of: set[symbol]) {
                    let row = Int(facts[index].firstValueRow) + offset
                    values.append((group: index, place: tape.add(value, target: row)))
                }
            }
            guard fact.type == .text, facts[index].column >= 0 else { continue }
            for (number, text) in program.texts.enumerated()
            where text.utf8.count < Self.longestText && Self.isPlain(text) {
                values.append((group: index, place: tape.add(text, target: number)))
            }
        }
        firstName = names.first?.place ?? -1
        factIndex = SpellingIndex(names, in: tape)
        valueIndex = SpellingIndex(values, in: tape)
    }

    /// Where the rows and columns of facts stand in the store: all rows, then the columns that something reads.
    private static func lay(
        out facts: [Fact], _ circuit: BlockCircuit
    ) -> (
        facts: [ScannedFact], columns: [(start: Int, column: BlockCircuit.Column)], rowsSize: Int, storeSize: Int
    ) {
        let rowsSize = circuit.inputs.count * Lanes.words
        var end = rowsSize
        var columns: [(start: Int, column: BlockCircuit.Column)] = []
        let scanned = zip(facts, circuit.facts).map { fact, inputs in
            guard inputs.column >= 0 else { return ScannedFact(fact, inputs, column: -1) }
            defer { end += Lanes.count }
            columns.append((start: end, column: inputs.column))
            return ScannedFact(fact, inputs, column: end)
        }
        return (scanned, columns, rowsSize, end)
    }

    /// A longer text of the rules is left to the plain way.
    private static let longestText = 1 << 12

    /// Begins a block: nothing is stated, and the columns hold what is presumed.
    func clear(_ store: inout MutableSpan<UInt64>) {
        for index in 0..<rowsSize { store[index] = 0 }
        for (start, value) in presumed {
            for index in start..<start + Lanes.count { store[index] = UInt64(bitPattern: value) }
        }
    }

    /// Whether JSON writes a text as it is. One that needs an escape would match a line in which it stands without.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    }

    /// A text as written, and with its apostrophes of the other shape: both are the same to the language.
    private static func spellings(of text: String) -> [String] {
        let curved = text.unicodeScalars.map { $0 == "'" ? "\u{2019}" : $0 }
        let straight = text.unicodeScalars.map { $0 == "\u{2019}" ? "'" : $0 }
        guard isPlain(text) else { return [] }
        var spellings = [text]
        for scalars in [curved, straight] {
            let spelling = String(String.UnicodeScalarView(scalars))
            if !spellings.contains(where: { $0.utf8.elementsEqual(spelling.utf8) }) { spellings.append(spelling) }
        }
        return spellings
    }
}

extension ScanVocabulary.ScannedFact {
    fileprivate init(_ fact: Fact, _ inputs: FactInputs, column: Int) {
        switch fact.type {
        case .yesNo: kind = .yesNo
        case .choice: kind = .choice
        case .choices: kind = .choices
        case .number: kind = .number
        case .date: kind = .date
        case .text: kind = .text
        }
        mentionedRow = inputs.mentioned
        knownRow = inputs.known
        firstValueRow = inputs.firstValue
        self.column = Int32(column)  // bounded: a column of the circuit (Limits.nodes)
        least = fact.minimum?.tenThousandths ?? -ExactDecimal.bound
        most = fact.maximum?.tenThousandths ?? ExactDecimal.bound
    }
}

extension Value {
    /// What a column holds of it; nil of what stands in masks. A text that the rules do not name gets the next number.
    fileprivate func number(_ texts: inout [String: Int32]) -> Int64? {
        switch self {
        case .yesNo, .choice, .choices: nil
        case .number(let number): number.tenThousandths
        case .date(let date): Int64(date.dayNumber)
        case .text(let text): Int64(texts.number(of: text))
        }
    }
}

extension [String: Int32] {
    fileprivate mutating func number(of text: String) -> Int32 {
        if let number = self[text] { return number }
        let number = Int32(count)  // bounded: a text of the vocabulary (Limits.nodes)
        self[text] = number
        return number
    }
}
