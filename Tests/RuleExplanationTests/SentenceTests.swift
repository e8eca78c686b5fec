import PolicyValues
import RuleEngine
import RuleExplanation
import RuleModel
import Testing

/// What conditions say, and what their contraries say.
@Suite struct SentenceTests {
    private static let vocabulary = """
        politique: { nom: Essai, version: "1" }
        faits:
          fermé: { question: Fermé?, type: oui/non }
          payé: { question: Payé?, type: oui/non, énoncé: La facture est payée., énoncé contraire: La facture reste due. }
          délai: { question: Délai?, type: nombre, unité: jours, énoncé: "Le délai est de {{valeur}}." }
          délai annoncé: { question: Annoncé?, type: nombre, unité: jours }
          reçue: { question: Reçue?, type: date, énoncé: "Reçue le {{ valeur }}." }
          limite: { question: Limite?, type: date }
          statut: { question: Statut?, type: choix, valeurs: { aucun: a, client: b, tiers: c } }
          autre statut: { question: Statut?, type: choix, valeurs: { aucun: a, client: b, tiers: c } }
          sujets: { question: Sujets?, type: choix multiple, valeurs: { accueil: a, délai: b, erreur: c } }
          sujet principal: { question: Sujet?, type: choix, valeurs: { accueil: a, délai: b, erreur: c } }
          mot: { question: Mot?, type: texte, énoncé: "Le mot est {{valeur}}." }
        paramètres:
          maximum: { type: nombre, unité: jours, valeurs: { 2020-01-01: 10 } }
          futur: { type: nombre, unité: jours, valeurs: { 2020-01-01: à préciser } }
        décisions:
          issue: { question: Issue?, issues: { bon: b, mauvais: m }, méthode: priorité, par défaut: bon }
          effets: { question: Effets?, issues: { un: u, deux: d }, méthode: cumul, applicable si: { fermé: non } }
        tableaux:
          grille: { titre: La grille, décision: effets, entrées: [statut], source: { ajout: essai },
            lignes: [{ si: [client], conclut: un }, { si: [tiers], conclut: deux }] }
        règles:
          première: { titre: La première, conclut: { effets: un }, source: { ajout: essai } }
          deuxième: { conclut: { effets: deux }, source: { ajout: essai } }
          essai: { conclut: { issue: mauvais }, source: { ajout: essai }, si: CONDITION }
        """

