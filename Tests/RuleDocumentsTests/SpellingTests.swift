import FileAccess
import Foundation
import RuleDocuments
import RuleEngine
import RuleModel
import SourceText
import Spelling
import Testing

@Suite("Spelling of rules, templates and letters") struct SpellingTests {
    @Test("every word is one", .enabled(if: SpellChecker.isInstalled, Comment(rawValue: SpellChecker.absence)))
    func wordsExist() throws {
        let sample = try Sample()
        let files = try ["Rules", "Modeles", "Fixtures"].flatMap { folder in
            try FolderListing.files(below: Sample.root.appending(path: folder).path, withExtensions: ["yaml", "md"])
        }
        var passages = try files.flatMap { file in
            String(decoding: try FileReader.read(file.path, limit: Limits.fileBytes), as: UTF8.self)
                .split(separator: "\n", omittingEmptySubsequences: false).enumerated()
                .map { SpellChecker.Passage("\(file.inside):\($0.offset + 1)", String($0.element)) }
        }
        for decided in try sample.fixtures() {
            for letter in [sample.writer.reply(to: decided), sample.writer.unitRequest(for: decided)] {
                guard let letter else { continue }
                passages.append(SpellChecker.Passage(decided.name ?? "", LetterText().render(letter)))
            }
        }
        let ids =
            sample.set.rules.map(\.name) + sample.set.tables.map(\.name) + sample.set.constraints.map(\.name)
            + sample.set.properties.map(\.name)
        let names = Set(ids.flatMap { SpellChecker.words(of: $0) })
        let unknown = try SpellChecker().unknown(in: passages, names: names)
        #expect(unknown == [], "a word that is right goes into Tests/Spelling/mots.txt")
    }
}
