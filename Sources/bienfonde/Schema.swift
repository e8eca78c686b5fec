import ArgumentParser
import CommandLineFrench
import RuleJSON
import RuleSchema

/// `schema`: the JSON Schema of rule files or case files, made from the rules.
struct Schema: ParsableCommand {
    enum Kind: String, CaseIterable, ExpressibleByArgument {
        case rules = "regles"
        case cases = "cas"
    }

    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Écrit le schéma JSON des fichiers de règles ou de cas, pour les éditeurs.",
        discussion: """
            EXEMPLES\u{A0}:
              bienfonde schema regles --sortie Editors/schemas/regles.schema.json
              bienfonde schema cas
            """)

    @Argument(help: ArgumentHelp("Les fichiers que le schéma décrit.", valueName: "fichiers"))
    var kind = Kind.rules

    @OptionGroup(title: "Options communes")
    var common: CommonOptions

    func validate() throws {
        try common.refuse(\.date, "date", because: "un schéma ne dépend d’aucune date")
    }

    func run() throws {
        try Session.run(common) { session in
            let set = try session.loadRules()
            session.sayDiagnostics()
            let schema =
                switch kind {
                case .rules: RuleSetSchema.rules(of: set)
                case .cases: RuleSetSchema.cases(of: set)
                }
            try session.write(schema.text(.pretty) + "\n")
        }
    }
}
