import PolicyValues
import RuleEngine

/// Reads lines of JSON (RFC 8259) from their bytes into the bits and numbers of a block: no text, no tree, no table.
///
/// It takes what requêtes usually look like, and is as strict as ``RuleJSON`` on that. Whatever else a line holds,
/// errors too, it refuses, and the line goes the plain way: an escape, a text in another form than NFC, `objets`, a key
/// twice, a number of an unusual notation. So it never says what is wrong, and never understands a line otherwise.
struct LineScanner: Sendable {
    /// Where the name stands in the block; empty when the line has none.
    private(set) var names: [Range<Int32>]
    /// The day each line gives itself, by `date` or by the reference fact.
    private(set) var ownDates: [Int32?]
    /// By place on the tape of the name of a fact, which came after it last; the last entry stands for the beginning.
    private var successors: [Int32]
    /// By fact, which spelling of a value came last; −1 before the first.
    private var lastValues: [Int32]

    init(_ vocabulary: ScanVocabulary) {
        names = Array(repeating: 0..<0, count: Lanes.count)
        ownDates = Array(repeating: nil, count: Lanes.count)
        let name = Int32(vocabulary.firstName)  // bounded: a place of the vocabulary (Limits.nodes)
        successors = Array(repeating: name, count: vocabulary.tape.words.count + 1)
        lastValues = vocabulary.facts.map { _ in -1 }
    }

    /// A line is longer than this only for a text that the plain way reads as well.
    private static let longest = 64 << 10

    /// Reads a line into a lane; false when it has to go the plain way.
    ///
    /// - Parameter store: rows of eight words for ``BlockCircuit/inputs``, then columns (``ScanVocabulary``).
    mutating func scan(
        _ bytes: Span<UInt8>, _ line: Range<Int>, lane: Int, _ store: inout MutableSpan<UInt64>,
        in vocabulary: ScanVocabulary
    ) -> Bool {
        guard line.count <= Self.longest else { return false }
        names[lane] = 0..<0
        ownDates[lane] = nil
        var seen: UInt8 = 0
        var offset = bytes.afterBlanks(from: line.lowerBound)
        guard bytes.byte(at: offset) == UInt8(ascii: "{") else { return false }
        offset = bytes.afterBlanks(from: offset &+ 1)
        repeat {
            guard bytes.byte(at: offset) == UInt8(ascii: "\""),
                let key = CaseKey(bytes.word(at: offset &+ 1)), seen & key.rawValue == 0
            else { return false }
            seen |= key.rawValue
            offset = bytes.afterBlanks(from: offset &+ key.length)
            guard bytes.byte(at: offset) == UInt8(ascii: ":") else { return false }
            offset = bytes.afterBlanks(from: offset &+ 1)
            let isUsual =
                switch key {
                case .facts: scanFacts(bytes, &offset, lane, &store, vocabulary)
                case .name: scanName(bytes, &offset, lane)
                case .date: scanDate(bytes, &offset, lane)
                case .narrative: scanNarrative(bytes, &offset)
                }
            guard isUsual else { return false }
            offset = bytes.afterBlanks(from: offset)
        } while bytes.goesOn(at: &offset)
        guard bytes.byte(at: offset) == UInt8(ascii: "}") else { return false }
        offset = bytes.afterBlanks(from: offset &+ 1)
        if seen & CaseKey.date.rawValue == 0 { ownDates[lane] = referenceDate(lane, store, vocabulary) }
        return offset == line.upperBound
    }

    /// The keys of a case that are read here, as bits.
    private enum CaseKey: UInt8 {
        case name = 1
        case date = 2
        case facts = 4
        case narrative = 8

        /// The key whose name, with the quote after it, a word begins with.
        init?(_ word: UInt64) {
            if word.prefix(6) == 0x22_7374_6961_66 {
                self = .facts
            } else if word.prefix(4) == 0x226D_6F6E {
                self = .name
            } else if word.prefix(5) == 0x22_6574_6164 {
                self = .date
            } else if word.prefix(7) == 0x22_7469_63A9_C372 {
                self = .narrative
            } else {
                return nil
            }
        }

        /// With both quotes.
        var length: Int {
            switch self {
            case .name: 5
            case .date: 6
            case .facts: 7
            case .narrative: 8
            }
        }
    }

    private mutating func scanName(_ bytes: Span<UInt8>, _ offset: inout Int, _ lane: Int) -> Bool {
        if bytes.word(at: offset).prefix(4) == 0x6C6C_756E {
            offset &+= 4
            return true
        }
        guard bytes.byte(at: offset) == UInt8(ascii: "\"") else { return false }
        let start = offset &+ 1
        let end = bytes.endOfPlain(from: start)
        guard bytes.byte(at: end) == UInt8(ascii: "\""), bytes.isShownAsItIs(start..<end) else { return false }
        names[lane] = Int32(truncatingIfNeeded: start)..<Int32(truncatingIfNeeded: end)
        offset = end &+ 1
        // What reads as no name at all.
        let word = bytes.word(at: start).prefix(end - start)
        return word != 0x6C6C_756E && word != 0x7E
    }

