import Foundation
import SourceText
import Testing

@Suite("What the catalogue covers")
struct CoverageTests {
    /// What only a library that breaks its word would have us print.
    private static let unreachable: Set<String> = [
        "cet endroit ne suit pas la notation YAML", "vérifiez le retrait, les guillemets et les «\u{A0}:\u{A0}»",
    ]
    /// Codes that come from rooms with a catalogue of their own.
    /// `FailureTests` of RuleFixtures, `CSVProblemsTests` of RuleBatch.
    private static let elsewhere: Set<DiagnosticCode> = [.invalidExpectation, .csvSyntax]

    @Test("has a situation for every code", arguments: DiagnosticCode.allCases)
    func everyCode(_ code: DiagnosticCode) {
        let hasSituation = Situation.all.contains { $0.hasPrefix(code.rawValue + "/") }
        #expect(hasSituation != Self.elsewhere.contains(code))
    }

    @Test("has no golden text without a situation")
    func noOrphans() {
        let golden =
            FileManager.default.enumerator(at: Situation.folder, includingPropertiesForKeys: nil)?
            .compactMap { $0 as? URL }.filter { $0.pathExtension == "attendu" } ?? []
        #expect(golden.count == Situation.all.count)
        for file in golden {
            let base = file.deletingPathExtension()
            let exists = ["yaml", "json"].contains {
                FileManager.default.fileExists(atPath: base.appendingPathExtension($0).path)
            }
            #expect(exists, "\(file.lastPathComponent)")
        }
    }

    @Test(
        "prints every sentence of a room",
        arguments: ["SourceText", "RuleYAML", "RuleSyntax", "RuleModel", "RuleCases", "RuleEngine"])
    func everySentence(_ room: String) {
        let printed = Self.goldenTexts
        let literals = SwiftLiterals.all(below: "Sources/" + room, named: "Problems.swift")
        #expect(!literals.isEmpty)
        var unprinted: [String] = []
        for literal in literals where !SwiftLiteral.isLibraryMessage(literal.text) {
            for part in literal.parts.map({ $0.trimmingCharacters(in: .whitespaces) })
            where part.count >= 12 && !Self.unreachable.contains(part) && !printed.contains(part) {
                unprinted.append("\(literal.file):\(literal.line): \(part)")
            }
        }
        #expect(unprinted == [])
    }

    /// What all situations print, in one text.
    private static let goldenTexts: String = {
        let files =
            FileManager.default.enumerator(at: Situation.folder, includingPropertiesForKeys: nil)?
            .compactMap { $0 as? URL }.filter { $0.pathExtension == "attendu" } ?? []
        return files.compactMap { FileManager.default.contents(atPath: $0.path) }
            .map { String(decoding: $0, as: UTF8.self) }.joined()
    }()
}
