import Testing

/// Options that every command has.
@Suite struct OptionsTests {
    @Test(
        "an option that would change nothing is refused, with the reason",
        arguments: [
            ("comparer Rules Rules --regles Rules", "celles des deux dossiers nommés; retirez --regles"),
            ("comparer Rules Rules --date 2024-03-04", "à toutes les dates; retirez --date"),
            ("impact Rules Rules r.json --regles Rules", "celles des deux dossiers nommés; retirez --regles"),
            ("impact Rules Rules r.json --date 2024-03-04", "à sa propre date; retirez --date"),
            ("rejouer r.json --date 2024-03-04", "à sa propre date; retirez --date"),
            ("mettre-en-forme --date 2024-03-04", "ne dépend d’aucune date; retirez --date"),
            ("mettre-en-forme r.yaml --regles Rules", "seuls les fichiers nommés sont mis en forme; retirez --regles"),
            ("entretien r.yaml --objets 2", "a déjà ses objets; retirez --objets"),
            ("valider --duree-mutations 5", "retirez --duree-mutations, ou ajoutez --mutations"),
            ("schema --date 2024-03-04", "ne dépend d’aucune date; retirez --date"),
            ("verifier --date 2024-03-04", "à toutes les dates; retirez --date"),
            ("lsp --date 2024-03-04", "à la date du jour; retirez --date"),
            ("lsp --sortie s.txt", "sur la sortie standard; retirez --sortie"),
        ])
    func refusesWhatChangesNothing(_ command: String, _ reason: String) throws {
        try withShell { shell in
            try shell.write("faits: {}\n", to: "r.yaml")
            let result = try shell.run("$B \(command)")
            #expect(result.status == 64)
            #expect(result.output.isEmpty)
            #expect(result.error.contains(reason), "\(result.error)")
        }
    }

    @Test("where the rules are named, what the environment says of their folder is no mistake")
    func environmentIsNoMistake() throws {
        try withShell { shell in
            try shell.write(SmallPolicy.rules, to: "Rules/politique.yaml")
            let result = try shell.run("export BIENFONDE_REGLES=ailleurs; $B comparer Rules Rules")
            #expect(result.status == 0, "\(result.error)")
        }
    }
}
