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

    @Test("accepts or refuses every case for a stated reason", .enabled(if: YAMLSuiteCase.isPresent, skipped))
    func everyCase() {
        #expect(YAMLSuiteCase.all.count >= 402)
        var counts: [String: (valid: Int, wrong: Int)] = [:]
        var accepted: [String] = []
        for suiteCase in YAMLSuiteCase.all {
            let (_, found) = read(suiteCase)
            let reason = found.first?.code.rawValue ?? "accepté"
            counts[reason, default: (0, 0)].valid += suiteCase.isWrong ? 0 : 1
            counts[reason, default: (0, 0)].wrong += suiteCase.isWrong ? 1 : 0
            if suiteCase.isWrong, found.isEmpty { accepted.append(suiteCase.name) }
        }
        for (reason, count) in counts.sorted(by: { $0.key < $1.key }) {
            print("\(reason)\u{A0}: \(count.valid) cas valides, \(count.wrong) cas fautifs")
        }
        #expect(accepted == [])
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
