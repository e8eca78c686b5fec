import Foundation
import Testing

/// What a case says of a person stays in the answers: never in what is said beside them.
@Suite("Canary data") struct CanaryTests {
    private func run(_ body: (Shell) throws -> Void) throws {
        try withShell { shell in
            try CanaryCases.prepare(shell)
            try body(shell)
        }
    }

    @Test("are a thousand cases, each unlike the others") func cases() {
        #expect(CanaryCases.lines.count == 1_000 && Set(CanaryCases.lines).count == 1_000)
        #expect(CanaryCases.lines.allSatisfy { $0.contains("QXCANARI") || $0.contains(CanaryCases.number) })
    }

    @Test("of a thousand cases is in nothing that a batch says", arguments: ["ndjson", "csv"])
    func batch(_ format: String) throws {
        try run { shell in
            let command = "$B lot --regles R --date 2024-03-04 c.ndjson --format \(format) --sortie o"
            for script in [command, "script -qec '\(command)' /dev/null < /dev/null"] {
                let result = try shell.run(script)
                #expect(CanaryCases.areAbsent(from: result.error + result.output), "\(result.error)")
                #expect((result.error + result.output).contains("1\u{A0}000"))
            }
            let answers = try String(contentsOf: shell.folder.appending(path: "o"), encoding: .utf8)
            #expect(answers.split(separator: CanaryCases.canary).count > 700)
        }
    }

    @Test("of rows whose cells are in the wrong column is not said") func shifted() throws {
        try run { shell in
            let row = "\(CanaryCases.canary);2024-03-04;\(CanaryCases.canary);\(CanaryCases.number);oui\n"
            try shell.write("nom;reçue le;urgente;âge;perdue\n" + String(repeating: row, count: 5), to: "l.csv")
            let result = try shell.run("$B lot --regles R l.csv --date 2024-03-04")
            #expect(result.status == 1 && result.output.contains(CanaryCases.canary))
            #expect(CanaryCases.areAbsent(from: result.error), "\(result.error)")
            #expect(result.error.contains("«\u{A0}oui\u{A0}» ou «\u{A0}non\u{A0}» est attendu"))
        }
    }

    @Test("of each cell of a batch in CSV is in nothing that it says") func cells() throws {
        try run { shell in
            try shell.write(CanaryCases.csv, to: "l.csv")
            let result = try shell.run(
                "$B lot --regles R l.csv --date 2024-03-04 --sortie o; grep -c ZQXCANARI o; wc -l < o")
            // Neither the récit nor texts are in an answer, nor the number.
            #expect(result.output == "36\n83\n", "\(result.output)")
            #expect(CanaryCases.areAbsent(from: result.error), "\(result.error)")
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
                for c in cas/*; do \
                $B \(command.replacing("evaluer", with: "evaluer --masquer --regles R --date 2024-03-04")
                    .replacing("lettre", with: "lettre --masquer --regles R --date 2024-03-04")); \
                cat r.json 2> /dev/null; rm -f r.json; done
                """)
            #expect(CanaryCases.areAbsent(from: result.error + result.output), "\(result.error)\(result.output)")
            #expect(result.error.contains("erreur[valeur-invalide]") && !result.output.isEmpty)
        }
    }

    @Test("of a thousand cases is in no message about files of them that leaves free texts out")
    func maskedFiles() throws {
        try run { shell in
            let result = try shell.run("for c in lots/*; do $B evaluer --masquer --regles R --date 2024-03-04 $c; done")
            #expect(CanaryCases.areAbsent(from: result.error + result.output), "\(result.error)\(result.output)")
            #expect(result.error.split(separator: "erreur[").count > 500)
        }
    }

    @Test("of a fixture's free texts is in no report", arguments: ["texte", "junit", "tap", "github", "json"])
    func reports(_ format: String) throws {
        try run { shell in
            let facts = #""faits":{"urgente":"oui","perdue":"non","mots":"\#(CanaryCases.canary)"},"date":"2024-03-04""#
            try shell.write(
                #"{"nom":"n","récit":"\#(CanaryCases.canary)",\#(facts),"attendu":{"priorité":"à son tour"}}"#,
                to: "F/a.json")
            let result = try shell.run("$B valider F --regles R --format \(format) --couverture --mutations")
            #expect(
                result.status == 1 && CanaryCases.areAbsent(from: result.output + result.error),
                "\(result.output)\(result.error)")
        }
    }

    @Test("is not in what a crash says") func crash() throws {
        try run { shell in
            let result = try shell.run(
                """
                mkfifo p; exec 8<> p; for signal in SEGV ABRT TRAP; do
                  rm -f o; $B lot --regles R < p > o & pid=$!; head -40 c.ndjson >&8
                  for _ in $(seq 200); do [ -s o ] && break; sleep 0.05; done; kill -$signal $pid
                  for _ in $(seq 400); do kill -0 $pid 2> /dev/null || break; sleep 0.05; done
                  kill -9 $pid 2> /dev/null; wait $pid; echo $?
                done
                """)
            #expect(result.output == "70\n70\n70\n", "\(result.output)")
            let sentence = "erreur interne\u{A0}: le programme s’est arrêté; le défaut est dans le programme"
            #expect(
                CanaryCases.areAbsent(from: result.error) && result.error.components(separatedBy: sentence).count == 4)
        }
    }
}
