import SourceText

/// Every sentence of swift-argument-parser and what it is in French; the words of this target stand here and only here.
///
/// The library speaks English only (its issue 203); its messages are a small closed set. A test reads them in the
/// library's own source and fails when one has no French here.
enum FrenchWording {
    /// An English message, the French one with the same holes, and whether it tells of a mistake of ours.
    struct Message: Equatable {
        let english: MessageTemplate
        let french: MessageTemplate
        let isOurBug: Bool

        init(_ english: String, _ french: String, isOurBug: Bool = false) {
            self.english = MessageTemplate(english)
            self.french = MessageTemplate(french)
            self.isOurBug = isOurBug
        }

        /// The English words before the first hole.
        var opening: String { english.opening }
    }

    /// The first words of a line that goes on.
    struct Opening {
        let english: String
        let french: String
        var isUsage = false
    }

    // MARK: Errors

    /// The library's messages of error. The first that matches is taken.
    static let errors: [Message] = [
        unknownOptionGuessed,
        unknownOption,
        Message("Invalid option: {option}", "option incorrecte « {option} »"),
        Message("Missing value for '{option}'", "il manque la valeur de « {option} »"),
        Message(
            "The option '{option}' does not take any value, but '{value}' was specified.",
            "l’option « {option} » ne prend pas de valeur, mais « {value} » est donné"),
        Message("Unexpected argument '{value}'", "argument en trop « {value} »"),
        Message("{count} unexpected arguments: '{values}'", "{count}\u{A0}arguments en trop : « {values} »"),
        Message(
            "Value to be set with {duplicate} had already been set with {previous}",
            "{duplicate} contredit {previous}"),
        Message("Missing expected argument '{argument}'", "il manque « {argument} »"),
        Message("Missing one of: '{values}'", "il manque l’un de ceux-ci : « {values} »"),
        Message(
            "The value '{value}' is invalid for '{option}'{reason}",
            "la valeur « {value} » ne convient pas à « {option} »{reason}"),
        Message("The value '{value}' is invalid.{reason}", "la valeur « {value} » ne convient pas{reason}"),
        Message("Missing required subcommand.", "il manque le nom d’une commande"),
        Message(
            "Can't autodetect a supported shell.\n\(shellsInEnglish)",
            "l’interpréteur de commandes n’est pas reconnu\n\(shellsInFrench)"),
        Message(
            "Can't generate completion scripts for '{shell}'.\n\(shellsInEnglish)",
            "pas de complétion pour « {shell} »\n\(shellsInFrench)"),
        Message(
            "Internal error. Parsing command-line arguments hit unimplemented code path.",
            "la ligne de commande demande ce qui n’est pas fait", isOurBug: true),
        Message(
            "Internal error. Invalid state while parsing command-line arguments.",
            "la ligne de commande n’a pas pu être lue", isOurBug: true),
        Message(
            "No value set for non-argument var {key}. Replace with a static variable, or let constant.",
            "« {key} » n’a pas de valeur", isOurBug: true),
    ]

    /// The library's guess is left out: ours takes its place.
    static let unknownOptionGuessed = Message(
        "Unknown option '{option}'. Did you mean '{suggestion}'?", "option inconnue « {option} »")
    static let unknownOption = Message("Unknown option '{option}'", "option inconnue « {option} »")

    static let unknownOptions = [unknownOptionGuessed, unknownOption]

    private static let shellsInEnglish =
        "Please use --generate-completion-script=<shell> with one of:\n    {shells}"
    private static let shellsInFrench =
        "Écrivez --generate-completion-script=<interpréteur> avec l’un de ceux-ci :\n    {shells}"

    /// What the library says after « The value … is invalid ».
    static let reasons: [Message] = [
        Message(". Please provide one of the following:\n{list}", "; choix possibles :\n{list}"),
        Message(". Please provide one of '{values}'.", "; choix possibles : « {values} »"),
        Message(": {sentence}", " : {sentence}"),
    ]

    /// What stands for a flag in the message about values set twice.
    static let flags: [Message] = [
        Message("flag '{letter}' in '{flags}'", "« {letter} » dans « {flags} »"),
        Message("flag '{flag}'", "« {flag} »"),
        Message("position {position}", "l’argument {position}"),
    ]

    /// What separates quoted values in a list.
    static let separators = ["', '": " », « ", "' and '": " » ou « ", "' or '": " » ou « "]

    // MARK: Help

    /// The beginnings of lines.
    static let openings = [
        Opening(english: "OVERVIEW: ", french: ""),
        Opening(english: "USAGE: ", french: "UTILISATION : ", isUsage: true),
        Opening(english: usageOpening, french: "utilisation : ", isUsage: true),
        Opening(english: "Help:  ", french: "aide : "),
    ]

    static let usageOpening = "Usage: "

    /// The headings of the library; others are titles of ours, in capitals and followed by a colon.
    static let headings = [
        "ARGUMENTS:": "ARGUMENTS :", "OPTIONS:": "OPTIONS :", subcommandsHeading: "COMMANDES :",
    ]

    static let subcommandsHeading = "SUBCOMMANDS:"
    static let colon = "\u{A0}:"

    /// The last lines.
    static let pointers: [Message] = [
        Message("  See '{call} <subcommand>' for detailed help.", "  Voir « {call} <commande> » pour chaque commande."),
        Message("  See '{call}' for more information.", "  Voir « {call} » pour en savoir plus."),
    ]

    /// The library's own summaries, without an apostrophe that a completion script would have to quote.
    static let summaries = [
        "Show help information.": "Affiche cette aide.",
        "Show the version.": "Affiche la version.",
        "Show subcommand help information.": "Affiche celle de la commande nommée.",
        "Dump help information as JSON.": "Affiche cette aide en JSON.",
    ]

    /// What stands in parentheses after a summary.
    static let remarks: [Message] = [
        Message("(values: {list}; default: {value})", "(choix : {list}; par défaut : {value})"),
        Message("(values: {list})", "(choix : {list})"),
        Message("(default: {value})", "(par défaut : {value})"),
    ]

    static let defaultCommandMark = (english: " (default)", french: " (par défaut)")
    static let subcommandPlaceholder = (english: "<subcommand>", french: "<commande>")

    /// Whether the argument asks for a text that a program reads: a completion script or JSON.
    static func isForPrograms(_ argument: String) -> Bool {
        argument.hasPrefix("--generate-completion-script") || argument == libraryCompletionRequest
            || argument == "--experimental-dump-help"
    }

    static let completionGroup = (english: #"_describe "subcommand""#, french: #"_describe "commande""#)
    static let unspecifiedVersion = (english: "Unspecified version", french: "version non précisée")

    // MARK: Our own

    /// The name of the library's command of help.
    static let libraryHelpCommand = "help"
    /// The word by which a completion script asks for the values of an argument.
    static let libraryCompletionRequest = "---completion"
    /// The words that ask for help, without accents or capitals.
    static let helpCommandNames = ["help", "aide"]

    static func error(_ message: String) -> String { "erreur : \(message)" }

    static func unknownCommand(_ word: String, suggestion: String?) -> String {
        "commande inconnue « \(word) »" + didYouMean(suggestion)
    }

    static func didYouMean(_ suggestion: String?) -> String {
        suggestion.map { "; vouliez-vous dire « \($0) »?" } ?? ""
    }

    static func seeHelp(of call: String) -> String { "  Voir « \(call) --help » pour en savoir plus." }

    static func ourBug(_ description: String) -> String {
        "erreur interne : \(description); le défaut est dans le programme, merci de le signaler"
    }
}
