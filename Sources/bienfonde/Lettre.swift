import ArgumentParser
import CommandLineFrench
import FileAccess
import RuleDocuments
import RuleEngine
import RuleModel
import SourceText

/// `lettre`: the reasoned reply to the personne requérante, or the request for information to a unit.
struct Lettre: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lettre",
        abstract: "Écrit le projet de réponse motivée à la personne requérante.",
        discussion: """
            La lettre est un projet\u{A0}: une personne de l’équipe la relit, la complète et la signe. Ses modèles sont \
            dans le dossier «\u{A0}Modeles\u{A0}» (voir docs/lettres.md).

            EXEMPLES\u{A0}:
              bienfonde lettre cas.yaml
              bienfonde lettre cas.yaml --format docx --sortie reponse.docx
              bienfonde lettre cas.yaml --demande-unite
            """,
        aliases: ["letter"])

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text = "texte"
        case markdown
        case html
        case docx
        case odt
        case pdf
    }

    @Argument(
        help: ArgumentHelp(
            "Le fichier du cas, en YAML ou en JSON; «\u{A0}-\u{A0}» est l’entrée standard.", valueName: "cas"))
    var path: String

    @Option(help: "La forme de la lettre.")
    var format = Format.text

    @Flag(
        name: .customLong("demande-unite"),
        help: "Écrit plutôt la demande de renseignements à l’unité administrative, sans rien de la personne requérante."
    )
    var asksUnit = false

    @Option(
        name: .customLong("modeles"),
        help: ArgumentHelp(
            "Le dossier des modèles; à défaut, celui de $BIENFONDE_MODELES, sinon «\u{A0}Modeles\u{A0}».",
            valueName: "dossier"))
    var models: String?

    @Flag(
        name: .customLong("masquer"),
        help: "Laisse les textes libres de côté\u{A0}: la lettre les demande entre crochets.")
    var masks = false

    @OptionGroup(title: "Options communes")
    var common: CommonOptions

    func validate() throws {
        switch format {
        case .text, .markdown, .html: return
        case .docx, .odt, .pdf:
            guard common.output == nil, StandardOutput.isTerminal else { return }
            throw ValidationError(
                "la forme «\u{A0}\(format.rawValue)\u{A0}» ne se lit pas à l’écran; nommez un fichier avec --sortie")
        }
    }

    func run() throws {
        try Session.run(common) { session in
            let set = try session.loadRules()
            let models = try DocumentModels.load(folder, with: set, into: &session.library, &session.bag)
            guard let models, !session.bag.hasErrors else { throw session.unusable() }
            let decided = try decide(by: set, in: &session)
            session.sayDiagnostics()
            let writer = LetterWriter(set, models)
            if asksUnit {
                guard let request = writer.unitRequest(for: decided) else {
                    session.say("bienfonde: aucune question n’est à poser à l’unité administrative\n")
                    return
                }
                try print(request, in: session)
            } else {
                try print(writer.reply(to: decided), in: session)
            }
            if decided.isContradictory { throw ExitCode(ExitStatus.found) }
        }
    }

    /// The folder of the templates.
    private var folder: String { models ?? Host.environment("BIENFONDE_MODELES") ?? "Modeles" }

    /// The one case of the file, decided.
    private func decide(by set: RuleSet, in session: inout Session) throws -> DecidedCase {
        let cases = try CaseFiles.read([path], of: set, in: &session).cases
        let decided = try CaseFiles.decide(cases, by: Program(set), masked: masks, in: &session)
        guard let only = decided.first, decided.count == 1 else {
            session.say("bienfonde: une lettre répond à un seul cas; ce fichier en contient \(decided.count)\n")
            throw ExitCode(ExitStatus.unusable)
        }
        return only.decision
    }

    private func print(_ letter: Letter, in session: Session) throws {
        switch format {
        case .text: try session.writePrivately(Array(LetterText().render(letter).utf8))
        case .markdown: try session.writePrivately(Array(LetterMarkdown().render(letter).utf8))
        case .html: try session.writePrivately(Array(LetterHTML().render(letter).utf8))
        case .docx: try make(.docx, of: letter, in: session)
        case .odt: try make(.odt, of: letter, in: session)
        case .pdf: try make(.pdf, of: letter, in: session)
        }
    }

    private func make(_ format: LetterFile.Format, of letter: Letter, in session: Session) throws {
        // The page that another program reads meanwhile holds personal data: it does not outlive a Ctrl-C.
        Interruption.watch()
        do throws(LetterFile.Problem) {
            let bytes = try LetterFile.make(format, from: LetterHTML().render(letter), styledBy: folder)
            do { try session.writePrivately(bytes) } catch { throw .files(error) }
        } catch {
            if case .files(let problem) = error { throw problem }
            session.say("bienfonde: \(error.sentence)\n")
            if case .interrupted(let signal) = error { throw ExitCode(128 + signal) }
            throw ExitCode(ExitStatus.transferFailed)
        }
    }
}
