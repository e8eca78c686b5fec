import RuleExplanation
import SourceText
import Testing

/// The text form on a terminal.
@Suite struct TextLayoutTests {
    @Test(arguments: GoldenTests.cases) func noLineIsWiderThan80Columns(_ name: String) throws {
        let sample = try Sample()
        let decided = try sample.decide(Sample.text("cas/\(name).yaml"))
        for detail in ExplanationDetail.allCases {
            let text = TextRenderer().render(sample.page(decided, detail))
            for line in text.split(separator: "\n") {
                #expect(Normalization.width(of: line.unicodeScalars) <= 80, "\(line)")
            }
        }
    }

    @Test(arguments: GoldenTests.cases) func colourChangesNoWord(_ name: String) throws {
        let sample = try Sample()
        let page = sample.page(try sample.decide(Sample.text("cas/\(name).yaml")))
        let colored = TextRenderer(colored: true).render(page)
        let bare = colored.replacing("\u{1B}[1m", with: "").replacing("\u{1B}[2m", with: "")
            .replacing("\u{1B}[0m", with: "")
        #expect(colored.contains("\u{1B}[1m"))
        #expect(bare == TextRenderer().render(page))
    }

    @Test func aWordTooLongForALineIsCut() throws {
        let sample = try Sample()
        let long = String(repeating: "é", count: 300)
        let text = TextRenderer().render(sample.page(try sample.decide("{ nom: \(long), date: 2024-03-04 }")))
        #expect(text.contains(String(repeating: "é", count: 79)))
        #expect(text.unicodeScalars.filter { $0 == "é" }.count >= 300)
        #expect(text.split(separator: "\n").allSatisfy { Normalization.width(of: $0.unicodeScalars) <= 80 })
    }

    @Test func wideCharactersCountTwice() throws {
        let sample = try Sample()
        let name = String(repeating: "移民", count: 60)
        let text = TextRenderer().render(sample.page(try sample.decide("{ nom: \(name), date: 2024-03-04 }")))
        #expect(text.split(separator: "\n").allSatisfy { Normalization.width(of: $0.unicodeScalars) <= 80 })
    }

    /// French: a colon keeps its no-break space, and guillemets theirs.
    @Test(arguments: GoldenTests.cases) func punctuationKeepsItsNoBreakSpace(_ name: String) throws {
        let sample = try Sample()
        let text = TextRenderer().render(sample.page(try sample.decide(Sample.text("cas/\(name).yaml"))))
        for wrong in [" :", "« ", " »", " ;", " ?", "'"] { #expect(!text.contains(wrong), "\(wrong)") }
    }
}
