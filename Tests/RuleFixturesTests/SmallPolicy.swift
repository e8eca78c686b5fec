/// A rule set that is small enough to read and has every kind of decision.
enum SmallPolicy {
    static let rules = """
        politique:
          nom: Essai
          version: "1"
          en vigueur: 2020-01-01
          date de référence: reçue le
        faits:
          reçue le: {question: Quand a-t-elle été reçue?, type: date}
          insatisfait: {question: Est-elle insatisfaite?, type: oui/non}
          contesté: {question: Une décision est-elle contestée?, type: oui/non}
          recours: {question: Y a-t-il un recours?, type: oui/non}
          montant: {question: Quel est le montant?, type: nombre, unité: dollars}
          canal: {question: Par où?, type: choix, valeurs: {courriel: Courriel, l'accueil: Accueil}}
        définitions:
          double: {unité: dollars, calcul: {produit: [montant, 2]}}
          élevé:
            vrai si: {montant: {plus de: 100}}
            exemples:
              - {nom: Gros, faits: {montant: 101}, attendu: oui}
              - {nom: Petit, faits: {montant: 100}, attendu: non}
        décisions:
          recevabilité:
            question: Est-elle recevable?
            issues: {non recevable: Refusée, recevable: Prise en charge}
            méthode: priorité
            par défaut: recevable
          bien-fondé:
            question: Est-elle fondée?
            applicable si: {recevabilité: recevable}
            issues: {fondée: Oui, non fondée: Non, à moitié: Un peu}
            méthode: unique
            par défaut: non fondée
          alertes:
            question: Que surveiller?
            issues: {prix: Le prix, colère: La colère}
            méthode: cumul
        règles:
          contestation:
            si: {contesté: oui, recours: oui}
            conclut: {recevabilité: non recevable}
            exemples:
              - {nom: Écartée, faits: {contesté: oui, recours: oui}, attendu: faux}
              - {faits: {contesté: oui}, attendu: inconnu}
          juridique: {si: {recours: oui}, conclut: {recevabilité: non recevable}, écarte: [contestation]}
          payée: {si: {élevé: oui}, conclut: {bien-fondé: fondée, alertes: prix}}
          partagée: {si: {insatisfait: oui}, conclut: {bien-fondé: à moitié, alertes: colère}}
        tableaux:
          canaux:
            décision: alertes
            entrées: [canal]
            lignes:
              - {si: [l'accueil], conclut: colère}
        contraintes:
          sans recours: {si: {contesté: non}, alors: {recours: non}}
        """

    /// Facts that decide everything.
    static let facts = "{contesté: non, recours: non, montant: 10, insatisfait: non, canal: courriel}"

    /// A case with these facts and this `attendu`.
    static func fixture(_ expected: String, facts: String = facts) -> String {
        "nom: Essai\nfaits: \(facts)\nattendu: \(expected)\n"
    }
}
