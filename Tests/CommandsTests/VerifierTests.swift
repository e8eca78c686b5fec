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

    @Test("what other steps have written stays where it is long, cannot be read, or is no file") func kept() throws {
        try withShell { shell in
            try shell.write(SmallPolicy.rules, to: "Rules/r.yaml")
            let result = try shell.run(
                """
                verifie() { GITHUB_STEP_SUMMARY=$1 $B verifier --format github > /dev/null; echo $?; }
                echo avant > long.md; truncate -s 100M long.md; echo après >> long.md
                verifie long.md; head -n 1 long.md; tail -c +104857601 long.md | head -n 2
                echo avant > fermé.md; chmod 200 fermé.md; verifie fermé.md; chmod 600 fermé.md; head -n 1 fermé.md
                mkdir dossier; verifie dossier; verifie nouveau.md; head -n 1 nouveau.md
                """)
            let heading = "## Vérification des règles"
            #expect(
                result.output == "1\navant\naprès\n\(heading)\n1\navant\n74\n1\n\(heading)\n", "\(result.error)")
        }
    }

    @Test("SARIF gives the version of the program alone") func version() throws {
        try withShell { shell in
            try shell.write(SmallPolicy.rules, to: "Rules/r.yaml")
            let result = try shell.run("$B verifier --format sarif")
            let report = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
            let run = try #require((report?["runs"] as? [[String: Any]])?.first)
            let driver = (run["tool"] as? [String: Any])?["driver"] as? [String: Any]
            let version = try #require(driver?["version"] as? String)
            #expect(version.wholeMatch(of: /\d+\.\d+\.\d+/) != nil, "\(version)")
            #expect(try shell.run("$B --version").output.contains(version))
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
