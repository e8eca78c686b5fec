import SourceText

/// A text reduced to what a scan does not change: the letters and digits, without accents, case, spaces, punctuation
/// and line ends; `I`, `l`, `1` and `|`, which a scan takes for each other and loses, are only counted.
///
///     « de 'lmmigration »  ─►  d e m m g r a t o n   with 1 thin stroke before the first m, 1 before the r…
struct ScannedText {
    /// A letter or digit that a scan keeps.
    struct Sign {
        let value: UInt32
        /// How many thin strokes (`i`, `l`, `1`, `|`, `!`) stand before it, after the sign before.
        let strokes: Int32
        /// Where it stands in the bytes of the text.
        let start: Int32
        let end: Int32
        /// Whether a letter may be missing or doubled here: inside a long word, not at its beginning.
        let isInsideLongWord: Bool
        /// Its word, in ``ScannedText/words``, and its place there.
        let word: Int32
        let place: Int32
    }

    /// Letters that stand together, all thin strokes as `l`.
    struct Word {
        let letters: [UInt32]
        let isNumber: Bool
    }

    let signs: [Sign]
    let words: [Word]
    /// Thin strokes after the last sign.
    let trailingStrokes: Int32

    /// - Parameter isDocument: whether bullets and marks of notes are to be passed over.
    /// - Complexity: linear in the bytes.
    init(_ bytes: some RandomAccessCollection<UInt8>, isDocument: Bool = false) {
        var folder = SignFolder(isDocument: isDocument)
        var tokens = ScanTokens(bytes)
        while let token = tokens.next() { folder.add(token) }
        signs = folder.signs
        words = folder.words
        trailingStrokes = folder.strokes
    }
}

/// The sign of the letter `ç`, which a scan reads as `c`, `g` or both.
let cedilla: UInt32 = 0xE7

/// Letters and digits that stand together.
struct ScanToken {
    struct Letter: Equatable {
        let value: UInt32
        let start: Int32
        let end: Int32

        /// Whether a scan takes it for another thin stroke.
        var isStroke: Bool {
            switch value {
            case 0x69, 0x6C, 0x31, 0x7C: true
            default: false
            }
        }

        var isDigit: Bool { (0x30...0x39).contains(value) }
    }

    var letters: [Letter] = []
    /// Whether it is the first of its line.
    let beginsLine: Bool
    let isFollowedBySpace: Bool
}

/// Cuts a text into tokens of folded letters.
private struct ScanTokens {
    private var scalars: [(scalar: Unicode.Scalar, start: Int32)] = []
    private var position = 0
    private var isLineBeginning = true
    private let count: Int32

    init(_ bytes: some RandomAccessCollection<UInt8>) {
        var offset: Int32 = 0
        scalars.reserveCapacity(bytes.count)
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            scalars.append((scalar, offset))
            offset += Int32(UTF8.width(scalar))
        }
        count = offset
    }

    mutating func next() -> ScanToken? {
        while position < scalars.count, !Self.isKept(scalars[position].scalar) {
            switch scalars[position].scalar {
            // A word cut in two goes on in the next line.
            case "\n": isLineBeginning = position == 0 || scalars[position - 1].scalar != "-"
            case "\u{C}": isLineBeginning = true
            default: break
            }
            position += 1
        }
        guard position < scalars.count else { return nil }
        var letters: [ScanToken.Letter] = []
        while position < scalars.count, Self.isKept(scalars[position].scalar) {
            let start = scalars[position].start
            let end = position + 1 < scalars.count ? scalars[position + 1].start : count
            for value in FoldedScalar.letters(of: scalars[position].scalar) {
                letters.append(.init(value: value, start: start, end: end))
            }
            position += 1
        }
        let isSpace = position < scalars.count && Visible.isSpace(scalars[position].scalar)
        defer { isLineBeginning = false }
        return ScanToken(letters: letters, beginsLine: isLineBeginning, isFollowedBySpace: isSpace)
    }

    private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            switch scalar.value {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x7C: return true
            default: return false
            }
        }
        return scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
    }
}

