/// The names and values that lines are compared with, each with the quote that ends it, in one run of words: what is
/// needed to tell one stands in one or two lines of the cache.
///
/// A spelling is known by its place: at the place stand its lengths and its target, then the mask of its last word, then
/// its words, the last cut to the mask.
struct SpellingTape: Sendable {
    private(set) var words: [UInt64] = []

    /// Adds a text, and gives its place.
    ///
    /// - Parameter target: what the text stands for: a fact, or the row or number of a value.
    mutating func add(_ text: String, target: Int) -> Int {
        let bytes = Array(text.utf8) + [UInt8(ascii: "\"")]
        let place = words.count
        let fullWords = (bytes.count - 1) / 8
        let rest = bytes.count - fullWords * 8
        let mask: UInt64 = rest == 8 ? .max : (1 << UInt64(rest * 8)) - 1
        words.append(UInt64(fullWords) | UInt64(bytes.count) << 16 | UInt64(UInt32(truncatingIfNeeded: target)) << 32)
        words.append(mask)
        let padded = bytes + [UInt8](repeating: 0, count: 8)
        for index in 0...fullWords { words.append(padded.span.word(at: index * 8)) }
        return place
    }

    /// The bytes of a spelling, quote included, and eight zeros, so that it can be read as a line is.
    func bytes(at place: Int) -> [UInt8] {
        let length = words.span.length(at: place)
        let all = words[place + 2...place + 2 + (length - 1) / 8].flatMap { word in
            (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64($0 * 8)) }
        }
        return all.prefix(length) + [UInt8](repeating: 0, count: 8)
    }
}

/// Reading the tape.
extension Span<UInt64> {
    /// In bytes, the quote included.
    @inline(__always)
    func length(at place: Int) -> Int { Int(truncatingIfNeeded: self[place] >> 16 & 0xFFFF) }

    @inline(__always)
    func target(at place: Int) -> Int { Int(truncatingIfNeeded: self[place] >> 32) }

    /// Whether the bytes from an offset on are the spelling.
    @inline(__always)
    func matches(_ place: Int, _ bytes: Span<UInt8>, at offset: Int) -> Bool {
        var place = place
        var offset = offset
        let end = place &+ 2 &+ Int(truncatingIfNeeded: self[place] & 0xFFFF)
        let mask = self[place &+ 1]
        place &+= 2
        while place < end {
            if bytes.word(at: offset) != self[place] { return false }
            place &+= 1
            offset &+= 8
        }
        return bytes.word(at: offset) & mask == self[place]
    }
}
