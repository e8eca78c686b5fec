import RuleModel

/// A set of facts of one rule set, as bits.
struct FactGroup: Hashable, Sendable {
    private var words: [UInt64] = []

    init() {}

    init(_ facts: some Sequence<FactID>) { for fact in facts { insert(fact) } }

    mutating func insert(_ fact: FactID) {
        let word = fact.position >> 6
        if word >= words.count { words += Array(repeating: 0, count: word + 1 - words.count) }
        words[word] |= 1 << (fact.position & 63)
    }

    mutating func formUnion(_ other: FactGroup) {
        if other.words.count > words.count {
            words += Array(repeating: 0, count: other.words.count - words.count)
        }
        for (place, word) in other.words.enumerated() { words[place] |= word }
    }

    func intersection(_ other: FactGroup) -> FactGroup {
        var result = FactGroup()
        result.words = zip(words, other.words).map { $0 & $1 }
        return result
    }

    func isDisjoint(with other: FactGroup) -> Bool { zip(words, other.words).allSatisfy { $0 & $1 == 0 } }

    func contains(_ fact: FactID) -> Bool {
        let word = fact.position >> 6
        return word < words.count && words[word] & 1 << (fact.position & 63) != 0
    }

    mutating func remove(_ fact: FactID) {
        if contains(fact) { words[fact.position >> 6] &= ~(1 << (fact.position & 63)) }
    }

    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// Ascending.
    var facts: [FactID] {
        words.enumerated().flatMap { place, word in
            (0..<64).filter { word & 1 << $0 != 0 }.map { FactID(place << 6 + $0) }
        }
    }
}
