import RulePipeline
import SourceText
import Testing

/// A cycle is printed whole, however long (language, section 6).
@Suite("Long cycles")
struct LongCycleTests {
    @Test("every step is in the notes", arguments: [2, 150, 3_000])
    func everyStep(_ length: Int) throws {
        let definitions = (0..<length).map { "  d\($0): { vrai si: { d\(($0 + 1) % length): oui } }" }
        let text = "politique: { nom: x, version: \"1\" }\ndéfinitions:\n" + definitions.joined(separator: "\n")
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let file = RuleSetLoader.Input(path: "règles.yaml", bytes: Array(text.utf8))
        #expect(RuleSetLoader.load([file], folder: "Règles", into: &library, &bag) == nil)
        let cycle = try #require(bag.all.first { $0.code == .cycle })
        let expected = (1..<length).map { "passe par «\u{A0}d\($0)\u{A0}»" }
        #expect(cycle.notes.map(\.message) == expected)
    }
}
