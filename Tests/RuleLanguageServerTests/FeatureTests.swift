import RuleJSON
import SourceText
import Testing

@Suite("What a client is answered") struct FeatureTests {
    @Test("diagnostics as the text changes; the last good set stays") func diagnostics() throws {
        try withClient { client in
            let uri = client.uri("Rules/règles.yaml")
            try client.open("Rules/règles.yaml")
            #expect(client.diagnostics[uri]?.isEmpty ?? true)
            client.change(
                "Rules/règles.yaml", "règles:\n  r1:\n    si: { œuvre 😀 visé: livre }\n    conclut: { suite: accord }\n"
            )
            let problem = try #require(client.diagnostics[uri]?.first)
            #expect(problem["code"]?.text == "nom-inconnu")
            #expect(problem["range"]?.span == "2:10-2:23")
            client.change("Rules/règles.yaml", "règles: {")
            #expect(client.diagnostics[uri]?.map { $0["code"]?.text } == ["yaml-syntaxe"])
            client.change("Rules/règles.yaml", "règles:\n  r1:\n    si:\n      \n")
            let names = client.ask("textDocument/completion", client.place("Rules/règles.yaml", 3, 6))?.elements
            #expect(names?.contains { $0["label"]?.text == "œuvre 😀 visée" } ?? false)
            client.notify("textDocument/didClose", .object([("textDocument", .object([("uri", .text(uri))]))]))
            #expect(client.diagnostics[uri]?.isEmpty ?? false)
        }
    }

    @Test("changes of a part, counted in UTF-16") func incremental() throws {
        try withClient { client in
            let name = "Rules/règles.yaml"
            try client.open(name)
            func position(_ line: Int, _ character: Int) -> JSONValue {
                .object([("line", .int(line)), ("character", .int(character))])
            }
            // After « œuvre 😀 visée », whose 😀 is two units.
            client.change(
                name,
                [
                    .object([
                        ("range", .object([("start", position(3, 26)), ("end", position(3, 31))])),
                        ("text", .text("film")),
                    ]),
                    .object([
                        ("range", .object([("start", position(3, 40)), ("end", position(3, 43))])),
                        ("text", .text("peut-être")),
                    ]),
                ])
            let problems = client.diagnostics[client.uri(name)] ?? []
            #expect(problems.map { $0["code"]?.text } == ["valeur-invalide"])
            #expect(problems.first?["range"]?.span == "3:40-3:49")
        }
    }

    @Test(
        "completion by context",
        arguments: [
            ("règles:\n  r3:\n    ", 2, 4, ["conclut", "titre", "si", "sauf", "motif", "source"], ["vrai si", "r1"]),
            ("règles:\n  r3:\n    titre: T\n    ", 3, 4, ["conclut"], ["titre"]),
            ("règles:\n  r3:\n    si:\n      urgent: ", 3, 14, ["oui", "non"], ["livre"]),
            ("règles:\n  r3:\n    si: { œuvre 😀 visée: l", 2, 28, ["livre", "film"], ["oui"]),
            ("règles:\n  r3:\n    si:\n      une:\n        - ur", 4, 12, ["urgent", "suite", "toutes"], ["r1"]),
            ("règles:\n  r3:\n    si: { règle: ", 2, 17, ["r1", "r2"], ["urgent"]),
            ("règles:\n  r3:\n    conclut: { suite: ", 2, 22, ["refus net", "accord"], ["livre"]),
            ("règles:\n  r3:\n    source: { document: ", 2, 24, ["guide"], ["r1"]),
            ("règles:\n  r3:\n    exemples:\n      - nom: N\n        faits: { ", 4, 17, ["urgent"], ["suite"]),
            ("faits:\n  f:\n    type: ", 2, 10, ["oui/non", "choix multiple"], ["oui"]),
            ("rè", 0, 2, ["règles", "faits"], ["urgent"]),
            ("définitions:\n  d:\n    calcul: { ", 2, 14, ["jours ouvrables", "somme"], ["urgent"]),
            ("règles:\n  r3:\n    si: { suite: { ", 2, 19, ["est", "parmi"], ["plus de"]),
        ]) func completion(
            _ text: String, _ line: Int, _ character: Int, _ expected: [String], _ excluded: [String]
        ) throws
    {
        try withClient { client in
            try client.open("Rules/nouveau.yaml", text)
            let items = client.ask("textDocument/completion", client.place("Rules/nouveau.yaml", line, character))
            let labels = Set((items?.elements ?? []).compactMap { $0["label"]?.text })
            #expect(labels.isSuperset(of: expected), "\(labels)")
            #expect(labels.isDisjoint(with: excluded), "\(labels)")
        }
    }

    @Test(
        "completion in a case",
        arguments: [
            ("faits: { urgent: ", 0, 17, ["oui", "inconnu"]), ("fa", 0, 2, ["faits", "attendu"]),
            ("attendu: { suite: ", 0, 18, ["accord", "indéterminée"]), ("attendu:\n  ", 1, 2, ["suite", "règles"]),
            ("cas:\n  - faits:\n      ", 2, 6, ["urgent"]),
        ]) func caseCompletion(_ text: String, _ line: Int, _ character: Int, _ expected: [String]) throws
    {
        try withClient { client in
            try client.open("Fixtures/nouveau.yaml", text)
            let items = client.ask("textDocument/completion", client.place("Fixtures/nouveau.yaml", line, character))
            let labels = Set((items?.elements ?? []).compactMap { $0["label"]?.text })
            #expect(labels.isSuperset(of: expected), "\(labels)")
        }
    }

