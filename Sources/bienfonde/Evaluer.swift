import ArgumentParser
import CommandLineFrench
import RuleEngine
import RuleExplanation
import RuleReceipts
import SourceText

/// `evaluer`: decides case files and explains.
struct Evaluer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluer",
        abstract: "Décide un ou plusieurs cas, et explique chaque décision.",
        discussion: """
            EXEMPLES\u{A0}:
              bienfonde evaluer cas.yaml
              bienfonde evaluer cas.yaml --format html --sortie explication.html
              bienfonde evaluer cas.yaml --explication courte --surveiller
              bienfonde evaluer cas.yaml --pourquoi-pas "recevabilité=recevable"
              bienfonde evaluer - --format json < cas.json
              bienfonde evaluer cas.yaml --recu recu.json --masquer
            """,
        aliases: ["eval"])

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text = "texte"
        case json
        case markdown
        case html
    }

    @Argument(
        help: ArgumentHelp(
            "Les fichiers des cas, en YAML ou en JSON; «\u{A0}-\u{A0}» est l’entrée standard.", valueName: "cas"))
    var cases: [String]

    @Option(help: "La forme du résultat.")
    var format = Format.text

    @Option(name: .customLong("explication"), help: "L’étendue de l’explication.")
    var detail = ExplanationDetail.complete

    @Option(
        name: .customLong("pourquoi-pas"),
        help: ArgumentHelp(
            "L’issue que la décision n’a pas eue\u{A0}: quels faits la lui donneraient.", valueName: "décision=issue"))
    var whyNot: String?

    @Option(
        name: .customLong("recu"),
        help: ArgumentHelp(
            "Le fichier où garder les décisions, pour les rejouer plus tard (voir «\u{A0}rejouer\u{A0}»).",
            valueName: "fichier"))
    var receipt: String?

    @Flag(
        name: .customLong("masquer"),
        help: "Laisse les textes libres de côté\u{A0}: le nom du cas et les faits de type texte.")
    var masks = false

    @OptionGroup(title: "Pendant la rédaction")
    var watching: WatchingOptions

    @OptionGroup(title: "Options communes")
    var common: CommonOptions

    func validate() throws {
        if watching.watches, cases.contains("-") {
            throw ValidationError(
                "l’entrée standard ne change pas\u{A0}: \(quoted("--surveiller")) demande des fichiers")
        }
    }

    func run() throws {
        try watching.run(common, on: cases) { session in
            let set = try session.loadRules()
            let question = try whyNot.map { try WhyNotQuestion(parsing: $0, in: set) }
            let (cases, isList) = try CaseFiles.read(cases, of: set, in: &session)
            let program = Program(set)
            let decided = try CaseFiles.decide(cases, by: program, masked: masks, in: &session)
            session.sayDiagnostics()
            let isSeveral = isList || self.cases.count > 1
            if let receipt {
                let writer = ReceiptWriter(set, program: Bienfonde.version, day: session.today, asked: common.date)
                try ReceiptFiles.write(writer.bytes(of: decided, isList: isSeveral), to: receipt, in: session)
            }
            let report = Report(
                set, placedBy: PlaceIndex(session.library, relativeTo: common.folder), detail: detail,
                colored: common.colorsResults)
            let shown = decided.map { one in
                question.map { question in one.decision.asking { question.answer(for: $0, program) } } ?? one.decision
            }
            try session.write(report.print(shown, as: format, isList: isSeveral))
            if shown.contains(where: \.isContradictory) { throw ExitCode(ExitStatus.found) }
        }
    }
}

extension ExplanationDetail: ExpressibleByArgument {}
