import ArgumentParser
import CommandLineFrench
import RuleEngine
import RuleExplanation
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
              bienfonde evaluer cas.yaml --pourquoi-pas "recevabilité=recevable"
              bienfonde evaluer - --format json < cas.json
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

    @OptionGroup(title: "Options communes")
    var common: CommonOptions

    func run() throws {
        try Session.run(common) { session in
            let set = try session.loadRules()
            let question = try whyNot.map { try WhyNotQuestion(parsing: $0, in: set) }
            let (cases, isList) = try CaseFiles.read(cases, of: set, in: &session)
            let program = Program(set)
            var decider = CaseDecider(program, asked: common.date, today: common.today)
            var decided = cases.compactMap { decider.decide($0, into: &session.bag) }
            if session.bag.hasErrors { throw session.unusable() }
            if let question { decided = decided.map { $0.asking { question.answer(for: $0, program) } } }
            session.sayDiagnostics()
            let report = Report(
                set, placedBy: PlaceIndex(session.library, relativeTo: common.folder), detail: detail,
                colored: common.colorsResults)
            try session.write(report.print(decided, as: format, isList: isList || self.cases.count > 1))
            if decided.contains(where: \.isContradictory) { throw ExitCode(ExitStatus.found) }
        }
    }
}

extension ExplanationDetail: ExpressibleByArgument {}
