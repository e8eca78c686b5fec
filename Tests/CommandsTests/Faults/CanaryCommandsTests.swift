import Foundation
import Testing

/// What a case says of a person, in the commands that work on kept cases: never in what is said beside the result.
@Suite("Canary data beside the results") struct CanaryCommandsTests {
    private static let person = #""nom":"§","récit":"§","faits":{"urgente":"oui","perdue":"non","mots":"§"}"#
    private static let requete = #"{\#(person),"objets":[{"nom":"§","récit":"§","faits":{"mots":"§"}},{"nom":"b"}]}"#

    /// Makes rules before and after, a case, and its receipts: `r.json`, and `m.json` with free texts left out.
    private func run(_ body: (Shell) throws -> Void) throws {
        try withShell { shell in
            try CanaryCases.prepare(shell)
            let after = SmallPolicy.rules.replacing("si: { urgente: oui }", with: "si: { urgente: non }")
            try shell.write(after, to: "N/r.yaml")
            let cases = "{\"cas\":[\(Self.requete),{\(Self.person)}]}"
            try shell.write(cases.replacing("§", with: CanaryCases.canary), to: "c.json")
            let made = try shell.run(
                """
                cp R/mots.yaml N/; $B evaluer --regles R --date 2024-03-04 --recu r.json c.json > /dev/null
                $B evaluer --regles R --date 2024-03-04 --masquer --recu m.json c.json > /dev/null; ls ?.json
                """)
            #expect(made.output == "c.json\nm.json\nr.json\n", "\(made.error)")
            try body(shell)
        }
    }

    private static let commands = [
        "rejouer --regles R", "rejouer --regles R --format json", "rejouer --regles N", "impact R N", "impact N R",
        "impact R N --format json", "impact R N --format markdown",
    ]

