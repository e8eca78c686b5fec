import Spelling
import Testing

@Suite("Spelling of French documents") struct SpellingTests {
    @Test("every word is one", .enabled(if: SpellChecker.isInstalled, Comment(rawValue: SpellChecker.absence)))
    func wordsExist() throws {
        let passages = try Repository.frenchDocuments.flatMap { path -> [SpellChecker.Passage] in
            // The README's paragraph for engineers, the one in italics, is in English.
            let text = try Repository.read(path).replacing(/\n\*[^*]+\*\n/) { match in
                String(repeating: "\n", count: match.output.count { $0 == "\n" })
            }
            return MarkdownDocument(path: path, text: text).prose.map { line in
                SpellChecker.Passage("\(path):\(line.number)", line.typeset)
            }
        }
        let unknown = try SpellChecker().unknown(in: passages)
        #expect(unknown == [], "a word that is right goes into Tests/Spelling/mots.txt")
    }

    @Test(
        "a slip is found, and the list has no word that need not be in it",
        .enabled(if: SpellChecker.isInstalled, Comment(rawValue: SpellChecker.absence)))
    func slips() throws {
        let checker = try SpellChecker()
        let passage = SpellChecker.Passage("ici:1", "L’équipe traîte la requêtte d’aujourd’hui, puis l’NDJSON.")
        let found = try checker.unknown(in: [passage])
        #expect(found == ["ici:1: requêtte", "ici:1: traîte"])
        #expect(try checker.needless() == [])
    }
}
