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

    @Test("lists the keys of each section") func keysAreListed() throws {
        let document = try Self.document()
        let rows = document.prose.compactMap { $0.text.wholeMatch(of: /\| `([^`]+)` \|[^|]*\| (`.*) \|/) }
        let listed = Dictionary(
            rows.map { row in (String(row.1), Set(row.2.matches(of: /`([^`]+)`/).map { String($0.1) })) },
            uniquingKeysWith: { first, _ in first })
        for section in Section.allCases where section != .properties {
            let keys = try #require(Self.allowedKeys(of: section))
            #expect(listed[section.rawValue] == keys, "\(section.rawValue)")
        }
    }

    /// The keys that are allowed, as the help of a key that is not says them.
    private static func allowedKeys(of section: Section) -> Set<String>? {
        let entry = section == .policy ? "{ zzzzzzzzz: x }" : "{ x: { zzzzzzzzz: x } }"
        let file = RuleSetLoader.Input(path: "clés.yaml", bytes: Array("\(section.rawValue): \(entry)".utf8))
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        _ = RuleSetLoader.load([file], folder: "clés", into: &library, &bag)
        let help = bag.all.first { $0.code == .unknownKey }?.help
        return (help?.split(separator: ":", maxSplits: 1).last).map { keys in
            Set(keys.split(separator: ",").map(\.trimmingSpaces))
        }
    }

    @Test("gives the limits that the code has") func limitsAreTrue() throws {
        let text = try Self.document().lines.joined(separator: " ")
        let limits = [
            (Limits.nameLength, "caractères"), (Limits.textLength, "caractères"),
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
