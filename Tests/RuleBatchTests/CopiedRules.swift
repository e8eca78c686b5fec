/// A rule set of copies: the same rules for each of twelve values of one fact, with some that are not quite the same.
enum CopiedRules {
    static var yaml: String {
        let values = (1...12).map { "V\($0): x" }.joined(separator: ", ")
        return """
            politique: {nom: Copies, version: "1"}
            faits:
              volet: {question: Quoi, type: choix, valeurs: {\(values)}}
              a: {question: Quoi, type: oui/non}
              b: {question: Quoi, type: oui/non, présumé: non}
              n: {question: Quoi, type: nombre}
              l: {question: Quoi, type: choix, valeurs: {x1: x, x2: x, x3: x}}
              m: {question: Quoi, type: choix multiple, valeurs: {rouge: x, bleu: x, vert: x}}
            décisions:
              suite: {question: Quoi, méthode: priorité, par défaut: rien, issues: {refus: x, accord: x, rien: x}}
              envois: {question: Quoi, méthode: cumul, issues: {lettre: x, appel: x}, applicable si: {suite: [accord, rien]}}
              marque: {question: Quoi, méthode: cumul, issues: {sceau: x, timbre: x}}
            règles:
              commune: {si: {a: non, b: oui}, conclut: {suite: accord}}
              selon-v5: {si: {règle: v5-a}, conclut: {envois: appel}}
              v4-a-bis: {si: {volet: V4, a: oui}, conclut: {suite: refus, envois: lettre}}
              v6-c-bis: {si: {volet: V6}, sauf: {a: oui}, conclut: {envois: [lettre, appel]}}
            \((1...12).map(copy).joined(separator: "\n"))
            \(conditions.indices.map(alike).joined(separator: "\n"))
            """
    }

    /// Conditions of every operator: rules are copies of each other where these are written alike, and only there.
    private static let conditions = [
        "{une: [{a: oui}, {n: {plus de: 3}}]}", "{aucune: [{a: oui}, {n: {plus de: 3}}]}",
        "{au moins: {nombre: 2, parmi: [{a: oui}, {b: oui}, {n: {plus de: 3}}]}}",
        "{au moins: {nombre: 1, parmi: [{a: oui}, {b: oui}, {n: {plus de: 3}}]}}",
        "{non: {a: oui}}", "{règle: [commune, selon-v5]}", "{règle: commune}",
        "{l: {n'est pas: x1}}", "{l: x1}", "{l: [x1, x2]}", "{l: {hors de: [x1, x2]}}", "{l: [x1, x3]}",
        "{n: {au moins: 3}}", "{n: {moins de: 3}}", "{n: {au plus: 3}}", "{n: {plus de: 3}}",
        "{m: [rouge, bleu]}", "{m: {hors de: [rouge, bleu]}}", "{m: {contient toutes: [rouge, bleu]}}",
        "{suite: accord}", "{suite: rien}", "{envois: lettre}", "{envois: sans objet}",
    ]

    private static func alike(_ place: Int) -> String {
        let conclusion = "conclut: {marque: \(place.isMultiple(of: 2) ? "sceau" : "timbre")}"
        return (1...2).map {
            "  forme-\(place)-v\($0): {si: [{volet: V\($0)}, \(conditions[place])], \(conclusion)}"
        }.joined(separator: "\n")
    }

    private static func copy(_ number: Int) -> String {
        let name = "v\(number)"
        let exception = number == 3 ? "" : "sauf: {b: oui}, "
        let overridden = number == 7 ? "[\(name)-a, commune]" : "[\(name)-a]"
        return """
              \(name)-a: {si: {volet: V\(number), a: oui}, conclut: {suite: refus, envois: lettre}}
              \(name)-b: {si: [{volet: V\(number)}, {n: {plus de: 2}}], \(exception)conclut: {suite: accord}, écarte: \(overridden)}
              \(name)-c: {si: {volet: V\(number)}, sauf: {a: oui}, conclut: {envois: [lettre, appel]}}
            """
    }
}
