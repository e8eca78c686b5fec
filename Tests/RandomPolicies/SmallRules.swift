package import PolicyValues
package import RuleModel

/// The rules by which cases, lines, receipts and letters are tried: few, with a fact of each type.
package enum SmallRules {
    package static let yaml = """
        politique: { nom: Petite, version: "1", date de référence: reçue le, en vigueur: { du: 2022-06-08 } }
        faits:
          reçue le: { question: Quand?, type: date, détenteur: client }
          urgente: { question: Urgente?, type: oui/non, détenteur: unité administrative }
          perdue: { question: Perdue?, type: oui/non, présumé: non }
          âge: { question: Âge?, type: nombre, min: 0, max: 120 }
          lieu: { question: Où?, type: choix, valeurs: { siège: Au siège, ailleurs: Ailleurs } }
          motifs invoqués: { question: Lesquels?, type: choix multiple, valeurs: { retard: Un retard, accueil: "L'accueil" } }
          récit court: { question: Quoi?, type: texte }
        définitions:
          échéance: { calcul: { échéance: { du: reçue le, délai: 30, en: jours } } }
        décisions:
          priorité:
            question: Premier?
            issues: { oui d'abord: Oui, à son tour: Non }
            méthode: priorité
            par défaut: à son tour
          suites:
            question: Lesquelles?
            issues: { rappel: Un rappel, lettre: Une lettre }
            méthode: cumul
        règles:
          urgence:
            si: { urgente: oui }
            conclut: { priorité: oui d'abord }
            motif: "Au lieu {{lieu}}."
            réponse: "Oui, {{récit court}}."
          enfance: { si: { âge: { moins de: 18 } }, conclut: { priorité: oui d'abord, suites: rappel } }
          excuses: { si: { motifs invoqués: retard }, sauf: { récit court: non }, conclut: { suites: lettre } }
        contraintes:
          cohérence: { si: { perdue: oui }, alors: { urgente: non } }
        """

    /// Nil would be a mistake in the rules above.
    package static let set = try? RuleText.load(yaml)
    package static let today = CivilDate(iso: "2024-03-04") ?? .first
}