/// A character without accents and case.
enum FoldedScalar {
    static func letters(of scalar: Unicode.Scalar) -> [UInt32] {
        switch scalar.value {
        case 0x41...0x5A: [scalar.value + 0x20]
        case 0..<0x80: [scalar.value]
        case 0xC7, 0xE7: [cedilla]
        case 0x152, 0x153: [0x6F, 0x65]
        case 0xC6, 0xE6: [0x61, 0x65]
        // Ligatures of printers: ﬀ ﬁ ﬂ ﬃ ﬄ.
        case 0xFB00...0xFB04:
            [[0x66, 0x66], [0x66, 0x69], [0x66, 0x6C], [0x66, 0x66, 0x69], [0x66, 0x66, 0x6C]][
                Int(scalar.value) - 0xFB00]
        default:
            NameKey.bare(String(scalar)).unicodeScalars.filter {
                $0.properties.generalCategory != .nonspacingMark
            }.map(\.value)
        }
    }
}

/// Turns tokens into signs.
private struct SignFolder {
    let isDocument: Bool
    private(set) var signs: [ScannedText.Sign] = []
    private(set) var words: [ScannedText.Word] = []
    private(set) var strokes: Int32 = 0

    init(isDocument: Bool) { self.isDocument = isDocument }

    mutating func add(_ token: ScanToken) {
        if isDocument, token.isBullet { return }
        if let (number, word) = token.leadingNumber {
            add(number)
            return add(word)
        }
        let letters = token.isNumber ? token.letters[...] : token.letters.withoutNoteMark
        let isLong = !token.isNumber && letters.count >= Self.longWord
        for (place, letter) in letters.enumerated() {
            if letter.isStroke, !token.isNumber {
                strokes += 1
                continue
            }
            let value = token.isNumber ? letter.asDigit : letter.asLetter
            signs.append(
                .init(
                    value: value, strokes: strokes, start: letter.start, end: letter.end,
                    isInsideLongWord: isLong && place > Self.prefix,
                    word: Int32(words.count), place: Int32(place)))
            strokes = 0
        }
        words.append(.init(letters: letters.map { $0.isStroke ? 0x6C : $0.value }, isNumber: token.isNumber))
    }

    /// In letters: « irr- », « ill- » and « imm- » turn a word into its contrary.
    private static let prefix = 3
    /// In letters: shorter words are too often another word when a letter is missing.
    private static let longWord = 6
}

extension ScanToken {
    /// Whether it is a number, were its `1`s read as letters: a digit other than `1`, and else only thin strokes.
    fileprivate var isNumber: Bool {
        letters.contains { $0.isDigit && !$0.isStroke } && letters.allSatisfy { $0.isDigit || $0.isStroke }
    }

    /// The number that the scan ran together with the word after it: `07juin`.
    fileprivate var leadingNumber: (number: ScanToken, word: ScanToken)? {
        let digits = letters.prefix { $0.isDigit }
        guard digits.count > 1, digits.count < letters.count, !letters.allSatisfy({ $0.isDigit || $0.isStroke }) else {
            return nil
        }
        return (
            ScanToken(letters: Array(digits), beginsLine: beginsLine, isFollowedBySpace: true),
            ScanToken(letters: Array(letters[digits.count...]), beginsLine: false, isFollowedBySpace: isFollowedBySpace)
        )
    }

    /// Whether it is what a scan makes of a bullet: `e`, `o` or `¢` alone at the beginning of a line.
    fileprivate var isBullet: Bool {
        guard beginsLine, isFollowedBySpace, letters.count == 1, let only = letters.first else { return false }
        return only.value == 0x65 || only.value == 0x6F
    }
}

extension ScanToken.Letter {
    /// In a number every thin stroke is a `1`.
    fileprivate var asDigit: UInt32 { isStroke ? 0x31 : value }

    /// In a word a zero is an `o`.
    fileprivate var asLetter: UInt32 { value == 0x30 ? 0x6F : value }
}

extension [ScanToken.Letter] {
    /// The word without the number of a note at its end.
    fileprivate var withoutNoteMark: ArraySlice<ScanToken.Letter> {
        guard let first, !first.isDigit, let end = lastIndex(where: { !$0.isDigit }) else { return self[...] }
        return self[...end]
    }
}
