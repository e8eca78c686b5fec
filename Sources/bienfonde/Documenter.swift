import ArgumentParser
import CommandLineFrench
import FileAccess
import PolicyValues
import RuleAnalysis
import RuleEngine
import RuleFixtures
import RuleModel
import RulePipeline
import RuleReview
import RuleSite
import SourceText

/// `documenter`: the policy as a readable site.
struct Documenter: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "documenter",
        abstract: "Écrit la politique, ses règles et ses cas en un site à lire.",
        discussion: """
            Le site est un dossier de pages qui se lisent sans serveur ni réseau\u{A0}: ouvrez index.html. Le dossier est \
            écrit en entier ou pas du tout; s’il existe déjà, il n’est remplacé que si cette commande l’a écrit.

            EXEMPLES\u{A0}:
              bienfonde documenter --sortie site
              bienfonde documenter --regles Rules --cas Fixtures --sortie site
            """,
        aliases: ["doc"])

    @Option(
        name: .customLong("cas"),
        help: ArgumentHelp(
            "Le dossier des cas d’essai à montrer; à défaut, «\u{A0}Fixtures\u{A0}» s’il existe.", valueName: "dossier")
    )
    var cases: String?

    @OptionGroup(title: "Options communes")
    var common: CommonOptions

    func validate() throws {
        guard common.output != nil else { throw ValidationError("nommez le dossier où écrire le site avec --sortie") }
    }

    func run() throws {
        try Session.run(common) { session in
            guard let output = common.output else { return }
            let set = try session.loadRules()
            session.sayDiagnostics()
            let material = try material(set, in: &session)
            for finding in material.review.findings where finding.code == .missingDocument {
                session.say("bienfonde: \(finding.message)\n")
            }
            let files = SiteWriter(material).files.map {
                FolderReplacement.File(inside: $0.path, bytes: Array($0.text.utf8))
            }
            let folder = FolderReplacement(manifest: SiteWriter.manifest, heading: SiteWriter.manifestHeading)
            try folder.write(files, to: output)
        }
    }

    /// Looks up the sources, and runs the cases and examples.
    private func material(_ set: RuleSet, in session: inout Session) throws -> SiteMaterial {
        let review = SourceReview(set, into: &session.library)
        let program = Program(set)
        let today = set.latestChange
        var fixtures = FixtureRunner(program, asked: common.date, today: today)
        let casesFolder = cases ?? (FolderListing.exists("Fixtures") ? "Fixtures" : nil)
        if let folder = casesFolder {
            let (files, whole) = try FixtureFolder.load(folder, into: &session.library)
            let unusable = fixtures.run(files, in: whole).contains { result in
                if case .file = result.kind { true } else { false }
            }
            if unusable {
                session.say("bienfonde: des cas d’essai ne peuvent pas être lus; «\u{A0}valider\u{A0}» dit pourquoi\n")
            }
        }
        var examples = ExampleRunner(program, asked: common.date, today: today)
        let results = examples.run()
        var coverage = CoverageCollector(set)
        for matter in fixtures.matters + examples.matters { coverage.add(matter.examination) }
        return SiteMaterial(
            set: set, library: session.library, folders: [common.folder, casesFolder].compactMap { $0 }, review: review,
            fixtures: fixtures.cases,
            examples: results, coverage: coverage.report)
    }
}
