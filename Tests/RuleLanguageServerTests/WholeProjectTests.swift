import RuleJSON
import SourceText
import Testing

/// A project with every kind of entry: each of its names is found, told and offered.
@Suite("A project with everything") struct WholeProjectTests {
    private static let rules = "Rules/tout.yaml"
    private static let fixtures = "Fixtures/cas.yaml"
    private static let project = [
        rules: """
        politique:
          nom: Tout
          version: "1"
          date de référence: reçue
          documents: { guide: { titre: Le guide } }
        faits:
          reçue: { question: Quand?, type: date }
          urgent: { question: Est-ce urgent?, type: oui/non }
          montant: { question: Combien?, type: nombre }
          sujets: { question: Lesquels?, type: choix multiple, valeurs: { eau: L’eau, feu: Le feu } }
          volet: { question: Lequel?, type: choix, valeurs: { un: Le premier, deux: Le second } }
          mot: { question: Quel mot?, type: texte, usage: essai }
        paramètres:
          seuil: { question: Quel seuil?, type: nombre, valeurs: { 2024-01-01: 10 } }
          début: { type: date, valeurs: { 2024-01-01: 2024-02-03 } }
          ouvert: { type: oui/non, valeurs: { 2024-01-01: oui } }
          fermé: { type: oui/non, valeurs: { 2024-01-01: non } }
          nouveau: { type: nombre, valeurs: { 2024-01-01: à préciser } }
        calendriers:
          bureau:
            description: Les jours de bureau
            couvre: { du: 2024-01-01, au: 2024-12-31 }
            chômés: [samedi, dimanche]
        définitions:
          cher: { vrai si: { montant: { plus de: { paramètre: seuil } } } }
          total: { calcul: { somme: [montant, { paramètre: seuil }] } }
          limite: { calcul: { échéance: { du: reçue, délai: 5, en: jours ouvrables, calendrier: bureau } } }
          rang: { type: nombre, selon: [{ si: { volet: un }, vaut: 1 }, { vaut: { fait: montant } }] }
        décisions:
          suite: { question: Quelle suite?, issues: { refus: Non, accord: Oui }, méthode: unique, par défaut: accord }
          envois: { question: Lesquels?, issues: { lettre: Une lettre, appel: Un appel }, méthode: cumul, applicable si: { suite: accord } }
        règles:
          r1:
            si: { au moins: { nombre: 1, parmi: [{ urgent: oui }, { cher: oui }] }, volet: [un, deux] }
            conclut: { suite: refus }
            motif: "Dès {{début}} ou {{seuil}}: {{ouvert}}, {{fermé}}, {{nouveau}}."
            source: { document: guide }
          r2:
            si: { total: { au moins: 3, moins de: { fait: rang } }, sujets: { contient toutes: [eau, feu] }, limite: { après: { paramètre: début } } }
            conclut: { envois: [lettre, appel] }
            source: { document: guide }
        tableaux:
          barème:
            titre: Le barème
            décision: envois
            entrées: [volet, urgent]
            lignes:
              - { si: [un, "*"], conclut: lettre }
              - { si: [{ parmi: [deux] }, non], conclut: [lettre, appel] }
        contraintes:
          cohérence: { titre: Cohérente, si: { urgent: oui }, alors: { mot: { n'est pas: lent } } }
        propriétés:
          réponse: { titre: Une réponse, si: { règle: [r1, barème] }, alors: { suite: refus } }

        """,
        fixtures: """
        cas:
          - faits: { urgent: oui, volet: un, montant: 12.5, reçue: 2024-03-04, sujets: [eau], mot: vite }
            attendu: { suite: refus, règles: { r1: vrai }, définitions: { cher: oui, total: 22.5 } }
          - nom: Deux
            faits: { urgent: non, reçue: 2024-03-04, sujets: [feu, eau] }
            objets:
              - { nom: A, faits: { volet: deux, montant: 50 }, attendu: { suite: refus } }
              - { faits: { volet: un, montant: 1 }, attendu: { envois: { issue: [lettre], motifs: ["barème#1"] } } }

        """,
    ]

