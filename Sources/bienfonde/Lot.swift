import ArgumentParser
import CommandLineFrench
import Compression
import FileAccess
import PolicyValues
import RuleBatch
import RuleEngine
import RuleModel
import SourceText

/// `lot`: decides a stream of cases.
struct Lot: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lot",
        abstract: "Décide un flux de requêtes, une réponse par ligne, dans l’ordre.",
        discussion: """
            Une ligne qui ne peut pas servir reçoit son erreur, et le lot continue. Les noms en .gz et en .zst sont \
            compressés.

            EXEMPLES\u{A0}:
              bienfonde lot requetes.ndjson > reponses.ndjson
              bienfonde lot requetes.csv --format csv --detail issues --sortie reponses.csv
              bienfonde lot requetes.ndjson.zst --sortie reponses.ndjson.zst
              bienfonde lot requetes.ndjson --sortie reponses.ndjson --reprendre-apres 120000
            """,
        aliases: ["batch"])

    @Argument(
        help: ArgumentHelp(
            "Le fichier des requêtes, une par ligne; «\u{A0}-\u{A0}», à défaut, est l’entrée standard.",
            valueName: "entrée"))
    var input = "-"

    @Option(
        name: .customLong("entree"),
        help: "La notation de l’entrée; à défaut, celle que dit la fin de son nom, sinon NDJSON.")
    var notation: BatchFormat?

    @Option(help: "La notation des réponses.")
    var format = BatchFormat.ndjson

    @Option(help: "L’étendue des réponses\u{A0}: avec les motifs et les faits manquants, ou les issues seules.")
    var detail = BatchSettings.Detail.complete

    @Option(
        name: .customLong("coeurs"),
        help: ArgumentHelp("Sur combien de cœurs décider; à défaut, tous.", valueName: "nombre"),
        transform: Lot.cores)
    var cores: Int?

    @Option(
        name: .customLong("reprendre-apres"),
        help: ArgumentHelp(
            "Garde les réponses aux lignes 1 à N d’un lot interrompu vers le même fichier, et continue.", valueName: "n"
        ),
        transform: Lot.line)
    var resumed: Int?

    @OptionGroup(title: "Options communes")
    var common: CommonOptions

    func validate() throws {
        if resumed != nil, common.output == nil {
            throw ValidationError(
                "\(quoted("--reprendre-apres")) demande \(quoted("--sortie")), le fichier à continuer")
        }
    }

    func run() throws {
        try Session.run(common) { session in
            let set = try session.loadRules()
            session.sayDiagnostics()
            Interruption.watch()
            try BatchCommand(self, set).run(in: &session)
        }
    }

    private static func cores(_ text: String) throws -> Int {
        guard let count = Int(text), (1...mostCores).contains(count) else {
            throw ValidationError("le nombre de cœurs va de 1 à \(mostCores); \(quoted(text)) ne convient pas")
        }
        return count
    }

    /// Far more than there are: a larger number is a slip.
    private static let mostCores = 512

    private static func line(_ text: String) throws -> Int {
        guard let line = Int(text), line >= 0 else {
            throw ValidationError(
                "\(quoted("--reprendre-apres")) demande le numéro d’une ligne; \(quoted(text)) n’en est pas un")
        }
        return line
    }
}

extension BatchFormat: ExpressibleByArgument {}
extension BatchSettings.Detail: ExpressibleByArgument {}
