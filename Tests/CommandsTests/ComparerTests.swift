import Foundation
import Testing

@Suite("comparer") struct ComparerTests {
    private static let formats = ["texte", "json", "markdown"]

    @Test("a comment, another order and other file names are no difference", arguments: formats)
    func rewritten(_ format: String) throws {
        try withShell { shell in
            let cut = try #require(SmallPolicy.rules.firstRange(of: "règles:"))
            try shell.write(SmallPolicy.rules, to: "avant/r.yaml")
            try shell.write("# Un commentaire\n" + SmallPolicy.rules[cut.lowerBound...], to: "après/a.yaml")
            try shell.write(String(SmallPolicy.rules[..<cut.lowerBound]), to: "après/b.yaml")
            let result = try shell.run("$B comparer avant après --format \(format)")
            #expect(result.status == 0, "\(result.output)\(result.error)")
            #expect(result.error == "")
        }
    }

    @Test("names of rules and cases are no markup in Markdown")
    func inert() throws {
        try withShell { shell in
            let rules = SmallPolicy.rules.replacing("oui d'abord", with: "\"<b>*d'abord*</b>\"")
            try shell.write(rules, to: "avant/r.yaml")
            try shell.write(
                rules.replacing("si: { urgente: oui }", with: "si: { urgente: non }"), to: "après/r.yaml")
            try shell.write("nom: \"<img src=x> [a](b)\"\nfaits: { urgente: oui }\n", to: "cas.yaml")
            let result = try shell.run("$B comparer avant après --cas cas.yaml --format markdown")
            #expect(result.status == 1, "\(result.error)")
            let prose = result.output.split(separator: "```").enumerated().filter { $0.offset % 2 == 0 }
                .map { String($0.element) }.joined()
            #expect(prose.contains("\\<b\\>\\*d'abord\\*\\</b\\>") || prose.contains("\\<b\\>\\*d’abord"))
            #expect(prose.contains("\\<img src=x\\> \\[a\\](b)"), "\(prose)")
        }
    }

    @Test("a difference gives 1, and its case can be decided by both", arguments: formats)
    func difference(_ format: String) throws {
        try withShell { shell in
            try shell.write(SmallPolicy.rules, to: "avant/r.yaml")
            try shell.write(
                SmallPolicy.rules.replacing("si: { urgente: oui }", with: "si: { urgente: non }"), to: "après/r.yaml")
            let result = try shell.run("$B diff avant après --format \(format)")
            #expect(result.status == 1)
            #expect(result.output.contains("oui d'abord"))
            guard format == "json" else { return }
            let data = Data(result.output.utf8)
            let report = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
            #expect(report["équivalents"] as? Bool == false)
            #expect(report["verdict"] as? String == "réfuté")
            for difference in try #require(report["différences"] as? [[String: Any]]) {
                let witness = try JSONSerialization.data(withJSONObject: try #require(difference["cas"]))
                try shell.write(String(decoding: witness, as: UTF8.self), to: "cas.json")
                for (side, folder) in [("ancien", "avant"), ("nouveau", "après")] {
                    let decided = try shell.run("$B evaluer cas.json --regles \(folder) --format json")
                    let decision = try issue(in: decided.output)
                    #expect(decision == (difference[side] as? [String: Any])?["issue"] as? String)
                }
            }
        }
    }

    @Test("a set that cannot be used gives 2, a folder that is not there 74") func unusable() throws {
        try withShell { shell in
            try shell.write(SmallPolicy.rules, to: "avant/r.yaml")
            try shell.write("règles: { r: { conclut: { rien: x } } }\n", to: "après/r.yaml")
            #expect(try shell.run("$B comparer avant après").status == 2)
            #expect(try shell.run("$B comparer avant ailleurs").status == 74)
            #expect(try shell.run("$B comparer avant").status == 64)
        }
    }

