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

    private func issue(in text: String) throws -> String? {
        let decided = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        let decision = (decided?["décisions"] as? [String: Any])?["priorité"] as? [String: Any]
        return decision?["issue"] as? String
    }
}
