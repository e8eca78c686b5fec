import RuleDocuments
import Testing

/// What each kind of name says in a letter.
@Suite("Names of templates") struct NameTests {
    private static let rules = """
        politique:
          nom: Petite
          version: "7"
          documents: { guide: { titre: Le guide, usage: essai } }
        paramètres:
          délai: { question: Combien?, type: nombre, unité: jours, valeurs: { 2022-06-08: 15, 2024-08-01: à préciser }, usage: essai }
        faits:
          urgente: { question: Urgente?, type: oui/non }
          perdue: { question: Perdue?, type: oui/non }
          sujets: { question: Lesquels?, type: choix multiple, valeurs: { eau: L’eau, feu: Le feu } }
          reçue le: { question: Quand?, type: date }
        définitions:
          pressée: { vrai si: { urgente: oui } }
        décisions:
          priorité:
            question: Premier?
            issues: { oui d'abord: Oui, à son tour: Non }
            méthode: unique
            par défaut: à son tour
            source: { document: guide, section: "2", extrait: Les requêtes urgentes passent devant. }
          envoi:
            question: Un envoi?
            issues: { lettre: Une lettre, rien: Rien }
            méthode: priorité
            par défaut: rien
            applicable si: { perdue: non }
        règles:
          urgence: { si: { urgente: oui }, conclut: { priorité: oui d'abord } }
          attente: { si: { perdue: oui }, conclut: { priorité: à son tour } }
        """

    private func reply(_ template: String, to facts: String, on date: String = "2024-03-04") throws -> String {
        let sample = try Sample(rules: Self.rules, reply: template)
        let letter = sample.writer.reply(to: try sample.decide("date: \(date)\nfaits: { \(facts) }"))
        return LetterText().render(letter)
    }

    @Test(
        "is a text, a flag, a list, or a mark where it is not known",
        arguments: [
            ("{{version}}", "", "7"), ("{{délai}}", "", "15\u{A0}jours"),
            ("{{#pressée est oui}}vite{{/pressée est oui}}", "urgente: oui", "vite"),
            ("{{^pressée est oui}}lent{{/pressée est oui}}", "urgente: non", "lent"),
            ("{{#sujets est eau}}mouillé{{/sujets est eau}}", "sujets: [feu, eau]", "mouillé"),
            ("{{^sujets est eau}}sec{{/sujets est eau}}", "sujets: feu", "sec"),
            ("{{reçue le}}", "", "[à préciser\u{A0}: reçue le]"),
            ("{{reçue le}}", "reçue le: 2024-03-01", "le 1er\u{A0}mars 2024"),
            ("{{priorité}}", "", "[à préciser\u{A0}: priorité]"), ("{{envoi}}", "perdue: oui", "sans objet"),
            ("{{#envoi est sans objet}}rien{{/envoi est sans objet}}", "perdue: oui", "rien"),
            (
                "{{#priorité est contradictoire}}deux{{/priorité est contradictoire}}", "urgente: oui, perdue: oui",
                "deux"
            ),
            ("{{#priorité est indéterminée}}ouvert{{/priorité est indéterminée}}", "urgente: inconnu", "ouvert"),
            ("{{^motifs pour priorité}}aucun{{/motifs pour priorité}}", "urgente: non", "aucun"),
        ])
    func says(_ template: String, _ facts: String, _ expected: String) throws {
        #expect(try reply("Dit: " + template, to: facts).contains("Dit: " + expected))
    }

    @Test("a parameter that has no value yet is a mark") func unknownParameter() throws {
        #expect(try reply("{{délai}}", to: "", on: "2024-09-01").contains("[à préciser\u{A0}: délai]"))
    }

    @Test("passages of a decision, with their document and section") func passages() throws {
        let template = "{{#passages pour priorité}}{{extrait}} — {{document}}, {{section}}{{/passages pour priorité}}"
        let text = try reply(template, to: "urgente: non").replacing("\n", with: " ")
        #expect(text.contains("Les requêtes urgentes passent devant."), "\(text)")
        #expect(text.contains("Le guide") && text.contains("2"), "\(text)")
    }
}
