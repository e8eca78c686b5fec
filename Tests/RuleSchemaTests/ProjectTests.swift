import Foundation
import RuleJSON
import RuleSchema
import SchemaTesting
import Testing

@Suite("Schemas of the project's rules") struct ProjectTests {
    @Test("every rule file fits") func rulesFit() throws {
        let sample = try Sample.project.get()
        let files = try Sample.files(below: "Rules")
        #expect(files.count > 5)
        for text in files {
            let problems = sample.rules.problems(of: try #require(Sample.tree(text)))
            #expect(problems == [], "\(text.prefix(80))")
        }
    }

    @Test("every fixture fits") func fixturesFit() throws {
        let sample = try Sample.project.get()
        let files = try Sample.files(below: "Fixtures")
        #expect(files.count > 20)
        for text in files {
            let problems = sample.cases.problems(of: try #require(Sample.tree(text)))
            #expect(problems == [], "\(text.prefix(80))")
        }
    }

    /// To renew them: `make schemas`.
    @Test("the committed schemas are current", arguments: ["regles", "cas"]) func areCurrent(_ kind: String) throws {
        let set = try Sample.project.get().set
        let schema = kind == "cas" ? RuleSetSchema.cases(of: set) : RuleSetSchema.rules(of: set)
        let file = Sample.root.appending(path: "Editors/schemas/\(kind).schema.json")
        let isCurrent = try String(contentsOf: file, encoding: .utf8) == schema.text(.pretty) + "\n"
        #expect(isCurrent, "make schemas")
    }

    @Test("VS Code finds them") func areMapped() throws {
        let data = try Data(contentsOf: Sample.root.appending(path: ".vscode/settings.json"))
        let settings = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let schemas = try #require(settings["yaml.schemas"] as? [String: Any])
        #expect(schemas.keys.sorted() == ["./Editors/schemas/cas.schema.json", "./Editors/schemas/regles.schema.json"])
        for path in schemas.keys {
            #expect(FileManager.default.fileExists(atPath: Sample.root.appending(path: path).path), "\(path)")
        }
    }

    @Test("the extension of VS Code packs every file that its manifest names") func isPacked() throws {
        let folder = Sample.root.appending(path: "Editors/vscode")
        let manifest = try String(contentsOf: folder.appending(path: "package.json"), encoding: .utf8)
        let script = try String(contentsOf: folder.appending(path: "empaqueter"), encoding: .utf8)
        let named = manifest.matches(of: /"\.\/([^"]+)"/).map { String($0.1) }
        #expect(named.count == 3)
        for name in named {
            #expect(FileManager.default.fileExists(atPath: folder.appending(path: name).path), "\(name)")
            #expect(script.contains("\"\(name)\""), "\(name)")
        }
        for name in named where name.hasSuffix(".json") {
            let data = try Data(contentsOf: folder.appending(path: name))
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: data) }
        }
    }

    @Test("check-jsonschema agrees", .enabled(if: ProjectTests.checker != nil))
    func checkerAgrees() throws {
        for (schema, folder) in [("regles", "Rules"), ("cas", "Fixtures")] {
            let status = try Self.run(
                "find \(folder) -name '*.yaml' | xargs check-jsonschema --schemafile Editors/schemas/\(schema).schema.json"
            )
            #expect(status == 0, "\(folder)")
        }
        let wrong = try Self.run(
            "printf 'faits: { n\u{2019}existe pas: oui }' > $0.yaml && check-jsonschema --schemafile "
                + "Editors/schemas/cas.schema.json $0.yaml")
        #expect(wrong == 1)
    }

    private static let checker = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":")
        .map { "\($0)/check-jsonschema" }.first { FileManager.default.isExecutableFile(atPath: $0) }

    private static func run(_ script: String) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        let scratch = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: scratch + ".yaml") }
        process.arguments = ["-c", script, scratch]
        process.currentDirectoryURL = Sample.root
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