    private func sentences(_ condition: String) throws -> (Sentences, Condition) {
        let text = Self.vocabulary.replacing("CONDITION", with: condition)
        let sample = try Sample(files: [("regles/essai.yaml", text)])
        let decided = try sample.decide(
            "{ date: 2024-03-04, faits: { délai annoncé: 180, limite: 2024-03-01, autre statut: tiers } }")
        let id = try #require(sample.set.ruleNames["essai"])
        return (Sentences(sample.set, decided.all[0].examination), try #require(sample.set[id].condition))
    }

    @Test(arguments: [
        ("{ payé: oui }", "La facture est payée.", "La facture reste due."),
        ("{ payé: { n'est pas: oui } }", "La facture reste due.", "La facture est payée."),
        ("{ fermé: non }", "fermé : non", "fermé : oui"),
        ("{ délai: { plus de: 180 } }", "délai : plus de 180 jours", "délai : au plus 180 jours"),
        ("{ délai: { au moins: 1 } }", "délai : au moins 1 jour", "délai : moins de 1 jour"),
        ("{ délai: 1234.5 }", "Le délai est de 1 234,5 jours.", "délai : autre que 1 234,5 jours"),
        (
            "{ délai: { au moins: 3, moins de: 10 } }", "délai : au moins 3 jours et moins de 10 jours",
            "délai : moins de 3 jours ou au moins 10 jours"
        ),
        (
            "{ délai: { plus de: { fait: délai annoncé } } }", "délai : plus que « délai annoncé » (180 jours)",
            "délai : au plus « délai annoncé » (180 jours)"
        ),
        (
            "{ délai: { moins de: { paramètre: maximum } } }", "délai : moins que « maximum » (10 jours)",
            "délai : au moins « maximum » (10 jours)"
        ),
        (
            "{ délai: { au plus: { paramètre: futur } } }", "délai : au plus « futur » (à préciser)",
            "délai : plus que « futur » (à préciser)"
        ),
        (
            "{ délai: { est: { fait: délai annoncé } } }", "délai : même valeur que « délai annoncé » (180 jours)",
            "délai : autre valeur que « délai annoncé » (180 jours)"
        ),
        ("{ reçue: 2024-03-04 }", "Reçue le 4 mars 2024.", "reçue : autre que le 4 mars 2024"),
        ("{ reçue: { avant: 2024-03-01 } }", "reçue : avant le 1er mars 2024", "reçue : au plus tôt le 1er mars 2024"),
        (
            "{ reçue: { au plus tard: { fait: limite } } }", "reçue : au plus tard « limite » (le 1er mars 2024)",
            "reçue : après « limite » (le 1er mars 2024)"
        ),
        ("{ statut: [client, tiers] }", "statut : client ou tiers", "statut : ni client ni tiers"),
        ("{ statut: { n'est pas: aucun } }", "statut : autre qu’aucun", "statut : aucun"),
        (
            "{ statut: { est: { fait: autre statut } } }", "statut : même valeur que « autre statut » (tiers)",
            "statut : autre valeur que « autre statut » (tiers)"
        ),
        ("{ sujets: accueil }", "sujets : comprend accueil", "sujets : ne comprend pas accueil"),
        (
            "{ sujets: [accueil, délai] }", "sujets : comprend accueil ou délai",
            "sujets : ne comprend ni accueil ni délai"
        ),
        (
            "{ sujets: { contient toutes: [accueil, délai] } }", "sujets : comprend accueil et délai",
            "sujets : ne comprend pas à la fois accueil et délai"
        ),
        (
            "{ sujets: { est: { fait: sujet principal } } }", "sujets : comprend « sujet principal » (inconnu)",
            "sujets : ne comprend pas « sujet principal » (inconnu)"
        ),
        ("{ mot: oui }", "Le mot est oui.", "mot : autre que oui"),
        ("{ effets: un }", "effets : comprend un", "effets : ne comprend pas un"),
        ("{ effets: [un, deux] }", "effets : comprend un ou deux", "effets : ne comprend ni un ni deux"),
        ("{ effets: sans objet }", "effets : sans objet", "effets : autre que sans objet"),
        ("{ règle: première }", "La règle « La première » s’applique", "La règle « La première » ne s’applique pas"),
        (
            "{ règle: [première, deuxième] }",
            "Au moins une de ces règles s’applique : « deuxième » ou « La première »",
            "Aucune de ces règles ne s’applique : « deuxième » et « La première »"
        ),
        (
            "{ règle: grille }", "Au moins une ligne du tableau « La grille » s’applique",
            "Aucune ligne du tableau « La grille » ne s’applique"
        ),
        (
            "{ toutes: [{ payé: oui }, { fermé: oui }] }", "Toutes ces conditions sont remplies",
            "Au moins une de ces conditions n’est pas remplie"
        ),
        (
            "{ une: [{ payé: oui }, { fermé: oui }] }", "Au moins une de ces conditions est remplie",
            "Aucune de ces conditions n’est remplie"
        ),
        (
            "{ aucune: [{ payé: oui }, { fermé: oui }] }", "Aucune de ces conditions n’est remplie",
            "Au moins une de ces conditions est remplie"
        ),
        ("{ aucune: [{ payé: oui }] }", "La facture reste due.", "La facture est payée."),
        ("{ non: { délai: { plus de: 3 } } }", "délai : au plus 3 jours", "délai : plus de 3 jours"),
        (
            "{ au moins: { nombre: 2, parmi: [{ payé: oui }, { fermé: oui }, { délai: 1 }] } }",
            "Au moins 2 de ces 3 conditions sont remplies", "Moins de 2 de ces 3 conditions sont remplies"
        ),
    ]) func conditions(_ condition: String, _ expected: String, _ contrary: String) throws {
        let (sentences, resolved) = try sentences(condition)
        #expect(plain(sentences.sentence(of: resolved)) == expected)
        #expect(plain(sentences.sentence(of: resolved, affirmed: false)) == contrary)
    }

    /// With ordinary spaces, so that the table above can be read.
    private func plain(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }

    @Test(arguments: [
        ("{{payé}}", "[à préciser : payé]"), ("{{délai annoncé}}", "180 jours"),
        ("reçue {{limite}}", "reçue le 1er mars 2024"),
        ("reçue le {{limite}}", "reçue le 1er mars 2024"),
        ("avant la fin du {{limite}}", "avant la fin du 1er mars 2024"),
        ("table {{limite}}", "table le 1er mars 2024"), ("{{maximum}} au plus", "10 jours au plus"),
        ("{{futur}}", "[à préciser : futur]"), ("{{autre statut}}", "tiers"), ("{{effets}}", "[à préciser : effets]"),
    ]) func templates(_ motif: String, _ expected: String) throws {
        let text = Self.vocabulary.replacing("si: CONDITION", with: "motif: \"\(motif)\"")
        let sample = try Sample(files: [("regles/essai.yaml", text)])
        let decided = try sample.decide(
            "{ date: 2024-03-04, faits: { délai annoncé: 180, limite: 2024-03-01, autre statut: tiers } }")
        let id = try #require(sample.set.ruleNames["essai"])
        let sentences = Sentences(sample.set, decided.all[0].examination)
        #expect(plain(sentences.filled(try #require(sample.set[id].reason))) == expected)
    }
}
