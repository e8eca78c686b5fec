import ArgumentParser
import FileAccess
import PolicyValues
import SourceText

/// The options of every command.
struct CommonOptions: ParsableArguments {
    enum Color: String, CaseIterable, ExpressibleByArgument {
        case auto
        case always = "toujours"
        case never = "jamais"
    }

    @Option(
        name: .customLong("regles"),
        help: ArgumentHelp(
            "Le dossier des règles; à défaut, celui de $BIENFONDE_REGLES, sinon «\u{A0}Rules\u{A0}».",
            valueName: "dossier"))
    var rules: String?

    @Option(
        help: ArgumentHelp("La date à laquelle décider, sous la forme AAAA-MM-JJ.", valueName: "date"),
        transform: CommonOptions.date)
    var date: CivilDate?

    @Option(name: .customLong("couleur"), help: "L’emploi de la couleur.")
    var color = Color.auto

    @Option(
        name: .customLong("sortie"),
        help: ArgumentHelp("Le fichier où écrire le résultat, en entier ou pas du tout.", valueName: "fichier"))
    var output: String?

    /// The folder of the rules.
    var folder: String { rules ?? Host.environment("BIENFONDE_REGLES") ?? "Rules" }

    /// Whether results are coloured.
    var colorsResults: Bool { colors(output == nil && StandardOutput.isTerminal) }

    /// Whether diagnostics are coloured.
    var colorsDiagnostics: Bool { colors(StandardError.isTerminal) }

    /// Refuses an option that would change nothing: who gives it expects that it does.
    func refuse<Value>(
        _ option: KeyPath<CommonOptions, Value?>, _ name: String, because reason: String
    ) throws(ValidationError) {
        guard self[keyPath: option] == nil else { throw ValidationError("\(reason); retirez --\(name)") }
    }

    private func colors(_ isTerminal: Bool) -> Bool {
        switch color {
        case .always: true
        case .never: false
        case .auto:
            isTerminal && (Host.environment("NO_COLOR") ?? "").isEmpty && Host.environment("TERM") != "dumb"
        }
    }

    private static func date(_ text: String) throws -> CivilDate {
        guard let date = CivilDate(iso: text) else {
            throw ValidationError("\(quoted(text)) n’est pas une date de la forme 2024-02-29")
        }
        return date
    }
}
