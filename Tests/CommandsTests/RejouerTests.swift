import Foundation
import Testing

@Suite("evaluer --recu, rejouer") struct RejouerTests {
    /// Runs a script beside a small policy and a case.
    private func run(_ script: String, _ check: (Shell, Shell.Result) throws -> Void) throws {
        try withShell { shell in
            try shell.write(SmallPolicy.rules, to: "Rules/politique.yaml")
            try shell.write(SmallPolicy.urgent, to: "cas.yaml")
            try check(shell, try shell.run("export HOME=$PWD\n" + script))
        }
    }

    private static let keep = "$B evaluer cas.yaml --recu r.json > /dev/null || exit 99\n"
    private static let commit =
        "git init -q . && git add . && git -c user.name=a -c user.email=a@b commit -qm un || exit 98\n"

    @Test("keeps a decision for its owner alone, and finds it the same") func identical() throws {
        try run("umask 0; " + Self.keep + "stat -c %a r.json; $B rejouer r.json; $B replay - < r.json") { _, result in
            #expect(result.status == 0)
            let lines = result.output.split(separator: "\n")
            #expect(
                lines == [
                    "600", "r.json, «\u{A0}Urgence\u{A0}»\u{A0}: identique",
                    "entrée standard, «\u{A0}Urgence\u{A0}»\u{A0}: identique",
                ])
            #expect(result.error.isEmpty)
        }
    }

    @Test("an older file of another mode is then for its owner alone too") func mode() throws {
        try run("touch r.json; chmod 644 r.json; " + Self.keep + "stat -c %a r.json") { _, result in
            #expect(result.output == "600\n")
        }
    }

    @Test("one receipt for each of several cases, in a list") func several() throws {
        try run("$B evaluer cas.yaml cas.yaml --recu r.json >/dev/null; $B rejouer r.json --format json") { _, result in
            #expect(result.status == 0)
            let report = try #require(
                try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
            #expect(report["identiques"] as? Int == 2)
            let ranks = (report["reçus"] as? [[String: Any]])?.map { $0["rang"] as? Int }
            #expect(ranks == [1, 2])
        }
    }

    @Test("finds the rules in the folder's history, whatever became of them") func history() throws {
        let change = "sed -i 's/urgente: oui }/urgente: non }/' Rules/politique.yaml\n"
        try run(
            Self.keep + Self.commit + change + "git -c user.name=a -c user.email=a@b commit -qam deux\n"
                + "git mv Rules/politique.yaml Rules/autre.yaml; echo 'règles: {' >> Rules/autre.yaml\n"
                + "$B rejouer r.json"
        ) { _, result in
            #expect(result.status == 0, "\(result.error)")
            #expect(result.output.contains("identique (règles de la révision "))
        }
    }

    @Test("finds them among several files, of which most revisions have the same") func sharedFiles() throws {
        let script = """
            sed -n '/^contraintes/,$p' Rules/politique.yaml > Rules/contraintes.yml
            sed -i '/^contraintes/,$d' Rules/politique.yaml; mkdir Rules/.cache; echo x > Rules/lisez.txt
            garde() { git add . && git -c user.name=a -c user.email=a@b commit -qm "$1" || exit 98; }
            titre() { sed -i "s/titre: .*/titre: $1/" Rules/politique.yaml; }
            git init -q .; $B evaluer cas.yaml --recu r.json > /dev/null || exit 97
            garde un; un=$(git rev-parse --short=12 HEAD)
            titre Deux; garde deux; titre Trois; garde trois; titre Deux; garde quatre; titre Cinq
            $B rejouer r.json | grep -c "(règles de la révision $un)"
            $B rejouer r.json --regles HEAD~3:Rules; $B rejouer r.json --regles HEAD:Rules | grep -c introuvables
            """
        try run(script) { _, result in
            #expect(result.output == "1\nr.json, «\u{A0}Urgence\u{A0}»\u{A0}: identique\n1\n", "\(result.error)")
        }
    }

    @Test("says which rules it did not find, and where it looked") func notFound() throws {
        let change = "sed -i 's/urgente: oui }/urgente: non }/' Rules/politique.yaml\n"
        try run(Self.keep + change + Self.commit + "$B rejouer r.json") { _, result in
            #expect(result.status == 2)
            #expect(result.output.contains("règles introuvables"))
            #expect(result.output.contains("dans le dossier «\u{A0}Rules\u{A0}»"))
            #expect(result.output.contains("--regles"))
        }
        try run(Self.keep + change + "PATH=/nowhere $B rejouer r.json") { _, result in
            #expect(result.status == 2)
        }
        try run(Self.keep + Self.commit + change + "$B rejouer r.json --regles HEAD:Rules") { _, result in
            #expect(result.status == 0, "\(result.output)")
        }
    }

    @Test(
        "shows what was touched, and what it makes of the decision",
        arguments: [
            ("s/\"urgente\":\"oui\"/\"urgente\":\"non\"/", "le cas a été modifié", "priorité\u{A0}: "),
            ("s/\"état\":\"déterminée\"/\"état\":\"indéterminée\"/", "la décision a été modifiée", "priorité\u{A0}: "),
            ("s/programme\":\"[0-9.]*/programme\":\"9/", "le reçu a été modifié", "mène à la décision qu’il contient"),
            ("s/^{/{ /", "les octets du fichier ont changé", "mène à la décision qu’il contient"),
        ])
    func touched(_ edit: String, _ what: String, _ consequence: String) throws {
        try run(Self.keep + "sed -i '\(edit)' r.json; $B rejouer r.json") { _, result in
            #expect(result.status == 1)
            #expect(result.output.contains("\u{A0}: modifié"))
            #expect(result.output.contains(what))
            #expect(result.output.contains(consequence), "\(result.output)")
        }
    }

    @Test(
        "refuses what it cannot replay",
        arguments: [
            ("sed -i 's/\"langue\":1/\"langue\":2/' r.json; $B rejouer r.json", 2, "version 2 de la langue"),
            ("$B rejouer cas.yaml", 2, "json-syntaxe"),
            ("echo '{}' > r.json; $B rejouer r.json", 2, "un reçu était attendu"),
            ("echo '[]' > r.json; $B rejouer r.json", 0, "Aucun reçu n’a été rejoué."),
            ("$B rejouer absent.json", 74, "n’existe pas"), ("$B rejouer r.json --regles absent", 74, "n’existe pas"),
            ("$B rejouer", 64, "il manque"),
        ])
    func refusals(_ script: String, _ status: Int32, _ sentence: String) throws {
        try run(Self.keep + script) { _, result in
            #expect(result.status == status)
            #expect((result.output + result.error).contains(sentence), "\(result.output)\(result.error)")
        }
    }

    @Test("a contradictory decision is kept too") func contradictory() throws {
        try run(
            "sed -i '/cohérence/d; /contraintes/d' Rules/politique.yaml; echo 'faits: { urgente: oui, perdue: oui }' > cas.yaml\n"
                + "$B evaluer cas.yaml --recu r.json > /dev/null; echo $?; $B rejouer r.json"
        ) { _, result in
            #expect(result.output.hasPrefix("1\nr.json\u{A0}: identique"))
        }
    }

    @Test("1,000 decisions of the policy, on other clocks and in other languages too") func thousand() throws {
        try withShell { shell in
            var cases = try ManyCases(seed: 6)
            try shell.write(cases.file(1_000), to: "cas.json")
            let result = try shell.run(
                """
                export BIENFONDE_REGLES=$RULES
                TZ=America/Montreal $B evaluer cas.json --recu r.json --explication aucune --format json > d.json
                [ $? -le 1 ] || exit 99
                for zone in Pacific/Kiritimati Etc/GMT+12; do
                  TZ=$zone LC_ALL=tr_TR.UTF-8 LANG=ja_JP.UTF-8 $B rejouer r.json | tail -n 1
                done
                """)
            #expect(result.error.isEmpty)
            let line = "1\u{A0}000 reçus\u{A0}: 1\u{A0}000 identiques\n"
            #expect(result.output == line + line)
        }
    }
}

