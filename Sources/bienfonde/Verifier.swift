import ArgumentParser
import CommandLineFrench
import FileAccess
import RuleAnalysis
import RuleEngine
import RuleModel
import RulePipeline
import RuleReview
import SourceText

/// `verifier`: everything that can be wrong with the rules without a case.
struct Verifier: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verifier",
        abstract: "Vérifie les règles elles-mêmes, et démontre leurs propriétés.",
        discussion: """
            Chaque extrait cité est cherché dans son document. Ce qui ne peut jamais arriver, ce qui se contredit et ce \
            que les règles garantissent est démontré pour tous les cas, à toutes les dates, ou montré par un cas. Chaque \
            constat est expliqué dans docs/constats.md.

            EXEMPLES\u{A0}:
              bienfonde verifier
              bienfonde verifier --regles Rules --sources
              bienfonde verifier --format sarif --sortie constats.sarif
            """,
        aliases: ["check"])

    @Option(help: "La forme du résultat.")
    var format = FindingFormat.text

    @Flag(name: .customLong("sources"), help: "Montre les lignes du document où se trouve chaque extrait cité.")
    var showsSources = false

    @Option(help: ArgumentHelp("Le temps accordé aux démonstrations, en secondes.", valueName: "secondes"))
    var budget = 60

    @OptionGroup(title: "Pendant la rédaction")
    var watching: WatchingOptions

    @OptionGroup(title: "Options communes")
    var common: CommonOptions

    func validate() throws {
        try common.refuse(\.date, "date", because: "la vérification vaut à toutes les dates")
    }

    func run() throws {
        try watching.run(common, on: []) { session in
            let set = try RuleFolder.load(common.folder, into: &session.library, &session.bag)
            let diagnostics = session.bag.sorted
            guard let set, !session.bag.hasErrors else {
                // In the text form the diagnostics alone say it all, on standard error.
                if format != .text { try write(FindingReport([], diagnostics: diagnostics), &session) }
                throw session.unusable()
            }
            let review = SourceReview(set, into: &session.library)
            let findings = review.findings + NameReview.findings(in: set) + VersionReview.findings(in: set)
            let analysis = try Analyzer.analyze(Program(set), within: .seconds(budget))
            let report = FindingReport(
                findings + analysis.findings, diagnostics: diagnostics, located: review.located,
                proved: analysis.provedProperties, openQuestions: analysis.openQuestions)
            try write(report, &session)
            if report.hasFindings { throw ExitCode(ExitStatus.found) }
        }
    }

    private func write(_ report: FindingReport, _ session: inout Session) throws(FileProblem) {
        try session.write(
            format.print(
                report, in: session.library, version: Bienfonde.version, colored: common.colorsResults,
                showingSources: showsSources))
        if format == .github, let path = Host.environment("GITHUB_STEP_SUMMARY"), !path.isEmpty {
            // What other steps have written stays.
            try FileWriter.append(Array(AnnotationReport(session.library).summary(report).utf8), to: path)
        }
    }
}

extension FindingFormat: ExpressibleByArgument {}
