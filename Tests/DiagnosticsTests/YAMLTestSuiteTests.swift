import Foundation
import RandomPolicies
import RuleJSON
import RuleYAML
import Sanitizers
import SourceText
import Testing

/// The YAML test suite (github.com/yaml/yaml-test-suite), kept beside the project and not part of it.
struct YAMLSuiteCase: CustomTestStringConvertible, Sendable {
    let name: String
    /// Whether the text is not YAML.
    let isWrong: Bool
    let text: String
    /// What the text says.
    let json: String?

    var testDescription: String { name }

    /// Beside the repository; `BIENFONDE_YAML_TEST_SUITE` says another place.
    static let folder: URL = {
        let place = ProcessInfo.processInfo.environment["BIENFONDE_YAML_TEST_SUITE"]
        let beside = SwiftLiterals.checkout.deletingLastPathComponent()
            .appending(path: "shared/third-party/yaml-test-suite/src")
        return place.map { URL(filePath: $0) } ?? beside
    }()

    static let isPresent = FileManager.default.fileExists(atPath: folder.path)

    static let all: [YAMLSuiteCase] = Situation.files(below: folder).flatMap { url -> [YAMLSuiteCase] in
        let bytes = FileManager.default.contents(atPath: url.path) ?? Data()
        return cases(in: String(decoding: bytes, as: UTF8.self), url.deletingPathExtension().lastPathComponent)
    }

    /// A file is a list of mappings; of each, the lines of `yaml` and `json` and whether it has `fail`.
    private static func cases(in file: String, _ name: String) -> [YAMLSuiteCase] {
        var cases: [YAMLSuiteCase] = []
        var texts: [String: [Substring]] = [:]
        var block: String?
        var flags: Set<Substring> = []
        func finish() {
            guard let yaml = texts["yaml"], !flags.contains("skip: true") else { return }
            cases.append(
                .init(
                    name: "\(name)-\(cases.count + 1)", isWrong: flags.contains("fail: true"), text: plain(yaml),
                    json: texts["json"].map(plain)))
        }
        for line in file.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("- ") {
                finish()
                (texts, block, flags) = ([:], nil, [])
            }
            let entry = line.dropFirst(2)
            if let name = block, line.hasPrefix("    ") || line.isEmpty {
                texts[name, default: []].append(line.dropFirst(4))
            } else if line.hasPrefix("  ") || line.hasPrefix("- ") {
                block = entry.firstMatch(of: /^(yaml|json): \|/).map { String($0.1) }
                flags.insert(entry)
            }
        }
        finish()
        return cases
    }

    /// The suite writes what cannot be seen with visible characters.
    private static func plain(_ lines: [Substring]) -> String {
        var lines = lines
        while lines.last?.isEmpty ?? false { lines.removeLast() }
        return (lines.joined(separator: "\n") + "\n").replacing("␣", with: " ").replacing(/—*»/, with: "\t")
            .replacing("↵", with: "").replacing("∎\n", with: "").replacing("←", with: "\r")
            .replacing("⇔", with: "\u{FEFF}")
    }
}

@Suite("YAML test suite")
struct YAMLTestSuiteTests {
    private static let skipped: Comment = "la suite YAML n’est pas à côté du dépôt (../shared/third-party)"

    /// What becomes of valid YAML with no other reason than that the profile takes it, or leaves it out (language.md).
    private static let profile: Set = [
        "accepté", "racine", "yaml-ancre", "yaml-étiquette", "yaml-directive", "yaml-tabulation", "yaml-clé-composée",
        "yaml-plusieurs-documents",
    ]

    private func read(_ suiteCase: YAMLSuiteCase) -> (root: Node?, found: [Diagnostic]) {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        var budget = Limits.nodes
        let file = library.add(path: suiteCase.name, bytes: Array(suiteCase.text.utf8))
        var root: Node?
        let seconds = ProcessorTime.of {
            root = YAMLReader.read(file, in: library, emptyValues: .anywhere, budget: &budget, into: &bag)
        }
        // Printed too: no text of the suite may trap the printer.
        #expect(DiagnosticPrinter(library).print(bag).isEmpty == bag.all.isEmpty)
        #expect(seconds < Double(2 * Sanitizer.slowness), "\(suiteCase.name)")
        return (root, bag.sorted)
    }

    @Test("accepts or refuses each case as the table says", .enabled(if: YAMLSuiteCase.isPresent, skipped))
    func everyCase() {
        #expect(YAMLSuiteCase.all.count >= 402)
        let outcomes = YAMLSuiteCase.all.map { suiteCase in
            let outcome = read(suiteCase).found.first?.code.rawValue ?? "accepté"
            #expect(!suiteCase.isWrong || outcome != "accepté", "\(suiteCase.name)")
            return "\(suiteCase.name)\t\(suiteCase.isWrong ? "fautif" : "valide")\t\(outcome)"
        }
        let table = SwiftLiterals.checkout.appending(path: "Tests/DiagnosticsTests/suite-yaml.tsv")
        let text = (FileManager.default.contents(atPath: table.path)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        let rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t") }
        for row in rows where row.count == 3 && row[1] == "valide" {
            #expect(Self.profile.contains(String(row[2])), "\(row[0]): no reason")
        }
        let expected = rows.map { $0.prefix(3).joined(separator: "\t") }
        for line in Set(outcomes).subtracting(expected).sorted() { Issue.record("\(line): not in the table") }
        for line in Set(expected).subtracting(outcomes).sorted() { Issue.record("\(line): in the table alone") }
    }

    @Test("reads what it accepts as the suite does", .enabled(if: YAMLSuiteCase.isPresent, skipped))
    func content() {
        var compared = 0
        for suiteCase in YAMLSuiteCase.all where !suiteCase.isWrong {
            let (root, found) = read(suiteCase)
            guard found.isEmpty, let root, let json = suiteCase.json else { continue }
            var library = SourceLibrary()
            var bag = DiagnosticBag()
            let file = library.add(path: suiteCase.name, bytes: Array(json.utf8))
            guard let expected = JSONReader.read(file, in: library, into: &bag) else { continue }
            compared += 1
            #expect(Self.outline(root) == Self.outline(expected), "\(suiteCase.name)")
        }
        #expect(compared > 50)
    }

    /// A tree on one line; what is not said is `∅`, and text is trimmed, as the language has it.
    private static func outline(_ node: Node) -> String {
        switch node.content {
        case .scalar(let scalar): scalar.isEmptyValue ? "∅" : BorderText.normalized(scalar.text)
        case .sequence(let elements): "[" + elements.map(outline).joined(separator: "¦") + "]"
        case .mapping(let entries):
            "{"
                + entries.map { BorderText.normalized($0.key.value) + "→" + outline($0.value) }.sorted()
                .joined(separator: "¦") + "}"
        }
    }
}
