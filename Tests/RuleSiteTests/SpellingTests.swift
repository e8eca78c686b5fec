import PageChecking
import RuleModel
import Spelling
import Testing

@testable import RuleSite

@Suite("Spelling of the site") struct SpellingTests {
    /// The policy's own text is a scan; where it is quoted, its words are no words of ours.
    @Test("every word is one", .enabled(if: SpellChecker.isInstalled, Comment(rawValue: SpellChecker.absence)))
    func wordsExist() throws {
        let site = try SampleSite.real.get()
        let pages = site.pages.filter { !$0.path.hasPrefix("texte/") && $0.path != "couverture.html" }
        let passages = pages.map { page in
            // A word that a drawing cuts, and the ending of « 1er », are none.
            SpellChecker.Passage(page.path, page.page.text.replacing(/\S+…|\d+er\b/, with: " "))
        }
        let set = site.material.set
        let ids = set.rules.map(\.name) + (set.constraints + set.properties).map(\.name)
        let names = Set(ids.flatMap { SpellChecker.words(of: $0) })
        let unknown = try SpellChecker().unknown(in: passages, names: names)
        #expect(unknown == [])
    }
}
