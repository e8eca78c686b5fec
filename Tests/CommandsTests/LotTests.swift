import Foundation
import Testing

/// `lot` as a shell runs it: streams, statuses, what standard error says.
@Suite struct LotTests {
    private func run(_ script: String, files: [String: String] = [:], _ check: (Shell.Result) throws -> Void) throws {
        try withShell { shell in
            try shell.write(SmallPolicy.rules, to: "Rules/politique.yaml")
            for (name, text) in files { try shell.write(text, to: name) }
            try check(try shell.run(script))
        }
    }

    private static let urgent = #"{"nom":"A","faits":{"urgente":"oui","perdue":"non","reçue le":"2024-03-04"}}"#
    private static let answer =
        #""nom":"A","décisions":{"priorité":{"état":"déterminée","issue":"oui d'abord","motifs":["urgence"],"manquants":[]}}}"#

    @Test func answersEachLineInOrder() throws {
        let lines = [Self.urgent, "", "  \r", #"{"faits":{"perdue":true,"reçue le":"2024-03-04"}}"#, "{", Self.urgent]
        try run("$B lot l.ndjson --coeurs 3", files: ["l.ndjson": lines.joined(separator: "\n")]) { result in
            #expect(result.status == 1)
            let answers = result.output.split(separator: "\n")
            #expect(answers.count == 4)
            #expect(answers.first == "{\"ligne\":1,\(Self.answer)")
            #expect(answers.last == "{\"ligne\":6,\(Self.answer)")
            #expect(answers.dropFirst().first?.hasPrefix(#"{"ligne":4,"nom":null,"décisions""#) == true)
            #expect(
                answers.dropFirst(2).first?.hasPrefix(#"{"ligne":5,"nom":null,"erreur":{"code":"json-syntaxe""#) == true
            )
            #expect(result.error.contains("l.ndjson:5:2: erreur[json-syntaxe]: "))
            #expect(result.error.contains("lot\u{A0}: 4\u{A0}lignes en "))
            #expect(result.error.contains("1\u{A0}ligne rejetée\u{A0}: json-syntaxe 1\n"))
            #expect(result.error.contains("priorité\u{A0}: oui d'abord 2, "))
            #expect(!result.error.contains("\u{1B}"))
        }
    }

    /// What may be odd in a stream and is fine, with how many lines it answers.
    @Test(arguments: [
        ("CRLF", "\(LotTests.urgent)\r\n\(LotTests.urgent)\r\n", 2),
        ("marque d’ordre", "\u{FEFF}\(LotTests.urgent)\n", 1),
        ("marque seule", "\u{FEFF}\n\(LotTests.urgent)\n", 1),
        ("sans saut final", "\(LotTests.urgent)\n\(LotTests.urgent)", 2),
        ("U+2028", "{\"nom\":\"a\u{2028}b\"}\n", 1),
        ("U+0085", "{\"nom\":\"a\u{85}b\"}\n", 1),
        ("sans nom", "{}\n", 1),
        ("vide", "", 0),
        ("blancs", " \n\t\n\r\n", 0),
    ])
    func accepts(_ what: String, _ text: String, _ count: Int) throws {
        try run("$B lot --date 2024-03-04 < l.ndjson", files: ["l.ndjson": text]) { result in
            #expect(result.status == 0, "\(what): \(result.error)")
            #expect(result.output.utf8.count { $0 == 0x0A } == count, "\(what)")
            if count == 0 { #expect(result.error == "lot\u{A0}: aucune ligne à décider\u{A0}: l’entrée est vide\n") }
        }
    }

    /// What is wrong with one line, said with its place, while the next is answered.
    @Test(arguments: [
        (#"printf '{}\r{}'"#, "1:4: erreur[json-syntaxe]", "sur sa propre ligne"),
        (#"printf '{"nom":"\xFF"}'"#, "1:9: erreur[encodage]", "UTF-8"),
        (#"printf '\0'"#, "1:1: erreur[json-syntaxe]", "U+0000"),
        (#"printf '{"faits":{'"#, "1:11: erreur[json-syntaxe]", "tronquée"),
        (#"printf '[{},'"#, "1:1: erreur[racine]", "un objet par ligne, sans crochets"),
        (#"printf '{} {}'"#, "1:4: erreur[json-syntaxe]", "sur sa propre ligne"),
        (#"printf '{}' | iconv -t UTF-16"#, "1:1: erreur[encodage]", "UTF-16"),
        (
            #"printf '{"nom":"'; head -c 2000000 /dev/zero | tr '\0' a; printf '"}'"#, "1:1: erreur[limite-dépassée]",
            "1\u{A0}Mio"
        ),
        (#"printf '{"faits":{"urgente":"oui","urgente":"oui"}}'"#, "erreur[clé-en-double]", "urgente"),
        (#"printf '{"nom":"\\ud800"}'"#, "1:9: erreur[json-syntaxe]", "moitié"),
        (#"printf '{"a":[],}'"#, "erreur[json-syntaxe]", "virgule"),
        (#"printf '{"faits":{"urgente":01}}'"#, "erreur[json-syntaxe]", "nombre"),
        (#"printf '{"faits":'; printf '[%.0s' $(seq 70)"#, "erreur[limite-dépassée]", "64"),
    ])
    func rejectsOneLine(_ first: String, _ place: String, _ words: String) throws {
        let script = "{ \(first); printf '\\n'; cat bon.ndjson; } | (ulimit -v 900000; $B lot - --date 2024-03-04)"
        try run(script, files: ["bon.ndjson": Self.urgent]) { result in
            #expect(result.status == 1)
            #expect(result.error.contains("entrée standard:"), "\(result.error)")
            #expect(result.error.contains(place) && result.error.contains(words), "\(result.error)")
            #expect(result.output.split(separator: "\n").last?.hasSuffix(Self.answer) == true)
            #expect(result.error.split(separator: "\n").allSatisfy { $0.count <= 400 })
        }
    }

    @Test(arguments: [
        ("$B lot absent.ndjson", 74, "n’existe pas"),
        ("$B lot Rules", 74, "est un dossier"),
        ("$B lot l.ndjson --regles nulle-part", 74, "n’existe pas"),
        ("mkdir v; $B lot l.ndjson --regles v", 2, "politique-absente"),
        ("$B lot l.ndjson --coeurs 0", 64, "de 1 à"),
        ("$B lot l.ndjson --coeurs=-3", 64, "de 1 à"),
        ("$B lot l.ndjson --coeurs 99999999999999999999", 64, "de 1 à"),
        ("$B lot l.ndjson --entree xml", 64, "xml"),
        ("$B lot l.ndjson --format texte", 64, "texte"),
        ("$B lot l.ndjson --detail tout", 64, "tout"),
        ("$B lot l.ndjson --date 2024-02-30", 64, "2024-02-30"),
        ("$B lot l.ndjson --reprendre-apres 3", 64, "--sortie"),
        ("$B lot l.ndjson --reprendre-apres=-1 --sortie o", 64, "numéro d’une ligne"),
        ("$B lot l.ndjson --reprendre-apres 3 --sortie o", 74, "o.partiel"),
        ("$B lot l.ndjson --sortie l.ndjson", 64, "même fichier"),
        ("$B lot l.ndjson --sortie non/o", 74, "n’existe pas"),
        ("$B lot l.ndjson --sortie Rules", 74, "est un dossier"),
        ("$B lot l.ndjson > /dev/full", 74, "espace"),
        ("$B lot l.ndjson --sortie /dev/full", 74, "espace"),
        ("$B lot l.ndjson >&-", 74, "fermée"),
        ("$B lot <&-", 74, "fermée"),
        ("$B lot l.ndjson.gz", 74, "gzip"),
        ("$B lot l.ndjson.zst", 74, "Zstandard"),
    ])
    func saysWhatIsWrong(_ script: String, _ status: Int32, _ words: String) throws {
        let files = [
            "l.ndjson": Self.urgent + "\n", "l.ndjson.gz": "{}\n{}\n{}\n{}\n", "l.ndjson.zst": "{}\n{}\n{}\n{}\n",
        ]
        try run(script, files: files) { result in
            #expect(result.status == status, "\(result.error)")
            #expect(result.error.contains(words), "\(result.error)")
            #expect(result.output.isEmpty)
        }
    }

    @Test func aReaderThatIsGoneEndsSilently() throws {
        for cores in [1, 2] {
            // Where this runs with SIGPIPE ignored, `head` has something to say that is not looked at.
            let script = """
                (yes '\(Self.urgent)' | head -200000) 2> /dev/null | $B lot --coeurs \(cores) | head -1 | wc -l
                echo ${PIPESTATUS[1]}
                """
            try run(script) { result in
                #expect(result.output == "1\n74\n")
                #expect(result.error.isEmpty)
            }
        }
    }

    @Test func saysTheFirstHundredRejectedLines() throws {
        try run("yes nul | head -130 | $B lot") { result in
            #expect(result.status == 1)
            #expect(result.error.components(separatedBy: "erreur[json-syntaxe]").count == 101)
            #expect(result.error.contains("130\u{A0}lignes rejetées\u{A0}: json-syntaxe 130; 30 ne sont pas montrées"))
            #expect(result.output.split(separator: "\n").count == 130)
        }
    }

    @Test func aContradictionEndsWithOne() throws {
        let rules = SmallPolicy.rules.replacingOccurrences(
            of: "alors: { urgente: non }", with: "alors: { perdue: oui }")
        let files = [
            "Rules/politique.yaml": rules,
            "l.ndjson": #"{"faits":{"perdue":"oui","urgente":"oui","reçue le":"2024-03-04"}}"#,
        ]
        try run("$B lot l.ndjson", files: files) { result in
            #expect(result.status == 1)
            #expect(result.output.contains(#""état":"contradictoire","issue":["oui d'abord","à son tour"]"#))
            #expect(result.error.contains("contradictoire 1"))
        }
    }

    @Test func anotherDateIsCounted() throws {
        try run("$B lot l.ndjson --date 2025-01-02", files: ["l.ndjson": Self.urgent]) { result in
            #expect(result.status == 0)
            #expect(result.error.contains("à une autre date que la sienne, celle demandée\u{A0}: 1\n"))
        }
    }

    @Test func showsProgressOnATerminalAlone() throws {
        let script = """
            mkfifo t; (cat l.ndjson; sleep 0.7; cat l.ndjson; sleep 0.1) > t & \
            script -qec '$B lot t > /dev/null' /dev/null
            """
        try run(script, files: ["l.ndjson": Self.urgent + "\n"]) { result in
            #expect(result.output.contains("\u{1B}[K2\u{A0}lignes, "), "\(result.output)")
        }
    }

    /// What `evaluer` says of each fixture is what `lot` says of it.
    @Test func agreesWithEvaluer() throws {
        try withShell { shell in
            let script = """
                set -e
                for f in "$ROOT"/Fixtures/{cas,inconnus,objets,dates}/*.yaml; do
                    $B evaluer --regles "$RULES" --explication aucune --format json --date 2024-05-06 "$f" || true
                done 2> /dev/null
                """
            let evaluated = try shell.run(script).output
            try shell.write(evaluated, to: "evaluer.json")
            let decisions = try Self.objects(evaluated)
            #expect(decisions.count > 20)
            let lines = try decisions.map { try Self.line(of: $0) }
            try shell.write(lines.joined(separator: "\n"), to: "l.ndjson")
            let batch = try shell.run("$B lot l.ndjson --regles \"$RULES\" --date 2024-05-06")
            let answers = batch.output.split(separator: "\n")
            #expect(answers.count == decisions.count)
            for (answer, decision) in zip(answers, decisions) {
                let object = try #require(try JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [String: Any])
                let expected = Self.brief(decision)
                #expect(Self.canonical(object["décisions"] ?? object["objets"]) == Self.canonical(expected))
                #expect(Self.canonical(object["ensemble"]) == Self.canonical(decision["ensemble"]))
            }
        }
    }

    /// The decided cases of several JSON texts, objects or arrays, one after the other.
    private static func objects(_ text: String) throws -> [[String: Any]] {
        var objects: [[String: Any]] = []
        var part = ""
        for line in text.split(separator: "\n") {
            part += line + "\n"
            guard line == "}" || line == "]" else { continue }
            let value = try JSONSerialization.jsonObject(with: Data(part.utf8))
            objects += value as? [[String: Any]] ?? [value as? [String: Any] ?? [:]]
            part = ""
        }
        return objects
    }

    /// A line that states what a decided case stated.
    private static func line(of decided: [String: Any]) throws -> String {
        func facts(_ matter: [String: Any]) -> [String: Any] {
            let all = matter["faits"] as? [String: [String: Any]] ?? [:]
            return all.filter { $1["origine"] as? String == "cas" }.mapValues { $0["valeur"] ?? NSNull() }
        }
        var line: [String: Any] = ["nom": decided["nom"] ?? NSNull(), "faits": facts(decided)]
        if let objects = decided["objets"] as? [[String: Any]] {
            line["objets"] = objects.map { ["nom": $0["nom"] ?? NSNull(), "faits": facts($0)] }
        }
        return String(decoding: try JSONSerialization.data(withJSONObject: line), as: UTF8.self)
    }

    /// What a batch keeps of a decided case.
    private static func brief(_ decided: [String: Any]) -> Any {
        func decisions(_ matter: [String: Any]) -> [String: Any] {
            (matter["décisions"] as? [String: [String: Any]] ?? [:]).mapValues { decision in
                let motifs = (decision["motifs"] as? [[String: Any]] ?? []).compactMap { $0["règle"] }
                return [
                    "état": decision["état"] ?? NSNull(), "issue": decision["issue"] ?? NSNull(), "motifs": motifs,
                    "manquants": decision["manquants"] ?? NSNull(),
                ]
            }
        }
        guard let objects = decided["objets"] as? [[String: Any]] else { return decisions(decided) }
        return objects.map { ["nom": $0["nom"] ?? NSNull(), "décisions": decisions($0)] as [String: Any] }
    }

    private static func canonical(_ value: Any?) -> String {
        guard let value, let data = try? JSONSerialization.data(withJSONObject: value, options: [.sortedKeys]) else {
            return ""
        }
        return String(decoding: data, as: UTF8.self)
    }
}