    @Test("a revision of git is a folder too") func revision() throws {
        try withShell { shell in
            try shell.write(SmallPolicy.rules, to: "Rules/sous-dossier/r.yaml")
            let commit = "git init -q . && git add . && git -c user.name=a -c user.email=a@b commit -qm un"
            #expect(try shell.run(commit).status == 0)
            #expect(try shell.run("$B comparer HEAD:Rules Rules").status == 0)
            try shell.write(
                SmallPolicy.rules.replacing("si: { urgente: oui }", with: "si: { urgente: non }"),
                to: "Rules/sous-dossier/r.yaml")
            #expect(try shell.run("$B comparer HEAD:Rules Rules").status == 1)
            let unknown = try shell.run("$B comparer jamais:Rules Rules")
            #expect(unknown.status == 74)
            #expect(unknown.error.contains("jamais:Rules"))
        }
    }

    @Test("known cases: how many change, and which; a renamed fact is followed") func knownCases() throws {
        try withShell { shell in
            try shell.write(SmallPolicy.rules, to: "avant/r.yaml")
            try shell.write(
                SmallPolicy.rules.replacing("si: { urgente: oui }", with: "si: { urgente: non }")
                    .replacing("perdue", with: "égarée"), to: "après/r.yaml")
            try shell.write(SmallPolicy.urgent, to: "cas/urgent.yaml")
            try shell.write(
                """
                cas:
                  - { nom: Inconnue, faits: { reçue le: 2024-03-04 } }
                  - { nom: Perdue, faits: { perdue: oui, urgente: non, reçue le: 2024-03-04 } }
                """, to: "cas/autres.yaml")
            let text = try shell.run("$B comparer avant après --cas cas")
            #expect(text.status == 1)
            #expect(text.output.contains("Cas connus\u{A0}: 2 sur 3 changent."), "\(text.output)")
            #expect(text.output.contains("  - Urgence (cas/urgent.yaml:1)"))
            let json = try shell.run("$B comparer avant après --cas cas --format json")
            let report = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
            let cases = try #require(report?["cas touchés"] as? [String: Any])
            #expect(cases["total"] as? Int == 3)
            let changed = try #require(cases["changés"] as? [[String: Any]])
            #expect(changed.compactMap { $0["nom"] as? String } == ["Perdue", "Urgence"])
            #expect(changed.compactMap { $0["ligne"] as? Int } == [3, 1])
        }
    }

    @Test("a stream of known cases: bad lines are said, refusals are counted") func knownLines() throws {
        try withShell { shell in
            try shell.write(SmallPolicy.rules, to: "avant/r.yaml")
            try shell.write(
                SmallPolicy.rules.replacing("alors: { urgente: non }", with: "alors: { urgente: oui }"),
                to: "après/r.yaml")
            try shell.write(
                """
                {"nom": "un", "date": "2024-03-04", "faits": {"perdue": true, "urgente": false}}

                {"nom": "deux", "date": "2024-03-04", "faits": {"perdue": false}}
                {"nom": "trois", "faits": {"jamais": true}}
                {"nom": "quatre", "objets": [{"faits": {"perdue": true, "urgente": true, "reçue le": "2024-03-04"}}]}

                """, to: "cas.ndjson")
            let text = try shell.run("gzip -k cas.ndjson; $B comparer avant après --cas cas.ndjson.gz")
            #expect(text.status == 1)
            #expect(text.error.contains("cas.ndjson.gz:4:"), "\(text.error)")
            #expect(text.output.contains("Cas connus\u{A0}: 2 sur 3 changent; 1 cas ne peut servir."), "\(text.output)")
            #expect(text.output.contains("refusés par le nouvel ensemble seul (1 cas)\n  - un (cas.ndjson.gz:1)"))
            #expect(text.output.contains("refusés par l’ancien ensemble seul (1 cas)\n  - quatre, objet 1"))
            #expect(try shell.run("$B comparer avant avant --cas rien").status == 74)
            #expect(try shell.run("mkdir vide; $B comparer avant avant --cas vide").status == 1)
        }
    }

    private func issue(in text: String) throws -> String? {
        let decided = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        let decision = (decided?["décisions"] as? [String: Any])?["priorité"] as? [String: Any]
        return decision?["issue"] as? String
    }
}