    @Test("are in no message about receipts, and the name alone is in the result", arguments: commands)
    func receipts(_ command: String) throws {
        try run { shell in
            let result = try shell.run("$B \(command) r.json")
            #expect(CanaryCases.areAbsent(from: result.error), "\(result.error)")
            // The name of the case, and of the objet that changes.
            let quote = CanaryCases.canary
            var rest = result.output.replacing("«\u{A0}\(quote)\u{A0}»", with: "")
                .replacing("- \(quote), priorité", with: "")
            for key in ["nom", "objet"] { rest = rest.replacing(#""\#(key)": "\#(quote)""#, with: "") }
            #expect(result.output.contains(quote) && CanaryCases.areAbsent(from: rest), "\(rest)")
            let masked = try shell.run("$B \(command) m.json")
            #expect(!masked.output.isEmpty)
            #expect(CanaryCases.areAbsent(from: masked.output + masked.error), "\(masked.output)\(masked.error)")
        }
    }

    /// What becomes of a receipt that was touched.
    private static let edits = [
        #"s/"urgente":"oui"/"urgente":"§"/"#, #"s/"urgente":"oui"/"§":"oui"/"#, #"s/"nature":"[^"]*"/"nature":"§"/"#,
        #"s/"langue":[0-9]*/"langue":"§"/"#, #"s/"langue":[0-9]*/"langue":7/"#, #"s/"programme":"/&§/"#,
        #"s/"fait le":"/&§/"#, #"s/"empreinte":"/&§/g"#, #"s/"§"/"§§"/g"#, #"s/"nom":"§"/"nom":§/"#, "s/{/{§/",
        #"s/{/{"§":1,"§":2,/"#, #"s/"mots":"§"/"mots":["§"]/"#, #"s/§".*/§/"#, "s/^/§/", "s/$/§/", #"s/.*/{"§":"§"}/"#,
        #"s/"issue":"[^"]*"/"issue":"§"/g"#, #"s/"version":"1"/"version":"§"/g"#,
    ]

    @Test("are in no message about receipts that were touched", arguments: edits) func touched(_ edit: String) throws {
        try run { shell in
            let edit = edit.replacing("§", with: CanaryCases.canary)
            let result = try shell.run(
                """
                sed '\(edit)' r.json > t.json; cmp -s r.json t.json && exit 99
                $B rejouer --regles R t.json; a=$?; $B impact R N t.json; b=$?; $B impact R N - < t.json; [ $a$b != 00 ]
                """)
            #expect(result.status == 0 && CanaryCases.areAbsent(from: result.error), "\(result.error)")
        }
    }

    @Test("are in no message about cases with which rules are compared", arguments: ["c.ndjson", "cas", "lots"])
    func compared(_ cases: String) throws {
        try run { shell in
            let result = try shell.run("$B comparer R N --date 2024-03-04 --cas \(cases)")
            #expect(result.status == 1 && CanaryCases.areAbsent(from: result.error), "\(result.error)")
            #expect(result.error.contains("erreur[") || result.error.contains("rejet"), "\(result.error)")
            let named = try shell.run("$B comparer R N --date 2024-03-04 --cas c.json")
            let rest = named.output.replacing(/- ZQXCANARI(, ZQXCANARI|, b)? \(c\.json:\d+\)/, with: "")
            #expect(rest != named.output && CanaryCases.areAbsent(from: rest + named.error), "\(named.output)")
        }
    }

    @Test("are in nothing that an interview says of a case without a mistake") func interview() throws {
        try run { shell in
            let known = #"{"nom":"§","récit":"§","faits":{"mots":"§","urgente":"inconnu"}}"#
            try shell.write(known.replacing("§", with: CanaryCases.canary), to: "e.json")
            let result = try shell.run(
                "printf 'bof\\nZQXCANARI\\n?\\nnon\\n' | $B entretien --regles R --date 2024-03-04 e.json --sortie s.yaml"
            )
            #expect(result.status == 0 && result.output.contains("Question 1"))
            #expect(CanaryCases.areAbsent(from: result.output + result.error), "\(result.output)\(result.error)")
            #expect(try shell.run("cat s.yaml").output.contains(CanaryCases.canary))
        }
    }

    @Test("are in nothing that the server of editors says beside its answers, nor when it crashes")
    func editors() throws {
        try run { shell in
            for (number, text) in CanaryCases.yaml.enumerated() {
                let message: [String: Any] = [
                    "jsonrpc": "2.0", "method": "textDocument/didOpen",
                    "params": [
                        "textDocument": [
                            "uri": "file://\(shell.folder.path)/cas/\(number).yaml", "languageId": "yaml",
                            "version": 1, "text": text,
                        ] as [String: Any]
                    ],
                ]
                let body = try JSONSerialization.data(withJSONObject: message)
                try shell.write(
                    "Content-Length: \(body.count)\r\n\r\n" + String(decoding: body, as: UTF8.self),
                    to: "messages/\(number)")
            }
            let result = try shell.run(
                """
                s() { printf 'Content-Length: %d\\r\\n\\r\\n%s' "$(printf %s "$1" | wc -c)" "$1"; }
                (s '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"rootUri":"file://'"$PWD"'"}}'
                 cat messages/*; s '{"jsonrpc":"2.0","id":2,"method":"ZQXCANARI"}'; printf 'ZQXCANARI: x\\r\\n\\r\\n{ZQX'
                 sleep 1) | $B lsp --regles R > /dev/null
                mkfifo p; exec 8<> p; $B lsp --regles R < p > o & pid=$!
                (s '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"rootUri":"file://'"$PWD"'"}}'
                 cat messages/*) >&8
                for _ in $(seq 200); do grep -q ZQXCANARI o && break; sleep 0.05; done; kill -SEGV $pid; wait $pid; echo $?
                """)
            #expect(result.output == "70\n", "\(result.output)")
            #expect(CanaryCases.areAbsent(from: result.error), "\(result.error)")
        }
    }
}