    /// The place right after the first of some marks in a file, with more parameters.
    private func place(
        _ client: Client, _ mark: String, in file: String = rules, _ more: [(String, JSONValue)] = []
    ) throws -> JSONValue {
        let text = try #require(Self.project[file])
        let end = try #require(text.firstRange(of: mark)).upperBound
        let before = text[..<end].split(separator: "\n", omittingEmptySubsequences: false)
        return client.place(file, before.count - 1, before.last?.utf16.count ?? 0, more)
    }

    @Test(
        "what is known of a name",
        arguments: [
            ("urgent", rules, "Est-ce urgent?"), ("cher", rules, "Définition de type oui/non"),
            ("suite", rules, "Quelle suite?"),
            ("paramètre: seuil", rules, "Quel seuil?"), ("documents: { guide", rules, "Le guide"),
            ("calendrier: bureau", rules, "Les jours de bureau"), ("cohérence", rules, "Cohérente"),
            ("réponse", rules, "Une réponse"), ("{ volet: un", rules, "Le premier"), ("{ suite: refus", rules, "Non"),
            ("  r1", rules, "Avec le cas «\u{A0}cas.yaml, cas 1\u{A0}»\u{A0}: elle s’applique."),
            ("  barème", rules, "Employé à 2 endroits."),
            ("mot", rules, "Employé à 2 endroits."), ("nouveau", rules, "Employé à 1 endroit."),
            ("définitions: { cher", fixtures, "Définition de type oui/non"),
        ])
    func hover(_ mark: String, _ file: String, _ words: String) throws {
        try withClient(Self.project) { client in
            let answer = client.ask("textDocument/hover", try place(client, mark, in: file))
            let text = answer?["contents"]?["value"]?.text ?? ""
            #expect(text.contains(words), "\(text)")
        }
    }

    /// How often a name stands in the project, its definition included.
    @Test(
        "every place of a name",
        arguments: [
            ("  reçue", 5), ("  montant", 7), ("  volet", 7), ("  seuil", 4), ("  cher", 3), ("  total", 3),
            ("  bureau", 2), ("{ guide", 3), ("  r1", 3), ("  barème", 3), ("{ lettre", 5), ("{ refus", 5),
            ("  limite", 2),
            ("{ eau", 4),
        ])
    func references(_ mark: String, _ count: Int) throws {
        try withClient(Self.project) { client in
            let found = client.ask("textDocument/references", try place(client, mark))?.elements ?? []
            #expect(found.count == count, "\(found.map { $0["range"]?.span ?? "" })")
            let definition = client.ask("textDocument/definition", try place(client, mark))?.elements ?? []
            #expect(definition.count == 1)
        }
    }

    @Test(
        "completion in rules",
        arguments: [
            ("politique:\n  vérification:\n    ", ["fait-inutilisé"]),
            ("politique:\n  vérification:\n    fait-inutilisé: ", ["note"]),
            ("politique:\n  date de référence: ", ["reçue"]),
            ("politique:\n  en vigueur: { ", ["du", "au"]),
            ("calendriers:\n  c:\n    chômés: [", ["samedi", "lundi"]),
            ("définitions:\n  d:\n    calcul: { échéance: { calendrier: ", ["bureau"]),
            ("définitions:\n  d:\n    calcul: { somme: [", ["montant", "total"]),
            ("définitions:\n  d:\n    calcul: { échéance: { ", ["du", "délai", "en"]),
            ("règles:\n  r:\n    si: { montant: { plus de: { ", ["fait", "paramètre"]),
            ("règles:\n  r:\n    si: { montant: { plus de: { paramètre: ", ["seuil", "début"]),
            ("règles:\n  r:\n    si: { montant: { plus de: { fait: ", ["total", "urgent"]),
            ("règles:\n  r:\n    si: { montant: { ", ["plus de", "fait"]),
            ("règles:\n  r:\n    si: { total: { ", ["au moins", "paramètre"]),
            ("règles:\n  r:\n    si: { envois: ", ["lettre", "sans objet"]),
            ("règles:\n  r:\n    si: { au moins: { ", ["nombre", "parmi"]),
            ("règles:\n  r:\n    si: { règle: ", ["r1", "barème"]),
            ("règles:\n  r:\n    conclut: { ", ["suite", "envois"]),
            ("tableaux:\n  t:\n    décision: ", ["suite"]),
            ("tableaux:\n  t:\n    entrées: [", ["volet", "total"]),
            ("tableaux:\n  t:\n    lignes:\n      - conclut: ", ["lettre", "refus"]),
            ("tableaux:\n  t:\n    lignes:\n      - si: [{ ", ["fait"]),
        ])
    func completion(_ text: String, _ expected: [String]) throws {
        try completes(text, in: "Rules/nouveau.yaml", expected)
    }

