import Foundation
import Sanitizers
import Testing

/// Files that abuse YAML, JSON and batches, given to the command as a user gives them: what it may not take it refuses
/// for the right reason, in two seconds of processor and 200 MB.
@Suite("Abusive files, by the command") struct AbusiveFilesTests {
    @Test(
        "are refused for their own reason, or taken, soon and in little memory", .enabled(if: hasPython),
        .enabled(if: Sanitizer.isAbsent, "a sanitizer takes memory and time"))
    func everyFile() throws {
        try withShell { shell in
            try shell.write(Self.rules, to: "r/r.yaml")
            let files = AbusiveFile.kept() + AbusiveFile.keptYAML() + AbusiveFile.large
            #expect(files.count > 110)
            let runs = try files.enumerated().flatMap { place, file in
                try self.runs(of: file, in: "f\(place)", shell)
            }
            try shell.write(runs.map { $0.words.joined(separator: "\t") + "\n" }.joined(), to: "appels")
            let measured = try shell.run("python3 -c '\(Self.measuring)' < appels")
            let lines = measured.output.split(separator: "\n")
            try #require(lines.count == runs.count, "\(measured.error)")
            for (place, (run, line)) in zip(runs, lines).enumerated() { try expect(run, place, line, shell) }
            let (_, seconds, megabytes) = lines.map(Self.cells).reduce((0, 0, 0)) {
                (0, max($0.1, $1.1), max($0.2, $1.2))
            }
            print("\(runs.count) calls on abusive files, at most \(seconds) s of processor and \(megabytes) MB")
        }
    }

    /// A call of the command, without its name.
    private struct Run {
        let file: AbusiveFile
        let words: [String]
    }

    private func runs(of file: AbusiveFile, in folder: String, _ shell: Shell) throws -> [Run] {
        try shell.write("politique: { nom: x, version: \"1\" }\n", to: "\(folder)/politique.yaml")
        let path = "\(folder)/\(file.name)"
        try Data(file.bytes).write(to: shell.folder.appending(path: path))
        let asCase = Run(file: file, words: ["evaluer", path, "--regles", "r"])
        switch file.kind {
        case .yaml: return [Run(file: file, words: ["verifier", "--regles", folder]), asCase]
        case .json: return [asCase]
        case .ndjson: return [Run(file: file, words: ["lot", path, "--regles", "r"])]
        }
    }

    /// Status, seconds of processor, megabytes.
    private static func cells(_ line: Substring) -> (Double, Double, Double) {
        let cells = line.split(separator: "\t").compactMap { Double($0) }
        return cells.count == 3 ? (cells[0], cells[1], cells[2]) : (.nan, .infinity, .infinity)
    }

    private func expect(_ run: Run, _ place: Int, _ line: Substring, _ shell: Shell) throws {
        let file = run.file
        let call: Comment = "\(run.words.joined(separator: " "))"
        let (status, seconds, megabytes) = Self.cells(line)
        #expect(status == Double(file.status), call)
        #expect(seconds < 2, call)
        #expect(megabytes < 200, call)
        let (output, error) = (try Data(contentsOf: shell.folder.appending(path: "\(place).sortie")), "\(place).erreur")
        let said = String(decoding: try Data(contentsOf: shell.folder.appending(path: error)), as: UTF8.self)
        #expect(Self.says(said, file.said, of: file.name), "\(call.rawValue): \(said)")
        #expect(!output.contains(0x1B) && !said.contains("\u{1B}"), call)
        #expect(said.split(separator: "\n").allSatisfy { $0.unicodeScalars.count <= 400 }, call)
        if let answers = file.answers { #expect(output.count { $0 == 0x0A } == answers, call) }
    }

    /// Whether it is said of the file; `*` is any column.
    private static func says(_ text: String, _ words: String, of name: String) -> Bool {
        if words.isEmpty { return !text.contains(": erreur[") }
        guard let star = words.firstIndex(of: "*") else { return text.contains(words) }
        return text.split(separator: "\n").contains { line in
            guard let start = line.firstRange(of: "\(name):\(words[..<star])") else { return false }
            return line[start.upperBound...].drop(while: \.isNumber).hasPrefix(words[words.index(after: star)...])
        }
    }

    static let hasPython = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")

    /// Makes each call, keeps what it says under its number, and prints its status, its seconds of processor and the
    /// most memory that it took, in MB.
    private static let measuring = """
        import os, sys
        for number, line in enumerate(sys.stdin):
            files = [(os.POSIX_SPAWN_OPEN, 0, "/dev/null", os.O_RDONLY, 0)]
            for descriptor, name in [(1, "sortie"), (2, "erreur")]:
                path = f"{number}.{name}"
                files.append((os.POSIX_SPAWN_OPEN, descriptor, path, os.O_WRONLY | os.O_CREAT, 0o600))
            words = [os.environ["B"]] + line.rstrip("\\n").split("\\t")
            child = os.posix_spawn(words[0], words, os.environ, file_actions=files)
            _, status, used = os.wait4(child, 0)
            seconds = used.ru_utime + used.ru_stime
            print(os.waitstatus_to_exitcode(status), seconds, used.ru_maxrss * 1024 / 1e6, sep="\\t")
        """

    /// A fact of each type that the files state.
    private static let rules = """
        politique: { nom: x, version: "1" }
        faits:
          age: { question: Quel âge?, type: nombre }
          n: { question: Combien?, type: nombre }
          actif: { question: Actif?, type: oui/non }
          a: { question: Quoi?, type: texte }
        """
}
