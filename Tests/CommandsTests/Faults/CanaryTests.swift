import Foundation
import Testing

/// What a case says of a person stays in the answers: never in what is said beside them.
@Suite("Canary data") struct CanaryTests {
    private static let canary = "ZQXCANARI"

    @Test("of a thousand cases is on no standard error of a batch") func batch() throws {
        let lines = (1...1000).map { number in
            switch number % 4 {
            case 0: #"{"nom":"\#(Self.canary)","faits":{"urgente":"oui"},"récit":"\#(Self.canary)"}"#
            case 1: #"{"nom":"\#(Self.canary)","récit":"\#(Self.canary)","faits":{"perdue":"non"}}"#
            case 2: #"{"nom":"\#(Self.canary)","faits":{"urgente":"oui","perdue":"oui"}}"#
            default: #"{"nom":"\#(Self.canary)","faits":{"reçue le":"hier"}}"#
            }
        }
        try withShell { shell in
            try Writing.prepare(shell)
            try shell.write(lines.joined(separator: "\n") + "\n", to: "c.ndjson")
            for format in ["ndjson", "csv"] {
                let result = try shell.run("$B lot --regles R --date 2024-03-04 c.ndjson --format \(format) --sortie o")
                #expect(!result.error.contains(Self.canary))
                #expect(!result.output.contains(Self.canary))
                #expect(result.error.contains("lot\u{A0}: 1\u{A0}000 lignes") || result.error.contains("1\u{A0}000"))
            }
        }
    }

    @Test("is in no receipt that leaves free texts out") func receipt() throws {
        try withShell { shell in
            try Writing.prepare(shell)
            try shell.write(
                "nom: R-1\nrécit: \(Self.canary)\nfaits: { urgente: oui, reçue le: 2024-03-04 }\n", to: "c.yaml")
            let result = try shell.run(
                "$B evaluer --regles R c.yaml --recu r.json --masquer > o; grep -c \(Self.canary) r.json")
            #expect(result.output == "0\n", "\(result.output)\(result.error)")
            #expect(!result.error.contains(Self.canary))
        }
    }
}
