import Foundation
import RuleEngine
import RuleExplanation
import RuleJSON
import SchemaTesting
import Testing

/// Every JSON output is what `docs/decision.schema.json` promises.
@Suite struct SchemaTests {
    private func validator() throws -> SchemaValidator {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "docs/decision.schema.json")
        let schema = SchemaValidator.parse(try String(contentsOf: file, encoding: .utf8))
        return SchemaValidator(try #require(schema))
    }

    @Test(arguments: GoldenTests.cases, ExplanationDetail.allCases)
    func decisions(_ name: String, _ detail: ExplanationDetail) throws {
        let sample = try Sample()
        let decided = try sample.decide(Sample.text("cas/\(name).yaml"))
        let asked = try sample.ask(decided, whyNot: "bien-fondé", "fondée")
        for value in [sample.json(decided, detail), sample.json(asked, detail)] {
            let node = try #require(SchemaValidator.parse(value.text(.compact)))
            #expect(try validator().problems(of: node) == [])
            let list = try #require(SchemaValidator.parse(JSONValue.list([value, value]).text(.compact)))
            #expect(try validator().problems(of: list) == [])
        }
    }

    @Test(arguments: [
        ("nature", #"{"nature": "décision"}"#), ("état", #"{"décisions": {"a": {"état": "peut-être"}}}"#),
        ("extra", #"{"extra": 1}"#), ("empreinte", #"{"empreinte": "sha256:12"}"#),
    ]) func theSchemaRefuses(_ what: String, _ text: String) throws {
        let node = try #require(SchemaValidator.parse(text))
        #expect(try validator().problems(of: node) != [])
    }

    /// Each key of a real output is needed or known: take one away or add one, and the schema says so.
    @Test func theSchemaIsStrict() throws {
        let sample = try Sample()
        let decided = try sample.decide(Sample.text("cas/delai.yaml"))
        guard case .object(let entries) = sample.json(decided) else { throw Sample.Unusable(reasons: "not an object") }
        for index in entries.indices where entries[index].0 != "explication" {
            var fewer = entries
            fewer.remove(at: index)
            let node = try #require(SchemaValidator.parse(JSONValue.object(fewer).text(.compact)))
            #expect(try validator().problems(of: node) != [], "\(entries[index].0)")
        }
        let more = JSONValue.object(entries + [("ajout", .null)])
        let node = try #require(SchemaValidator.parse(more.text(.compact)))
        #expect(try validator().problems(of: node) != [])
    }

    @Test func anUnknownKeywordIsAProblem() throws {
        let schema = try #require(SchemaValidator.parse(#"{"type": "string", "uniqueItems": true}"#))
        let text = try #require(SchemaValidator.parse(#""ab""#))
        #expect(SchemaValidator(schema).problems(of: text) == [": unknown keyword uniqueItems"])
    }
}

/// The same of every fixture of the real policy.
@Suite struct FixtureSchemaTests {
    @Test func everyFixtureIsDecidedByTheSchema() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        func texts(below folder: String) throws -> [(path: String, text: String)] {
            let all = FileManager.default.enumerator(at: root.appending(path: folder), includingPropertiesForKeys: nil)
            let paths = (all?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "yaml" }
            return try paths.sorted { $0.path < $1.path }.map { ($0.path, try String(contentsOf: $0, encoding: .utf8)) }
        }
        let policy = try Sample(files: texts(below: "Rules"))
        let schema = SchemaValidator.parse(
            try String(contentsOf: root.appending(path: "docs/decision.schema.json"), encoding: .utf8))
        let validator = SchemaValidator(try #require(schema))
        var count = 0
        for (path, text) in try texts(below: "Fixtures") where !text.contains("refus:") {
            for decided in try policy.decideAll(text) {
                let node = try #require(SchemaValidator.parse(policy.json(decided, .complete).text(.compact)))
                #expect(validator.problems(of: node) == [], "\(path)")
                count += 1
            }
        }
        #expect(count >= 170)
    }
}