@Suite("impact") struct ImpactCommandTests {
    @Test("tells which kept decisions would change", arguments: ["texte", "json", "markdown"])
    func changes(_ format: String) throws {
        try withShell { shell in
            try shell.write(SmallPolicy.rules, to: "avant/r.yaml")
            try shell.write(
                SmallPolicy.rules.replacing("si: { urgente: oui }", with: "si: { urgente: non }"), to: "après/r.yaml")
            try shell.write(SmallPolicy.urgent, to: "cas.yaml")
            let result = try shell.run(
                """
                $B evaluer cas.yaml --recu r.json --regles avant > /dev/null
                $B impact avant avant r.json --format \(format) > même || exit 99
                $B impact avant après r.json --format \(format)
                """)
            #expect(result.status == 1)
            #expect(result.output.contains("oui d'abord") && result.output.contains("à son tour"))
            guard format == "json" else { return }
            let report = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
            let changed = try #require((report?["changés"] as? [[String: Any]])?.first)
            let difference = try #require((changed["différences"] as? [[String: Any]])?.first)
            #expect((difference["ancien"] as? [String: Any])?["issue"] as? String == "oui d'abord")
            #expect((difference["nouveau"] as? [String: Any])?["issue"] as? String == "à son tour")
        }
    }

    @Test("refuses what it cannot use") func refusals() throws {
        try withShell { shell in
            try shell.write(SmallPolicy.rules, to: "avant/r.yaml")
            try shell.write(SmallPolicy.urgent, to: "cas.yaml")
            let result = try shell.run(
                """
                $B evaluer cas.yaml --recu r.json --regles avant > /dev/null
                sed -i s/oui/non/ r.json
                $B impact avant avant r.json; echo $?; $B impact avant ailleurs r.json; echo $?; $B impact avant; echo $?
                """)
            #expect(result.output == "Aucun reçu n’a été comparé.\n2\n74\n64\n")
            #expect(result.error.contains("a été modifié depuis qu’il a été écrit"))
        }
    }
}

