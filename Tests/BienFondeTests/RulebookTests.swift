import BienFonde
import Testing

/// The public face, used as another program would.
@Suite("The library")
struct RulebookTests {
    private static let text = """
        politique: { nom: Essai, version: "3", date de référence: reçue le }
        faits:
          conteste: { question: La requête conteste-t-elle une décision?, type: oui/non, détenteur: équipe }
          prestataire: { question: Qui?, type: choix, valeurs: { ministère: Nous, autre: Un autre } }
          thèmes: { question: Lesquels?, type: choix multiple, valeurs: { délai: Le délai, accueil: L’accueil } }
          montant: { question: Combien?, type: nombre, min: 0, max: 100, unité: "$" }
          reçue le: { question: Quand?, type: date }
          récit libre: { question: Quoi?, type: texte }
        décisions:
          suite: { question: Que faire?, issues: { refus: On refuse, examen: On examine }, méthode: priorité, par défaut: examen }
          alertes: { question: Lesquelles?, issues: { cher: Cher, lent: Lent }, méthode: cumul }
        règles:
          contestation: { titre: Contestation, si: { conteste: oui }, conclut: { suite: refus }, motif: Elle conteste. }
          cher: { si: { montant: { plus de: 50 } }, conclut: { alertes: cher } }
          lent: { si: { thèmes: délai }, conclut: { alertes: lent } }
        """

    private static func rules() throws(Refusal) -> Rulebook {
        try Rulebook(files: [Rulebook.File(path: "règles.yaml", text: text)])
    }

    @Test("describes its vocabulary")
    func vocabulary() throws {
        let rules = try Self.rules()
        #expect([rules.name, rules.version] == ["Essai", "3"])
        #expect(rules.fingerprint.hasPrefix("sha256:"))
        let kinds = Dictionary(uniqueKeysWithValues: rules.facts.map { ($0.name, $0.kind) })
        #expect(kinds["montant"] == .number(unit: "$", minimum: "0", maximum: "100"))
        guard case .choice(let values) = kinds["prestataire"] else { return #expect(Bool(false)) }
        #expect(values.map(\.name) == ["ministère", "autre"] && values.map(\.meaning) == ["Nous", "Un autre"])
        #expect(rules.decisions.map(\.name) == ["alertes", "suite"])
        #expect(rules.decisions.map(\.isCumulative) == [true, false])
        #expect(rules.rules.map(\.name) == ["cher", "contestation", "lent"])
    }

    @Test("decides a case of Swift values")
    func values() throws {
        let day = try #require(CivilDay("2024-03-04"))
        let requete = StatedCase(
            name: "A",
            facts: [
                "conteste": .yesNo(true), "montant": .number("50.01"), "thèmes": .choices([]),
                "prestataire": .choice("autre"), "reçue le": .date(day), "récit libre": .text("« \" »"),
            ])
        let proposal = try Self.rules().decide(requete)
        #expect(proposal.name == "A" && proposal.matters.map(\.date) == [day])
        let next = try #require(proposal["suite"])
        #expect(next.state == .determined && next.outcomes == ["refus"])
        #expect(next.reasons.map(\.text) == ["Elle conteste."])
        #expect(proposal["alertes"]?.outcomes == ["cher"] && proposal["alertes"]?.state == .determined)
        #expect(proposal["rien"] == nil)
        #expect(proposal.explanation().contains("Contestation"))
        #expect(proposal.explanation(as: .html).contains("<!DOCTYPE html>"))
        #expect(proposal.explanation(as: .json, .none).contains(proposal.fingerprint))
    }

    @Test("says what is open, and whom to ask")
    func open() throws {
        let proposal = try Self.rules().decide(StatedCase(facts: ["thèmes": .unknown, "montant": .whole(1)]))
        let next = try #require(proposal["suite"])
        #expect(next.state == .undetermined && next.possible == ["refus", "examen"] && next.missing == ["conteste"])
        let questions = proposal.matters.flatMap(\.questions)
        #expect(questions.map(\.fact) == ["conteste", "thèmes"])
        #expect(questions.first?.holder == "équipe" && questions.first?.decisions == ["suite"])
    }

    @Test("decides each object")
    func objects() throws {
        let objects = [
            StatedCase.Object(name: "un", facts: ["conteste": .yesNo(true)]),
            StatedCase.Object(facts: ["conteste": .yesNo(false)]),
        ]
        let proposal = try Self.rules().decide(StatedCase(facts: ["montant": .whole(1)], objects: objects))
        #expect(proposal.matters.map { $0["suite"]?.outcomes } == [["refus"], ["examen"]])
        #expect(proposal.matters.map(\.name) == ["un", nil])
    }

    @Test("values and JSON are the same case")
    func json() throws {
        let rules = try Self.rules()
        let today = try #require(CivilDay(year: 2024, month: 2, day: 29))
        let values = try rules.decide(StatedCase(facts: ["conteste": .yesNo(false)]), today: today)
        let json = try rules.decide(json: #"{"faits": {"conteste": "non"}}"#, today: today)
        #expect(values.fingerprint == json.fingerprint && values.matters == json.matters)
        #expect(json.matters.map(\.date) == [today])
    }

    @Test("refuses what cannot be used, and says why")
    func refusals() throws {
        let rules = try Self.rules()
        let codes: [(StatedCase, String)] = [
            (StatedCase(facts: ["contest": .yesNo(true)]), "fait-inconnu"),
            (StatedCase(facts: ["conteste": .whole(1)]), "valeur-invalide"),
            (StatedCase(facts: ["montant": .whole(101)]), "valeur-hors-bornes"),
            (StatedCase(facts: ["prestataire": .choice("autres")]), "valeur-inconnue"),
        ]
        for (requete, code) in codes {
            let refusal = #expect(throws: Refusal.self) { try rules.decide(requete) }
            #expect(refusal?.remarks.map(\.code) == [code])
            #expect(refusal?.description.contains("erreur[\(code)]") ?? false)
        }
        let broken = #expect(throws: Refusal.self) {
            try Rulebook(files: [Rulebook.File(path: "a.yaml", text: "règles: [")])
        }
        #expect(broken?.remarks.first?.file == "a.yaml")
        let absent = #expect(throws: Refusal.self) { try Rulebook(folder: "/nulle/part") }
        #expect(absent?.description.contains("/nulle/part") ?? false)
    }

    @Test("answers each line of a batch", arguments: BatchDetail.allCases)
    func batch(_ detail: BatchDetail) throws {
        let lines = [#"{"nom": "a", "faits": {"conteste": "oui"}}"#, "", "{", #"{"faits": {}}"#].joined(separator: "\n")
        let answers = try Self.rules().decideLines(Array(lines.utf8), detail: detail)
        #expect(answers.lines == 3 && answers.rejected == 1)
        let written = String(decoding: answers.bytes, as: UTF8.self).split(separator: "\n")
        #expect(written.map { $0.prefix(11) } == [#"{"ligne":1,"#, #"{"ligne":3,"#, #"{"ligne":4,"#])
        #expect(written.map { $0.contains("erreur") } == [false, true, false])
        #expect(written.first?.contains("motifs") == (detail == .complete))
    }
}
