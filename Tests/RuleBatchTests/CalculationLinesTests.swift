import RandomPolicies
import RuleBatch
import RuleEngine
import Testing

/// Each `calcul`, `selon`, and texts that the rules do not name, in lines around every border: the fast way gives what
/// the plain way gives. Random rules meet most of it only in long runs.
@Suite struct CalculationLinesTests {
    /// What is asked, by name of its outcome.
    static let tests: KeyValuePairs = [
        "jours": "{jours: 3}", "retard": "{jours: {moins de: 0}}", "ouvrables": "{ouvrables: {au moins: 2}}",
        "terme": "{terme: 2024-03-01}", "terme-tôt": "{terme: {au plus tôt: 2024-02-28}}",
        "terme-ouvrable": "{terme ouvrable: {avant: 2024-03-02}}", "somme": "{somme: 3}", "produit": "{produit: 2}",
        "produit-haut": "{produit: {plus de: 2}}", "différence": "{différence: {fait: m}}",
        "minimum": "{minimum: {au plus: 1}}", "maximum": "{maximum: {au plus: 1}}",
        "au-delà": "{n: {plus de: {fait: m}}}",
        "faible": "{faible: oui}", "fort": "{faible: non}", "palier": "{palier: {au moins: 2}}",
        "pièces": "{pièces: {contient toutes: [rouge, vert]}}",
        "aucune": "{pièces: {hors de: [vert, {fait: couleur}]}}",
        "une": "{une: [{n: 1}, {pièces: bleu}]}", "annexe": "{annexes: rouge}",
        "annexes": "{annexes: {contient toutes: [rouge, vert]}}", "tour": "{tour: {n'est pas: premier}}",
        "règle": "{règle: [petit, grand]}",
        "seuil": "{n: {au moins: {paramètre: seuil}}}", "futur": "{n: {paramètre: futur}}",
        "ailleurs": "{accueil: [sans objet, refus]}", "partout": "{accueil: {hors de: [sans objet]}}",
        "nulle": "{envoi: sans objet}", "envoyée": "{envoi: {contient toutes: [lettre, appel]}}",
        "teinte": "{couleur: vert}", "deux": "{au moins: {nombre: 2, parmi: [{a: oui}, {n: 1}, {couleur: rouge}]}}",
    ]

    /// Around the day of the evaluation, 2024-03-04.
    static let periods: KeyValuePairs = [
        "hier": "{au: 2024-03-03}", "jusque": "{au: 2024-03-04}", "dès": "{du: 2024-03-04}",
        "demain": "{du: 2024-03-05}",
    ]

    /// What is asked of texts that the rules do not name, which the plain way alone tells apart: in rules of their own.
    enum Texts: CaseIterable, Sendable {
        case none
        case compared
        case chosen

        var tests: KeyValuePairs<String, String> {
            switch self {
            case .none: CalculationLinesTests.tests
            case .compared: ["textes": "{t: {fait: u}}", "choisi": "{choisi: {fait: t}}"]
            case .chosen: ["nommé": "{choisi: lettre}"]
            }
        }
    }

