import Foundation
import Testing

@Suite("--surveiller") struct SurveillerTests {
    /// Runs a watching command in the background, changes files, and ends it with Ctrl-C. `attend N` waits for the N-th
    /// run to be over.
    private func run(_ command: String, _ changes: String, in shell: Shell) throws -> Shell.Result {
        try shell.run(
            """
            set -m # Else what runs in the background ignores Ctrl-C.
            attend() {
                for i in {1..600}; do
                    [ "$(grep -c '^Surveillance' erreur.txt)" -lt "$1" ] || return
                    sleep 0.05
                done
            }
            : > erreur.txt
            \(command) > sortie.txt 2> erreur.txt & n=$!
            attend 1
            \(changes)
            kill -INT $n; wait $n; s=$?
            cat sortie.txt; cat erreur.txt >&2; exit $s
            """)
    }

    private func withSmallPolicy(_ body: (Shell) throws -> Void) throws {
        try withShell { shell in
            try shell.write(SmallPolicy.rules, to: "Rules/r.yaml")
            try shell.write(SmallPolicy.urgent, to: "Fixtures/cas.yaml")
            try body(shell)
        }
    }

    @Test("evaluer decides again when the case or the rules change; Ctrl-C gives 130") func evaluer() throws {
        try withSmallPolicy { shell in
            let result = try run(
                "$B evaluer Fixtures/cas.yaml --explication aucune --surveiller",
                """
                sed -i 's/urgente: oui/urgente: non/' Fixtures/cas.yaml; attend 2
                sed 's/par défaut: à son tour/par défaut: oui d'"'"'abord/' Rules/r.yaml > neuf; mv neuf Rules/r.yaml; attend 3
                """, in: shell)
            #expect(result.status == 130)
            let issues = result.output.split(separator: "\n").filter { $0.contains("priorité\u{A0}:") }
            #expect(issues.map { $0.contains("oui d'abord") } == [true, false, true], "\(result.output)")
            #expect(result.error.contains("Changé\u{A0}: «\u{A0}Fixtures/cas.yaml\u{A0}»"))
            #expect(!result.output.contains("\u{1B}"))
        }
    }

    @Test("files and rules of the folder itself, by their bare names") func bareNames() throws {
        try withShell { shell in
            try shell.write(SmallPolicy.rules, to: "r.yaml")
            try shell.write(SmallPolicy.urgent, to: "cas/cas.yaml")
            let result = try run(
                "(cd cas; exec $B evaluer cas.yaml --regles .. --explication aucune --surveiller)",
                """
                echo '# un' >> cas/cas.yaml; attend 2
                echo '# deux' >> r.yaml; attend 3
                """, in: shell)
            #expect(result.error.contains("Changé\u{A0}: «\u{A0}cas.yaml\u{A0}»"), "\(result.error)")
            #expect(result.error.contains("Changé\u{A0}: «\u{A0}../r.yaml\u{A0}»"), "\(result.error)")
        }
        try withShell { shell in
            try shell.write(SmallPolicy.rules, to: "r.yaml")
            let result = try run("$B valider --regles . --surveiller", "echo '# un' >> r.yaml; attend 2", in: shell)
            #expect(result.error.contains("Changé\u{A0}: «\u{A0}r.yaml\u{A0}»"), "\(result.error)")
        }
    }

    @Test("a file that is half written, missing or refused is said, and it goes on") func halfWritten() throws {
        try withSmallPolicy { shell in
            let result = try run(
                "$B evaluer Fixtures/cas.yaml --explication aucune --surveiller",
                """
                cp Rules/r.yaml r; head -c 700 r > Rules/r.yaml; attend 2
                cp r Rules/r.yaml; attend 3
                rm Fixtures/cas.yaml; attend 4
                echo 'nom: Revenu' > Fixtures/cas.yaml; attend 5
                """, in: shell)
            #expect(result.status == 130)
            #expect(result.error.contains("erreur["))
            #expect(result.error.contains("le fichier «\u{A0}Fixtures/cas.yaml\u{A0}» n’existe pas"))
            #expect(result.output.contains("Revenu"))
        }
    }

    @Test("valider follows new files and sub-folders, verifier the documents that the rules name") func folders() throws
    {
        try withSmallPolicy { shell in
            let valid = SmallPolicy.urgent + "attendu: { priorité: oui d'abord }\n"
            try shell.write(valid, to: "Fixtures/cas.yaml")
            let result = try run(
                "$B valider --surveiller",
                """
                mkdir -p Fixtures/a/b; attend 2
                cp Fixtures/cas.yaml Fixtures/a/b/deux.yaml; attend 3
                rm -r Fixtures/a; attend 4
                """, in: shell)
            let counts = result.output.matches(of: /(\d+).cas et/).map { String($0.output.1) }
            #expect(
                counts.first == "1" && counts.contains("2") && counts.last == "1",
                "\(result.output)\(result.error)")

            try shell.write("Le texte.\n", to: "guide.txt")
            try shell.write(
                SmallPolicy.rules.replacing(
                    "en vigueur: { du: 2022-06-08 }",
                    with: "documents: { guide: { titre: G, fichier: ../guide.txt, usage: essai } }"
                ).replacing(
                    "motif: La requête est urgente.", with: "source: { document: guide, extrait: Une requête urgente }"),
                to: "Rules/r.yaml")
            let checked = try run(
                "$B verifier --surveiller", "echo 'Une requête urgente.' > guide.txt; attend 2", in: shell)
            #expect(checked.error.contains("guide.txt"))
            #expect(checked.output.matches(of: /extrait-introuvable/).count == 1, "\(checked.output)")
        }
    }

    @Test("what it writes itself is no change") func ownOutput() throws {
        try withSmallPolicy { shell in
            let result = try run(
                "$B valider --surveiller --format json --sortie Fixtures/resultat.json",
                "sleep 0.5; echo '# fin' >> Fixtures/cas.yaml; attend 2", in: shell)
            #expect(result.error.matches(of: /Changé/).count == 1, "\(result.error)")
        }
    }

    @Test("a terminal is cleared before each new run") func terminal() throws {
        try withSmallPolicy { shell in
            let terminal = try Terminal(
                ["evaluer", "Fixtures/cas.yaml", "--explication", "aucune", "--surveiller"], in: shell.folder)
            #expect(!(try terminal.wait(for: "Ctrl-C pour finir").contains("\u{1B}[2J")))
            try shell.write(SmallPolicy.urgent.replacing("oui", with: "non"), to: "Fixtures/cas.yaml")
            #expect(try terminal.wait(for: "Ctrl-C pour finir").contains("\u{1B}[2J\u{1B}[H"))
            terminal.send("\u{3}")
            #expect(try terminal.end().status == 130)
        }
    }

    @Test(
        "what cannot be watched is refused",
        arguments: ["evaluer - --surveiller", "valider --surveiller --proposer cas"])
    func refused(_ command: String) throws {
        try withSmallPolicy { shell in
            let result = try shell.run("$B \(command)")
            #expect(result.status == 64)
            #expect(result.error.contains("--surveiller"))
        }
    }
}
