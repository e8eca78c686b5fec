import ArgumentParser
import CommandLineFrench
import FileAccess
import PolicyValues
import RuleCases
import RuleEngine
import RuleInterview
import RuleModel
import SourceText

/// `entretien`: asks, most useful question first, until every decision is determined; saves the case.
struct Entretien: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entretien",
        abstract: "Pose les questions utiles, dans l’ordre, et enregistre le cas.",
        discussion: """
            Seules les questions qui peuvent encore compter sont posées. Chaque réponse est enregistrée\u{A0}: un entretien \
            interrompu se reprend en nommant son fichier.

            EXEMPLES\u{A0}:
              bienfonde entretien
              bienfonde entretien requete.yaml
              bienfonde entretien requete.yaml --pour "unité administrative"
            """,
        aliases: ["interview"])

    @Argument(
        help: ArgumentHelp("Le fichier du cas, à reprendre ou à créer; à défaut, un nouveau fichier.", valueName: "cas")
    )
    var path: String?

    @Option(
        name: .customLong("pour"),
        help: ArgumentHelp("Ne pose que les questions auxquelles ce détenteur peut répondre.", valueName: "détenteur"))
    var holder: String?

    @Option(help: ArgumentHelp("Le nombre d’objets d’une nouvelle requête; à défaut, un seul.", valueName: "nombre"))
    var objets: Int?

    @OptionGroup(title: "Options communes")
    var common: CommonOptions

    func validate() throws {
        guard let objets else { return }
        guard (1...Self.mostObjects).contains(objets) else {
            throw ValidationError(
                "\(objets) n’est pas un nombre d’objets\u{A0}: une requête en a de 1 à \(Self.mostObjects)")
        }
        if let path, OutputStream.exists(path) {
            throw ValidationError("un cas enregistré a déjà ses objets; retirez --objets")
        }
    }

    /// More matters than one requête is likely to have.
    private static let mostObjects = 20

    func run() throws {
        try Session.run(common) { session in
            let set = try session.loadRules()
            let written = try openCase(by: set, in: &session)
            session.sayDiagnostics()
            let interview = Interview(
                Program(set), about: written, asked: common.date, today: session.today, only: try heldBy(in: set))
            let target = try common.output ?? path ?? newPath(on: session.today)
            Interruption.watch()
            var conversation = Conversation(interview, savingTo: target, isForOneHolder: holder != nil)
            let signal = try conversation.run()
            if let signal { throw ExitCode(128 + signal) }
        }
    }

    /// The saved case, or one that states nothing where the file does not exist yet.
    private func openCase(by set: RuleSet, in session: inout Session) throws -> InterviewCase {
        guard let path, OutputStream.exists(path) else {
            return InterviewCase(nothingStatedIn: set, objects: objets ?? 1)
        }
        let cases = try CaseFiles.read([path], of: set, in: &session).cases
        guard !session.bag.hasErrors, let only = cases.first else { throw session.unusable() }
        guard cases.count == 1 else {
            throw refusal("un entretien porte sur un seul cas; ce fichier en contient \(cases.count)", session)
        }
        guard common.output == nil else { return InterviewCase(only) }
        let isPlain = path.hasSuffix(".yaml") || path.hasSuffix(".yml")
        let bytes = session.library.files.last?.bytes ?? []
        let hasRemarks =
            bytes.starts(with: [UInt8(ascii: "#")])
            || ByteSearch.contains(Array("\n#".utf8), in: bytes, 0..<bytes.count)
            || ByteSearch.contains(Array(" #".utf8), in: bytes, 0..<bytes.count)
        guard isPlain, !hasRemarks, only.expected == nil, only.objects.allSatisfy({ $0.expected == nil }) else {
            throw refusal(
                "ce fichier contient des remarques ou des résultats attendus, ou n’est pas en YAML\u{A0}: l’enregistrer les perdrait; nommez un autre fichier avec --sortie",
                session)
        }
        return InterviewCase(only)
    }

    /// Says why the file cannot be used, and gives the end of the command.
    private func refusal(_ sentence: String, _ session: Session) -> ExitCode {
        session.say("bienfonde: \(sentence)\n")
        return ExitCode(ExitStatus.unusable)
    }

    /// The holder that the option names, by its name or the beginning of it.
    private func heldBy(in set: RuleSet) throws -> String? {
        guard let holder else { return nil }
        let all = Set(set.facts.compactMap(\.holder)).sorted()
        let typed = NameKey.bare(BorderText.normalized(holder))
        if let whole = all.first(where: { NameKey.bare($0) == typed }) { return whole }
        let beginning = all.filter { NameKey.bare($0).hasPrefix(typed) }
        guard let only = beginning.first, beginning.count == 1 else {
            throw ValidationError("aucun fait n’a le détenteur \(quoted(holder)); il y a \(quotedList(all, "et"))")
        }
        return only
    }

    /// A name that no file has.
    private func newPath(on today: CivilDate) throws -> String {
        let base = "requete-\(today.iso)"
        let names = [base] + (2..<1_000).map { "\(base)-\($0)" }
        guard let free = names.first(where: { !OutputStream.exists("\($0).yaml") }) else {
            throw ValidationError("nommez le fichier où enregistrer le cas")
        }
        return "\(free).yaml"
    }
}
