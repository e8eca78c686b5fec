import Foundation
import RuleEngine
import RuleModel
import RulePipeline
import SourceText
import Testing

/// What differs on paper only is the same rule set (language, section 1; docs/json.md, `politique.empreinte`).
@Suite("Spellings of one rule set")
struct SameMeaningTests {
    /// The real policy, its bytes changed file by file.
    private static let files: [RuleSetLoader.Input] = {
        let folder = SwiftLiterals.checkout.appending(path: "Rules").resolvingSymlinksInPath()
        return Situation.files(below: folder).compactMap { url in
            FileManager.default.contents(atPath: url.path).map { .init(path: url.lastPathComponent, bytes: Array($0)) }
        }
    }()

    private static func load(_ files: [RuleSetLoader.Input]) throws -> RuleSet {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let set = RuleSetLoader.load(files, folder: "Rules", into: &library, &bag)
        #expect(DiagnosticPrinter(library).print(bag) == "")
        return try #require(set)
    }

    /// The fingerprint and, places apart, all that is computed from a set.
    private static func essence(_ set: RuleSet) -> [String] {
        [set.fingerprint, Program(set).listing] + set.symbols + set.facts.map(\.name) + set.rules.map(\.name)
    }

    private static func changed(_ change: (String) -> String) throws -> RuleSet {
        try load(
            files.map { file in
                let text = change(String(decoding: file.bytes, as: UTF8.self))
                return .init(path: file.path, bytes: Array(text.utf8))
            })
    }

    @Test("does not depend on the order of files")
    func orderOfFiles() throws {
        let expected = Self.essence(try Self.load(Self.files))
        #expect(Self.files.count > 5)
        for turn in 1..<Self.files.count {
            let turned = Array(Self.files[turn...] + Self.files[..<turn])
            #expect(Self.essence(try Self.load(turned)) == expected)
            #expect(Self.essence(try Self.load(turned.reversed())) == expected)
        }
    }

    @Test("does not depend on the names of files")
    func namesOfFiles() throws {
        let renamed = Self.files.enumerated().map { RuleSetLoader.Input(path: "\($0)", bytes: $1.bytes) }
        #expect(Self.essence(try Self.load(renamed)) == Self.essence(try Self.load(Self.files)))
    }

    @Test("does not depend on how the text is laid out and encoded")
    func layout() throws {
        let expected = Self.essence(try Self.load(Self.files))
        let changes: [(String) -> String] = [
            { $0.replacing("\n", with: "\r\n") },
            { "\u{FEFF}" + $0 },
            { $0.decomposedStringWithCanonicalMapping },
            { "# remarque\n\n---\n" + $0 + "\n...\n# fin\n" },
            { $0.split(separator: "\n", omittingEmptySubsequences: false).map { "   " + $0 }.joined(separator: "\n") },
        ]
        for change in changes { #expect(Self.essence(try Self.changed(change)) == expected) }
    }

    @Test("is told from one that differs by a word")
    func otherWord() throws {
        let set = try Self.load(Self.files)
        let other = try Self.changed { $0.replacing("nom: Politique", with: "nom: La politique") }
        #expect(set.policy.name != other.policy.name)
        #expect(set.fingerprint != other.fingerprint)
    }

    /// A set of one fact, one decision and one rule, in several spellings.
    private static func small(_ rule: String) throws -> String {
        let base = """
            politique: {nom: x, version: "1"}
            faits: {l'un: {question: x?, type: texte}, deux: {question: x?, type: nombre}}
            décisions: {d: {question: x?, issues: {d'accord: a, non: b}, méthode: priorité, par défaut: non}}

            """
        return try load([.init(path: "x.yaml", bytes: Array((base + rule).utf8))]).fingerprint
    }

    @Test(
        "takes quotes, apostrophes of names, styles and the order of keys for the same",
        arguments: [
            "règles: {r: {si: {l’un: oui}, conclut: {d: d'accord}}}",
            "règles: {r: {conclut: {d: \"d'accord\"}, si: {\"l'un\": 'oui'}}}",
            "\"règles\":\n  r:\n    conclut:\n      d: d'accord\n    si:\n      l'un: >-\n        oui\n",
            "règles:\n  ? r\n  : {si: {l'un: \"o\\u0075i\"}, conclut: {d: d'accord}} # remarque\n",
        ])
    func sameRule(_ rule: String) throws {
        #expect(try Self.small(rule) == Self.small("règles: {r: {si: {l'un: oui}, conclut: {d: d'accord}}}"))
    }

    @Test(
        "tells apart what means something else",
        arguments: [
            "règles: {r: {si: {l'un: non}, conclut: {d: d'accord}}}",
            "règles: {r: {si: {l'un: oui}, conclut: {d: non}}}",
            "règles: {s: {si: {l'un: oui}, conclut: {d: d'accord}}}",
            "règles: {r: {si: {l'un: [oui]}, conclut: {d: d'accord}}}",
            "règles: {r: {sauf: {l'un: oui}, conclut: {d: d'accord}}}",
        ])
    func otherRule(_ rule: String) throws {
        #expect(try Self.small(rule) != Self.small("règles: {r: {si: {l'un: oui}, conclut: {d: d'accord}}}"))
    }
}
