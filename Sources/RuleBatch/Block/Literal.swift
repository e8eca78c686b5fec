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
    private let literals: [Literal]
    /// Places in ``literals``, −1 where nothing stands.
    private var places: [Int32]
    private let mask: UInt64

    /// - Parameter entries: what to find, each with the group it is looked for in.
    init(_ entries: [(group: Int, literal: Literal)], in pool: LiteralPool) {
        literals = entries.map(\.literal)
        var size = 16
        while size < entries.count * 4 { size *= 2 }
        mask = UInt64(size - 1)
        places = Array(repeating: -1, count: size)
        for (place, entry) in entries.enumerated() {
            let bytes = pool.bytes(of: entry.literal)
            let length = Int(entry.literal.length) - 1
            var slot = Int(Self.hash(bytes.span, at: 0, length: length, group: entry.group) & mask)
            while places[slot] >= 0 { slot = (slot + 1) & Int(mask) }
            places[slot] = Int32(place)
        }
    }

    /// The place of the entry whose text stands at an offset; the groups of equal texts are told apart by the caller's
    /// `accepts`.
    @inline(__always)
    func find(
        _ bytes: Span<UInt8>, at offset: Int, length: Int, group: Int, in pool: LiteralPool,
        accepts: (Int) -> Bool
    ) -> Int? {
        var slot = Int(Self.hash(bytes, at: offset, length: length, group: group) & mask)
        while places[slot] >= 0 {
            let place = Int(places[slot])
            let literal = literals[place]
            if Int(literal.length) == length &+ 1, pool.matches(literal, bytes, at: offset), accepts(place) {
                return place
            }
            slot = (slot &+ 1) & Int(mask)
        }
        return nil
    }

    /// Of the first and last eight bytes, the length and the group.
    @inline(__always)
    private static func hash(_ bytes: Span<UInt8>, at offset: Int, length: Int, group: Int) -> UInt64 {
        let first = bytes.word(at: offset).prefix(length)
        let last = length > 8 ? bytes.word(at: offset &+ length &- 8) : 0
        let mixed =
            (first ^ (last &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(truncatingIfNeeded: length) << 56)
            &+ UInt64(truncatingIfNeeded: group) &* 0xD6E8_FEB8_6659_FD93
        let spread = (mixed ^ mixed >> 32) &* 0x94D0_49BB_1331_11EB
        return spread ^ spread >> 29
    }
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
