import Foundation

/// Rules, cases, templates and fixtures in which every free text is one of ``HostileText``.
enum HostileProject {
    /// Writes all of it, and what commands read that others have written.
    static func prepare(_ shell: Shell) throws {
        try shell.write(rules(issue: "un"), to: "R/r.yaml")
        try shell.write(rules(issue: "deux"), to: "R2/r.yaml")
        for folder in ["R", "R2"] { try shell.write("Rien ici.\n", to: "\(folder)/doc.txt") }
        try shell.write("{\"cas\": [\(cases.joined(separator: ", "))]}", to: "cas.json")
        try shell.write(letterCase, to: "lettre.json")
        try shell.write(cases.joined(separator: "\n") + "\n", to: "l.ndjson")
        try shell.write(wrong.map { "{\"faits\": \($0)}\n" }.joined(), to: "faux.ndjson")
        for (number, facts) in wrong.enumerated() {
            try shell.write("{\"date\": \"2024-03-04\", \"faits\": \(facts)}", to: "faux/\(number).json")
        }
        try shell.write("{\"cas\": [\(fixtures.joined(separator: ", "))]}", to: "F/cas.json")
        try shell.write(letter, to: "M/lettre.md")
        try shell.write("Bonjour,\n", to: "M/demande-unite.md")
        try shell.write("# rien\n", to: "M/questions.yaml")
        for hostile in HostileText.all where !hostile.text.contains("/") && !hostile.text.contains("\0") {
            try shell.write("faits: [", to: "N/\(hostile.text).yaml")
        }
    }

    private static var forRules: [HostileText] { HostileText.all.filter(\.isForRules) }
    private static var names: [HostileText] { HostileText.all.filter(\.isName) }

    private static func rules(issue: String) -> String {
        let text = forRules[0].json
        let facts = HostileText.all.map { "  mots \($0.number): { question: \($0.question), type: texte, usage: u }\n" }
        let values = names.map { "\($0.json): \($0.json)" }.joined(separator: ", ")
        let rules = forRules.map { hostile in
            """
              R \(hostile.number):
                titre: \(hostile.json)
                si: { numéro: \(hostile.number) }
                conclut: { priorité: \(issue) }
                motif: "{{mots \(hostile.number)}} {{sorte}}"
                réponse: \(hostile.json)
                note: \(hostile.json)
                source: { document: doc, section: \(hostile.json), extrait: \(hostile.json) }

            """
        }
        return """
            politique:
              nom: \(text)
              version: \(text)
              description: \(text)
              documents: { doc: { titre: \(text), fichier: doc.txt } }
            faits:
              numéro: { question: \(text), type: nombre, énoncé: \(text), détenteur: \(text) }
              sorte: { question: \(text), type: choix, valeurs: { \(values) } }
            \(facts.joined())
            décisions:
              priorité:
                question: \(text)
                issues: { un: \(text), deux: deux }
                méthode: unique
                par défaut: deux
            règles:
            \(rules.joined())
            contraintes:
              k: { si: { numéro: 1 }, alors: { numéro: 1 }, description: \(text) }
            propriétés:
              p: { alors: { règle: R 1 }, description: \(text) }

            """
    }

    private static var cases: [String] { HostileText.all.map { $0.object(more: "") } }

    /// Each fails, or is expected to.
    private static var fixtures: [String] {
        HostileText.all.map { hostile in
            let reason = hostile.number.isMultiple(of: 5) ? #", "échec attendu": \#(hostile.json)"# : ""
            return hostile.object(more: #", "attendu": {"priorité": "sans objet"}\#(reason)"#)
        }
    }

    private static var letterCase: String {
        let facts = HostileText.all.map { #""mots \#($0.number)": \#($0.json)"# }.joined(separator: ", ")
        return #"{"nom": \#(HostileText.all[0].json), "date": "2024-03-04", "faits": {"numéro": 0, \#(facts)}}"#
    }

    /// Facts that are refused: an unknown name, a value that is not allowed.
    private static var wrong: [String] {
        HostileText.all.flatMap { hostile in [#"{\#(hostile.json): "oui"}"#, #"{"sorte": \#(hostile.json)}"#] }
            .filter { wrong in !names.contains { wrong == #"{"sorte": \#($0.json)}"# } }
    }

    private static var letter: String {
        let all = HostileText.all.map(\.number)
        return """
            # Objet : {{mots 0}}

            \(all.map { "{{mots \($0)}}\n" }.joined(separator: "\n"))
            \(all.map { "- {{mots \($0)}}\n" }.joined())
            > {{mots 1}}

            Bonjour **{{mots 2}}**, {{mots 3}}\\
            {{mots 4}}

            {{#objets}}
            {{nom}} {{#motifs pour priorité}}{{titre}} {{réponse}}{{/motifs pour priorité}}
            {{/objets}}

            """
    }
}

extension HostileText {
    /// In a question too, where rules may hold it.
    fileprivate var question: String { isForRules ? json : "\"q?\"" }

    fileprivate func object(more: String) -> String {
        let facts = #""numéro": \#(number), "mots \#(number)": \#(json)\#(isName ? #", "sorte": \#(json)"# : "")"#
        return #"{"nom": \#(json), "récit": \#(json), "date": "2024-03-04", "faits": {\#(facts)}\#(more)}"#
    }
}
