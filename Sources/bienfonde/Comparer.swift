import ArgumentParser
import CommandLineFrench
import RuleAnalysis
import RuleCases
import RuleEngine
import RuleJSON
import SourceText

/// `comparer`: what changes, and for whom, between two rule sets.
struct Comparer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "comparer",
        abstract: "Dit ce qui change entre deux ensembles de règles, et pour quels cas.",
        discussion: """
            Deux ensembles ne sont dits équivalents que si c’est démontré. Un ensemble est un dossier, ou une révision \
            de git et un dossier séparés par «\u{A0}:\u{A0}».

            EXEMPLES\u{A0}:
              bienfonde comparer Rules nouvelles-regles
              bienfonde comparer HEAD:Rules Rules --format markdown
              bienfonde comparer Rules nouvelles-regles --cas requetes.ndjson
            """,
        aliases: ["diff"])

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text = "texte"
        case json
        case markdown
    }

    @Argument(help: ArgumentHelp("Le dossier des règles d’avant.", valueName: "ancien"))
    var old: String

    @Argument(help: ArgumentHelp("Le dossier des règles d’après.", valueName: "nouveau"))
    var new: String

    @Option(help: "La forme du résultat.")
    var format = Format.text

    @Option(help: ArgumentHelp("Le temps accordé à l’analyse, en secondes.", valueName: "secondes"))
    var budget = 60

    @Option(
        name: .customLong("cas"),
        help: ArgumentHelp(
            "Des cas connus\u{A0}: un dossier, un fichier de cas ou un flux NDJSON; dit combien changent, et lesquels.",
            valueName: "dossier-ou-fichier"))
    var cases: String?

    @OptionGroup(title: "Options communes")
    var common: CommonOptions

    func validate() throws {
        try common.refuse(\.rules, "regles", because: "les règles sont celles des deux dossiers nommés")
        if cases == nil {
            try common.refuse(\.date, "date", because: "sans --cas, les règles sont comparées à toutes les dates")
        }
    }

    func run() throws {
        try Session.run(common) { session in
            let before = try session.loadRules(in: old)
            let after = try session.loadRules(in: new)
            session.sayDiagnostics()
            let (old, new) = (Program(before), Program(after))
            var report = try RuleSetComparison.compare(old, new, within: .seconds(budget))
            if let cases {
                let comparison = CaseComparison(old, new, asked: common.date, today: session.today)
                report.cases = try KnownCases(comparison, saying: Discretion(of: after)).read(cases, in: &session)
            }
            try session.write(print(report))
            session.sayDiagnostics()
            let hasUnusable = report.cases.map { $0.unusable > 0 || $0.total == 0 } ?? false
            if !report.areEquivalent || hasUnusable { throw ExitCode(ExitStatus.found) }
        }
    }

    private func print(_ report: ComparisonReport) -> String {
        switch format {
        case .text: ComparisonText(.plain).print(report)
        case .markdown: ComparisonText(.markdown).print(report)
        case .json: ComparisonJSON.value(of: report).text(.pretty) + "\n"
        }
    }
}