    @Test(
        "completion in a case",
        arguments: [
            ("attendu: { règles: { ", ["r1", "barème"]), ("attendu: { règles: { r1: ", ["vrai", "inconnu"]),
            ("attendu: { définitions: { ", ["cher", "total"]),
            ("attendu: { définitions: { cher: ", ["oui", "inconnu"]),
            ("attendu: { envois: { ", ["issue", "motifs", "manquants"]), ("attendu: { envois: { motifs: [", ["r2"]),
            ("attendu: { envois: { manquants: [", ["volet"]),
            ("attendu: { envois: { issue: ", ["lettre", "sans objet"]),
        ])
    func caseCompletion(_ text: String, _ expected: [String]) throws {
        try completes(text, in: "Fixtures/nouveau.yaml", expected)
    }

    private func completes(_ text: String, in file: String, _ expected: [String]) throws {
        try withClient(Self.project) { client in
            try client.open(file, text)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            let place = client.place(file, lines.count - 1, lines.last?.utf16.count ?? 0)
            let labels = (client.ask("textDocument/completion", place)?.elements ?? []).compactMap { $0["label"]?.text }
            #expect(Set(labels).isSuperset(of: expected), "\(labels)")
        }
    }

    @Test("hints: values of parameters, columns of tables") func hints() throws {
        try withClient(Self.project) { client in
            let hints = client.ask("textDocument/inlayHint", client.place(Self.rules, 0, 0))?.elements ?? []
            let labels = hints.compactMap { $0["label"]?.text }
            for value in ["= 2024-02-03", "= 10", "= oui", "= non", "= à préciser", "volet\u{A0}:", "urgent\u{A0}:"] {
                #expect(labels.contains(value), "\(labels)")
            }
        }
    }

    @Test("what cases decide, and what rules do in the one that was chosen") func lenses() throws {
        try withClient(Self.project) { client in
            func titles(_ file: String) -> [String] {
                let lenses = client.ask("textDocument/codeLens", client.place(file, 0, 0))?.elements ?? []
                return lenses.compactMap { $0["command"]?["title"]?.text }
            }
            #expect(
                titles(Self.fixtures).filter { !$0.contains("avec") } == [
                    "Évaluer\u{A0}: suite\u{A0}: refus; envois\u{A0}: sans objet",
                    "Évaluer\u{A0}: suite\u{A0}: refus; envois\u{A0}: sans objet | "
                        + "suite\u{A0}: accord; envois\u{A0}: lettre",
                ])
            #expect(titles(Self.rules).contains("Évaluer avec «\u{A0}cas.yaml, cas 1\u{A0}»\u{A0}: elle s’applique"))
            func command(_ name: String, _ arguments: [JSONValue]) -> Node? {
                client.answer(
                    "workspace/executeCommand",
                    .object([("command", .text("bienfonde." + name)), ("arguments", .list(arguments))]))
            }
            let uri = JSONValue.text(client.uri(Self.fixtures))
            #expect(command("choisirCas", [uri, .int(1)])?["result"]?.text == "Deux")
            let line = "A, elle s’applique; objet 2, elle ne s’applique pas"
            #expect(titles(Self.rules).contains { $0.hasSuffix(line) }, "\(titles(Self.rules))")
            #expect(command("choisirCas", [uri, .int(7)])?["error"] != nil)
            #expect(command("expliquer", [uri, .int(7)])?["error"] != nil)
            #expect(command("casDeLaRegle", [.text("absente")])?["error"] != nil)
            #expect(command("danser", [])?["error"]?["message"]?.text == "cette commande n’est pas offerte")
            client.change(Self.rules, "règles: {")
        }
    }
}
