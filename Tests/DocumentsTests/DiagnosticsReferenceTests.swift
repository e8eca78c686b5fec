import SourceText
import Testing

@Suite("docs/diagnostics.md", .serialized)
struct DiagnosticsReferenceTests {
    private static let path = "docs/diagnostics.md"
    private static let examples = (try? Repository.document(path)).map(DiagnosticExample.all) ?? []

    @Test("has a section for each code, in the order of the code") func hasEveryCode() {
        #expect(Self.examples.map(\.code) == DiagnosticCode.allCases.map(\.rawValue))
    }

    @Test("prints what the example shows", arguments: examples)
    func examplePrints(_ example: DiagnosticExample) throws {
        let (codes, printed) = try example.run()
        #expect(Set(codes) == [example.code], "\(printed.joined(separator: "\n"))")
        let shown = try #require(example.shown)
        if printed != shown.lines, Recording.isOn {
            try Recording.replace(shown, of: try Repository.document(Self.path), with: printed)
        }
        #expect(shown.lines == printed)
    }

    @Test("begins with an example that it shows below") func beginsWithAnExample() throws {
        let shown = try Repository.document(Self.path).blocks.filter { $0.language == "text" }.map(\.lines)
        let first = try #require(shown.first)
        #expect(shown.dropFirst().contains(first))
    }

    @Test("shows only what is checked") func blocksAreKnown() throws {
        let document = try Repository.document(Self.path)
        for block in document.blocks where block.language != "text" {
            let kind = block.words.dropFirst().first.flatMap { DiagnosticExample.Kind(rawValue: $0) }
            #expect(kind != nil, "\(block.heading): \(block.words)")
        }
    }
}
