import PolicyValues
import RuleEngine
import RuleFixtures
import RulePipeline
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

    @Test("has cases and examples that come out as expected") func expectationsAreMet() throws {
        let document = try Self.document()
        var (loaded, library, _) = DocumentedRules(document).load()
        let program = Program(try #require(loaded))
        var results: [CheckResult] = []
        for block in document.blocks where block.words == ["yaml", "cas"] {
            let file = library.add(path: "bloc \(block.number + 1)", bytes: Array(block.text.utf8))
            results += DocumentedRules.check(file, .yaml, by: program, in: library)
        }
        #expect(results.count >= 2)
        var examples = ExampleRunner(program, today: CivilDate(iso: "2024-06-03") ?? .first)
        for result in results + examples.run() {
            #expect(!result.isFailure, "\(library.place(result.range)): \(result)")
        }
    }

    @Test("shows every section, operator and comparator") func showsEverything() throws {
        let document = try Self.document()
        let text = document.lines.joined(separator: "\n")
        for word in Section.allCases.map(\.rawValue) + SyntaxReader.operators {
            #expect(text.contains("`\(word)"), "\(word)")
        }
        for word in WrittenComparator.words { #expect(text.contains("{\(word): "), "\(word)") }
    }

    @Test("gives the limits that the code has") func limitsAreTrue() throws {
        let text = try Self.document().lines.joined(separator: " ")
        let limits = [
            (WhyNot.evaluations, "essais"), (Limits.nameLength, "caractères"), (Limits.textLength, "caractères"),
            (ExactDecimal.fractionDigits, "décimales"),
        ]
        for (limit, unit) in limits {
            let number = FrenchFormat.number(try #require(ExactDecimal(whole: limit)))
            let isThere = [" ", "\u{A0}"].contains { text.contains(number + $0 + unit) }
            #expect(isThere, "\(number) \(unit)")
        }
    }

    @Test("shows every kind of block only") func blocksAreKnown() throws {
        for block in try Self.document().blocks {
            #expect([["yaml"], ["yaml", "cas"]].contains(block.words), "\(block.heading): \(block.words)")
        }
    }
}
