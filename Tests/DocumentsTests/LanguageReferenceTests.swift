import RuleSyntax
import SourceText
import Testing

@Suite("docs/langue.md")
struct LanguageReferenceTests {
    private static func document() throws -> MarkdownDocument { try Repository.document("docs/langue.md") }

    @Test("has examples that make one rule set") func examplesLoad() throws {
        let (set, library, bag) = DocumentedRules(try Self.document()).load()
        #expect(bag.all.isEmpty, "\(DiagnosticPrinter(library).print(bag))")
        #expect(set != nil)
    }

    @Test("has cases that the set decides") func casesAreDecided() throws {
        let document = try Self.document()
        let rules = DocumentedRules(document)
        let cases = document.blocks.filter { $0.words == ["yaml", "cas"] }
        #expect(cases.count >= 2)
        for block in cases {
            let (decided, printed) = rules.decide(block.text, path: "cas.yaml")
            #expect(printed.isEmpty, "\(printed)")
            #expect(decided.count == 1)
        }
    }

    @Test("shows every section, operator and comparator") func showsEverything() throws {
        let document = try Self.document()
        let text = document.lines.joined(separator: "\n")
        for word in Section.allCases.map(\.rawValue) + SyntaxReader.operators { #expect(text.contains("`\(word)"), "\(word)") }
        for word in WrittenComparator.words { #expect(text.contains("{\(word): "), "\(word)") }
    }

    @Test("shows every kind of block only") func blocksAreKnown() throws {
        for block in try Self.document().blocks {
            #expect([["yaml"], ["yaml", "cas"]].contains(block.words), "\(block.heading): \(block.words)")
        }
    }
}
