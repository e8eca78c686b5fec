import Spelling
import Testing

@Suite("Spelling of the messages") struct SpellingTests {
    @Test("every word is one", .enabled(if: SpellChecker.isInstalled, Comment(rawValue: SpellChecker.absence)))
    func wordsExist() throws {
        let passages = SwiftLiterals.all(below: "Sources").filter { Self.isFrench($0.text) && !Self.isCode($0) }
            .map { literal in
                let text = literal.parts.joined(separator: " ").replacing(Self.notWords, with: " ")
                return SpellChecker.Passage("\(literal.file):\(literal.line)", text)
            }
        #expect(passages.count > 500)
        let unknown = try SpellChecker().unknown(in: passages)
        #expect(unknown == [], "a word that is right goes into Tests/Spelling/mots.txt")
    }

    /// Scripts and styles of pages.
    private static func isCode(_ literal: SwiftLiteral) -> Bool {
        ["Script.swift", "Style.swift"].contains { literal.file.hasSuffix($0) }
    }

    /// Holes of messages, tags, and characters by their numbers.
    private static var notWords: Regex<Substring> { /\{\w+\}|<[^>]*>|U\+\w+|\\u\w+/ }

    /// What has a letter or a mark of French; messages in English, of libraries, have none.
    private static func isFrench(_ text: String) -> Bool {
        text.contains(/[éèêëàâùûçîïôœÉÈÀ’«»\u{A0}]/) && text.contains(" ")
            || text.contains(/\b(?:les|des|une|pas|est|le|la)\b/)
    }
}
