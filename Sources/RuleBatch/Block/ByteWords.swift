/// Eight bytes at a time: texts are compared and searched in words of 64 bits, which needs no library and no unsafe code.
extension Span<UInt8> {
    /// The eight bytes from an offset, the first lowest; zero past the end. The compiler makes one load of it.
    @inline(__always)
    func word(at offset: Int) -> UInt64 {
        guard offset >= 0, offset <= count &- 8 else { return 0 }
        return UInt64(self[offset]) | UInt64(self[offset &+ 1]) << 8 | UInt64(self[offset &+ 2]) << 16
            | UInt64(self[offset &+ 3]) << 24 | UInt64(self[offset &+ 4]) << 32 | UInt64(self[offset &+ 5]) << 40
            | UInt64(self[offset &+ 6]) << 48 | UInt64(self[offset &+ 7]) << 56
    }

    /// The byte at an offset; zero past the end, which no token is.
    @inline(__always)
    func byte(at offset: Int) -> UInt8 { offset >= 0 && offset < count ? self[offset] : 0 }

    /// The offset of the first byte from `start` on that is a quote, a backslash or a control character.
    @inline(__always)
    func endOfPlain(from start: Int) -> Int {
        var offset = start
        while offset < count {
            let word = word(at: offset)
            let hits =
                word.bytes(equalTo: 0x2222_2222_2222_2222) | word.bytes(equalTo: 0x5C5C_5C5C_5C5C_5C5C)
                | word.controls
            if hits != 0 { return offset &+ hits.trailingZeroBitCount >> 3 }
            offset &+= 8
        }
        return offset
    }

    /// The offset of the first byte from `start` on that is no blank of JSON.
    @inline(__always)
    func afterBlanks(from start: Int) -> Int {
        var offset = start
        while byte(at: offset) <= 0x20, byte(at: offset).isBlankOfALine { offset &+= 1 }
        return offset
    }
}

extension UInt8 {
    /// Space, tab or CR; a line has no LF.
    fileprivate var isBlankOfALine: Bool { self == 0x20 || self == 0x09 || self == 0x0D }
}

/// Marks of bytes: the highest bit of each; those above a true mark may be wrong, the lowest is exact (Warren,
/// "Hacker's Delight", section 6-1).
extension UInt64 {
    @inline(__always)
    func bytes(equalTo pattern: UInt64) -> UInt64 {
        let difference = self ^ pattern
        return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
    }

    /// Bytes below space.
    @inline(__always)
    var controls: UInt64 { (self &- 0x2020_2020_2020_2020) & ~self & 0x8080_8080_8080_8080 }

    /// The lowest bytes alone, up to 8 of them.
    @inline(__always)
    func prefix(_ count: Int) -> UInt64 { count >= 8 ? self : self & ((1 << UInt64(count << 3)) &- 1) }
}
