import Foundation
import Testing

/// The pages of the guide, followed step by step in an empty folder: a `yaml fichier PATH` block writes that file, a
/// `console` block runs its commands, those of git too.
@Suite("Pages of the guide") struct GuideTests {
    @Test("do what they say", arguments: Repository.followed)
    func followedByTheLetter(_ path: String) throws {
        try #require(Executable.isBuilt)
        let folder = FileManager.default.temporaryDirectory.appending(path: "guide-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let document = try Repository.document(path)
        for block in document.blocks {
            if let name = block.words.last, block.words.starts(with: ["yaml", "fichier"]) {
                let file = folder.appending(path: name)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try block.text.write(to: file, atomically: true, encoding: .utf8)
            }
            guard block.language == "console" else { continue }
            var corrected: [String] = []
            for command in ConsoleBlock(block).commands {
                let printed = try Executable.output(of: command.commandLine, in: folder)
                corrected.append("$ " + command.line)
                corrected += command.isOurs ? command.corrected(printed) : command.output
            }
            if Recording.isOn, block.lines != corrected {
                try Recording.replace(block, of: document, with: corrected)
            }
            #expect(block.lines == corrected, "\(path), \(block.heading)")
        }
    }

    /// What users copy, and the public schema that it must satisfy.
    private static let checks = [
        "check-jsonschema --builtin-schema vendor.github-workflows Integrations/ci/github.yml",
        "check-jsonschema --builtin-schema vendor.gitlab-ci --data-transform gitlab-ci Integrations/ci/gitlab-ci.yml",
        "pre-commit validate-manifest .pre-commit-hooks.yaml",
    ]

    @Test("files for continuous integration have the shape that their reader wants", arguments: checks)
    func shapes(_ check: String) throws {
        let words = check.split(separator: " ")
        let path = "PATH=\"\(ProcessInfo.processInfo.environment["PATH"] ?? "")\""
        let isThere = try Executable.output(of: "\(path) command -v \(words[0]) || true")
        guard !isThere.isEmpty else { return }
        let printed = try Executable.output(of: "\(path) \(check) > /dev/null 2>&1; echo $?")
        #expect(printed == ["0"], "\(check)")
    }

    /// The commands of the jobs, those of ours, run in a copy of the project's rules as a runner would.
    @Test("commands of continuous integration run", arguments: ["github.yml", "gitlab-ci.yml"])
    func jobsRun(_ name: String) throws {
        try #require(Executable.isBuilt)
        let folder = FileManager.default.temporaryDirectory.appending(path: "ci-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for part in ["Rules", "Fixtures", "seeds"] {
            try FileManager.default.copyItem(
                at: Repository.root.appending(path: part), to: folder.appending(path: part))
        }
        let text = try Repository.read("Integrations/ci/\(name)")
        let commands = text.split(separator: "\n").compactMap { line in
            line.firstMatch(of: /^ *(?:- |run: )?(bienfonde (?:verifier|valider|mettre|comparer).*)$/).map {
                String($0.1)
            }
        }
        #expect(commands.count == 4)
        let script =
            [
                "export GITHUB_BASE_REF=main GITHUB_STEP_SUMMARY=résumé.md CI_MERGE_REQUEST_DIFF_BASE_SHA=HEAD",
                "git init -q . && git add . && git commit -qm un && git update-ref refs/remotes/origin/main HEAD",
            ] + commands.map { "{ \($0); } > journal 2>&1 || cat journal" }
        #expect(try Executable.output(of: script.joined(separator: "\n"), in: folder) == [])
    }
}
