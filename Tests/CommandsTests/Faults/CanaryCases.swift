import Foundation

/// Cases that hold a word that no message may hold, each at another place or in another form.
enum CanaryCases {
    static let canary = "ZQXCANARI"

    /// What no message may hold either: a number out of its bounds may be one that names a person.
    static let number = "123456782"

    static func areAbsent(from text: String) -> Bool { !text.contains(canary) && !text.contains(number) }

    /// Where something may stand: `$` in every entry of a case and of its objets, and the value of each fact.
    private static let places: [String] = {
        let facts = ["mots", "sorte", "âge", "urgente", "perdue", "reçue le", "inconnu", "§"].map { #""\#($0)":$"# }
        let named = facts.map { #""faits":{\#($0)}"# }
        let objects = named.dropLast(2) + [#""nom":$"#, #""récit":$"#, #""autre":$"#]
        let entries = ["nom", "récit", "date", "faits", "objets", "attendu", "échec attendu", "autre"]
        return named + objects.map { #""objets":[{"nom":"a"},{\#($0)}]"# } + entries.map { #""\#($0)":$"# }
    }()

    /// What stands there: texts, short or long, lists, entries, numbers, and what is no JSON.
    private static let values = [
        #""§""#, #"["§"]"#, #"[["§"],"§"]"#, #"{"§":"§"}"#, #"{"valeur":"§","présumé":"oui"}"#, #"{"présumé":"§"}"#,
        #""a » § « b""#, #""«§»""#, #""« § »""#, #""§\n§\r\n§""#, #""2024/02/§""#, #""2024-02-03§""#, #""Oui§""#,
        #""12 §""#,
        #""\u005aQXCANARI""#, #""\u202e§\u2066""#, "§", #""§"§"#, "-§", "[§]", #"{§:1}"#, #"'§'"#, number,
        number + "e9",
        #"""# + String(repeating: "§ ", count: 400) + #"""#,
    ]

    /// Lines whose form the places above do not have.
    private static let others = [
        #"{"nom":"§","récit":"§","faits":{"urgente":"oui","mots":"§"}}"#, #"{"nom":"§","faits":{"perdue":"§"}}"#,
        #"{"nom":"§","faits":{"urgente":"oui","perdue":"oui","mots":"§"}}"#, #"{"faits":{"§":"oui"}}"#,
        #"{"§":1,"faits":{}}"#, #"{"nom":"§","faits":{"reçue le":"§","mots":["§"]}}"#, #"{"nom":"§","date":"§"}"#,
        #"{"nom":"§","objets":[{"nom":"§","récit":"§","faits":{"sorte":"§","mots":"§"}}]}"#, #"{"nom":"§" §}"#,
        #"{"§":1,"§":2}"#, #"{'§':1}"#, #"{§:1}"#, #"{"faits":{"urgente":§}}"#, #"["§"]"#, #""§""#, #"{"nom":["§"]}"#,
        #"{"faits":{"reçue le":"2024/02/§"}}"#, #"{"faits":{"sorte":"a » § « b"}}"#, #"{"faits":{"sorte":"«§»"}}"#,
        #"{"faits":{"perdue":{"§":"§"}}}"#, #"{"faits":"§"}"#, #"{"faits":{"âge":"§"}}"#, #"{"cas":["§"],"§":1}"#,
        #"{"nom":"a"} §"#, #"{"nom":"a"}{"§":1}"#, #"§"#, #"{"faits":{"mots":"§","mots":"§"}}"#,
    ]

    /// A thousand lines of a batch, no two alike.
    static let lines: [String] = {
        let forms = places.flatMap { place in values.map { place.replacing("$", with: $0) } }
        let named = forms.filter { !$0.hasPrefix(#""nom"#) && !$0.hasPrefix(#""récit"#) }
            .map { #""nom":"§","récit":"§","# + $0 }
        let placed = (forms + named).map { "{\($0)}" }
        var seen: Set<String> = []
        return (others + placed).filter { seen.insert($0).inserted }.prefix(1_000)
            .map { $0.replacing("§", with: canary) }
    }()

    /// Case files in YAML.
    static let yaml = [
        "# §\nnom: a # §\nfaits: # §\n  perdue: peut-être # §\n", "nom: §\nfaits:\n  perdue: §\n  §: oui\n",
        "récit: |\n  §\n  §\nfaits: { âge: § }\n", "faits:\n  - §\n", "§: &§ 1\n", "nom: !§ a\n", "nom: *§\n",
        "faits: { perdue: '§ }\n", "faits:\n  perdue: oui\n   §: non\n", "faits:\n\tperdue: §\n", "%§\n---\nnom: a\n",
        "---\nnom: §\n---\nnom: §\n", "? [§]\n: §\n", "§\n", "cas:\n  - §\n  - nom: §\n    faits: { sorte: § }\n",
        "faits: { reçue le: 2024-02-§, mots: [§], perdue: \"§\\q\" }\n", "nom: §\nnom: §\nfaits: { perdue: § }\n",
        "faits: { sorte: " + String(repeating: "§ ", count: 400) + "}\n",
        "objets:\n  - nom: §\n    faits: { §: §, âge: -§ }\n",
    ].map { $0.replacing("§", with: canary) }

    /// A batch in CSV: each cell in turn, in forms that fit and forms that do not.
    static let csv: String = {
        let columns = ["nom", "récit", "reçue le", "urgente", "âge", "perdue", "mots", "sorte"]
        let cells = ["§", "\"§\"", "\"§\n§\"", "2024-02-§", number, "§;§;§", "« § »", "\t§ ", "§\"§", "\"§\"§"]
        // What is wrong with a quote can take the rows after it: last.
        let rows = cells.flatMap { cell in
            columns.indices.map { column in columns.indices.map { $0 == column ? cell : "" }.joined(separator: ";") }
        }
        let lines = [columns.joined(separator: ";")] + rows + ["§", "\"§;oui\n§"]
        return lines.joined(separator: "\n").replacing("§", with: canary)
    }()

    private static let vocabulary = """
        faits:
          mots: { question: Quels mots?, type: texte, usage: gardés }
          sorte: { question: Quelle sorte?, type: choix, valeurs: { a: a, b: b }, usage: gardée }
          âge: { question: Quel âge?, type: nombre, min: 0, max: 130, usage: gardé }

        """

    /// Writes the rules in `R`, the thousand lines in `c.ndjson`, those that are JSON in files of `lots`, and a few of
    /// them and of YAML in `cas`.
    static func prepare(_ shell: Shell) throws {
        try Writing.prepare(shell)
        try shell.write(vocabulary, to: "R/mots.yaml")
        try shell.write(lines.joined(separator: "\n") + "\n", to: "c.ndjson")
        let whole = lines.filter { (try? JSONSerialization.jsonObject(with: Data($0.utf8))) is [String: Any] }
        for start in stride(from: 0, to: whole.count, by: 50) {
            try shell.write(
                #"{"cas":[\#(whole[start...].prefix(50).joined(separator: ",\n"))]}"#, to: "lots/\(start).json")
        }
        for (number, text) in others.enumerated() {
            try shell.write(text.replacing("§", with: canary), to: "cas/\(number).json")
        }
        for (number, text) in yaml.enumerated() { try shell.write(text, to: "cas/\(number).yaml") }
        try shell.write(#"{"faits":{"âge":\#(number)}}"#, to: "cas/nombre.json")
    }
}
