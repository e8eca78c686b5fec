/// « Vouliez-vous dire …? »: the likeliest of the allowed words for a mistyped one.
package enum Spelling {
    /// The nearest candidate, or nil when none is near: first the same but for accents, apostrophes, spaces and case,
    /// then by edit distance (optimal string alignment), at most a third of the word and none of one or two letters.
    ///
    /// A word that another one begins with a prefix is not near it: « irrecevable » does not stand for « recevable ».
    package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        let bare = normal(word)
        // Longer than any name, a word is no slip for one, and would take long to compare.
        let limit = bare.count <= 2 * Limits.nameLength ? bare.count / 3 : 0
        var best: (distance: Int, candidate: String)?
        for candidate in candidates {
            let other = normal(candidate)
            if other == bare { return candidate }
            guard limit > 0, abs(other.count - bare.count) <= limit, !isPrefixed(bare, other) else { continue }
            let distance = distance(bare, other, limit: limit)
            guard distance <= limit else { continue }
            if let found = best, (found.distance, found.candidate) <= (distance, candidate) { continue }
            best = (distance, candidate)
        }
        return best?.candidate
    }

    private static func normal(_ word: String) -> [Unicode.Scalar] {
        NameKey.bare(word).unicodeScalars.filter { !separators.contains($0) }
    }

    /// Whether one word is the other after a prefix of two letters or more.
    private static func isPrefixed(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
        let (short, long) = a.count < b.count ? (a, b) : (b, a)
        return long.count - short.count >= 2 && long.suffix(short.count).elementsEqual(short)
    }

    private static let separators: Set<Unicode.Scalar> = [" ", "\u{A0}", "-", "_", "\u{2010}", "\u{2011}", "\u{200B}"]

    /// Insertions, deletions, substitutions and swaps of neighbours.
    private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], limit: Int) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for i in 1...max(1, a.count) where i <= a.count {
            var row = [i]
            for j in 1...max(1, b.count) where j <= b.count {
                var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, beforeLast[j - 2] + 1) }
                row.append(cost)
            }
            if row.allSatisfy({ $0 > limit }) { return limit + 1 }
            (beforeLast, last) = (last, row)
        }
        return last[b.count]
    }
}
