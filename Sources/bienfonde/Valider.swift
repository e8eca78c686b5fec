import ArgumentParser
import CommandLineFrench
import RuleEngine
import RuleFixtures
import RulePipeline

/// `valider`: runs the examples of the rules and the cases of a folder.
struct Valider: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "valider",
        abstract: "Vérifie que les cas d’essai et les exemples des règles donnent ce qu’ils attendent.",
        discussion: """
            EXEMPLES\u{A0}:
              bienfonde valider
              bienfonde valider Fixtures/lectures --regles Rules
              bienfonde valider --format junit --sortie rapport.xml
            """,
        aliases: ["test"])

    @Argument(help: ArgumentHelp("Le dossier des cas d’essai, ou un fichier.", valueName: "dossier"))
    var folder = "Fixtures"

    @Option(help: "La forme du résultat.")
    var format = ReportFormat.text

    @Flag(
        name: .customLong("mutations"),
        help: "Change les règles une petite chose à la fois; dit ce qu’aucun cas ne détecte.")
    var mutates = false

    @OptionGroup(title: "Options communes")
    var common: CommonOptions

    func run() throws {
        try Session.run(common) { session in
            let set = try session.loadRules()
            session.sayDiagnostics()
            let (files, whole) = try FixtureFolder.load(folder, into: &session.library)
            let program = Program(set)
            var fixtures = FixtureRunner(program, asked: common.date, today: common.today)
            var examples = ExampleRunner(program, asked: common.date, today: common.today)
            let report = FixtureReport(fixtures: fixtures.run(files, in: whole), examples: examples.run())
            try session.write(format.print(report, in: session.library, colored: common.colorsResults))
            if mutates {
                var trial = MutationTrial(program, files, .init(asked: common.date, today: common.today))
                try session.write(trial.run().text(in: session.library))
            }
            if report.hasFailures { throw ExitCode(ExitStatus.found) }
        }
    }
}

extension ReportFormat: ExpressibleByArgument {}
