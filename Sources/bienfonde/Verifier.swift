import ArgumentParser
import CommandLineFrench
import RuleAnalysis
import RuleEngine
import RuleJSON

/// `verifier`: everything that can be wrong with the rules without a case.
struct Verifier: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verifier",
        abstract: "Cherche tout ce qui cloche dans les règles, sans aucun cas, et démontre leurs propriétés.",
        discussion: """
            EXEMPLES\u{A0}:
              bienfonde verifier
              bienfonde verifier --regles Rules --format json --sortie constats.json
            """,
        aliases: ["check"])

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text = "texte"
        case json
    }

    @Option(help: "La forme du résultat.")
    var format = Format.text

    @Option(help: ArgumentHelp("Le temps accordé à l’analyse, en secondes.", valueName: "secondes"))
    var budget = 60

    @OptionGroup(title: "Options communes")
    var common: CommonOptions

    func run() throws {
        try Session.run(common) { session in
            let set = try session.loadRules()
            session.sayDiagnostics()
            let report = try Analyzer.analyze(Program(set), within: .seconds(budget))
            try session.write(print(report, session))
            if report.findings.contains(where: { $0.level > .note }) { throw ExitCode(ExitStatus.found) }
        }
    }

    private func print(_ report: AnalysisReport, _ session: Session) -> String {
        switch format {
        case .text: FindingsText(session.library, colored: common.colorsResults).print(report)
        case .json: FindingsJSON(session.library).value(of: report).text(.pretty) + "\n"
        }
    }
}
