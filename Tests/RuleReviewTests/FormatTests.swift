import Foundation
import RuleAnalysis
import RuleModel
import SourceText
import Testing

@testable import RuleReview

@Suite("Formats of verifier") struct FormatTests {
    private static let text = """
        faits: { "a, b: <c>|": { question: Q?, type: oui/non } }
        règles:
          v1: { si: { urgente: non }, en vigueur: { au: 2023-01-01 }, conclut: { suite: agir }, source: { ajout: x } }
          v2: { si: { urgente: non }, en vigueur: { du: 2023-06-01 }, conclut: { suite: agir }, source: { ajout: x } }
        """

    private func printed(_ format: FindingFormat) throws -> String {
        let small = try SmallSet(Self.text)
        return format.print(FindingReport(small.findings), in: small.library, version: "1.2.3")
    }

    private func json(_ text: String) throws -> Any { try JSONSerialization.jsonObject(with: Data(text.utf8)) }

    @Test("text underlines the place and counts") func text() throws {
        let text = try printed(.text)
        #expect(text.contains("Rules/1.yaml:1:10: avertissement[fait-inutilisé]: le fait «\u{A0}a, b: <c>|\u{A0}»"))
        #expect(text.contains("   |          ^^^^^^^^^^^^"))
        #expect(text.hasSuffix("2\u{A0}constats\u{A0}: 2\u{A0}avertissements.\n"))
    }

    @Test("JSON has the promised shape") func json() throws {
        let root = try #require(try json(printed(.json)) as? [String: Any])
        let findings = try #require(root["constats"] as? [[String: Any]])
        let first = try #require(findings.first)
        #expect(first["code"] as? String == "fait-inutilisé")
        #expect(first["niveau"] as? String == "avertissement")
        #expect(first["verdict"] as? String == "démontré")
        #expect(first["noms"] as? [String] == ["a, b: <c>|"])
        let place = try #require(first["lieu"] as? [String: Any])
        #expect(place["fichier"] as? String == "Rules/1.yaml")
        #expect(place["ligne"] as? Int == 1 && place["colonne"] as? Int == 10)
    }

    @Test("SARIF says that columns are counted in code points") func columns() throws {
        let root = try #require(try json(try printed(.sarif)) as? [String: Any])
        let run = try #require((root["runs"] as? [[String: Any]])?.first)
        #expect(run["columnKind"] as? String == "unicodeCodePoints")
    }

    /// Beside the checkout.
    private static let schema = RealPolicy.root + "/../shared/third-party/sarif/sarif-schema-2.1.0.json"

    @Test(
        "SARIF is valid by the schema of OASIS",
        .enabled(
            if: FileManager.default.fileExists(atPath: schema),
            "le schéma de SARIF n’est pas à côté du dépôt (../shared/third-party)"))
    func sarif() throws {
        guard let verdict = try Self.validate(try printed(.sarif), by: Self.schema) else {
            try Test.cancel("jsonschema n’est pas installé")
        }
        #expect(verdict == "")
    }

    /// What `jsonschema` has to say; nil where it is not installed.
    private static func validate(_ text: String, by schema: String) throws -> String? {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).sarif")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let script = """
            import json, sys
            try:
                import jsonschema
            except ImportError:
                print("absent"); sys.exit(0)
            schema, document = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:])
            for error in jsonschema.Draft7Validator(schema).iter_errors(document):
                print(error.message[:300], list(error.path))
            """
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script, schema, file.path]
        process.standardOutput = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0, output != "absent\n" else { return nil }
        return output
    }

    @Test("a path becomes a URI") func uri() {
        #expect(FileURI.reference("Règles/a b#.yaml") == "R%C3%A8gles/a%20b%23.yaml")
        #expect(FileURI.reference("/x/y.yaml") == "file:///x/y.yaml")
    }

    @Test("annotations escape what the runner reads") func github() throws {
        let text = try printed(.github)
        let line = try #require(text.split(separator: "\n").first)
        #expect(line.hasPrefix("::warning file=Rules/1.yaml,line=1,endLine=1,col=10,endColumn=21,title="))
        #expect(!line.contains("\n"))
        #expect(line.contains("%0Aaide"))
        let small = try SmallSet(Self.text)
        let summary = AnnotationReport(small.library).summary(FindingReport(small.findings))
        #expect(summary.contains("a, b: \\<c\\>\\|"))
    }

    @Test("a fingerprint does not move with the line") func gitlab() throws {
        func fingerprints(_ text: String) throws -> [String] {
            let small = try SmallSet(text)
            let text = FindingFormat.gitlab.print(FindingReport(small.findings), in: small.library, version: "1")
            return try #require(try json(text) as? [[String: Any]]).compactMap { $0["fingerprint"] as? String }
        }
        let first = try fingerprints(Self.text)
        #expect(Set(first).count == 2)
        #expect(try fingerprints("\n\n" + Self.text) == first)
    }

    @Test("notes alone leave the status") func notes() throws {
        let small = try SmallSet("faits: { f: { question: Q?, type: oui/non } }", levels: "fait-inutilisé: note")
        #expect(small.findings.count == 1)
        #expect(!FindingReport(small.findings).hasFindings)
    }
}

@Suite("docs/constats.md") struct GuideTests {
    private let sections: [String: String]
    private let order: [String]

    init() throws {
        let text = try String(contentsOfFile: RealPolicy.root + "/docs/constats.md", encoding: .utf8)
        let parts = text.split(separator: "\n### `").dropFirst().map(String.init)
        order = parts.map { String($0.prefix { $0 != "`" }) }
        sections = Dictionary(zip(order, parts)) { $1 }
    }

    @Test("has a section for each code, once") func complete() {
        #expect(Set(order) == Set(FindingCode.allCases.map(\.rawValue)))
        #expect(order.count == FindingCode.allCases.count)
    }

    @Test("says what, why and how to mend, as SARIF does", arguments: FindingCode.allCases)
    func says(_ code: FindingCode) throws {
        let section = try #require(sections[code.rawValue]).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        func spaced(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        #expect(section.contains(spaced(code.guide.what)))
        #expect(section.contains("**Pourquoi.** " + spaced(code.guide.why)))
        #expect(section.contains("**Que faire.** " + spaced(code.guide.mending)))
        #expect(section.contains("**Niveau : \(code.level.rawValue).**"))
    }
}
