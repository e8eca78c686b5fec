import ArgumentParser
import CommandLineFrench
import FileAccess
import RuleAnalysis
import RuleEngine
import RuleFixtures
import RulePipeline
import SourceText

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
              bienfonde valider --couverture --page couverture.html --seuil-couverture 90
              bienfonde valider --mutations --seuil-mutations 95
            """,
        aliases: ["test"])

    @Argument(help: ArgumentHelp("Le dossier des cas d’essai, ou un fichier.", valueName: "dossier"))
    var folder = "Fixtures"

    @Option(help: "La forme du résultat.")
    var format = ReportFormat.text

    @OptionGroup(title: "Ce que valent les cas")
    var checking: CheckingOptions

    @OptionGroup(title: "Pendant la rédaction")
    var watching: WatchingOptions

    @OptionGroup(title: "Options communes")
    var common: CommonOptions

    func validate() throws {
        if watching.watches, checking.proposals != nil {
            throw ValidationError(
                "\(quoted("--surveiller")) et \(quoted("--proposer")) ne vont pas ensemble\u{A0}: chaque cas écrit serait un changement"
            )
        }
    }

    func run() throws {
        try watching.run(common, on: [folder]) { session in
            let set = try session.loadRules()
            session.sayDiagnostics()
            let (files, whole) = try FixtureFolder.load(folder, into: &session.library)
            let program = Program(set)
            var collector = checking.asksForCoverage ? CoverageCollector(set) : nil
            var report = run(program, files, in: whole, of: session, into: &collector)
            report.coverage = collector?.report
            if checking.asksForMutations { report.mutations = mutations(of: program, files, session) }
            try session.write(format.print(report, in: session.library, colored: common.colorsResults))
            if !format.saysSummaries { session.say(report.summaries.map { $0 + "\n" }.joined()) }
            if let page = checking.page, let coverage = report.coverage {
                try FileWriter.write(Array(CoveragePage(coverage, in: session.library).html.utf8), to: page)
            }
            if let collector { try propose(program, files, collector, report, session) }
            let shortfalls = checking.shortfalls(report)
            session.say(shortfalls.map { $0 + "\n" }.joined())
            if report.hasFailures || !shortfalls.isEmpty { throw ExitCode(ExitStatus.found) }
        }
    }

    private func run(
        _ program: Program, _ files: [FixtureFile], in whole: SourceRange, of session: Session,
        into collector: inout CoverageCollector?
    ) -> FixtureReport {
        var fixtures = FixtureRunner(program, asked: common.date, today: session.today)
        var examples = ExampleRunner(program, asked: common.date, today: session.today)
        if let filter = checking.filter.map(TextFilter.init) {
            fixtures.isSelected = { name, file in filter.matches([name, session.library[file].path]) }
            examples.isSelected = { filter.matches([$0]) }
        }
        let report = FixtureReport(fixtures: fixtures.run(files, in: whole), examples: examples.run())
        for matter in fixtures.matters + examples.matters { collector?.add(matter.examination) }
        return report.isEmpty ? .nothingSelected(in: whole) : report
    }

    private func mutations(
        of program: Program, _ files: [FixtureFile], _ session: Session
    ) -> MutationReport {
        let budget = checking.mutationBudget
        let end = ContinuousClock.now + budget
        var trial = MutationTrial(
            program, files, .init(asked: common.date, today: session.today, budget: budget)
        ) { variant in
            let left = min(end - .now, Self.longestProof)
            let comparison = try? RuleSetComparison.compare(program, Program(variant), within: left)
            return comparison?.areEquivalent ?? false
        }
        return trial.run()
    }

    /// What a proof that a mutant changes nothing may take: those that can be proved take far less.
    private static let longestProof = Duration.seconds(5)

    /// Writes the fixtures that are asked for, one a file.
    private func propose(
        _ program: Program, _ files: [FixtureFile], _ collector: CoverageCollector, _ report: FixtureReport,
        _ session: Session
    ) throws {
        guard let folder = checking.proposals else { return }
        var proposer = FixtureProposer(program, files, asked: common.date, today: session.today)
        let result = proposer.run(collector)
        let survivors = report.mutations?.survivors.compactMap(\.fixture) ?? []
        try FolderWriter.make(folder)
        for (kind, fixtures) in [("couverture", result.fixtures), ("mutation", survivors)] {
            for (index, fixture) in fixtures.enumerated() {
                let number = String(repeating: "0", count: max(0, 3 - String(index + 1).count)) + String(index + 1)
                try FileWriter.write(Array(fixture.text.utf8), to: "\(folder)/\(kind)-\(number).yaml")
            }
        }
        let count = result.fixtures.count + survivors.count
        session.say(FixtureProposer.summary(count, unreached: result.unreached.count, in: folder) + "\n")
    }
}

extension ReportFormat: ExpressibleByArgument {}
