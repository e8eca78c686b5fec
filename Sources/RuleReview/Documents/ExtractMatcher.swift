/// Where an extract stands in a scanned document.
struct FoundPassage {
    /// UTF-8 offsets in the document; from the first part to the last where the extract has omissions.
    let bytes: Range<Int>
    /// How many letters the scan lost or doubled.
    let slips: Int
}

/// Finds extracts in one document (language, section 8), whatever the accents, case, spacing, punctuation or noise of
/// the scan. Words count: no word of the extract may be another one, be left out or added, but at an omission `[…]`.
///
/// - Complexity: an extract costs about the occurrences of its first letters in the document.
struct ExtractMatcher {
    let document: ScannedText
    /// Where each run of four signs begins.
    private let places: [UInt64: [Int]]

    init(_ document: ScannedText) {
        self.document = document
        var places: [UInt64: [Int]] = [:]
        for start in document.signs.indices {
            if let key = Self.key(document.signs, start) { places[key, default: []].append(start) }
        }
        self.places = places
    }

    /// The passage; the first of those with the fewest slips.
    ///
    /// - Parameter preferred: bytes where it should be, when a source names its section: they come first.
    func find(_ extract: String, preferably preferred: Range<Int>? = nil) -> FoundPassage? {
        let parts = Self.parts(of: extract).map { ScannedText(Array($0.utf8)) }.filter { !$0.signs.isEmpty }
        guard let first = parts.first else { return nil }
        let starts = starts(of: first)
        // Most extracts are there without a slip, and looking for slips takes longer.
        for allowsSlips in [false, true] {
            var best: FoundPassage?
            for start in starts {
                guard let passage = match(parts, at: start, allowsSlips) else { continue }
                if let best, !isBetter(passage, than: best, preferred) { continue }
                best = passage
            }
            if let best { return best }
        }
        return nil
    }

    /// An extract without its omissions: `[…]`, `[...]`, `(…)`, `…`.
    static func parts(of extract: String) -> [String] {
        var text = extract
        for mark in ["[…]", "(…)", "[...]", "(...)", "…", "..."] { text = text.replacing(mark, with: "\n\u{0}\n") }
        return text.split(separator: "\u{0}").map(String.init)
    }

    private func isBetter(_ passage: FoundPassage, than other: FoundPassage, _ preferred: Range<Int>?) -> Bool {
        if let preferred {
            let (here, there) = (
                preferred.contains(passage.bytes.lowerBound), preferred.contains(other.bytes.lowerBound)
            )
            if here != there { return here }
        }
        return (passage.slips, passage.bytes.count) < (other.slips, other.bytes.count)
    }

    // MARK: One extract

    private func starts(of part: ScannedText) -> [Int] {
        guard let key = Self.key(part.signs, 0) else {
            let first = part.signs.first?.value
            return document.signs.indices.filter { document.signs[$0].value == first }
        }
        return places[key] ?? []
    }

    /// The first signs as one number; `ç`, `c` and `g` are one. Nil near the end.
    private static func key(_ signs: [ScannedText.Sign], _ start: Int) -> UInt64? {
        guard start + 4 <= signs.count else { return nil }
        return signs[start..<start + 4].reduce(0) { $0 << 16 | UInt64(truncatingIfNeeded: normal($1.value) & 0xFFFF) }
    }

    private static func normal(_ sign: UInt32) -> UInt32 { sign == cedilla || sign == 0x67 ? 0x63 : sign }

    private func match(_ parts: [ScannedText], at start: Int, _ allowsSlips: Bool) -> FoundPassage? {
        guard let first = parts.first, let head = end(of: first, from: start, allowsSlips) else { return nil }
        var (end, slips) = head
        for part in parts.dropFirst() {
            guard
                let next = starts(of: part).lazy.filter({ $0 >= end }).compactMap({
                    self.end(of: part, from: $0, allowsSlips)
                })
                .first
            else { return nil }
            end = next.end
            slips += next.slips
        }
        let bytes = Int(document.signs[start].start)..<Int(document.signs[end - 1].end)
        return FoundPassage(bytes: bytes, slips: slips)
    }

