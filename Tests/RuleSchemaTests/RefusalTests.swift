import Foundation
import SchemaTesting
import SourceText
import Testing

/// What the loader refuses, the schema refuses where it can.
@Suite("Refusals") struct RefusalTests {
    private static let head = """
        faits:
          f: { question: F?, type: oui/non }
          couleur: { question: C?, type: choix, valeurs: { rouge: r, d'or: o } }
          teintes: { question: T?, type: choix multiple, valeurs: { vive: v, pâle: p } }
          poids: { question: P?, type: nombre, unité: kg, min: 0, max: 100 }
          taille: { question: P?, type: nombre, unité: cm }
          jour: { question: J?, type: date }
          texte libre: { question: L?, type: texte }
        décisions:
          d: { question: D?, issues: { a: A, b: B }, méthode: priorité, par défaut: a }
          sous-question: { question: S?, applicable si: { d: a }, issues: { x: X, y: Y }, méthode: cumul }
        règles:
          r: { si: { f: oui }, conclut: { d: b }, source: { document: doc } }
        paramètres:
          p: { type: nombre, unité: kg, valeurs: { 2024-01-01: 5 } }
        politique: { nom: P, version: "1", documents: { doc: { titre: D } } }
        """

    private static let small = Result { try Sample(try #require(Sample.load([head]).set)) }

    /// Conditions as a rule's `si`.
    static let conditions = [
        "{ f: peut-être }", "{ F: oui }", "{ f: { vaut: oui } }", "{ f: { plus de: 3 } }", "{ couleur: bleu }",
        "{ couleur: { parmi: rouge } }", "{ couleur: { est: [rouge] } }", "{ couleur: { contient toutes: [rouge] } }",
        "{ teintes: { contient toutes: [sombre] } }", "{ poids: lourd }", "{ poids: { avant: 2024-01-01 } }",
        "{ poids: { plus de: { fait: taille } } }", "{ poids: { fait: jour } }", "{ poids: { paramètre: q } }",
        "{ jour: 2024-13-01 }", "{ jour: { plus de: 3 } }", "{ jour: { avant: { fait: poids } } }", "{ d: c }",
        "{ d: { paramètre: p } }", "{ d: sans objet }", "{ d: { contient toutes: [a] } }", "{ toutes: { f: oui } }",
        "{ toutes: [] }", "{ au moins: { nombre: 0, parmi: [{ f: oui }] } }", "{ au moins: { nombre: 1 } }",
        "{ règle: inconnue }", "{ non: oui }", "[]", "{}", "oui", "{ f: [] }", "{ f: inconnu }",
        "{ texte libre: inconnu }",
        "{ couleur: { fait: teintes } }",
    ]

    @Test("of conditions", arguments: conditions) func condition(_ text: String) throws {
        try refuses("règles: { s: { si: \(text), conclut: { d: b } } }")
    }

    /// Whole files.
    static let files = [
        "regles: { s: { conclut: { d: b } } }", "règles: { s: { si: { f: oui } } }",
        "règles: { s: { conclut: { d: c } } }", "règles: { s: { conclut: { d: [b] } } }",
        "règles: { s: { conclut: { d: b }, motif: 'Il y a {{quoi}}.' } }",
        "règles: { s: { conclut: { d: b }, écarte: r } }", "règles: { s: { conclut: { d: b }, écarte: [t] } }",
        "règles: { s: { conclut: { d: b }, source: { document: autre } } }",
        "règles: { s: { conclut: { d: b }, source: { ajout: x, section: '1' } } }",
        "règles: { s: { conclut: { d: b }, source: { section: '1' } } }",
        "règles: { s: { conclut: { d: b }, en vigueur: 2024 } }",
        "règles: { s: { conclut: { d: b }, exemples: [{ faits: { f: oui } }] } }",
        "règles: { s: { conclut: { d: b }, exemples: [{ faits: { f: oui }, attendu: oui }] } }",
        "règles: { s: { conclut: { d: b }, titre: } }", "règles: { s: { conclut: { d: b }, titre: [x] } }",
        "règles: { contradictoire: { conclut: { d: b } } }",
        "faits: { g: { question: G?, type: booléen } }", "faits: { g: { type: oui/non } }",
        "faits: { g: { question: G?, type: choix } }", "faits: { g: { question: G?, type: choix, valeurs: {} } }",
        "faits: { g: { question: G?, type: date, valeurs: { a: b } } }",
        "faits: { g: { question: G?, type: texte, unité: kg } }", "faits: { g: { question: G?, type: date, min: 3 } }",
        "faits: { g: { question: G?, type: nombre, min: petit } }",
        "faits: { g: { question: G?, type: nombre, énoncé contraire: Non. } }",
        "faits: { g: { question: G?, type: nombre, énoncé: 'Vaut {{x}}.' } }",
        "faits: { g: { question: G?, type: oui/non, présumé: peut-être } }",
        "faits: { g: { question: G?, type: choix, valeurs: { a|b: c } } }",
        "faits: { nom: { question: G?, type: texte } }", "faits: { 2024-01-01: { question: G?, type: texte } }",
        "faits: { toutes: { question: G?, type: texte } }", "faits: { inconnu: { question: G?, type: texte } }",
        "définitions: { g: { vrai si: { f: oui }, calcul: { jours: { du: jour, au: jour } } } }",
        "définitions: { g: { question: G? } }", "définitions: { g: { vrai si: { f: oui }, type: oui/non } }",
        "définitions: { g: { selon: [{ vaut: 3 }] } }",
        "définitions: { g: { type: nombre, selon: [{ si: { f: oui } }] } }",
        "définitions: { g: { calcul: { jours: { du: jour } } } }",
        "définitions: { g: { calcul: { jours: { du: poids, au: jour } } } }",
        "définitions: { g: { calcul: { racine: [poids] } } }",
        "définitions: { g: { calcul: { différence: [poids] } } }",
        "définitions: { g: { calcul: { somme: [1], produit: [2] } } }",
        "définitions: { g: { calcul: { échéance: { du: jour, délai: 3, en: semaines } } } }",
        "décisions: { e: { question: E?, issues: { a: A }, méthode: priorité } }",
        "décisions: { e: { question: E?, issues: { a: A }, méthode: cumul, par défaut: a } }",
        "décisions: { e: { question: E?, issues: [a, b], méthode: cumul } }",
        "décisions: { e: { question: E?, issues: { a: A }, méthode: vote } }",
        "décisions: { refus: { question: E?, issues: { a: A }, méthode: cumul } }",
        "tableaux: { t: { décision: d, entrées: [f], lignes: [{ si: [oui], conclut: x }] } }",
        "tableaux: { t: { décision: e, entrées: [f], lignes: [{ si: [oui], conclut: a }] } }",
        "tableaux: { t: { décision: d, entrées: f, lignes: [{ si: [oui], conclut: a }] } }",
        "tableaux: { t: { décision: d, entrées: [g], lignes: [{ si: [oui], conclut: a }] } }",
        "paramètres: { q: { type: choix, valeurs: { 2024-01-01: 5 } } }",
        "paramètres: { q: { type: nombre, valeurs: { janvier: 5 } } }",
        "paramètres: { q: { type: nombre, valeurs: { 2024-01-01: cinq } } }",
        "calendriers: { c: { chômés: [samedi] } }", "calendriers: { c: { couvre: { du: 2024-01-01 } } }",
        "calendriers: { c: { couvre: { du: 2024-01-01, au: 2024-12-31 }, chômés: [saturday] } }",
        "contraintes: { c: { si: { f: oui } } }", "contraintes: { c: { alors: { d: a } } }",
        "contraintes: { c: { alors: { règle: r } } }", "politique: { nom: P }",
        "politique: { nom: P, version: '1', date de référence: poids }",
        "politique: { nom: P, version: '1', vérification: { règle-morte: grave } }",
        "politique: { nom: P, version: '1', vérification: { regle: note } }",
    ]

    @Test("of rule files", arguments: files) func file(_ text: String) throws { try refuses(text) }

    @Test("of an example that is refused when it is run") func example() throws {
        let text = "règles: { s: { conclut: { d: b }, exemples: [{ faits: { g: oui }, attendu: vrai }] } }"
        let tree = try #require(Sample.tree(text))
        #expect(try Self.small.get().rules.problems(of: tree) != [])
    }

    private func refuses(_ text: String) throws {
        let sample = try Self.small.get()
        let tree = try #require(Sample.tree(text), "\(text) is not YAML")
        #expect(Sample.load([Self.head, text]).bag.hasErrors, "the loader accepts \(text)")
        #expect(sample.rules.problems(of: tree) != [], "the schema accepts \(text)")
    }

    /// Cases.
    static let cases = [
        "faits: { g: oui }", "faits: [f]", "faits: { f: peut-être }", "faits: { f: [oui] }", "faits: { couleur: bleu }",
        "faits: { teintes: [sombre] }", "faits: { teintes: [inconnu] }", "faits: { poids: lourd }",
        "faits: { poids: -1 }", "faits: { poids: 101 }", "faits: { poids: '1,5' }", "faits: { jour: 2024-02-30x }",
        "faits: { texte libre: { a: b } }", "f: oui", "nom: [x]", "date: hier", "objets: []", "objets: { nom: x }",
        "objets: [{ date: 2024-01-01 }]", "cas: []", "{ cas: [{ nom: x }], nom: y }", "cas: [{ fait: {} }]",
        "attendu: { e: a }", "attendu: { d: c }", "attendu: { d: sans objet }", "attendu: { d: contradictoire }",
        "attendu: { d: { isue: a } }", "attendu: { d: { motifs: [s] } }", "attendu: { d: { manquants: [g] } }",
        "attendu: { d: { possibles: [] } }", "attendu: { d: [a] }", "attendu: { refus: grave }",
        "attendu: { règles: { r: oui } }", "attendu: { règles: { s: vrai } }", "attendu: {}", "attendu: a",
        "objets: [{ attendu: { refus: cycle } }]",
    ]

    @Test("of cases", arguments: cases) func caseFile(_ text: String) throws {
        let tree = try #require(Sample.tree(text), "\(text) is not YAML")
        #expect(try Self.small.get().cases.problems(of: tree) != [], "the schema accepts \(text)")
    }
}
