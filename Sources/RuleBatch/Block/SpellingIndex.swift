/// Finds a spelling by the bytes of a line: open addressing over a table at most a quarter full.
struct SpellingIndex: Sendable {
    /// By slot: the place of a spelling in the tape, and the group it is looked for in; −1 where nothing stands.
    private var places: [Int32]
    private var groups: [Int32]
    private let mask: UInt64

    /// - Parameter spellings: places in the tape, each with the group it is looked for in.
    init(_ spellings: [(group: Int, place: Int)], in tape: SpellingTape) {
        var size = 16
        while size < spellings.count * 4 { size *= 2 }
        mask = UInt64(size - 1)
        places = Array(repeating: -1, count: size)
        groups = places
        for (group, place) in spellings {
            var slot = Int(Self.hash(tape.bytes(at: place).span, at: 0, group: group) & mask)
            while places[slot] >= 0 { slot = (slot + 1) & Int(mask) }
            places[slot] = Int32(place)  // bounded: a place of the vocabulary (Limits.nodes)
            groups[slot] = Int32(group)  // bounded: a place of the vocabulary (Limits.nodes)
        }
    }

    /// The place of the spelling of the group that stands at an offset.
    @inline(__always)
    func find(_ bytes: Span<UInt8>, at offset: Int, group: Int, in tape: Span<UInt64>) -> Int? {
        let places = places.span
        let groups = groups.span
        var slot = Int(truncatingIfNeeded: Self.hash(bytes, at: offset, group: group) & mask)
        while places[slot] >= 0 {
            let place = Int(places[slot])
            if Int(groups[slot]) == group, tape.matches(place, bytes, at: offset) { return place }
            slot = (slot &+ 1) & Int(truncatingIfNeeded: mask)
        }
        return nil
    }

    /// Of the bytes up to the first quote, included, in words. What is longer is told by its beginning.
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
