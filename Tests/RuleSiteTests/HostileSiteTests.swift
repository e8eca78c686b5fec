import Testing

@testable import RuleSite

@Suite("A site of hostile and odd texts")
struct HostileSiteTests {
    private static let rules = #"""
        politique:
          nom: "<script>alert(1)</script> & \"q\" 'a'"
          version: "1</title>"
          description: "<img src=x onerror=alert(1)>"
        faits:
          "a/b": { question: "<b>?</b>", type: oui/non, énoncé: "</a><script>", détenteur: "<i>" }
          "A\\B": { question: "../../etc?", type: choix, valeurs: { "<u>": "</td>", v: v } }
          é: { question: "é?", type: nombre, unité: "<jours>", min: 0, max: 10 }
          É: { question: "É?", type: texte, usage: "<usage>", énoncé: "Dit : {{valeur}}<hr>" }
          con: { question: "con?", type: date, usage: u }
        définitions:
          "d<1>": { vrai si: { "a/b": oui }, description: "<d>" }
          d2: { type: nombre, selon: [{ si: { "a/b": oui }, vaut: 1, en vigueur: 2020-01-01 }, { vaut: { paramètre: "p<" } }] }
          d3: { calcul: { jours: { du: con, au: 2024-01-01 } } }
        paramètres:
          "p<": { type: nombre, valeurs: { 2020-01-01: à préciser, 2021-01-01: 3 }, description: "<p>" }
        calendriers:
          "c<": { couvre: { du: 2024-01-01, au: 2024-12-31 }, fériés: { 2024-12-25: "<Noël>" }, description: "<c>" }
        décisions:
          "D<": { question: "<q>", issues: { "<o>": "<m>", "n": n }, méthode: unique, par défaut: n }
          vide: { question: "?", issues: { x: x }, méthode: cumul }
        règles:
          "r<1>":
            titre: "<h1>titre</h1>"
            si: { une: [{ "a/b": oui }, { non: { "A\\B": "<u>" } }, { au moins: { nombre: 1, parmi: [{ é: { plus de: 3 } }, { d2: { au plus: 4 } }] } }] }
            sauf: { aucune: [{ "d<1>": non }, { règle: ["t#1", "t#2"] }] }
            conclut: { "D<": "<o>" }
            motif: "{{a/b}} <motif> {{p<}}"
            réponse: "<réponse>"
            note: "<note>"
            écarte: [autre]
            en vigueur: { du: 2020-01-01, au: 2030-01-01 }
            exemples: [{ nom: "<ex>", faits: { "a/b": oui }, attendu: vrai }]
            source: { document: doc<, section: "<s>", extrait: "<e>" }
          autre: { conclut: { "D<": n }, source: { ajout: "<ajout>" } }
        tableaux:
          t:
            titre: "<t>"
            décision: "D<"
            entrées: ["a/b", "A\\B"]
            lignes: [{ si: [oui, "*"], conclut: n, motif: "<tm>" }, { si: ["*", [v, "<u>"]], conclut: n }]
        contraintes:
          "k<": { si: { "a/b": oui }, alors: { "A\\B": v }, description: "<k>" }
        propriétés:
          "pr<": { alors: { règle: autre }, note: "<pn>" }
        """#.replacing("  version:", with: "  documents: { doc<: { titre: \"<doc>\" } }\n  version:")

    private static let cases = #"""
        cas:
          - { nom: "<cas>", récit: "<récit>", date: 2024-01-01, faits: { "a/b": oui, "A\\B": v, É: "<x>" }, attendu: { "D<": contradictoire } }
          - nom: "<objets>"
            date: 2024-01-01
            objets: [{ nom: "<o1>", récit: "<r1>", faits: { é: 4 }, attendu: { "D<": n } }, { faits: { é: inconnu }, attendu: { vide: [] } }]
          - { nom: refus, date: 2024-01-01, faits: { "a/b": oui, "A\\B": "<u>" }, attendu: { refus: cas-incohérent } }
          - { nom: "<cas>", faits: {}, attendu: { "D<": n } }
        """#

    @Test("every page is well made, whatever the texts hold") func pages() throws {
        let site = try SampleSite.of(Self.rules, cases: Self.cases)
        #expect(site.problems() == [])
        #expect(site.brokenLinks() == [])
        #expect(site.unreachedPages() == [])
        for (path, text) in site.files where path.hasSuffix(".html") {
            #expect(!text.contains("<script>") && !text.contains("<img"), "\(path)")
        }
        let book = AddressBook(site.material)
        let paths =
            Entry.Kind.allCases.flatMap { site.material.set.entries($0) }.map { book[$0].path }
            + book.fixtures.map(\.path)
        #expect(Set(paths.map { $0.lowercased() }).count == paths.count)
    }

    @Test("a set without cases, documents or tables has no page for them") func small() throws {
        let site = try SampleSite.of("politique: { nom: N, version: \"1\" }\n")
        #expect(site.problems() == [])
        #expect(site.brokenLinks() == [])
        #expect(Set(site.files.keys) == ["index.html", "couverture.html", "index-general.html", "site.css", "site.js"])
    }
}
