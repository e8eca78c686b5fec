import Foundation
import Testing

@testable import CommandLineFrench

/// Reads the library's own source: a message without its French fails here.
///
/// Newer versions than those checked, which a machine with GitHub may get, report their new messages without failing:
/// until they are translated they are shown in English.
@Suite struct LibraryMessagesTests {
    /// The folder of the library's sources, found beside the built tests.
    private static let sources: URL? = {
        let part = "checkouts/swift-argument-parser/Sources/ArgumentParser"
        var folder = Bundle(for: Marker.self).bundleURL
        while folder.path.count > 1 {
            folder.deleteLastPathComponent()
            let candidate = folder.appendingPathComponent(part)
            if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
        }
        return nil
    }()

    private final class Marker {}

    /// Whether the version of the library, as SwiftPM notes it beside the checkouts, is one whose messages are all known.
    private static func isChecked() -> Bool {
        guard let folder = sources?.deletingLastPathComponent().deletingLastPathComponent(),
            let state = try? String(
                contentsOf: folder.appendingPathComponent("../../workspace-state.json").standardized, encoding: .utf8),
            let entry = state.firstRange(of: "\"swift-argument-parser\""),
            let version = state[entry.upperBound...].firstMatch(of: /"version" *: *"([0-9]+\.[0-9]+)/)
        else { return true }
        return version.output.1 == "1.4"
    }

    @Test func theSourceOfTheLibraryIsThere() {
        #expect(Self.sources != nil)
    }

    @Test(arguments: [
        "Usage/UsageGenerator.swift", "Usage/MessageInfo.swift", "Usage/HelpGenerator.swift", "Usage/HelpCommand.swift",
    ])
    func everySentenceHasItsFrench(path: String) throws {
        let sentences = try Self.literals(of: path).filter(Self.isForPeople)
        #expect(!sentences.isEmpty)
        withKnownIssue("a newer library", isIntermittent: true) {
            for sentence in sentences where !Self.isKnown(sentence) {
                Issue.record("no French for: \(sentence)")
            }
        } when: {
            !Self.isChecked()
        }
    }

    @Test func theScanSeesSentences() throws {
        let literals = try Self.literals(of: "Usage/UsageGenerator.swift")
        #expect(literals.contains("Unexpected argument 'X'"))
        #expect(literals.contains("The option 'X' does not take any value, but 'X' was specified."))
        #expect(literals.contains { $0.hasPrefix("Can't autodetect a supported shell.\nPlease") })
        #expect(!Self.isKnown("Somebody added a sentence about 'X'"))
    }

    @Test func everyErrorOfTheParserIsKnown() throws {
        let source = try Self.text(of: "Parsing/ParserError.swift")
        let declaration = try #require(source.firstRange(of: "enum ParserError: Error {"))
        let body = source[declaration.upperBound...].prefix { $0 != "}" }
        let cases = body.matches(of: /case ([a-zA-Z]+)/).map { String($0.output.1) }
        withKnownIssue("a newer library", isIntermittent: true) {
            #expect(Set(cases) == Self.casesTried)
        } when: {
            !Self.isChecked()
        }
    }

    /// The cases for which `FrenchCommandLineTests` or `everySentenceHasItsFrench` has an example.
    private static let casesTried: Set<String> = [
        "helpRequested", "versionRequested", "dumpHelpRequested", "completionScriptRequested",
        "completionScriptCustomResponse", "unsupportedShell", "notImplemented", "invalidState", "unknownOption",
        "invalidOption", "nonAlphanumericShortOption", "missingValueForOption", "unexpectedValueForOption",
        "unexpectedExtraValues", "duplicateExclusiveValues", "noValue", "unableToParseValue", "missingSubcommand",
        "userValidationError", "noArguments",
    ]

    private static func isKnown(_ literal: String) -> Bool {
        let sentence = literal.first == "\n" ? String(literal.dropFirst()) : literal
        let messages =
            FrenchWording.errors + FrenchWording.reasons + FrenchWording.flags + FrenchWording.pointers
            + FrenchWording.remarks
        let openings = FrenchWording.openings.map { $0.english + "X" }
        let marks = [FrenchWording.defaultCommandMark.english, FrenchWording.subcommandPlaceholder.english]
        let fixed = openings + marks + Array(FrenchWording.summaries.keys) + [FrenchWording.unspecifiedVersion.english]
        return fixed.contains(sentence.replacing("\\n", with: ""))
            || FrenchWording.headings.keys.contains(sentence.uppercased() + ":")
            || FrenchWording.separators.keys.contains { "'X" + $0 + "X'" == sentence || "X" + $0 + "X" == sentence }
            || messages.contains { $0.english.match(sentence.replacing("\\n", with: "\n")) != nil }
    }

    /// Whether a literal has a word that is neither a name nor a placeholder that is the same in French.
    private static func isForPeople(_ literal: String) -> Bool {
        !names.contains(literal) && literal.replacing(/<(options|command)>/, with: "").contains(/[a-z]{2}/)
    }

    /// Names of the command line, and pieces that the behaviour tests see in whole messages.
    private static let names: Set<String> = [
        "help", "version", "experimental-dump-help",
        " and ", " or X", "flag X", "'X' in X", ". Please provide one of X.",
    ]

    private static func text(of path: String) throws -> String {
        let folder = try #require(sources)
        return try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    }

    /// The string literals of a file, `X` standing for what is interpolated.
    private static func literals(of path: String) throws -> [String] {
        let lines = try text(of: path).split(separator: "\n", omittingEmptySubsequences: false)
        var literals: [String] = []
        var block: [Substring]?
        for line in lines {
            let code = line.drop { $0 == " " }
            if code.hasPrefix("//") || code.contains("fatalError(") || code.contains("assertionFailure(") { continue }
            if let open = block {
                // The closing delimiter's indentation is not part of the text.
                let indent = line.count - code.count
                block = code.hasPrefix("\"\"\"") ? nil : open + [line]
                if block == nil {
                    literals.append(literal(open.map { $0.dropFirst(indent) }.joined(separator: "\n")))
                }
            } else if code.hasSuffix("\"\"\"") {
                block = []
            } else {
                literals += line.matches(of: /"((?:\\\((?:[^()]|\([^()]*\))*\)|\\.|[^"\\])*)"/)
                    .map { literal(String($0.output.1)) }
            }
        }
        return literals
    }

    private static func literal(_ text: String) -> String {
        text.replacing(/\\\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/, with: "X").replacing("\\'", with: "'")
    }
}
