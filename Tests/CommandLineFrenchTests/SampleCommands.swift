import ArgumentParser

/// A command line like ours, with every kind of argument that the library knows.
struct Sample: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "essai",
        abstract: "Décide des requêtes d’essai.",
        discussion: "EXEMPLE :\n  essai evaluer cas.yaml",
        version: "1.2.3",
        subcommands: [Evaluate.self, Compare.self, Rules.self, Fail.self])
}

enum Format: String, CaseIterable, ExpressibleByArgument {
    case texte, json, markdown, html
}

enum Level: String, CaseIterable, ExpressibleByArgument {
    case un, deux, trois, quatre, cinq, six
}

enum Side: String, EnumerableFlag {
    case gauche, droite
}

struct CommonOptions: ParsableArguments {
    @Option(help: "Le dossier des règles.")
    var regles = "Rules"
}

struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluer", abstract: "Décide une requête, et dit pourquoi.", aliases: ["eval"])

    @Argument(help: "Le fichier du cas.")
    var cas: String

    @Option(help: "La forme de la réponse, pour une personne ou pour un programme qui la lit ensuite.")
    var format = Format.texte

    @Option(help: "Le niveau.")
    var niveau: Level?

    @Option(name: .customLong("coeurs"), help: "Le nombre de cœurs.")
    var cores: Int?

    @Option(help: "Un nombre pair.", transform: Evaluate.even)
    var pair: Int?

    @Flag(name: [.customShort("v"), .customLong("verbeux")], help: "Tout dire.")
    var isVerbose = false

    @OptionGroup(title: "Options communes")
    var common: CommonOptions

    static func even(_ text: String) throws -> Int {
        guard let number = Int(text), number.isMultiple(of: 2) else {
            throw ValidationError("\(text) n’est pas un nombre pair")
        }
        return number
    }

    func validate() throws {
        if cas == "interdit" { throw ValidationError("ce cas est interdit") }
    }

    func run() throws {
        if cas == "incertain" { throw ExitCode(1) }
        if cas == "fautif" { throw ValidationError("ce cas est fautif") }
        if cas == "salut" { throw CleanExit.message("au revoir") }
    }
}

struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "comparer", abstract: "Compare deux dossiers.")

    @Flag(help: "Le côté.")
    var side: Side

    @Argument(completion: .custom { _ in ["un", "deux"] })
    var dossiers: [String] = []
}

struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "regles", abstract: "Agit sur les règles.", subcommands: [ListRules.self],
        defaultSubcommand: ListRules.self)
}

struct ListRules: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "lister", abstract: "Donne la liste des règles.")
}

struct Fail: ParsableCommand {
    struct Surprise: Error {}

    static let configuration = CommandConfiguration(commandName: "echouer", shouldDisplay: false)

    func run() throws {
        throw Surprise()
    }
}
