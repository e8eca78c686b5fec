import ArgumentParser
import CommandLineFrench
import RuleJSON
import RulePipeline
import RuleReceipts
import SourceText

/// `rejouer`: decides kept decisions again by the rules that made them.
struct Rejouer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rejouer",
        abstract: "Décide de nouveau ce que des reçus gardent, par les règles de l’époque.",
        discussion: """
            Les règles sont cherchées par leur empreinte\u{A0}: dans le dossier des règles, \
            puis dans les révisions que git en garde. Le résultat est «\u{A0}identique\u{A0}», \
            ou dit ce qui diffère et pourquoi (voir docs/recus.md).

            EXEMPLES\u{A0}:
              bienfonde rejouer recu.json
              bienfonde rejouer recus/*.json --format json
              bienfonde rejouer recu.json --regles v1.0:Rules
            """,
        aliases: ["replay"])

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text = "texte"
        case json
    }

    @Argument(
        help: ArgumentHelp("Les reçus; «\u{A0}-\u{A0}» est l’entrée standard.", valueName: "fichier"))
    var paths: [String]

    @Option(help: "La forme du résultat.")
    var format = Format.text

    @OptionGroup(title: "Options communes")
    var common: CommonOptions

    func validate() throws {
        try common.refuse(\.date, "date", because: "un reçu est rejoué à sa propre date")
    }

    func run() throws {
        try Session.run(common) { session in
            let entries = try ReceiptFiles.read(paths, in: &session)
            var replayer = Replayer(by: RuleHistory(of: common.folder))
            var replays: [Replay] = []
            for entry in entries { replays.append(try replayer.replay(entry)) }
            let report = ReplayReport(
                replays, by: Bienfonde.version, in: common.folder, search: replayer.search)
            if !replays.isEmpty || !session.bag.hasErrors {
                try session.write(format == .json ? report.json.text(.pretty) + "\n" : report.text)
            }
            if session.bag.hasErrors { throw session.unusable() }
            if replays.contains(where: \.isUnusable) { throw ExitCode(ExitStatus.unusable) }
            if replays.contains(where: \.isFound) { throw ExitCode(ExitStatus.found) }
        }
    }
}
