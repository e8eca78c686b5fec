/// A policy of a few lines for tests of the command line.
enum SmallPolicy {
    static let rules = """
        politique:
          nom: Petite politique
          version: "1"
          date de référence: reçue le
          en vigueur: { du: 2022-06-08 }
        faits:
          reçue le: { question: Quand la requête a-t-elle été reçue?, type: date }
          urgente: { question: La requête est-elle urgente?, type: oui/non, détenteur: équipe }
          perdue: { question: La requête a-t-elle été perdue?, type: oui/non }
        décisions:
          priorité:
            question: La requête passe-t-elle en premier?
            issues: { oui d'abord: Elle passe en premier, à son tour: Elle attend son tour }
            méthode: unique
            par défaut: à son tour
        règles:
          urgence:
            titre: Requête urgente
            si: { urgente: oui }
            conclut: { priorité: oui d'abord }
            motif: La requête est urgente.
          attente:
            si: { perdue: oui }
            conclut: { priorité: à son tour }
        contraintes:
          cohérence: { si: { perdue: oui }, alors: { urgente: non } }
        """

    static let urgent = "nom: Urgence\nfaits: { urgente: oui, perdue: non, reçue le: 2024-03-04 }\n"
}
