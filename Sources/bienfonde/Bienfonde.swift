import ArgumentParser

/// The root of the command line.
struct Bienfonde: ParsableCommand {
    /// The version of the program, which receipts keep.
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "bienfonde",
        abstract: "Décide une requête selon les règles de la politique-cadre, et explique la décision.",
        discussion: """
            Une décision est une proposition\u{A0}: une personne de l’équipe de la gestion des plaintes la confirme.

            EXEMPLE\u{A0}:
              bienfonde evaluer Fixtures/cas/c03-accueil-discourtois.yaml
            """,
        version: ProgramVersion.text,
        subcommands: [
            Evaluer.self, Lot.self, Valider.self, Verifier.self, Comparer.self, Rejouer.self,
            ImpactCommand.self, Schema.self, MettreEnForme.self,
            Lettre.self, Entretien.self, Documenter.self, Lsp.self,
        ])
}
