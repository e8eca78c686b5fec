import ArgumentParser
import CommandLineFrench
import FileAccess
import RuleFormatting
import SourceText

/// `mettre-en-forme`: puts rule files and case files in canonical layout.
struct MettreEnForme: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mettre-en-forme",
        abstract: "Met en forme des fichiers de règles ou de cas, sans toucher à leur sens ni à leurs commentaires.",
        discussion: """
            Sans fichier, met en forme ceux du dossier des règles. Un fichier qui ne se lit pas reste tel quel.

            EXEMPLES\u{A0}:
              bienfonde mettre-en-forme
              bienfonde mettre-en-forme Rules Fixtures --verifier
              bienfonde mettre-en-forme - < regles.yaml
            """,
        aliases: ["format"])

    @Argument(
        help: ArgumentHelp("Des fichiers ou des dossiers; «\u{A0}-\u{A0}» est l’entrée standard.", valueName: "fichier")
    )
    var paths: [String] = []

    @Flag(
        name: .customLong("verifier"),
        help: "N’écrit rien\u{A0}: montre ce qui changerait, et finit par 1 s’il y a lieu.")
    var checks = false

    @OptionGroup(title: "Options communes")
    var common: CommonOptions

    func validate() throws {
        try common.refuse(\.date, "date", because: "la mise en forme ne dépend d’aucune date")
        if !paths.isEmpty {
            try common.refuse(\.rules, "regles", because: "seuls les fichiers nommés sont mis en forme")
        }
    }

    func run() throws {
        try Session.run(common) { session in
            var result = ""
            var hasChange = false
            for path in try files() {
                let limit = Limits.fileBytes + 1
                let bytes =
                    try path == "-" ? FileReader.readStandardInput(limit: limit) : FileReader.read(path, limit: limit)
                guard let formatted = try format(bytes, path, &session) else { continue }
                let isChanged = formatted != bytes
                hasChange = hasChange || isChanged
                if checks {
                    if isChanged { result += LineDifference.unified(bytes, formatted, path: path) }
                } else if path == "-" {
                    result += String(decoding: formatted, as: UTF8.self)
                } else if isChanged {
                    try FileWriter.write(formatted, to: path)
                    result += "\(Visible.text(path))\n"
                }
            }
            if !result.isEmpty { try session.write(result) }
            if session.bag.hasErrors { throw session.unusable() }
            if checks, hasChange { throw ExitCode(ExitStatus.found) }
        }
    }

    /// The files named, and those of the folders named.
    private func files() throws(FileProblem) -> [String] {
        var files: [String] = []
        for path in paths.isEmpty ? [common.folder] : paths {
            if path == "-" {
                files.append(path)
                continue
            }
            do throws(FileProblem) {
                files += try FolderListing.files(below: path, withExtensions: ["yaml", "yml"]).map(\.path)
            } catch {
                guard error.reason == .notAFolder else { throw error }
                files.append(path)
            }
        }
        return files
    }

    /// The text in canonical layout; nil when it cannot be read, which is reported.
    private func format(_ bytes: [UInt8], _ path: String, _ session: inout Session) throws -> [UInt8]? {
        let file = session.library.add(path: path == "-" ? "entrée standard" : path, bytes: bytes)
        switch FileFormatter.format(file, in: session.library, into: &session.bag) {
        case .formatted(let formatted): return formatted
        case .unreadable: return nil
        case .unfaithful:
            session.say(
                "bienfonde: \(Visible.text(path))\u{A0}: ce fichier n’a pu être mis en forme; il reste tel quel\n")
            throw ExitCode(ExitStatus.ourBug)
        }
    }
}
