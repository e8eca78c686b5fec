import Foundation
import Testing

/// What a user types and what comes out: statuses, streams, formats, files.
@Suite struct EvaluerTests {
    private func run(_ script: String, cases: [String: String] = [:], _ check: (Shell.Result) throws -> Void) throws {
        try withShell { shell in
            try shell.write(SmallPolicy.rules, to: "Rules/politique.yaml")
            try shell.write(SmallPolicy.urgent, to: "cas.yaml")
            for (name, text) in cases { try shell.write(text, to: name) }
            try check(try shell.run(script))
        }
    }

    @Test func decidesAndExplains() throws {
        try run("$B evaluer cas.yaml") { result in
            #expect(result.status == 0)
            #expect(result.error.isEmpty)
            #expect(result.output.contains("oui d'abord"))
            #expect(result.output.contains("La requête est urgente."))
            #expect(result.output.contains("le 4\u{A0}mars 2024"))
        }
    }

    @Test(arguments: [
        ("$B evaluer absent.yaml", 74, "n’existe pas"),
        ("$B evaluer Rules", 74, "est un dossier"),
        ("$B evaluer cas.yaml --regles nulle-part", 74, "n’existe pas"),
        ("$B evaluer cas.yaml --regles cas.yaml", 74, "n’est pas un dossier"),
        ("mkdir vide; $B evaluer cas.yaml --regles vide", 2, "politique-absente"),
        ("$B evaluer", 64, "il manque"),
        ("$B evaluer cas.yaml --format pdf", 64, "pdf"),
        ("$B evaluer cas.yaml --date 2024-02-30", 64, "2024-02-30"),
        ("$B evaluer cas.yaml --pourquoi-pas priorité", 64, "décision=issue"),
        ("$B evaluer cas.yaml --pourquoi-pas priorite=x", 64, "vouliez-vous dire «\u{A0}priorité\u{A0}»?"),
        ("$B evaluer cas.yaml --pourquoi-pas 'priorité=a son tour'", 64, "vouliez-vous dire «\u{A0}à son tour\u{A0}»?"),
        ("$B evalur cas.yaml", 64, "vouliez-vous dire «\u{A0}evaluer\u{A0}»?"),
        ("$B evaluer cas.yaml --sorti x", 64, "--sortie"),
        ("$B evaluer cas.yaml > /dev/full", 74, "espace"),
        ("$B evaluer cas.yaml --sortie /dev/full", 74, "espace"),
        ("$B evaluer cas.yaml --sortie non/o", 74, "n’existe pas"),
        ("$B evaluer cas.yaml >&-", 74, "fermée"),
        ("$B evaluer /dev/zero", 74, "limite"),
        ("$B evaluer /proc/self/mem", 74, "lecture"),
        ("$B evaluer - < /dev/null", 2, "cas-absent"),
        ("$B evaluer $(printf 'x%.0s' $(seq 5000))", 74, "trop long"),
    ])
    func saysWhatIsWrong(_ script: String, _ status: Int32, _ words: String) throws {
        try run(script) { result in
            #expect(result.status == status, "\(result.error)")
            #expect(result.error.contains(words), "\(result.error)")
            #expect(result.output.isEmpty)
            #expect(!result.error.contains("\u{1B}"))
        }
    }

    @Test func aReaderThatIsGoneEndsSilently() throws {
        try run("$B evaluer cas.yaml | true; echo ${PIPESTATUS[0]}") { result in
            #expect(result.error.isEmpty)
            #expect(["0\n", "74\n"].contains(result.output))
        }
        try run("(trap '' PIPE; sleep 0.3; $B evaluer cas.yaml) | true; echo ${PIPESTATUS[0]}") { result in
            #expect(result.error.isEmpty)
            #expect(result.output == "74\n")
        }
    }

    @Test func oneUnusableCaseAmongSeveralDecidesNothing() throws {
        try run("$B evaluer cas.yaml faux.yaml", cases: ["faux.yaml": "faits: { urgentte: oui, perdue: peut-être }"]) {
            result in
            #expect(result.status == 2)
            #expect(result.output.isEmpty)
            #expect(result.error.contains("faux.yaml:1:10: erreur[fait-inconnu]"))
            #expect(result.error.contains("vouliez-vous dire «\u{A0}urgente\u{A0}»?"))
            #expect(result.error.contains("erreur[valeur-invalide]"))
        }
    }

    @Test(arguments: [
        ("faits: { perdue: oui, urgente: oui }", "cas-incohérent"),
        ("faits: { reçue le: 2020-01-01 }", "hors-vigueur"),
        ("date: 2020-01-01", "hors-vigueur"),
    ])
    func refusesWhatCannotBeDecided(_ text: String, _ code: String) throws {
        try run("$B evaluer refus.yaml", cases: ["refus.yaml": text]) { result in
            #expect(result.status == 2)
            #expect(result.error.contains("erreur[\(code)]"))
        }
    }

    @Test func aDateAskedForIsUsedAndSaid() throws {
        try run("$B evaluer cas.yaml --date 2025-01-02") { result in
            #expect(result.status == 0)
            #expect(result.error.contains("avertissement[date-différente]"))
            #expect(result.output.contains("le 2\u{A0}janvier 2025"))
        }
    }

