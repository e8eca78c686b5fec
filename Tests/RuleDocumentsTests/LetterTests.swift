import Foundation
import GoldenFiles
import RuleDocuments
import RuleModel
import Testing

/// Whole letters, read as the person who receives them reads them.
@Suite("Letters") struct LetterTests {
    static let cases = ["c01", "c04", "c07", "c13", "c16", "c19", "c33", "c35", "c37", "c39"]

    @Test("say what they should", arguments: cases) func text(_ name: String) throws {
        let sample = try Sample()
        try GoldenFile.expect(LetterText().render(sample.writer.reply(to: sample.fixture(name))), "\(name).txt")
    }

    @Test func html() throws {
        let sample = try Sample()
        try GoldenFile.expect(LetterHTML().render(sample.writer.reply(to: sample.fixture("c33"))), "c33.html")
    }

    @Test func markdown() throws {
        let sample = try Sample()
        try GoldenFile.expect(LetterMarkdown().render(sample.writer.reply(to: sample.fixture("c33"))), "c33.md")
    }

    static let open = """
        nom: Une voisine, Mme Tremblay
        faits:
          mode de réception: verbal
          date de réception: 2024-03-04
          exprime une insatisfaction: oui
          formule une demande: non
          formule une opinion: non
          allègue un acte répréhensible: non
          conteste une décision: non
          vise un programme ou service: oui
        """

    @Test("ask the person what only they know") func questions() throws {
        let sample = try Sample()
        try GoldenFile.expect(LetterText().render(sample.writer.reply(to: sample.decide(Self.open))), "questions.txt")
    }

    @Test("have typographic apostrophes, however the case is typed") func apostrophes() throws {
        let sample = try Sample()
        let yaml = "objets:\n- { nom: l'accueil d'hier, faits: { exprime une insatisfaction: oui } }"
        let letter = LetterText().render(sample.writer.reply(to: try sample.decide(yaml)))
        #expect(letter.contains("l’accueil d’hier"))
    }

    @Test("name the recourse when it is known") func recourse() throws {
        let sample = try Sample()
        let known = "faits: { recours existant: administratif, nom du recours: le réexamen administratif }"
        let letter = LetterText().render(sample.writer.reply(to: try sample.decide(known)))
        #expect(letter.contains("recours suivant\u{A0}: le réexamen"))
        let unknown = LetterText().render(
            sample.writer.reply(to: try sample.decide("faits: { recours existant: administratif }")))
        #expect(unknown.contains("[à préciser\u{A0}:"))
    }

    @Test("request to a unit") func unitRequest() throws {
        let sample = try Sample()
        let request = try #require(sample.writer.unitRequest(for: sample.fixture("c35")))
        try GoldenFile.expect(LetterText().render(request), "c35.unite.txt")
    }

    @Test("there is no request where nothing is open for the unit") func noUnitRequest() throws {
        let sample = try Sample()
        #expect(try sample.writer.unitRequest(for: sample.fixture("c03")) == nil)
    }
}

/// What every letter that the fixtures produce owes to its reader.
@Suite("Every letter of the fixtures") struct EveryLetterTests {
    let letters: [String]
    let requests: [String]

    init() throws {
        let sample = try Sample()
        let decided = try sample.fixtures()
        #expect(decided.count > 60)
        letters = decided.map { LetterText().render(sample.writer.reply(to: $0)) }
        requests = decided.compactMap { sample.writer.unitRequest(for: $0) }.map { LetterText().render($0) }
    }

    @Test("is marked as a draft") func draft() {
        for letter in letters + requests { #expect(letter.hasPrefix("Projet à signer\n")) }
    }

    @Test("keeps the typography of Quebec French") func typography() {
        let mistakes: [Regex<Substring>] = [
            /«[^\u{A0}]/, /[^\u{A0}]»/, /[^\u{A0}]:(?=\s)/, /[\s\u{A0}\u{202F}][?!;]/, /[A-Za-zÀ-ÿ]'[A-Za-zÀ-ÿ]/,
            /[“”]/, /\.\.\./, /\d{4}-\d{2}-\d{2}/, /[^\u{A0}][%$]/,
        ]
        for letter in letters + requests {
            for mistake in mistakes {
                let found = letter.firstMatch(of: mistake)
                #expect(found == nil, "\(letter)")
            }
        }
    }

    /// Of several objects, each may need the same sentence.
    @Test("says nothing twice about one matter") func repetitions() {
        for letter in letters where !letter.contains("plusieurs objets") {
            let paragraphs = letter.components(separatedBy: "\n\n")
            let sentences = paragraphs.flatMap { $0.replacing("\n", with: " ").components(separatedBy: ". ") }
                .filter { $0.count > 30 }
            #expect(Set(sentences).count == sentences.count, "\(letter)")
        }
    }

    @Test("calls nobody what they may not be") func words() {
        for letter in letters + requests {
            let rest = letter.replacing(/Protecteur\s+du\s+[Cc]itoyen/, with: "")
            #expect(!rest.contains(/[Cc]itoyen/), "\(letter)")
            #expect(!rest.contains(/\b(?:vrai|faux)\b/), "\(letter)")
        }
    }

    @Test("names no rule, promises no delay") func identifiers() throws {
        let sample = try Sample()
        for letter in letters + requests {
            // Names with a hyphen are no words of French.
            for rule in sample.set.rules where rule.name.contains("-") {
                #expect(!letter.contains(rule.name), "\(letter)")
            }
            #expect(!letter.contains(/\d+\s+jours/), "\(letter)")
        }
    }

    /// A section of the template that is not alone on its lines leaves traces.
    @Test("has no trace of the template") func traces() {
        for letter in letters + requests {
            #expect(!letter.contains("{{") && !letter.contains("}}") && !letter.contains("\\"))
            #expect(!letter.contains(/\x20[,.]|\(\)/), "\(letter)")
        }
    }

    @Test("a request to a unit says nothing that the case says") func discretion() throws {
        #expect(!requests.isEmpty)
        let sample = try Sample()
        let open = try #require(sample.writer.unitRequest(for: sample.decide(LetterTests.open)))
        let text = LetterText().render(open)
        #expect(!text.contains("Tremblay") && !text.contains("2024"))
    }
}
