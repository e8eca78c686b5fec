/// 512 cases, one bit each: the unit in which a block is decided. Lane 0 is the lowest bit of the first word.
///
/// Eight words make the operations of a rule cheap beside the reading of its instruction, and the masks of a policy's
/// conditions still lie in the nearest cache.
typealias Lanes = SIMD8<UInt64>

extension Lanes {
    /// How many cases a block has at most.
    static let count = 512
    /// How many words hold them.
    static let words = 8
    static let none = Lanes(repeating: 0)
    static let all = Lanes(repeating: .max)

    mutating func insert(_ lane: Int) { self[lane >> 6] |= 1 << UInt64(lane & 63) }
    mutating func remove(_ lane: Int) { self[lane >> 6] &= ~(1 << UInt64(lane & 63)) }
    func intersection(_ other: Lanes) -> Lanes { self & other }

    func contains(_ lane: Int) -> Bool { self[lane >> 6] >> UInt64(lane & 63) & 1 != 0 }

    /// How many lanes are in it.
    var population: Int { (0..<Self.words).reduce(0) { $0 + self[$1].nonzeroBitCount } }

    /// Calls the closure with each lane, ascending.
    func forEachLane(_ body: (Int) -> Void) {
        for place in 0..<Self.words {
            var word = self[place]
            while word != 0 {
                body(place << 6 + word.trailingZeroBitCount)
                word &= word - 1
            }
        }
    }
}
