import RandomPolicies
import RuleEngine
import RuleModel
import Testing

@Suite struct ProgramTests {
    static let rules = """
        politique: {nom: Essai, version: "1"}
        faits:
          qualité: {question: Quoi, type: choix, valeurs: {client: x, témoin: x}}
          délai: {question: Quoi, type: nombre, unité: jours}
          pièces: {question: Quoi, type: choix multiple, valeurs: {lettre: x, relevé: x}}
          reçue: {question: Quoi, type: date}
        paramètres: {seuil: {type: nombre, unité: jours, valeurs: {2024-01-01: 10}}}
        calendriers: {jours: {couvre: {du: 2024-01-01, au: 2024-12-31}}}
        définitions:
          complète: {vrai si: {pièces: {contient toutes: [lettre, relevé]}}}
          limite: {calcul: {échéance: {du: reçue, délai: 5, en: jours ouvrables}}}
          ton: {type: texte, selon: [{si: {complète: oui}, vaut: bref}, {vaut: long}], en vigueur: 2024-02-01}
        décisions:
          accueil: {question: Quoi, issues: {refus: x, suite: x}, méthode: priorité, par défaut: suite}
          suites: {question: Quoi, issues: {appel: x, lettre: x}, méthode: cumul, applicable si: {accueil: suite}}
        règles:
          tardive: {si: {délai: {plus de: {paramètre: seuil}, au plus: 90}}, sauf: {qualité: [client, témoin]},
            conclut: {accueil: refus}, écarte: [appeler]}
          appeler: {si: {aucune: [{complète: oui}, {pièces: relevé}], limite: {avant: 2024-06-01}},
            conclut: {suites: appel}, en vigueur: {au: 2024-12-31}}
        contraintes: {pièces datées: {si: {pièces: lettre}, alors: {reçue: {après: 2020-01-01}}}}
        propriétés:
          réponse: {alors: {au moins: {nombre: 2, parmi: [{suites: [appel, sans objet]}, {non: {règle: appeler}},
            {ton: bref}]}}}
        """

    @Test func listingShowsTheWholeProgram() throws {
        let program = Program(try RuleText.load(Self.rules))
        #expect(program.listing == Self.listing)
        #expect(program.checkInvariants() == [])
    }

    /// A definition by its calculation, and a condition by its test, as the listing has them.
    @Test(arguments: [
        ("définitions", "{calcul: {jours: {du: reçue, au: close}}}", "jours reçue, close"),
        (
            "définitions", "{calcul: {jours ouvrables: {du: reçue, au: close}}}",
            "jours ouvrables reçue, close, calendrier jours"
        ),
        ("définitions", "{calcul: {échéance: {du: reçue, délai: 5, en: jours}}}", "échéance reçue, 5"),
        ("définitions", "{calcul: {somme: [n, m, 2]}}", "somme [n, m, 2]"),
        ("définitions", "{calcul: {produit: [n, m]}}", "produit [n, m]"),
        ("définitions", "{calcul: {différence: [n, m]}}", "différence n, m"),
        ("définitions", "{calcul: {minimum: [n, m]}}", "minimum [n, m]"),
        ("définitions", "{calcul: {maximum: [n, m]}}", "maximum [n, m]"),
        ("règles", "{l: {hors de: [a, b]}}", "l hors de [a, b]"), ("règles", "{n: {au moins: 3}}", "n ≥ 3"),
        ("règles", "{n: {moins de: {fait: m}}}", "n < m"), ("règles", "{l: {n'est pas: a}}", "l ≠ a"),
        ("règles", "{e: {hors de: [a, b]}}", "e ne contient aucune de [a, b]"),
    ])
    func listingShows(_ section: String, _ written: String, _ line: String) throws {
        let entry = section == "règles" ? "{si: \(written), conclut: {d: oui}}" : written
        let rules = """
            politique: {nom: Essai, version: "1"}
            faits:
              n: {question: Quoi, type: nombre}
              m: {question: Quoi, type: nombre}
              l: {question: Quoi, type: choix, valeurs: {a: x, b: x}}
              e: {question: Quoi, type: choix multiple, valeurs: {a: x, b: x}}
              reçue: {question: Quoi, type: date}
              close: {question: Quoi, type: date}
            calendriers: {jours: {couvre: {du: 2024-01-01, au: 2024-12-31}}}
            décisions: {d: {question: Quoi, issues: {oui: x, non: x}, méthode: unique, par défaut: non}}
            \(section): {essai: \(entry)}
            """
        let lines = Program(try RuleText.load(rules)).listing.split(separator: "\n")
        #expect(lines.contains { $0.hasSuffix("  " + line) || $0.contains("  " + line + " ;") }, "\(lines)")
    }

    @Test func anInstructionTakes16Bytes() { #expect(MemoryLayout<Instruction>.stride == 16) }

    static let listing = """
        définition complète
          vrai si
             0  pièces contient toutes [lettre, relevé] ; condition 0
        définition limite
          échéance reçue, 5, calendrier jours
        définition ton, en vigueur du 2024-02-01 au …
          vaut "bref"
             1  complète = oui ; condition 1
          vaut "long"
        règle tardive
          si
             7  toutes ; condition 8
             8    délai > {paramètre: seuil}
             9    délai ≤ 90
          sauf
            10  qualité parmi [client, témoin] ; condition 9
        règle appeler, en vigueur du … au 2024-12-31
          si
             2  toutes ; condition 3
             3    aucune ; condition 4
             4      complète = oui ; condition 5
             5      pièces contient une de [relevé] ; condition 6
             6    limite < 2024-06-01 ; condition 7
          écartée par [tardive]
        décision accueil, priorité
          refus: [tardive]
          suite (par défaut): []
        décision suites, cumul
          applicable si
            11  accueil parmi [suite] ; condition 2
          appel: [appeler]
          lettre: []
        contrainte pièces datées
          si
            12  pièces contient une de [lettre] ; condition 10
          alors
            13  reçue > 2020-01-01 ; condition 11
        propriété réponse
          alors
            14  au moins 2 de 3 ; condition 12
            15    une ; condition 13
            16      suites contient appel
            17      suites sans objet
            18    non ; condition 14
            19      règle [appeler] ; condition 15
            20    ton = "bref" ; condition 16

        """
}
