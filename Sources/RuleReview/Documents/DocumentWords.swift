import SourceText

/// The words of a document, to find the passage nearest to an extract that is not there.
struct DocumentWords {
    /// A passage that shares words with an extract, and how they differ.
    struct Nearest {
        /// UTF-8 offsets in the document.
        let bytes: Range<Int>
        /// In the order of the text.
        let differences: [Difference]
    }

    /// Words of the extract and the words that the document has in their place; one of the two may be empty.
    struct Difference: Equatable {
        let extract: String
        let document: String
    }

    private struct Word {
        let key: Int
        let bytes: Range<Int>
        let text: String
    }

    private let words: [Word]
    private let numbers: [String: Int]

    init(_ bytes: [UInt8]) {
        var numbers: [String: Int] = [:]
        words = Self.tokens(of: bytes).map { token in
            let next = numbers.count
            let number = numbers[token.key, default: next]
            numbers[token.key] = number
            return Word(key: number, bytes: token.bytes, text: token.text)
        }
        self.numbers = numbers
    }

    /// The passage that shares most words with the extract; nil when fewer than two fifths are shared.
    ///
    /// - Complexity: linear in the words of the document, quadratic in those of the extract.
    func nearest(to extract: String) -> Nearest? {
        let text = ExtractMatcher.parts(of: extract).joined(separator: " ")
        let wanted = Self.tokens(of: Array(text.utf8))
        let keys = wanted.map { numbers[$0.key] ?? -1 }
        guard !keys.isEmpty, let start = bestWindow(keys) else { return nil }
        let margin = keys.count / 4 + 2
        let window = max(0, start - margin)..<min(words.count, start + keys.count + margin)
        let pairs = Self.commonPlaces(keys, words[window].map(\.key))
        guard let first = pairs.first, let last = pairs.last else { return nil }
        let from = max(window.lowerBound, window.lowerBound + first.1 - first.0)
        let through = min(window.upperBound - 1, window.lowerBound + last.1 + (keys.count - 1 - last.0))
        let differences = differences(wanted.map(\.text), pairs, window, from...max(from, through))
        return Nearest(
            bytes: words[from].bytes.lowerBound..<words[max(from, through)].bytes.upperBound, differences: differences)
    }

    /// Where the run of as many words begins that shares most.
    private func bestWindow(_ keys: [Int]) -> Int? {
        var wanted: [Int: Int] = [:]
        for key in keys { wanted[key, default: 0] += 1 }
        var shared = 0
        var best = (shared: 0, start: 0)
        var balance = wanted
        for place in words.indices {
            if let left = balance[words[place].key] {
                if left > 0 { shared += 1 }
                balance[words[place].key] = left - 1
            }
            let gone = place - keys.count
            if gone >= 0, let left = balance[words[gone].key] {
                if left >= 0 { shared -= 1 }
                balance[words[gone].key] = left + 1
            }
            if shared > best.shared { best = (shared, max(0, gone + 1)) }
        }
        return best.shared * 5 >= keys.count * 2 ? best.start : nil
    }

    /// A longest common subsequence, as pairs of places.
    private static func commonPlaces(_ a: [Int], _ b: [Int]) -> [(Int, Int)] {
        var lengths = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
        for i in a.indices.reversed() {
            for j in b.indices.reversed() {
                lengths[i][j] =
                    a[i] == b[j] ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
            }
        }
        var pairs: [(Int, Int)] = []
        var (i, j) = (0, 0)
        while i < a.count, j < b.count {
            if a[i] == b[j] {
                pairs.append((i, j))
                (i, j) = (i + 1, j + 1)
            } else if lengths[i + 1][j] >= lengths[i][j + 1] {
                i += 1
            } else {
                j += 1
            }
        }
        return pairs
    }

    private func differences(
        _ extract: [String], _ pairs: [(Int, Int)], _ window: Range<Int>, _ passage: ClosedRange<Int>
    ) -> [Difference] {
        var differences: [Difference] = []
        var here = 0
        var there = passage.lowerBound
        for (a, b) in pairs.map({ ($0.0, window.lowerBound + $0.1) }) + [(extract.count, passage.upperBound + 1)] {
            let wanted = extract[here..<max(here, a)].joined(separator: " ")
            let found = words[there..<max(there, min(b, words.count))].map(\.text).joined(separator: " ")
            if !wanted.isEmpty || !found.isEmpty { differences.append(.init(extract: wanted, document: found)) }
            (here, there) = (a + 1, max(there, b + 1))
        }
        return differences
    }

    /// Words with their folded forms: without accents and case, thin strokes as one letter.
    private static func tokens(of bytes: [UInt8]) -> [(key: String, text: String, bytes: Range<Int>)] {
        var tokens: [(key: String, text: String, bytes: Range<Int>)] = []
        var word = ""
        var start = 0
        var offset = 0
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars + ["\n"] {
            if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "|" {
                if word.isEmpty { start = offset }
                word.unicodeScalars.append(scalar)
            } else if !word.isEmpty {
                tokens.append((key(of: word), word, start..<offset))
                word = ""
            }
            offset += UTF8.width(scalar)
        }
        return tokens
    }

    private static func key(of word: String) -> String {
        String(
            String.UnicodeScalarView(
                NameKey.bare(word).unicodeScalars.map { "i1|".unicodeScalars.contains($0) ? "l" : $0 }))
    }
}
