import Foundation
import Testing

/// What `valider` says of the cases themselves: coverage, mutations, proposals.
@Suite("valider: coverage and mutations") struct ValiderQualityTests {
    private static let cases =
        "date: 2024-03-04\nfaits: { urgente: oui, perdue: non }\nattendu: { priorité: oui d'abord }\n"

    private func withPolicy(_ body: (Shell) throws -> Void) throws {
        try withShell { shell in
            try shell.write(SmallPolicy.rules, to: "Rules/r.yaml")
            try shell.write(Self.cases, to: "Fixtures/un.yaml")
            try body(shell)
        }
    }

    @Test(
        "thresholds decide the status",
        arguments: [
            ("--couverture", 0), ("--seuil-couverture 10", 0), ("--seuil-couverture 99,9", 1), ("--mutations", 0),
            ("--seuil-mutations 0", 0), ("--seuil-mutations 100", 1), ("--seuil-couverture 101", 64),
            ("--seuil-couverture 9999", 64), ("--seuil-mutations 99999999999999999999", 64),
            ("--mutations --duree-mutations 9223372036854775807", 0),
            ("--seuil-mutations beaucoup", 64), ("--duree-mutations -1", 64), ("--filtre personne", 1),
            ("--filtre UN", 0),
        ])
    func status(_ options: String, _ status: Int32) throws {
        try withPolicy { shell in
            let result = try shell.run("$B valider \(options)")
            #expect(result.status == status, "\(result.output)\(result.error)")
        }
    }

    @Test("the same status in every format", arguments: ["texte", "junit", "tap", "github", "json"])
    func formats(_ format: String) throws {
        try withPolicy { shell in
            let result = try shell.run("$B valider --format \(format) --couverture --seuil-mutations 100")
            #expect(result.status == 1)
            #expect(result.error.contains(/Le score des mutations est de .*; le seuil est de 100\u{A0}%\./))
            #expect(result.output.contains(/::warning file=.*title=survivant/) == (format == "github"))
            #expect((result.output + result.error).contains(/[Cc]ouverture/))
            #expect((result.output + result.error).contains(/[Mm]utations/))
            if format == "json" {
                let root = try #require(
                    try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
                let mutations = try #require(root["mutations"] as? [String: Any])
                #expect((mutations["survivantes"] as? [Any])?.isEmpty == false)
                #expect(root["couverture"] is [String: Any])
            }
        }
    }

    @Test("what is proposed passes, and fills what was missing") func proposals() throws {
        try withPolicy { shell in
            let first = try shell.run("$B valider --mutations --proposer Fixtures/a/b")
            #expect(first.status == 0)
            #expect(first.error.contains("sont proposés dans «\u{A0}Fixtures/a/b\u{A0}»"))
            let second = try shell.run("$B valider --seuil-couverture 100 --seuil-mutations 90")
            #expect(second.status == 0, "\(second.output)")
        }
    }

    @Test("the page is written beside the report") func page() throws {
        try withPolicy { shell in
            let result = try shell.run("$B valider --page couverture.html")
            #expect(result.status == 0)
            let page = try String(contentsOf: shell.folder.appending(path: "couverture.html"), encoding: .utf8)
            #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("Rules/r.yaml"))
        }
    }
}