    @Test func aContradictionEndsWithOne() throws {
        let rules = SmallPolicy.rules.replacingOccurrences(
            of: "alors: { urgente: non }", with: "alors: { perdue: oui }")
        try run(
            "$B evaluer deux.yaml",
            cases: ["Rules/politique.yaml": rules, "deux.yaml": "faits: { perdue: oui, urgente: oui }"]
        ) { result in
            #expect(result.status == 1)
            #expect(result.output.contains("contradictoire"))
        }
    }

    @Test func aContradictionNamesWhatIsCertainAlone() throws {
        let rules = SmallPolicy.rules
            .replacingOccurrences(of: "alors: { urgente: non }", with: "alors: { perdue: oui }")
            .replacingOccurrences(
                of: "à son tour: Elle attend", with: "plus tard: Elle attend, à son tour: Elle attend"
            )
            .replacingOccurrences(
                of: "\ncontraintes:",
                with: "\n  report: { si: { tardive: oui }, conclut: { priorité: plus tard } }\ncontraintes:"
            )
            .replacingOccurrences(
                of: "\ndécisions:", with: "\n  tardive: { question: Tardive?, type: oui/non }\ndécisions:")
        let cases = ["Rules/politique.yaml": rules, "deux.yaml": "faits: { perdue: oui, urgente: oui }"]
        try run("$B evaluer deux.yaml --format json --explication aucune | tr -d ' \n'", cases: cases) { result in
            #expect(result.output.contains(#""issue":["ouid'abord","àsontour"]"#), "\(result.error)")
            #expect(result.output.contains(#""possibles":["ouid'abord","plustard","àsontour"]"#))
        }
    }

    @Test func readsStandardInputInEitherNotation() throws {
        for text in [
            "faits: { urgente: oui }", #"{"faits": {"urgente": true, "perdue": null}}"#, #"{faits: {urgente: oui}}"#,
        ] {
            try run("printf '%s' '\(text)' | $B eval - --explication aucune") { result in
                #expect(result.status == 0, "\(result.error)")
                #expect(result.output.contains("oui d'abord"))
            }
        }
    }

    @Test func writesFilesWholeAndKeepsTheirMode() throws {
        let script = """
            echo ancien > r.html; chmod 640 r.html
            $B evaluer cas.yaml --format html --sortie r.html && stat -c %a r.html && head -c 15 r.html && ls -A | grep -c partiel
            """
        try run(script) { result in
            #expect(
                result.output == "640\n<!DOCTYPE html>0\n" || result.output == "640\n<!doctype html>0\n",
                "\(result.output)")
        }
    }

    @Test func theEnvironmentNamesTheRules() throws {
        try run("mv Rules R; BIENFONDE_REGLES=R $B évaluer cas.yaml --explication courte") { #expect($0.status == 0) }
    }

    @Test func colourIsForTerminalsAlone() throws {
        try run("$B evaluer cas.yaml") { #expect(!$0.output.contains("\u{1B}")) }
        try run("$B evaluer cas.yaml --couleur toujours") { #expect($0.output.contains("\u{1B}[")) }
        try run("script -qec '$B evaluer cas.yaml' /dev/null") { #expect($0.output.contains("\u{1B}[")) }
        try run("NO_COLOR=1 script -qec '$B evaluer cas.yaml' /dev/null") { #expect(!$0.output.contains("\u{1B}[")) }
        try run("$B evaluer cas.yaml --couleur toujours --sortie x; cat x") { #expect($0.output.contains("\u{1B}[")) }
    }

    @Test func theSameEverywhere() throws {
        let plain = "$B evaluer cas.yaml --format json"
        try run(
            """
            \(plain) > a; TZ=America/Montreal LC_ALL=fr_CA.UTF-8 \(plain) > b; (ulimit -s 256; \(plain)) > c
            (ulimit -v 400000; \(plain)) > d; SWIFT_DETERMINISTIC_HASHING=1 \(plain) > e; (ulimit -n 8; \(plain)) > f
            for x in b c d e f; do cmp a $x || echo $x; done; wc -c < a
            """
        ) { result in
            #expect(
                Int(result.output.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0 > 100,
                "\(result.output) \(result.error)")
        }
    }

    @Test func completionScriptsAreMade() throws {
        for shell in ["bash", "zsh", "fish"] {
            try run("$B --generate-completion-script \(shell)") { result in
                #expect(result.status == 0)
                #expect(result.output.contains("evaluer"))
            }
        }
    }

    @Test func oddNamesAreShownInert() throws {
        try run("cp cas.yaml \"$(printf 'r\\351gles \\033[31m.yaml')\"; $B evaluer r*.yaml") { result in
            #expect([0, 74].contains(result.status))
            #expect(!result.output.contains("\u{1B}") && !result.error.contains("\u{1B}"))
        }
        try run("cp cas.yaml 'été à venir.yaml'; $B evaluer 'été à venir.yaml'") { #expect($0.status == 0) }
    }

    @Test func aFolderThatIsGoneIsNoTrap() throws {
        try run("mkdir d; cd d; rmdir ../d; $B evaluer \"$OLDPWD/cas.yaml\" --regles \"$OLDPWD/Rules\"") {
            #expect($0.status == 0)
        }
    }
}
