import Foundation
import Testing

/// The interview at a real terminal.
@Suite("entretien", .serialized) struct EntretienTests {
    private static let rules = ["--regles", Shell.root.appending(path: "Rules").path, "--date", "2024-03-04"]
    private static let prompt = "Votre réponse\u{A0}: "

    private func start(_ shell: Shell, _ arguments: [String]) throws -> Terminal {
        try Terminal(["entretien"] + arguments + Self.rules, in: shell.folder)
    }

    private func saved(_ shell: Shell, _ name: String = "r.yaml") throws -> String {
        try String(contentsOf: shell.folder.appending(path: name), encoding: .utf8)
    }

    @Test("runs to the end, and what it saves is decided") func whole() throws {
        try withShell { shell in
            let terminal = try start(shell, ["r.yaml"])
            var screen = ""
            var answers = 0
            // The second answer of whatever is asked: « non », « représentant »…
            while true {
                let part = try terminal.wait(for: Self.prompt)
                screen += part
                let isText = part.contains("Écrivez un nombre")
                terminal.send(isText ? "30\n" : "2\n")
                answers += 1
                let line = try terminal.wait(for: "\n")
                screen += line
                guard answers < 40 else { break }
                let next = try terminal.wait(for: "\r\n")
                screen += next
                if try shell.run(#"$B evaluer r.yaml --regles "$RULES" --explication courte --date 2024-03-04"#).output
                    .contains("indéterminée") == false
                {
                    break
                }
            }
            let end = try terminal.end()
            screen += end.screen
            #expect(end.status == 0)
            #expect(answers < 20)
            #expect(end.screen.contains("Toutes les décisions sont déterminées."))
            #expect(!screen.contains("\u{1B}"))
            for line in screen.split(whereSeparator: \.isNewline) { #expect(line.count <= 80, "\(line)") }
            #expect(try shell.run("stat -c %a r.yaml").output == "600\n")
        }
    }

    @Test("explains a question, goes back, and leaves an answer unknown") func commands() throws {
        try withShell { shell in
            let terminal = try start(shell, ["r.yaml"])
            let first = try terminal.wait(for: Self.prompt)
            terminal.send("?\n")
            let explained = try terminal.wait(for: Self.prompt)
            #expect(explained.contains("Cette question est posée parce que sa réponse peut changer"))
            #expect(explained.contains("Si la réponse est"))
            terminal.send("bof\n")
            #expect(try terminal.wait(for: Self.prompt).contains("Ce n’est pas une des réponses."))
            terminal.send("précédent\n")
            #expect(try terminal.wait(for: Self.prompt).contains("Il n’y a pas de question précédente."))
            terminal.send("NON\n")
            try terminal.wait(for: Self.prompt)
            #expect(try saved(shell).contains(": non"))
            terminal.send("precedent\n")
            let again = try terminal.wait(for: Self.prompt)
            #expect(again.contains("Question 1") && first.contains("Question 1"))
            #expect(try saved(shell) == "faits: {}\n")
            terminal.send("je ne sais pas\n")
            try terminal.wait(for: Self.prompt)
            #expect(try saved(shell).contains(": inconnu"))
            terminal.send("stop\n")
            let end = try terminal.end()
            #expect(end.status == 0)
            #expect(end.screen.contains("L’entretien est arrêté."))
            #expect(end.screen.contains("bienfonde entretien r.yaml"))
        }
    }

    @Test("Ctrl-C keeps what is answered") func interrupted() throws {
        try withShell { shell in
            let terminal = try start(shell, ["r.yaml"])
            try terminal.wait(for: Self.prompt)
            terminal.send("oui\n")
            try terminal.wait(for: Self.prompt)
            terminal.send("non\u{3}")
            let end = try terminal.end()
            #expect(end.status == 130)
            #expect(end.screen.contains("Le cas est enregistré dans «\u{A0}r.yaml\u{A0}»."))
            #expect(try saved(shell).split(separator: "\n").count == 2)
        }
    }

    @Test("Ctrl-D stops as « stop » does") func endOfInput() throws {
        try withShell { shell in
            let terminal = try start(shell, ["r.yaml"])
            try terminal.wait(for: Self.prompt)
            terminal.send("\u{4}")
            let end = try terminal.end()
            #expect(end.status == 0)
            #expect(end.screen.contains("rien n’est enregistré"))
            #expect(!FileManager.default.fileExists(atPath: shell.folder.appending(path: "r.yaml").path))
        }
    }

    @Test("a terminal that is closed keeps what is answered") func closed() throws {
        try withShell { shell in
            let terminal = try start(shell, ["r.yaml"])
            try terminal.wait(for: Self.prompt)
            terminal.send("oui\n")
            try terminal.wait(for: Self.prompt)
            terminal.close()
            _ = try terminal.end(seconds: 20)
            #expect(try saved(shell).contains(": oui"))
        }
    }

    @Test("a terminal that is resized changes nothing") func resized() throws {
        try withShell { shell in
            let terminal = try start(shell, ["r.yaml"])
            try terminal.wait(for: Self.prompt)
            terminal.resize(columns: 20)
            terminal.send("oui\n")
            #expect(try terminal.wait(for: Self.prompt).contains("Question 2"))
            terminal.send("stop\n")
            #expect(try terminal.end().status == 0)
        }
    }

    @Test("resumes a saved case, and asks one holder alone") func resumed() throws {
        try withShell { shell in
            let fixture = Shell.root.appending(path: "Fixtures/cas/c35-recours-inconnu.yaml").path
            let terminal = try start(shell, [fixture, "--sortie", "s.yaml", "--pour", "unité"])
            let screen = try terminal.wait(for: Self.prompt)
            #expect(screen.contains("Reprise d’un cas qui contient déjà"))
            #expect(screen.contains("Auprès de\u{A0}: unité administrative"))
            terminal.send("aucun\n")
            try terminal.wait(for: Self.prompt)
            terminal.send("non\n")
            let end = try terminal.end()
            #expect(end.status == 0)
            let text = try saved(shell, "s.yaml")
            #expect(text.contains("récit: Je suis en désaccord"))
            #expect(text.contains("  recours existant: aucun\n"))
            let decided = try shell.run(#"$B evaluer s.yaml --regles "$RULES" --explication courte"#)
            #expect(decided.output.contains("recevabilité\u{A0}: recevable"))
        }
    }

    @Test("several objects, one after the other") func objects() throws {
        try withShell { shell in
            let terminal = try start(shell, ["r.yaml", "--objets", "2"])
            #expect(try terminal.wait(for: Self.prompt).contains("Objet 1 sur 2"))
            terminal.send("oui\n")
            try terminal.wait(for: Self.prompt)
            terminal.send("stop\n")
            #expect(try terminal.end().status == 0)
            #expect(try saved(shell).hasPrefix("objets:\n- faits:\n    "))
            let decided = try shell.run(#"$B evaluer r.yaml --regles "$RULES" --explication aucune"#)
            #expect(decided.status == 0 && decided.output.contains("Objet 2 sur 2"))
        }
    }

    @Test("refuses to lose what a file holds beside the case") func remarks() throws {
        try withShell { shell in
            let result = try shell.run(#"$B entretien "$ROOT"/Fixtures/cas/c35-recours-inconnu.yaml --regles "$RULES""#)
            #expect(result.status == 2)
            #expect(result.error.contains("--sortie"))
            let unknown = try shell.run(#"$B entretien r.yaml --pour personne-là --regles "$RULES""#)
            #expect(unknown.status == 64)
        }
    }
}