    private mutating func scanDate(_ bytes: Span<UInt8>, _ offset: inout Int, _ lane: Int) -> Bool {
        guard bytes.byte(at: offset) == UInt8(ascii: "\""), bytes.byte(at: offset &+ 11) == UInt8(ascii: "\""),
            let day = bytes.day(at: offset &+ 1)
        else { return false }
        ownDates[lane] = day
        offset &+= 12
        return true
    }

    /// Goes past a text that nothing is made of.
    private func scanNarrative(_ bytes: Span<UInt8>, _ offset: inout Int) -> Bool {
        guard bytes.byte(at: offset) == UInt8(ascii: "\"") else { return false }
        let end = bytes.endOfPlain(from: offset &+ 1)
        guard bytes.byte(at: end) == UInt8(ascii: "\""), bytes.isUTF8(offset &+ 1..<end) else { return false }
        offset = end &+ 1
        return true
    }

    /// The day that the reference fact gives a line, stated or presumed.
    private func referenceDate(_ lane: Int, _ store: borrowing MutableSpan<UInt64>, _ vocabulary: ScanVocabulary)
        -> Int32?
    {
        guard let index = vocabulary.referenceDate else { return nil }
        let fact = vocabulary.facts[index]
        let (word, bit) = (lane >> 6, UInt64(lane & 63))
        if store[Int(fact.knownRow) * Lanes.words + word] >> bit & 1 != 0 {
            return Int32(truncatingIfNeeded: store[Int(fact.column) + lane])
        }
        let isMentioned = store[Int(fact.mentionedRow) * Lanes.words + word] >> bit & 1 != 0
        return isMentioned ? nil : vocabulary.presumedDate
    }

    // MARK: Facts

    private mutating func scanFacts(
        _ bytes: Span<UInt8>, _ offset: inout Int, _ lane: Int, _ store: inout MutableSpan<UInt64>,
        _ vocabulary: ScanVocabulary
    ) -> Bool {
        guard bytes.byte(at: offset) == UInt8(ascii: "{") else { return false }
        offset = bytes.afterBlanks(from: offset &+ 1)
        if bytes.byte(at: offset) == UInt8(ascii: "}") {
            offset &+= 1
            return true
        }
        let facts = vocabulary.facts.span
        let tape = vocabulary.tape.words.span
        let (word, bit) = (lane >> 6, UInt64(1) << UInt64(lane & 63))
        var previous = successors.count &- 1
        // Kept out of memory but for the rarer values.
        var here = offset
        repeat {
            guard bytes.byte(at: here) == UInt8(ascii: "\""),
                let place = key(bytes, at: here &+ 1, after: previous, tape, vocabulary)
            else { return false }
            previous = place
            here &+= 1 &+ tape.length(at: place)
            guard bytes.goesPastColon(at: &here) else { return false }
            let index = tape.target(at: place)
            let mentioned = Int(facts[index].mentionedRow) &* Lanes.words &+ word
            guard store[mentioned] & bit == 0 else { return false }
            store[mentioned] |= bit
            if facts[index].kind == .yesNo, let row = bytes.yesNo(at: &here) {
                store[(Int(facts[index].firstValueRow) &+ row) &* Lanes.words &+ word] |= bit
            } else {
                var next = here
                guard scanValue(bytes, &next, index, facts[index], lane, &store, vocabulary) else { return false }
                here = next
            }
            if bytes.byte(at: here) <= 0x20 { here = bytes.afterBlanks(from: here) }
        } while bytes.goesOn(at: &here)
        guard bytes.byte(at: here) == UInt8(ascii: "}") else { return false }
        offset = here &+ 1
        return true
    }

    /// The spelling of a fact's name that stands at an offset: most often the one that came after the previous one in
    /// an earlier line.
    @inline(__always)
    private mutating func key(
        _ bytes: Span<UInt8>, at offset: Int, after previous: Int, _ tape: Span<UInt64>, _ vocabulary: ScanVocabulary
    ) -> Int? {
        let guess = Int(successors[previous])
        if guess >= 0, tape.matches(guess, bytes, at: offset) { return guess }
        guard let place = vocabulary.factIndex.find(bytes, at: offset, group: 0, in: tape) else { return nil }
        successors[previous] = Int32(truncatingIfNeeded: place)
        return place
    }

    /// The place of the spelling of a value of a fact that stands at an offset.
    @inline(__always)
    mutating func value(
        _ bytes: Span<UInt8>, at offset: Int, of fact: Int, _ tape: Span<UInt64>, _ vocabulary: ScanVocabulary
    ) -> Int? {
        let guess = Int(lastValues[fact])
        if guess >= 0, tape.matches(guess, bytes, at: offset) { return guess }
        guard let place = vocabulary.valueIndex.find(bytes, at: offset, group: fact, in: tape) else { return nil }
        lastValues[fact] = Int32(truncatingIfNeeded: place)
        return place
    }
}
