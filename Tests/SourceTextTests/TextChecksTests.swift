import SourceText
import Testing

@Suite("Bytes at the door")
struct TextChecksTests {
    private static let file = FileID(index: 0)

    private func problems(_ bytes: [UInt8], _ accepted: TextChecks.Accepted = .visibleText) -> [Diagnostic] {
        TextChecks.problems(in: bytes, of: Self.file, accepting: accepted)
    }

    private func spaced(_ text: String?) -> String { (text ?? "").replacing("\u{A0}", with: " ") }

    /// Language, section 1: what is refused, and how it is described.
    static let forbidden: [(scalars: [ClosedRange<UInt32>], what: String)] = [
        ([0x00...0x08, 0x0B...0x0C, 0x0E...0x1F, 0x7F...0x84, 0x86...0x9F], "un caractère de commande invisible"),
        ([0x0D...0x0D], "un retour de chariot sans saut de ligne"),
        ([0x85...0x85, 0x2028...0x2029], "un saut de ligne que peu de logiciels montrent"),
        ([0x202A...0x202E, 0x2066...0x2069], "qui inverse le sens du texte et peut en cacher une partie"),
        ([0xFEFF...0xFEFF], "une marque d’ordre des octets ailleurs qu’au tout début du fichier"),
    ]

    @Test("each forbidden character, wherever it stands, with its place", arguments: forbidden)
    func refused(_ row: (scalars: [ClosedRange<UInt32>], what: String)) throws {
        for value in row.scalars.joined() {
            let scalar = try #require(Unicode.Scalar(value))
            let text = "é: a" + String(String.UnicodeScalarView([scalar])) + "b\n"
            let found = problems(Array(text.utf8))
            #expect(found.map(\.code) == [.forbiddenCharacter], "U+\(String(value, radix: 16))")
            #expect(found.first?.range.start == 5 && found.first?.range.end == 5 + UInt32(UTF8.width(scalar)))
            #expect(found.first?.message == "le caractère \(Visible.codePoint(scalar)), \(row.what), n’est pas permis")
            #expect(problems(Array(text.utf8), .anyCharacter) == [])
        }
    }

    @Test("everything else is accepted")
    func accepted() {
        let refused = Set(Self.forbidden.flatMap(\.scalars).joined()).union([0xFFFE, 0xFFFF])
        var wrong: [UInt32] = []
        for value in UInt32(0)...0x10_FFFF {
            guard let scalar = Unicode.Scalar(value), !refused.contains(value) else { continue }
            if TextChecks.isForbidden(scalar) { wrong.append(value) }
        }
        #expect(wrong == [])
        let kept = "\u{FEFF}a\tb\r\nc\n\u{A0}\u{202F}\u{200B}\u{200D}\u{AD}é日😀\u{10FFFF}\u{E000}"
        #expect(problems(Array(kept.utf8)) == [])
        #expect(problems([]) == [])
    }

    @Test(
        "a carriage return stands only before a line feed",
        arguments: [
            ("a\r\nb", 0), ("a\r\n", 0), ("a\rb", 1), ("a\r", 1), ("\r\r\n", 1), ("a\n\r", 1),
        ])
    func carriageReturns(_ text: String, _ count: Int) {
        #expect(problems(Array(text.utf8)).count == count)
    }

    @Test(
        "bytes that are not UTF-8",
        arguments: [
            ([0x61, 0xFF], 1), ([0xE9], 0), ([0x61, 0xE9, 0x62], 1), ([0xC0, 0x80], 0), ([0xC1, 0xBF], 0),
            ([0xE0, 0x80, 0x80], 0),
            ([0xED, 0xA0, 0x80], 0), ([0xED, 0xBF, 0xBF], 0), ([0xF0, 0x80, 0x80, 0x80], 0),
            ([0xF4, 0x90, 0x80, 0x80], 0),
            ([0xF5, 0x80, 0x80, 0x80], 0), ([0x80], 0), ([0x61, 0xC3], 1), ([0xE2, 0x82], 0), ([0xF0, 0x9F, 0x98], 0),
            ([0xC3, 0x28], 0), ([0xE2, 0x28, 0xA1], 0),
        ] as [([UInt8], UInt32)])
    func invalid(_ bytes: [UInt8], _ offset: UInt32) {
        for accepted in [TextChecks.Accepted.visibleText, .anyCharacter] {
            let found = problems(bytes, accepted)
            #expect(found.first?.code == .encoding)
            #expect(found.first?.range.start == offset)
            let digits = String(bytes[Int(offset)], radix: 16, uppercase: true)
            #expect(found.first?.message == "l’octet 0x\(digits) ne forme pas un caractère UTF-8")
        }
    }

