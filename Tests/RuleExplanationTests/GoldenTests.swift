import GoldenFiles
import RuleExplanation
import RuleJSON
import Testing

/// Whole outputs, read as a policy officer reads them.
@Suite struct GoldenTests {
    static let cases = ["delai", "ouvert", "objets", "contradiction", "calendrier", "texte"]

    @Test(arguments: cases) func text(_ name: String) throws {
        let sample = try Sample()
        let decided = try sample.decide(Sample.text("cas/\(name).yaml"))
        try GoldenFile.expect(TextRenderer().render(sample.page(decided)), "\(name).txt")
    }

    @Test(arguments: cases) func json(_ name: String) throws {
        let sample = try Sample()
        let decided = try sample.decide(Sample.text("cas/\(name).yaml"))
        try GoldenFile.expect(sample.json(decided).text(.pretty) + "\n", "\(name).json")
    }

    @Test(arguments: [ExplanationDetail.short, .none]) func lessDetail(_ detail: ExplanationDetail) throws {
        let sample = try Sample()
        let decided = try sample.decide(Sample.text("cas/ouvert.yaml"))
        try GoldenFile.expect(
            TextRenderer().render(sample.page(decided, detail)), "ouvert.\(detail.rawValue).txt")
    }

    @Test func markdown() throws {
        let sample = try Sample()
        let decided = try sample.decide(Sample.text("cas/ouvert.yaml"))
        try GoldenFile.expect(MarkdownRenderer().render(sample.page(decided)), "ouvert.md")
    }

    @Test func html() throws {
        let sample = try Sample()
        let decided = try sample.decide(Sample.text("cas/objets.yaml"))
        try GoldenFile.expect(HTMLRenderer().render(sample.page(decided)), "objets.html")
    }

    @Test(arguments: [
        (name: "delai", decision: "recevabilité", outcome: "non recevable"),
        (name: "texte", decision: "recevabilité", outcome: "recevable"),
        (name: "delai", decision: "bien-fondé", outcome: "examen en cours"),
        (name: "delai", decision: "recevabilité", outcome: "recevable"),
    ]) func whyNot(name: String, decision: String, outcome: String) throws {
        let sample = try Sample()
        let decided = try sample.decide(Sample.text("cas/\(name).yaml"))
        let asked = try sample.ask(decided, whyNot: decision, outcome)
        let file = "\(name).pourquoi-pas-\(outcome.replacing(" ", with: "-")).txt"
        try GoldenFile.expect(TextRenderer().render(sample.page(asked, .none)), file)
    }
}