    /// Where the part ends that begins at a sign of the document, if it is there.
    private func end(of part: ScannedText, from start: Int, _ allowsSlips: Bool) -> (end: Int, slips: Int)? {
        let allowed = allowsSlips ? 1 + part.signs.count / Self.signsForOneSlip : 0
        var walk = PassageWalk(part, document)
        guard mayBegin(part, at: start) else { return nil }
        for slips in 0...allowed {
            if let end = walk.end(0, start, slips), mayEnd(part, at: end) { return (end, slips) }
        }
        return nil
    }

    /// Whether a word begins there, or a long one that the scan ran together with the word before.
    private func mayBegin(_ part: ScannedText, at start: Int) -> Bool {
        guard let first = part.signs.first else { return false }
        let sign = document.signs[start]
        let word = document.words[Int(sign.word)]
        // The strokes that the extract has there are its own.
        let before = word.letters[..<Int(sign.place)].droppingStrokes(Int(first.strokes), fromEnd: true)
        if word.isNumber { return sign.place == 0 }
        if before.isEmpty || SmallWords.contain(before) { return true }
        return before.count > Self.longestPrefix && part.words[Int(first.word)].letters.count > Self.longestEnding
    }

    private func mayEnd(_ part: ScannedText, at end: Int) -> Bool {
        guard let last = part.signs.last else { return false }
        let sign = document.signs[end - 1]
        let word = document.words[Int(sign.word)]
        let after = word.letters[Int(sign.place + 1)...].droppingStrokes(Int(part.trailingStrokes), fromEnd: false)
        if word.isNumber { return Int(sign.place) == word.letters.count - 1 }
        if after.isEmpty || SmallWords.contain(after) { return true }
        return after.count > Self.longestSuffix && part.words[Int(last.word)].letters.count > Self.longestEnding
    }

    /// In letters: « irrecevable » does not hold « recevable ».
    private static let longestPrefix = 4
    /// « requêtes » does not end with « Les ».
    private static let longestEnding = 3
    /// « gestionnaire » does not hold « gestion ».
    private static let longestSuffix = 5

    /// One letter lost or doubled in about a line and a half.
    private static let signsForOneSlip = 100
}

/// Compares an extract with the document from one place on.
private struct PassageWalk {
    private let part: [ScannedText.Sign]
    private let text: [ScannedText.Sign]
    private let trailing: Int32

    init(_ part: ScannedText, _ document: ScannedText) {
        self.part = part.signs
        text = document.signs
        trailing = part.trailingStrokes
    }

    /// The place after the last sign, with at most so many slips. Recursion is as deep as the slips.
    mutating func end(_ first: Int, _ start: Int, _ slips: Int) -> Int? {
        var (here, there) = (first, start)
        while here < part.count {
            guard there < text.count else { return nil }
            if let taken = taken(here, there) {
                (here, there) = (here + 1, there + taken)
                continue
            }
            guard slips > 0 else { return nil }
            if text[there].isInsideLongWord, let end = end(here, there + 1, slips - 1) { return end }
            if part[here].isInsideLongWord, let end = end(here + 1, there, slips - 1) { return end }
            return nil
        }
        return there
    }

    /// How many signs of the document stand for one of the extract; nil when it is another.
    private func taken(_ here: Int, _ there: Int) -> Int? {
        let (wanted, found) = (part[here], text[there])
        let missing = wanted.strokes - found.strokes
        // At the beginning the strokes may belong to the text before.
        guard missing <= 1, here == 0 || missing >= -1 else { return nil }
        if wanted.value == found.value { return 1 }
        let next = there + 1 < text.count ? text[there + 1].value : 0
        switch (wanted.value, found.value) {
        case (cedilla, 0x67) where next == 0x63: return 2
        case (cedilla, 0x63), (cedilla, 0x67), (0x63, cedilla): return 1
        // « rn » for « m ».
        case (0x6D, 0x72) where next == 0x6E: return 2
        default: return nil
        }
    }
}

extension ArraySlice<UInt32> {
    /// Without thin strokes at one of its ends, at most as many as given.
    fileprivate func droppingStrokes(_ count: Int, fromEnd: Bool) -> ArraySlice<UInt32> {
        var rest = self
        for _ in 0..<count {
            guard (fromEnd ? rest.last : rest.first) == 0x6C else { break }
            if fromEnd { rest.removeLast() } else { rest.removeFirst() }
        }
        return rest
    }
}