    @Test("the decoding of every character is that of the standard library")
    func decoding() {
        var wrong: [UInt32] = []
        for value in UInt32(0)...0x10_FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let bytes = Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            guard let (decoded, length) = UTF8Decoding.scalar(in: bytes, at: 0), decoded == scalar,
                length == bytes.count
            else {
                wrong.append(value)
                continue
            }
        }
        #expect(wrong == [])
    }

    @Test("invalid bytes are those that the standard library refuses")
    func agreement() {
        var random = SystemRandomNumberGenerator()
        let pool: [UInt8] = [
            0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5,
        ]
        var valid = 0
        for _ in 0..<30_000 {
            let bytes = (0..<Int.random(in: 1...5, using: &random)).compactMap { _ in pool.randomElement(using: &random)
            }
            let expected = String(validating: bytes, as: UTF8.self) != nil
            #expect(problems(bytes, .anyCharacter).isEmpty == expected, "\(bytes)")
            valid += expected ? 1 : 0
        }
        #expect(valid > 1000)
    }

    @Test(
        "UTF-16 is recognised, marked or not",
        arguments: [
            [0xFF, 0xFE, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x61], [0x61, 0x00, 0x62, 0x00], [0x00, 0x61, 0x00, 0x62],
            [0xFF, 0xFE],
        ] as [[UInt8]])
    func utf16(_ bytes: [UInt8]) {
        for accepted in [TextChecks.Accepted.visibleText, .anyCharacter] {
            #expect(problems(bytes, accepted).map(\.message) == ["le fichier est en UTF-16; il doit être en UTF-8"])
        }
    }

    @Test("a few problems are enough; a file too long is not looked through")
    func limits() {
        #expect(problems([UInt8](repeating: 0x01, count: 1000)).count == 5)
        #expect(problems([UInt8](repeating: 0xFF, count: 1000)).count == 5)
        #expect(problems([UInt8](repeating: 0x61, count: Limits.fileBytes)) == [])
        let long = problems([UInt8](repeating: 0x01, count: Limits.fileBytes + 1))
        #expect(long.map(\.code) == [.limitExceeded])
        #expect(spaced(long.first?.message) == "le fichier dépasse la limite de 4 Mio")
    }

    @Test("marks do not stack without end: comparing such texts takes a time that grows with the square")
    func marks() {
        let most = Limits.stackedMarks
        func text(_ count: Int) -> String { "a: e" + String(repeating: "\u{301}", count: count) + "b" }
        for accepted in [TextChecks.Accepted.visibleText, .anyCharacter] {
            #expect(problems(Array((text(most) + text(most)).utf8), accepted) == [])
            let found = problems(Array(text(most + 1).utf8), accepted)
            #expect(found.map(\.code) == [.limitExceeded])
            #expect(found.first?.range.start == UInt32(4 + 2 * most))
            #expect(problems(Array(text(100_000).utf8), accepted).count == 1)
        }
        #expect(!TextChecks.stacksMarks(text(most)) && TextChecks.stacksMarks(text(most + 1)))
        #expect(!TextChecks.stacksMarks(String(repeating: "\u{1161}한👩🏽‍⚖️é", count: 1000)))
    }

    @Test("an escaped character says so")
    func escaped() {
        let range = SourceRange.beginning(of: Self.file)
        #expect(
            Diagnostic.forbiddenCharacter("\u{202E}", escaped: true, range).message
                == "le caractère U+202E (écrit par échappement), qui inverse le sens du texte et peut en cacher une partie, n’est pas permis"
        )
    }
}