@Suite("--masquer") struct MaskingTests {
    private static let rules = SmallPolicy.rules.replacing(
        "  perdue:", with: "  remarque: { question: Quoi?, type: texte, usage: pour la lettre }\n  perdue:"
    )
    .replacing("motif: La requête est urgente.", with: "motif: \"Urgente, {{remarque}}.\"")
    private static let requete = """
        nom: Jeanne Tremblay
        date: 2023-01-02
        récit: Jeanne Tremblay raconte.
        faits: { urgente: oui, perdue: non, reçue le: 2024-03-04, remarque: voir Jeanne Tremblay }
        """

    @Test(
        "lets no free text through, and says what is left out",
        arguments: ["texte", "json", "markdown", "html"])
    func leavesOut(_ format: String) throws {
        try withShell { shell in
            try shell.write(Self.rules, to: "Rules/r.yaml")
            try shell.write(Self.requete, to: "cas.yaml")
            let script = "$B evaluer cas.yaml --date 2024-05-06 --masquer --recu r.json --format \(format)"
            let result = try shell.run(script + "; echo; cat r.json")
            #expect(result.status == 0)
            #expect(!(result.output + result.error).contains("Jeanne"))
            #expect(result.output.contains("remarque"))
            #expect(result.error.contains("date-différente"))
            let replayed = try shell.run("$B rejouer r.json")
            #expect(replayed.output == "r.json\u{A0}: identique\n")
        }
    }

    @Test("says so where there was nothing to leave out") func nothing() throws {
        try withShell { shell in
            try shell.write(Self.rules, to: "Rules/r.yaml")
            try shell.write("faits: { urgente: oui }", to: "cas.yaml")
            #expect(try shell.run("$B evaluer cas.yaml --masquer").output.contains("Textes masqués\u{A0}: aucun"))
            #expect(try shell.run("$B evaluer cas.yaml").output.contains("Textes masqués") == false)
        }
    }

    @Test("refuses a case whose decision rests on a free text") func needed() throws {
        try withShell { shell in
            try shell.write(
                Self.rules.replacing("si: { urgente: oui }", with: "si: { remarque: vite }"), to: "Rules/r.yaml")
            try shell.write("faits: { urgente: oui, remarque: vite }", to: "cas.yaml")
            let result = try shell.run("$B evaluer cas.yaml --masquer --recu r.json; echo $?; ls")
            #expect(result.output == "2\nRules\ncas.yaml\n")
            #expect(result.error.contains("ne peut pas être masqué") && result.error.contains("remarque"))
        }
    }

    @Test("a letter leaves them out too") func letter() throws {
        try withShell { shell in
            let case33 = #"$(echo "$ROOT"/Fixtures/cas/c33-*.yaml)"#
            try shell.write(
                "faits: { nom du recours: la demande de révision, recours existant: administratif }", to: "cas.yaml")
            let options = LettreTests.options
            let plain = try shell.run("$B lettre cas.yaml \(options); $B lettre \(case33) \(options)")
            let masked = try shell.run(
                "$B lettre cas.yaml --masquer \(options); $B lettre \(case33) --masquer \(options)")
            #expect(plain.status == 0 && masked.status == 0)
            #expect(plain.output.contains("demande de révision"))
            #expect(!masked.output.contains("demande de révision"))
        }
    }
}
