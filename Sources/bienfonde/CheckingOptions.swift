import ArgumentParser
import FileAccess
import RuleEngine
import RuleFixtures
import RuleModel
import SourceText

/// What `valider` is asked beside running the cases.
struct CheckingOptions: ParsableArguments {
    @Option(
        name: .customLong("filtre"),
        help: ArgumentHelp(
            "Ne vérifie que les cas et les exemples dont le nom, le fichier ou la règle contient ce texte.",
            valueName: "texte"))
    var filter: String?

    @Flag(
        name: .customLong("couverture"),
        help: "Dit ce que les cas montrent de chaque règle, condition, exception, ligne et issue.")
    var covers = false

    @Option(
        name: .customLong("page"),
        help: ArgumentHelp("Écrit la couverture en une page HTML, les règles ligne par ligne.", valueName: "fichier"))
    var page: String?

    @Option(
        name: .customLong("seuil-couverture"),
        help: ArgumentHelp("Échoue si la couverture est moindre, en pour cent.", valueName: "pour cent"),
        transform: CheckingOptions.thousandths)
    var coverageThreshold: Int?

    @Flag(
        name: .customLong("mutations"),
        help: "Change les règles une petite chose à la fois, et dit ce qu’aucun cas ne détecte.")
    var mutates = false

    @Option(
        name: .customLong("seuil-mutations"),
        help: ArgumentHelp(
            "Échoue si la part des mutations détectées est moindre, en pour cent.", valueName: "pour cent"),
        transform: CheckingOptions.thousandths)
    var mutationThreshold: Int?

    @Option(
        name: .customLong("duree-mutations"),
        help: ArgumentHelp("Le temps accordé aux mutations, en secondes; à défaut, 60.", valueName: "secondes"))
    var mutationSeconds: Int?

    @Option(
        name: .customLong("proposer"),
        help: ArgumentHelp(
            "Écrit dans ce dossier des cas d’essai pour ce que la couverture et les mutations ne montrent pas.",
            valueName: "dossier"))
    var proposals: String?

    var asksForCoverage: Bool { covers || page != nil || coverageThreshold != nil || proposals != nil }
    var asksForMutations: Bool { mutates || mutationThreshold != nil }
    /// The time given to the mutations.
    var mutationBudget: Duration { .seconds(mutationSeconds ?? 60) }

    /// What to say of each threshold that is asked for and not reached.
    func shortfalls(_ report: FixtureReport) -> [String] {
        report.shortfalls(coverage: coverageThreshold, mutations: mutationThreshold)
    }

    func validate() throws {
        guard let mutationSeconds else { return }
        guard mutationSeconds >= 0 else { throw ValidationError("la durée des mutations ne peut pas être négative") }
        guard asksForMutations else {
            throw ValidationError("aucune mutation n’est demandée; retirez --duree-mutations, ou ajoutez --mutations")
        }
    }

    /// `95`, `97.5` or `97,5` per cent, in thousandths.
    private static func thousandths(_ text: String) throws -> Int {
        let parts = text.replacing(",", with: ".").split(separator: ".", omittingEmptySubsequences: false)
        let digits = parts.count == 2 ? parts[1] : "0"
        guard parts.count <= 2, let whole = parts.first.flatMap({ Int($0) }), digits.count == 1,
            let tenths = Int(digits), (0...9).contains(tenths), (0...100).contains(whole), whole * 10 + tenths <= 1000
        else { throw ValidationError("\(quoted(text)) n’est pas un pourcentage de 0 à 100, comme 95 ou 97,5") }
        return whole * 10 + tenths
    }
}
