import Foundation
import Testing

/// What a case says of a person stays in the answers: never in what is said beside them.
@Suite("Canary data") struct CanaryTests {
    private static let canary = "ZQXCANARI"

    /// Lines of a batch, each with the canary at another place: kept, refused as a value, as a name, as a key, as JSON.
    private static let patterns = [
        #"{"nom":"§","récit":"§","faits":{"urgente":"oui","mots":"§"}}"#, #"{"nom":"§","faits":{"perdue":"§"}}"#,
        #"{"nom":"§","faits":{"urgente":"oui","perdue":"oui","mots":"§"}}"#, #"{"faits":{"§":"oui"}}"#,
        #"{"§":1,"faits":{}}"#, #"{"nom":"§","faits":{"reçue le":"§","mots":["§"]}}"#, #"{"nom":"§","date":"§"}"#,
        #"{"nom":"§","objets":[{"nom":"§","récit":"§","faits":{"sorte":"§","mots":"§"}}]}"#, #"{"nom":"§" §}"#,
        #"{"§":1,"§":2}"#, #"{'§':1}"#, #"{§:1}"#, #"{"faits":{"urgente":§}}"#, #"["§"]"#, #""§""#, #"{"nom":["§"]}"#,
        #"{"faits":{"reçue le":"2024/02/§"}}"#, #"{"faits":{"sorte":"a » § « b"}}"#, #"{"faits":{"sorte":"«§»"}}"#,
        #"{"faits":{"perdue":{"§":"§"}}}"#, #"{"faits":"§"}"#, #"{"faits":{"âge":"§"}}"#, #"{"cas":["§"],"§":1}"#,
    ].map { $0.replacing("§", with: canary) }

    /// What no message may hold either: a number out of its bounds may be one that names a person.
    private static let number = "123456782"

    private static let vocabulary = """
        faits:
          mots: { question: Quels mots?, type: texte, usage: gardés }
          sorte: { question: Quelle sorte?, type: choix, valeurs: { a: a, b: b }, usage: gardée }
          âge: { question: Quel âge?, type: nombre, min: 0, max: 130, usage: gardé }

        """

    private func run(_ body: (Shell) throws -> Void) throws {
        try withShell { shell in
            try Writing.prepare(shell)
            try shell.write(Self.vocabulary, to: "R/mots.yaml")
            let lines = (0..<1000).map { Self.patterns[$0 % Self.patterns.count] }
            try shell.write(lines.joined(separator: "\n") + "\n", to: "c.ndjson")
            for (number, text) in Self.patterns.enumerated() { try shell.write(text, to: "cas/\(number).json") }
            try shell.write(#"{"faits":{"âge":\#(Self.number)}}"#, to: "cas/nombre.json")
            try body(shell)
        }
    }

    private func isSilent(_ text: String) -> Bool { !text.contains(Self.canary) && !text.contains(Self.number) }

    @Test("of a thousand cases is in nothing that a batch says", arguments: ["ndjson", "csv"])
    func batch(_ format: String) throws {
        try run { shell in
            let command = "$B lot --regles R --date 2024-03-04 c.ndjson --format \(format) --sortie o"
            for script in [command, "script -qec '\(command)' /dev/null < /dev/null"] {
                let result = try shell.run(script)
                #expect(isSilent(result.error + result.output), "\(result.error)")
                #expect((result.error + result.output).contains("1\u{A0}000"))
            }
            let answers = try String(contentsOf: shell.folder.appending(path: "o"), encoding: .utf8)
            #expect(answers.split(separator: Self.canary).count > 700)
        }
    }

    @Test("of rows whose cells are in the wrong column is not said") func shifted() throws {
        try run { shell in
            let row = "\(Self.canary);2024-03-04;\(Self.canary);\(Self.number);oui\n"
            try shell.write("nom;reçue le;urgente;âge;perdue\n" + String(repeating: row, count: 5), to: "l.csv")
            let result = try shell.run("$B lot --regles R l.csv --date 2024-03-04")
            #expect(result.status == 1 && result.output.contains(Self.canary))
            #expect(isSilent(result.error), "\(result.error)")
            #expect(result.error.contains("«\u{A0}oui\u{A0}» ou «\u{A0}non\u{A0}» est attendu"))
        }
    }

    @Test(
        "is in no result or message that leaves free texts out",
        arguments: [
            "evaluer $c", "evaluer --format json $c", "evaluer --format html $c", "evaluer --format markdown $c",
            "evaluer --recu r.json $c", "lettre --modeles M $c", "lettre --modeles M --format html $c",
        ]) func masked(_ command: String) throws
    {
        try run { shell in
            let result = try shell.run(
                """
                for c in cas/*.json; do \
                $B \(command.replacing("evaluer", with: "evaluer --masquer --regles R --date 2024-03-04")
                    .replacing("lettre", with: "lettre --masquer --regles R --date 2024-03-04")); \
                cat r.json 2> /dev/null; rm -f r.json; done
                """)
            #expect(isSilent(result.error + result.output), "\(result.error)\(result.output)")
            #expect(result.error.contains("erreur[valeur-invalide]") && !result.output.isEmpty)
        }
    }

    @Test("of a fixture's free texts is in no report", arguments: ["texte", "junit", "tap", "github", "json"])
    func reports(_ format: String) throws {
        try run { shell in
            let facts = #""faits":{"urgente":"oui","perdue":"non","mots":"\#(Self.canary)"},"date":"2024-03-04""#
            try shell.write(
                #"{"nom":"n","récit":"\#(Self.canary)",\#(facts),"attendu":{"priorité":"à son tour"}}"#,
                to: "F/a.json")
            let result = try shell.run("$B valider F --regles R --format \(format) --couverture --mutations")
            #expect(result.status == 1 && isSilent(result.output + result.error), "\(result.output)\(result.error)")
        }
    }

    @Test("is not in what a crash says") func crash() throws {
        try run { shell in
            let result = try shell.run(
                """
                mkfifo p; exec 8<> p; for signal in SEGV ABRT TRAP; do
                  $B lot --regles R < p > o & pid=$!; head -40 c.ndjson >&8
                  for _ in $(seq 200); do [ -s o ] && break; sleep 0.05; done; kill -$signal $pid
                  for _ in $(seq 400); do kill -0 $pid 2> /dev/null || break; sleep 0.05; done
                  kill -9 $pid 2> /dev/null; wait $pid; echo $?
                done
                """)
            #expect(result.output == "70\n70\n70\n", "\(result.output)")
            let sentence = "erreur interne\u{A0}: le programme s’est arrêté; le défaut est dans le programme"
            #expect(isSilent(result.error) && result.error.components(separatedBy: sentence).count == 4)
        }
    }
}
