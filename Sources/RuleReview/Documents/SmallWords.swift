/// Words that are so short that scans run them together with their neighbours: « Laplainte » is « La plainte ».
enum SmallWords {
    /// Without accents, all thin strokes as `l`; `e` and `o` are bullets.
    private static let words: Set<String> = [
        "a", "au", "aux", "c", "ce", "ces", "d", "de", "des", "du", "e", "en", "et", "j", "l", "la", "le", "les", "m",
        "n", "ne", "o", "ou", "par", "pour", "qu", "que", "s", "sa", "se", "ses", "son", "sur", "un", "une", "y",
    ]

    /// Whether letters are a small word, the number of a note, or none.
    static func contain(_ letters: ArraySlice<UInt32>) -> Bool {
        guard letters.count <= 4 else { return false }
        if letters.allSatisfy({ (0x30...0x39).contains($0) }) { return true }
        return words.contains(String(String.UnicodeScalarView(letters.compactMap(Unicode.Scalar.init))))
    }
}
