import RuleAnalysis
import RuleModel
import Testing

@testable import RuleReview

@Suite("Names and versions") struct NameTests {
    struct Planted: CustomTestStringConvertible {
        let testDescription: String
        let text: String
        var levels = ""
        let found: [String]
    }

    static let planted = [
        Planted(testDescription: "nothing", text: "", found: []),
        Planted(
            testDescription: "a fact that nothing reads", text: "faits: { oublié: { question: Q?, type: oui/non } }",
            found: ["fait-inutilisé avertissement oublié"]),
        Planted(
            testDescription: "a fact kept for a reason",
            text: "faits: { gardé: { question: Q?, type: oui/non, usage: pour plus tard } }", found: []),
        Planted(
            testDescription: "a fact that only a text reads",
            text: """
                faits: { lu: { question: Q?, type: texte } }
                règles: { r: { si: { urgente: non }, conclut: { suite: agir }, motif: "Voir {{lu}}.", source: { ajout: x } } }
                """, found: []),
        Planted(
            testDescription: "a definition that nothing uses",
            text: "définitions: { grand: { vrai si: { montant: { plus de: 4 } } } }",
            found: ["définition-inutilisée avertissement grand"]),
        Planted(
            testDescription: "a parameter that nothing uses",
            text: "paramètres: { seuil: { type: nombre, valeurs: { 2020-01-01: 4 } } }",
            found: ["paramètre-inutilisé avertissement seuil"]),
        Planted(
            testDescription: "an outcome that nothing concludes",
            text: """
                décisions:
                  autre: { question: Q?, issues: { a: A, b: B, c: C }, méthode: priorité, par défaut: b }
                règles: { r: { conclut: { autre: a }, source: { ajout: x } } }
                """, found: ["issue-inutilisée avertissement autre, c"]),
        Planted(
            testDescription: "levels that the policy changes",
            text: "faits: { oublié: { question: Q?, type: oui/non } }", levels: "fait-inutilisé: erreur",
            found: ["fait-inutilisé erreur oublié"]),
        Planted(
            testDescription: "what the policy ignores", text: "faits: { oublié: { question: Q?, type: oui/non } }",
            levels: "fait-inutilisé: ignoré", found: []),
        version(
            "a hole between versions", "au: 2023-01-01", "du: 2023-01-03", ["trou-de-validité avertissement v1, v2"]),
        version("versions that follow each other", "au: 2023-01-01", "du: 2023-01-02", []),
        version(
            "versions that share a day", "au: 2023-01-01", "du: 2023-01-01",
            ["versions-chevauchantes erreur v1, v2"]),
        version("a hole before the policy", "au: 2020-01-01", "du: 2021-01-01", []),
        Planted(
            testDescription: "another condition under the same title is a version too",
            text: """
                règles:
                  v1: { titre: T, si: { urgente: oui }, en vigueur: { au: 2023-01-01 }, conclut: { suite: agir }, source: { ajout: x } }
                  v2: { titre: T, si: { montant: 9 }, en vigueur: { du: 2023-06-01 }, conclut: { suite: agir }, source: { ajout: x } }
                """, found: ["trou-de-validité avertissement v1, v2"]),
        Planted(
            testDescription: "dated rules on other matters are no versions",
            text: """
                règles:
                  v1: { si: { urgente: oui }, en vigueur: { au: 2023-01-01 }, conclut: { suite: agir }, source: { ajout: x } }
                  v2: { si: { montant: 9 }, en vigueur: { du: 2023-06-01 }, conclut: { suite: agir }, source: { ajout: x } }
                """, found: []),
        parameter("a parameter without a value at first", "2023-01-01: 4", ["trou-de-validité avertissement seuil"]),
        parameter("a parameter that is to be specified", "2022-01-01: à préciser", ["trou-de-validité note seuil"]),
        parameter("a parameter with a value on all days", "2022-06-08: 4", []),
    ]

    private static func version(_ what: String, _ first: String, _ second: String, _ found: [String]) -> Planted {
        Planted(
            testDescription: what,
            text: """
                règles:
                  v1: { si: { urgente: non }, en vigueur: { \(first) }, conclut: { suite: agir }, source: { ajout: x } }
                  v2: { si: { urgente: non }, en vigueur: { \(second) }, conclut: { suite: attendre }, source: { ajout: x } }
                """, found: found)
    }

    private static func parameter(_ what: String, _ values: String, _ found: [String]) -> Planted {
        Planted(
            testDescription: what,
            text: """
                paramètres: { seuil: { type: nombre, valeurs: { \(values) } } }
                règles: { r: { si: { montant: { paramètre: seuil } }, conclut: { suite: agir }, source: { ajout: x } } }
                """, found: found)
    }

    @Test("each planted slip is found, and nothing else", arguments: planted) func finds(_ planted: Planted) throws {
        #expect(try SmallSet(planted.text, levels: planted.levels).summaries == planted.found)
    }

    @Test("a policy may set the level of every code") func codesAreKnown() {
        #expect(Set(FindingWords.codes) == Set(FindingCode.allCases.map(\.rawValue)))
    }
}
