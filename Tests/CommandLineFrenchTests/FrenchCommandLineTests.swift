import ArgumentParser
import Testing

@testable import CommandLineFrench

/// What the command line answers, whole. In expected texts `~` stands for a no-break space.
@Suite struct FrenchCommandLineTests {
    private func outcome(
        _ line: String, of root: any ParsableCommand.Type = Sample.self, columns: Int = 80
    ) -> CommandLineOutcome {
        FrenchCommandLine.outcome(of: root, arguments: line.split(separator: " ").map(String.init), columns: columns)
    }

    // MARK: Help

    @Test(arguments: ["", "help", "aide", "Aide", "help help", "--help", "-h"])
    func helpOfTheRoot(line: String) {
        #expect(
            outcome(line)
                == CommandLineOutcome(
                    status: 0,
                    standardOutput: """
                        Décide des requêtes d’essai.

                        EXEMPLE~:
                          essai evaluer cas.yaml

                        UTILISATION~: essai <commande>

                        OPTIONS~:
                          --version               Affiche la version.
                          -h, --help              Affiche cette aide.

                        COMMANDES~:
                          evaluer, eval           Décide une requête, et dit pourquoi.
                          comparer                Compare deux dossiers.
                          regles                  Agit sur les règles.

                          Voir «~essai help <commande>~» pour chaque commande.
                        """.withNoBreakSpaces))
    }

    @Test(arguments: ["help evaluer", "aide évaluer", "evaluer --help", "eval -h", "évaluer x --help"])
    func helpOfACommand(line: String) {
        #expect(
            outcome(line, columns: 60)
                == CommandLineOutcome(
                    status: 0,
                    standardOutput: """
                        Décide une requête, et dit pourquoi.

                        UTILISATION~: essai evaluer <cas> [--format <format>]
                                      [--niveau <niveau>] [--coeurs <coeurs>]
                                      [--pair <pair>] [--verbeux]
                                      [--regles <regles>]

                        ARGUMENTS~:
                          <cas>                   Le fichier du cas.

                        OPTIONS COMMUNES~:
                          --regles <regles>       Le dossier des règles. (par
                                                  défaut~: Rules)

                        OPTIONS~:
                          --format <format>       La forme de la réponse, pour une
                                                  personne ou pour un programme qui
                                                  la lit ensuite. (choix~: texte,
                                                  json, markdown, html; par
                                                  défaut~: texte)
                          --niveau <niveau>       Le niveau. (choix~: un, deux,
                                                  trois, quatre, cinq, six)
                          --coeurs <coeurs>       Le nombre de cœurs.
                          --pair <pair>           Un nombre pair.
                          -v, --verbeux           Tout dire.
                          --version               Affiche la version.
                          -h, --help              Affiche cette aide.
                        """.withNoBreakSpaces))
    }

    @Test func theDefaultCommandIsMarked() {
        let page = outcome("help regles").standardOutput
        #expect(page.contains("  lister (par défaut)     Donne la liste des règles."))
    }

    @Test func theVersion() {
        #expect(outcome("--version") == CommandLineOutcome(status: 0, standardOutput: "1.2.3"))
    }

    // MARK: Mistakes

    /// A command line, and the sentence that answers it.
    private static let mistakes: [(line: String, sentence: String)] = [
        ("evaluer", "il manque «~<cas>~»"),
        ("evaluer --formt json x", "option inconnue «~--formt~»; vouliez-vous dire «~--format~»?"),
        ("evaluer --FORMAT json x", "option inconnue «~--FORMAT~»; vouliez-vous dire «~--format~»?"),
        ("evaluer --cœurs 2 x", "option inconnue «~--cœurs~»; vouliez-vous dire «~--coeurs~»?"),
        ("evaluer -format json x", "option inconnue «~-format~»; vouliez-vous dire «~--format~»?"),
        ("evaluer --bidule x", "option inconnue «~--bidule~»"),
        ("evaluer -q x", "option inconnue «~-q~»"),
        ("evaluer ---x", "option incorrecte «~---x~»"),
        ("evaluer x y", "argument en trop «~y~»"),
        ("evaluer x y z", "2~arguments en trop~: «~y~», «~z~»"),
        ("evaluer x --format", "il manque la valeur de «~--format <format>~»"),
        (
            "evaluer --format pdf x",
            "la valeur «~pdf~» ne convient pas à «~--format <format>~»; choix possibles~: "
                + "«~texte~», «~json~», «~markdown~» ou «~html~»"
        ),
        (
            "evaluer --niveau sept x",
            "la valeur «~sept~» ne convient pas à «~--niveau <niveau>~»; choix possibles~:\n"
                + "  - un\n  - deux\n  - trois\n  - quatre\n  - cinq\n  - six"
        ),
        ("evaluer --coeurs x x", "la valeur «~x~» ne convient pas à «~--coeurs <coeurs>~»"),
        (
            "evaluer --pair 3 x",
            "la valeur «~3~» ne convient pas à «~--pair <pair>~»~: 3 n’est pas un nombre pair"
        ),
        ("evaluer --verbeux=oui x", "l’option «~--verbeux~» ne prend pas de valeur, mais «~oui~» est donné"),
        ("evaluer interdit", "ce cas est interdit"),
        ("comparer", "il manque l’un de ceux-ci~: «~--gauche~», «~--droite~»"),
        ("comparer --gauche --droite", "«~--droite~» contredit «~--gauche~»"),
        ("--generate-completion-script tcsh", "pas de complétion pour «~tcsh~»"),
    ]

    @Test(arguments: mistakes)
    func aMistakeIsSaidInFrench(line: String, sentence: String) {
        let outcome = outcome(line)
        #expect(outcome.status == 64)
        #expect(outcome.standardOutput.isEmpty)
        #expect(outcome.standardError.hasPrefix("erreur~: \(sentence)\n".withNoBreakSpaces))
        #expect(Self.englishWords(in: outcome.standardError) == [])
    }

    @Test func aMistakeShowsTheUsage() {
        #expect(
            outcome("comparer").standardError
                == """
                erreur~: il manque l’un de ceux-ci~: «~--gauche~», «~--droite~»
                aide~: --gauche <gauche>  Le côté.
                utilisation~: essai comparer --gauche --droite [<dossiers> ...]
                  Voir «~essai comparer --help~» pour en savoir plus.
                """.withNoBreakSpaces)
    }

    @Test func aRootWithoutArgumentsShowsItsHelp() {
        let outcome = outcome("", of: Evaluate.self)
        #expect(outcome.status == 64)
        #expect(outcome.standardError.hasPrefix("erreur~: il manque «~<cas>~»\n".withNoBreakSpaces))
        #expect(outcome.standardError.contains("UTILISATION~: evaluer <cas>".withNoBreakSpaces))
        #expect(Self.englishWords(in: outcome.standardError) == [])
    }

    // MARK: Commands

    @Test(
        arguments: [
            ("evalur x --format json", "evalur", "evaluer"), ("help evalur", "evalur", "evaluer"),
            ("comprer a b", "comprer", "comparer"), ("règle", "règle", "regles"), ("evl", "evl", "eval"),
        ])
    func anUnknownCommandIsNamed(line: String, word: String, suggestion: String) {
        #expect(
            outcome(line)
                == CommandLineOutcome(
                    status: 64,
                    standardError: """
                        erreur~: commande inconnue «~\(word)~»; vouliez-vous dire «~\(suggestion)~»?
                        utilisation~: essai <commande>
                          Voir «~essai --help~» pour en savoir plus.
                        """.withNoBreakSpaces))
    }

    @Test func anUnknownCommandBelowAnother() {
        #expect(
            outcome("règles liste").standardError
                == """
                erreur~: commande inconnue «~liste~»; vouliez-vous dire «~lister~»?
                utilisation~: essai regles <commande>
                  Voir «~essai regles --help~» pour en savoir plus.
                """.withNoBreakSpaces)
    }

    @Test func nothingIsSuggestedFarFromAllNames() {
        #expect(outcome("xyz").standardError.hasPrefix("erreur~: commande inconnue «~xyz~»\n".withNoBreakSpaces))
        // A hidden command is not offered.
        #expect(!outcome("echoue").standardError.contains("echouer"))
    }

    @Test(arguments: ["evaluer x", "évaluer x", "e\u{301}valuer x", "Évaluer x", "eval x"])
    func namesAreTakenWithAccentsAndAliases(line: String) {
        #expect(outcome(line) == CommandLineOutcome(status: 0))
    }

    @Test func argumentsKeepTheirAccents() {
        let path = CommandPath(root: Sample.self, arguments: ["évaluer", "évaluer"])
        #expect(path.arguments == ["evaluer", "évaluer"])
    }

    // MARK: What commands throw

    @Test func statusOfACommand() {
        #expect(outcome("evaluer incertain") == CommandLineOutcome(status: 1))
        #expect(outcome("evaluer salut") == CommandLineOutcome(status: 0, standardOutput: "au revoir"))
    }

    @Test func aMistakeFoundLate() {
        #expect(
            outcome("evaluer fautif")
                == CommandLineOutcome(
                    status: 64,
                    standardError: """
                        erreur~: ce cas est fautif
                          Voir «~essai evaluer --help~» pour en savoir plus.
                        """.withNoBreakSpaces))
    }

    @Test func aSurpriseIsOurBugInOneSentence() {
        #expect(
            outcome("echouer")
                == CommandLineOutcome(
                    status: 70,
                    standardError: """
                        erreur interne~: Surprise(); le défaut est dans le programme, merci de le signaler
                        """.withNoBreakSpaces))
    }

    // MARK: For programs

    @Test(arguments: ["bash", "zsh", "fish"])
    func completionScripts(shell: String) {
        let outcome = outcome("--generate-completion-script \(shell)")
        #expect(outcome.status == 0)
        #expect(outcome.standardOutput.contains("evaluer"))
        for english in FrenchWording.summaries.keys { #expect(!outcome.standardOutput.contains(english)) }
    }

    @Test func valuesAskedForByACompletionScript() {
        #expect(outcome("---completion comparer -- dossiers").standardOutput == "un\ndeux")
        #expect(outcome("---completion bidule") == CommandLineOutcome(status: 64))
    }

    @Test func helpAsJSONStaysJSON() {
        let outcome = outcome("--experimental-dump-help")
        #expect(outcome.standardOutput.hasPrefix("{"))
        #expect(outcome.standardOutput.hasSuffix("}"))
    }

    // MARK: Words

    /// English words of the library's messages that are not French too.
    private static func englishWords(in text: String) -> [String] {
        let english: Set<String> = [
            "error", "usage", "unknown", "unexpected", "missing", "invalid", "please", "provide", "following", "did",
            "you", "mean", "see", "information", "show", "help:", "overview", "subcommands", "subcommand", "default",
            "values", "value", "expected", "the", "for", "with", "had", "already", "been", "does", "take", "internal",
        ]
        return text.lowercased().split { !$0.isLetter && $0 != "-" && $0 != ":" }.map(String.init)
            .filter(english.contains)
    }
}

extension String {
    /// The text with no-break spaces in place of tildes.
    fileprivate var withNoBreakSpaces: String { replacing("~", with: "\u{A0}") }
}
