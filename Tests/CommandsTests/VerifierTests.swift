import Foundation
import Testing

@Suite("verifier") struct VerifierTests {
    private static let formats = ["texte", "json", "sarif", "github", "gitlab"]

    @Test("the real policy has no finding above a note", arguments: formats) func realPolicy(_ format: String) throws {
        try withShell { shell in
            let result = try shell.run("$B verifier --regles $RULES --format \(format)")
            #expect(result.status == 0, "\(result.output.prefix(2000))")
            #expect(result.error == "")
        }
    }

    @Test("a finding gives 1 in every format", arguments: formats) func finding(_ format: String) throws {
        try withShell { shell in
            try shell.write(SmallPolicy.rules, to: "Rules/r.yaml")
            let result = try shell.run("$B verifier --format \(format)")
            #expect(result.status == 1)
            #expect(result.output.contains("source-absente"))
        }
    }

    @Test("rules that cannot be used give 2 in every format, and their diagnostics", arguments: formats)
    func unusable(_ format: String) throws {
        try withShell { shell in
            try shell.write("règles: { r: { conclut: { rien: x } } }\n", to: "Rules/r.yaml")
            let result = try shell.run("$B check --format \(format)")
            #expect(result.status == 2)
            #expect(result.error.contains("erreur[nom-inconnu]"))
            #expect(result.output.contains("nom-inconnu") == (format != "texte"))
        }
    }

    @Test(
        "the policy says how grave a refuted property is",
        arguments: [("", 1, "erreur"), ("avertissement", 1, "avertissement"), ("note", 0, "note"), ("ignoré", 0, "")])
    func levels(_ level: String, _ status: Int32, _ shown: String) throws {
        try withShell { shell in
            let own = level.isEmpty ? "" : "\n    propriété-réfutée: \(level)"
            try shell.write(
                SmallPolicy.rules.replacing(
                    "  version: \"1\"",
                    with: "  version: \"1\"\n  vérification:\n    source-absente: ignoré\(own)")
                    + "\npropriétés: { jamais: { alors: { urgente: non } } }\n", to: "Rules/r.yaml")
            let result = try shell.run("$B verifier")
            let found = result.output.firstMatch(of: /(\w+)\[propriété-réfutée\]/).map { String($0.1) }
            #expect(result.status == status, "\(result.output)\(result.error)")
            #expect(found ?? "" == shown, "\(result.output)\(result.error)")
        }
    }

    @Test("the summary of a step is added to what other steps have written") func summary() throws {
        try withShell { shell in
            try shell.write(SmallPolicy.rules, to: "Rules/r.yaml")
            try shell.write("avant\n", to: "résumé.md")
            let result = try shell.run("GITHUB_STEP_SUMMARY=résumé.md $B verifier --format github")
            #expect(result.status == 1)
            let summary = try String(contentsOf: shell.folder.appending(path: "résumé.md"), encoding: .utf8)
            #expect(summary.hasPrefix("avant\n## Vérification des règles\n"))
            #expect(summary.contains("`source-absente`"))
        }
    }

    @Test("--sources gives the lines of each extract") func sources() throws {
        try withShell { shell in
            let result = try shell.run("$B verifier --regles $RULES --sources")
            #expect(
                result.output.contains(/recevabilite\.yaml:\d+:\d+: contestation-de-decision → .*, lignes \d+ à \d+/))
        }
    }
}