    @Test("hover, definition, references, highlights") func navigation() throws {
        try withClient { client in
            let place = client.place("Rules/règles.yaml", 3, 15)
            let hoverAnswer = client.ask("textDocument/hover", place)
            let hover = try #require(hoverAnswer)
            #expect(hover["contents"]?["value"]?.text.contains("Quelle œuvre?") ?? false)
            #expect(hover["range"]?.span == "3:10-3:24")
            let definitions = client.ask("textDocument/definition", place)?.elements ?? []
            #expect(definitions.map { $0["range"]?.span } == ["2:2-2:16"])
            #expect(definitions.first?["uri"]?.text == client.uri("Rules/faits.yaml"))
            #expect(client.ask("textDocument/references", place)?.elements?.count == 4)
            #expect(client.ask("textDocument/documentHighlight", place)?.elements?.count == 2)
        }
    }

    @Test("rename in all files; a name that clashes is refused") func rename() throws {
        try withClient { client in
            let place = client.place("Rules/règles.yaml", 3, 15, [("newName", .text("ouvrage: visé"))])
            let renamed = client.ask("textDocument/rename", place)
            let changes = try #require(renamed?["changes"]?.entries)
            #expect(changes.map { $0.value.elements?.count } == [1, 2, 1])
            #expect(
                changes.allSatisfy {
                    $0.value.elements?.allSatisfy { $0["newText"]?.text.contains("ouvrage: visé") ?? false } ?? false
                })
            for name in ["urgent", "suite", "toutes", "12", ""] {
                let clash = client.place("Rules/règles.yaml", 3, 15, [("newName", .text(name))])
                #expect(client.answer("textDocument/rename", clash)?["error"]?["code"]?.text == "-32803", "\(name)")
            }
            let rule = client.place("Fixtures/cas.yaml", 2, 49, [("newName", .text("premiere"))])
            #expect(client.ask("textDocument/rename", rule)?["changes"]?.entries?.count == 2)
        }
    }

    @Test("symbols, folds, selection, tokens, lenses, formatting, corrections") func structure() throws {
        try withClient { client in
            let rules = "Rules/règles.yaml"
            let symbols = client.ask("textDocument/documentSymbol", client.place(rules, 0, 0))?.elements
            #expect(symbols?.first?["children"]?.elements?.map { $0["name"]?.text } == ["r1", "r2"])
            #expect(client.ask("textDocument/foldingRange", client.place(rules, 0, 0))?.elements?.count == 3)
            let selection = client.ask(
                "textDocument/selectionRange",
                client.place(
                    rules, 0, 0,
                    [
                        ("positions", .list([.object([("line", .int(3)), ("character", .int(12))])]))
                    ]))?.elements?.first
            #expect(selection?["range"]?.span == "3:10-3:24")
            #expect(selection?["parent"]?["range"]?.span == "3:10-3:31")
            let tokens = client.ask("textDocument/semanticTokens/full", client.place(rules, 0, 0))?["data"]?.elements
            #expect(tokens?.prefix(10).map(\.text) == ["1", "2", "2", "3", "1", "2", "10", "14", "0", "0"])
            let lens = client.ask("textDocument/codeLens", client.place("Fixtures/cas.yaml", 0, 0))?.elements?.first
            #expect(lens?["command"]?["title"]?.text == "Évaluer\u{A0}: suite\u{A0}: refus net")
            let lenses = client.ask("textDocument/codeLens", client.place(rules, 0, 0))?.elements
            #expect(
                lenses?.map { $0["command"]?["title"]?.text } == [
                    "Évaluer avec «\u{A0}Un cas\u{A0}»\u{A0}: elle s’applique",
                    "Voir les cas qui couvrent cette règle (1)",
                    "Évaluer avec «\u{A0}Un cas\u{A0}»\u{A0}: elle ne s’applique pas",
                    "Aucun cas ne couvre cette règle",
                ])
            let explanation = client.ask(
                "workspace/executeCommand",
                .object([
                    ("command", .text("bienfonde.expliquer")),
                    ("arguments", .list([.text(client.uri("Fixtures/cas.yaml")), .int(0)])),
                ]))
            #expect(explanation?.text.contains("refus net") ?? false)
            let hints = client.ask("textDocument/inlayHint", client.place(rules, 0, 0))?.elements
            #expect(hints?.map { $0["label"]?.text } == ["= 45"])
            try client.open(rules, "règles:\n    r1:\n        conclut: { suit: accord }\n")
            let fix = client.ask(
                "textDocument/codeAction",
                .object([
                    ("textDocument", .object([("uri", .text(client.uri(rules)))])),
                    (
                        "range",
                        .object([
                            ("start", .object([("line", .int(2)), ("character", .int(20))])),
                            ("end", .object([("line", .int(2)), ("character", .int(20))])),
                        ])
                    ),
                ]))?.elements?.first
            #expect(fix?["edit"]?["changes"]?.entries?.first?.value.elements?.first?["newText"]?.text == "suite")
            let edit = client.ask("textDocument/formatting", client.place(rules, 0, 0))?.elements?.first
            #expect(edit?["newText"]?.text == "règles:\n  r1:\n    conclut: { suit: accord }\n")
        }
    }
}
