import PolicyValues

extension LineScanner {
    /// Reads a value of a fact into its lane; false when the line has to go the plain way.
    mutating func scanValue(
        _ bytes: Span<UInt8>, _ offset: inout Int, _ index: Int, _ fact: ScanVocabulary.ScannedFact, _ lane: Int,
        _ store: inout MutableSpan<UInt64>, _ vocabulary: ScanVocabulary
    ) -> Bool {
        let first = bytes.byte(at: offset)
        if first == UInt8(ascii: "\"") {
            let isUsual =
                switch fact.kind {
                case .yesNo: false  // the usual answers have been looked for
                case .choice: scanChoice(bytes, &offset, index, lane, &store, vocabulary)
                case .choices: scanMember(bytes, &offset, index, fact, lane, &store, vocabulary)
                case .number: scanQuotedNumber(bytes, &offset, fact, lane, &store)
                case .date: scanDay(bytes, &offset, fact, lane, &store)
                case .text: scanText(bytes, &offset, index, fact, lane, &store, vocabulary)
                }
            return isUsual || bytes.goesPastUnknown(at: &offset)
        }
        switch fact.kind {
        case .choices where first == UInt8(ascii: "["):
            return scanSet(bytes, &offset, index, fact, lane, &store, vocabulary)
        case .number where first != UInt8(ascii: "n"):
            guard let number = bytes.number(at: &offset, isQuoted: false) else { return false }
            return take(number, fact, lane, &store)
        case .yesNo where bytes.word(at: offset).prefix(4) == 0x6575_7274:
            store.mark(fact.firstValueRow + 1, lane)
            offset &+= 4
            return true
        case .yesNo where bytes.word(at: offset).prefix(5) == 0x65_736C_6166:
            store.mark(fact.firstValueRow, lane)
            offset &+= 5
            return true
        case .yesNo, .choice, .choices, .number, .date, .text:
            guard bytes.word(at: offset).prefix(4) == 0x6C6C_756E else { return false }
            offset &+= 4
            return true
        }
    }

    private mutating func scanChoice(
        _ bytes: Span<UInt8>, _ offset: inout Int, _ index: Int, _ lane: Int, _ store: inout MutableSpan<UInt64>,
        _ vocabulary: ScanVocabulary
    ) -> Bool {
        let tape = vocabulary.tape.words.span
        guard let place = value(bytes, at: offset &+ 1, of: index, tape, vocabulary) else { return false }
        store.mark(Int32(truncatingIfNeeded: tape.target(at: place)), lane)
        offset &+= 1 &+ tape.length(at: place)
        return true
    }

    /// One text stands for a set of one.
    private mutating func scanMember(
        _ bytes: Span<UInt8>, _ offset: inout Int, _ index: Int, _ fact: ScanVocabulary.ScannedFact, _ lane: Int,
        _ store: inout MutableSpan<UInt64>, _ vocabulary: ScanVocabulary
    ) -> Bool {
        guard scanChoice(bytes, &offset, index, lane, &store, vocabulary) else { return false }
        store.mark(fact.knownRow, lane)
        return true
    }

    private mutating func scanSet(
        _ bytes: Span<UInt8>, _ offset: inout Int, _ index: Int, _ fact: ScanVocabulary.ScannedFact, _ lane: Int,
        _ store: inout MutableSpan<UInt64>, _ vocabulary: ScanVocabulary
    ) -> Bool {
        store.mark(fact.knownRow, lane)
        offset = bytes.afterBlanks(from: offset &+ 1)
        if bytes.byte(at: offset) == UInt8(ascii: "]") {
            offset &+= 1
            return true
        }
        repeat {
            guard bytes.byte(at: offset) == UInt8(ascii: "\""),
                scanChoice(bytes, &offset, index, lane, &store, vocabulary)
            else {
                return false
            }
            offset = bytes.afterBlanks(from: offset)
        } while bytes.goesOn(at: &offset)
        guard bytes.byte(at: offset) == UInt8(ascii: "]") else { return false }
        offset &+= 1
        return true
    }

    private mutating func scanQuotedNumber(
        _ bytes: Span<UInt8>, _ offset: inout Int, _ fact: ScanVocabulary.ScannedFact, _ lane: Int,
        _ store: inout MutableSpan<UInt64>
    ) -> Bool {
        var end = offset &+ 1
        guard let number = bytes.number(at: &end, isQuoted: true), bytes.byte(at: end) == UInt8(ascii: "\"") else {
            return false
        }
        offset = end &+ 1
        return take(number, fact, lane, &store)
    }

    /// A number within the bounds of its fact.
    private mutating func take(
        _ number: Int64, _ fact: ScanVocabulary.ScannedFact, _ lane: Int, _ store: inout MutableSpan<UInt64>
    ) -> Bool {
        guard number >= fact.least, number <= fact.most else { return false }
        state(number, fact, lane, &store)
        return true
    }

    private mutating func scanDay(
        _ bytes: Span<UInt8>, _ offset: inout Int, _ fact: ScanVocabulary.ScannedFact, _ lane: Int,
        _ store: inout MutableSpan<UInt64>
    ) -> Bool {
        guard let day = bytes.day(at: offset &+ 1), bytes.byte(at: offset &+ 11) == UInt8(ascii: "\"") else {
            return false
        }
        state(Int64(day), fact, lane, &store)
        offset &+= 12
        return true
    }

    /// A text; one that the rules read must be one that they name, since others have no number.
    private mutating func scanText(
        _ bytes: Span<UInt8>, _ offset: inout Int, _ index: Int, _ fact: ScanVocabulary.ScannedFact, _ lane: Int,
        _ store: inout MutableSpan<UInt64>, _ vocabulary: ScanVocabulary
    ) -> Bool {
        if fact.column >= 0 {
            let tape = vocabulary.tape.words.span
            guard let place = value(bytes, at: offset &+ 1, of: index, tape, vocabulary) else { return false }
            state(Int64(tape.target(at: place)), fact, lane, &store)
            offset &+= 1 &+ tape.length(at: place)
            return true
        }
        let start = offset &+ 1
        let end = bytes.endOfPlain(from: start)
        guard bytes.byte(at: end) == UInt8(ascii: "\""), end &- start <= Self.longestText,
            bytes.saysSomething(start..<end), bytes.isUTF8(start..<end)
        else { return false }
        store.mark(fact.knownRow, lane)
        offset = end &+ 1
        return true
    }

    /// In bytes: no text so long has more characters than the language allows.
    private static let longestText = 10_000

    @inline(__always)
    private mutating func state(
        _ number: Int64, _ fact: ScanVocabulary.ScannedFact, _ lane: Int, _ store: inout MutableSpan<UInt64>
    ) {
        store.mark(fact.knownRow, lane)
        if fact.column >= 0 { store[Int(fact.column) &+ lane] = UInt64(bitPattern: number) }
    }
}

extension MutableSpan<UInt64> {
    /// Sets the bit of a lane in a row.
    @inline(__always)
    mutating func mark(_ row: Int32, _ lane: Int) {
        self[Int(row) &* Lanes.words &+ lane >> 6] |= 1 << UInt64(lane & 63)
    }
}
