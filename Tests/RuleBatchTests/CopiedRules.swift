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
            décisions:
              suite: {question: Quoi, méthode: priorité, par défaut: rien, issues: {refus: x, accord: x, rien: x}}
              envois: {question: Quoi, méthode: cumul, issues: {lettre: x, appel: x}, applicable si: {suite: [accord, rien]}}
            règles:
              commune: {si: {a: non, b: oui}, conclut: {suite: accord}}
              selon-v5: {si: {règle: v5-a}, conclut: {envois: appel}}
              v4-a-bis: {si: {volet: V4, a: oui}, conclut: {suite: refus, envois: lettre}}
            \((1...12).map(copy).joined(separator: "\n"))
            """
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