    static func rules(_ texts: Texts) -> String {
        let tests = texts.tests
        let chosen = "{type: texte, selon: [{si: {a: oui}, vaut: {fait: t}}, {vaut: {fait: u}}]}"
        return """
            politique: {nom: Calculs, version: "1"}
            faits:
              a: {question: Quoi, type: oui/non}
              couleur: {question: Quoi, type: choix, valeurs: {rouge: x, vert: x, bleu: x}, présumé: vert}
              pièces: {question: Quoi, type: choix multiple, valeurs: {rouge: x, vert: x, bleu: x}}
              annexes: {question: Quoi, type: choix multiple, valeurs: {rouge: x, vert: x}, présumé: [rouge]}
              n: {question: Quoi, type: nombre}
              m: {question: Quoi, type: nombre}
              d: {question: Quoi, type: date}
              e: {question: Quoi, type: date}
              t: {question: Quoi, type: texte}
              u: {question: Quoi, type: texte}
            calendriers: {jours: {couvre: {du: 2024-01-01, au: 2024-12-31}, fériés: {2024-02-29: Congé}}}
            paramètres:
              seuil: {type: nombre, valeurs: {2024-01-01: 1, 2024-03-04: 2, 2024-03-05: 3}, en vigueur: {au: 2024-03-04}}
              futur: {type: nombre, valeurs: {2024-01-01: 1}, en vigueur: {du: 2024-03-05}}
            définitions:
              faible: {vrai si: {n: {au plus: 1}}}
              palier: {type: nombre, selon: [{si: {a: oui}, vaut: 1}, {si: {faible: oui}, vaut: {fait: m}}, {vaut: 2}]}
              jours: {calcul: {jours: {du: d, au: e}}}
              ouvrables: {calcul: {jours ouvrables: {du: d, au: e}}}
              terme: {calcul: {échéance: {du: d, délai: n, en: jours}}}
              terme ouvrable: {calcul: {échéance: {du: d, délai: n, en: jours ouvrables}}}
              somme: {calcul: {somme: [n, m]}}
              produit: {calcul: {produit: [n, m]}}
              différence: {calcul: {différence: [n, m]}}
              minimum: {calcul: {minimum: [n, m]}}
              maximum: {calcul: {maximum: [n, m]}}
              choisi: \(texts != .none ? chosen : "{calcul: {somme: [n]}}")
            décisions:
              accueil: {question: Quoi, méthode: unique, par défaut: suite, applicable si: {a: oui}, issues: {refus: x, suite: x}}
              tour: {question: Quoi, méthode: priorité, par défaut: dernier, issues: {premier: x, second: x, dernier: x}}
              envoi: {question: Quoi, méthode: cumul, applicable si: {a: oui}, issues: {lettre: x, appel: x}}
              moment: {question: Quoi, méthode: cumul, issues: {hier: x, jusque: x, dès: x, demain: x}}
              suites: {question: Quoi, méthode: cumul, issues: {\(tests.map { "\"\($0.key)\": x" }.joined(separator: ", "))}}
            règles:
              petit: {si: {n: {au plus: 1}}, conclut: {accueil: refus, envoi: lettre, tour: premier}}
              grand: {si: {m: {au moins: 2}}, conclut: {accueil: suite, envoi: appel, tour: second}}
            \(periods.map { "  \"p \($0.key)\": {conclut: {moment: \($0.key)}, en vigueur: \($0.value)}" }.joined(separator: "\n"))
            \(tests.map { "  \"r \($0.key)\": {si: \($0.value), conclut: {suites: \"\($0.key)\"}}" }.joined(separator: "\n"))
            """
    }

    /// Each value of each fact, with those of the others by turns.
    static let lines: [String] = {
        let values: [(String, [String?])] = [
            ("a", ["\"oui\"", "\"non\"", nil]), ("couleur", ["\"rouge\"", nil, "\"bleu\"", "\"vert\"", "\"inconnu\""]),
            ("n", ["-1", "0", "0.5", "1", "2", "3", "899999999999999", nil]), ("m", ["1", "2", "0", "0.0001", nil]),
            ("d", ["\"2024-02-28\"", "\"2024-02-27\"", "\"2023-12-30\"", "\"9999-12-31\"", nil]),
            ("e", ["\"2024-03-01\"", "\"2024-02-27\"", "\"2024-02-28\"", nil]),
            ("pièces", ["[\"rouge\",\"vert\"]", "[]", "[\"bleu\"]", "[\"vert\"]", nil]),
            ("annexes", [nil, "[\"vert\"]", "[\"rouge\",\"vert\"]"]),
            ("t", ["\"lettre\"", "\"inédit\"", "\"autre\"", nil]),
            ("u", ["\"inédit\"", "\"lettre\"", "\"neuf\"", nil]),
        ]
        return (0..<450).map { number in
            var rest = number
            let facts = values.enumerated().compactMap { place, fact -> String? in
                let count = fact.1.count
                // Each fact goes through its values at a pace of its own.
                let value = fact.1[(number / (place + 1) + rest) % count]
                rest = rest / count + number * place
                return value.map { "\"\(fact.0)\":\($0)" }
            }
            return "{\"faits\":{\(facts.joined(separator: ","))}}"
        }
    }()

    @Test(arguments: [BatchSettings.Detail.issues, .complete], Texts.allCases) func answersAsThePlainWayDoes(
        _ detail: BatchSettings.Detail, _ texts: Texts
    ) throws {
        let program = Program(try RuleText.load(Self.rules(texts)))
        let settings = SampleBatch.settings(.ndjson, detail)
        var plain = PlainDecider(program, settings)
        var fast = try #require(ColumnDecider(program, settings))
        let block = SampleBatch.block(Self.lines)
        let (expected, found) = (plain.decide(block), fast.decide(block))
        #expect(expected.tally == found.tally)
        let answers = zip(expected.bytes.split(separator: 0x0A), found.bytes.split(separator: 0x0A))
        for (line, (one, other)) in zip(Self.lines, answers) where one != other {
            let (one, other) = (String(decoding: one, as: UTF8.self), String(decoding: other, as: UTF8.self))
            Issue.record("\(line)\n\(one)\n\(other)")
            break
        }
        #expect(texts != .none || fast.fastLines * 2 > Self.lines.count)
    }
}
