/// A text that lines are compared with, with the quote that ends it: words in a ``LiteralPool``.
struct Literal: Sendable {
    /// Its place among the words of the pool.
    let start: Int32
    /// Words before the last.
    let fullWords: Int32
    /// In bytes, the quote included.
    let length: Int32
    /// The bytes of the last word that count.
    let lastMask: UInt64
    let lastWord: UInt64
}

/// The texts that lines are compared with.
struct LiteralPool: Sendable {
    private(set) var words: [UInt64] = []

    mutating func add(_ text: String) -> Literal {
        let bytes = Array(text.utf8) + [UInt8(ascii: "\"")]
        let start = words.count
        let fullWords = (bytes.count - 1) / 8
        let padded = (bytes + [UInt8](repeating: 0, count: 8))
        for index in 0...fullWords { words.append(padded.span.word(at: index * 8)) }
        let rest = bytes.count - fullWords * 8
        let mask: UInt64 = rest == 8 ? .max : (1 << UInt64(rest * 8)) - 1
        return Literal(
            start: Int32(start), fullWords: Int32(fullWords), length: Int32(bytes.count), lastMask: mask,
            lastWord: words[start + fullWords] & mask)
    }

    /// Whether the bytes from an offset on are the literal.
    @inline(__always)
    func matches(_ literal: Literal, _ bytes: Span<UInt8>, at offset: Int) -> Bool {
        let words = words.span
        var place = Int(literal.start)
        var offset = offset
        let end = place &+ Int(literal.fullWords)
        while place < end {
            if bytes.word(at: offset) != words[place] { return false }
            place &+= 1
            offset &+= 8
        }
        return bytes.word(at: offset) & literal.lastMask == literal.lastWord
    }
}

/// Finds a literal by the bytes of its text: open addressing over a table at most a quarter full.
struct LiteralIndex: Sendable {
    private struct Entry: Sendable {
        let literal: Literal
        let group: Int32
        let place: Int32
    }

    /// Free entries have the place −1.
    private var entries: [Entry]
    private let mask: UInt64

    /// - Parameter literals: what to find, each with the group it is looked for in.
    init(_ literals: [(group: Int, literal: Literal)], in pool: LiteralPool) {
        var size = 16
        while size < literals.count * 4 { size *= 2 }
        mask = UInt64(size - 1)
        let free = Entry(
            literal: Literal(start: 0, fullWords: 0, length: 0, lastMask: 0, lastWord: 0), group: -1, place: -1)
        entries = Array(repeating: free, count: size)
        for (place, (group, literal)) in literals.enumerated() {
            var slot = Int(Self.hash(pool.bytes(of: literal).span, at: 0, group: group) & mask)
            while entries[slot].place >= 0 { slot = (slot + 1) & Int(mask) }
            entries[slot] = Entry(literal: literal, group: Int32(group), place: Int32(place))
        }
    }

    /// The place of the literal of the group that stands at an offset.
    @inline(__always)
    func find(_ bytes: Span<UInt8>, at offset: Int, group: Int, in pool: LiteralPool) -> Int? {
        let entries = entries.span
        var slot = Int(truncatingIfNeeded: Self.hash(bytes, at: offset, group: group) & mask)
        while entries[slot].place >= 0 {
            if Int(entries[slot].group) == group, pool.matches(entries[slot].literal, bytes, at: offset) {
                return Int(entries[slot].place)
            }
            slot = (slot &+ 1) & Int(truncatingIfNeeded: mask)
        }
        return nil
    }

    /// Of the bytes up to the first quote, included, in words; names and values that are longer are told by their
    /// beginning.
    @inline(__always)
    private static func hash(_ bytes: Span<UInt8>, at offset: Int, group: Int) -> UInt64 {
        var offset = offset
        let last = offset &+ longest
        var hash = UInt64(truncatingIfNeeded: group) &* 0xD6E8_FEB8_6659_FD93
        while offset < last {
            let word = bytes.word(at: offset)
            let quotes = word.bytes(equalTo: 0x2222_2222_2222_2222)
            if quotes != 0 {
                hash = (hash ^ word & (quotes ^ (quotes &- 1))) &* 0x9E37_79B9_7F4A_7C15
                break
            }
            hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 32
            offset &+= 8
        }
        return hash ^ hash >> 29
    }

    private static let longest = 128
}

extension LiteralPool {
    /// The bytes of a literal, quote included, and eight zeros, so that it can be read as a line is.
    func bytes(of literal: Literal) -> [UInt8] {
        let start = Int(literal.start)
        let all = words[start...(start + Int(literal.fullWords))].flatMap { word in
            (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64($0 * 8)) }
        }
        return all.prefix(Int(literal.length)) + [UInt8](repeating: 0, count: 8)
    }
}
