import RuleJSON
import SourceText
import Testing

/// Several folders, another folder of rules, and the case that rules are read with.
@Suite("What a client works in") struct WorkspaceTests {
    private static func command(_ name: String, _ arguments: [JSONValue]) -> JSONValue {
        .object([("command", .text(name)), ("arguments", .list(arguments))])
    }

    /// The small project twice, in `a` and in `b`, where the fact `urgent` has another name.
    private static var twice: [String: String] {
        var files: [String: String] = [:]
        for (name, text) in Client.project {
            files["a/\(name)"] = text
            files["b/\(name)"] = text.replacing("urgent", with: "pressant")
        }
        return files
    }

    private func withTwoFolders(_ body: (inout Client) throws -> Void) throws {
        var client = try Client(Self.twice)
        defer { client.remove() }
        client.start(["a", "b"])
        try body(&client)
    }

    private func labels(_ client: inout Client, _ name: String) throws -> Set<String> {
        try client.open(name, "règles:\n  r3:\n    si:\n      ")
        let items = client.ask("textDocument/completion", client.place(name, 3, 6))
        return Set((items?.elements ?? []).compactMap { $0["label"]?.text })
    }

    @Test("each folder is a project of its own") func folders() throws {
        try withTwoFolders { client in
            let first = try labels(&client, "a/Rules/nouveau.yaml")
            let second = try labels(&client, "b/Rules/nouveau.yaml")
            #expect(first.contains("urgent") && !first.contains("pressant"))
            #expect(second.contains("pressant") && !second.contains("urgent"))
            let symbols = client.ask("workspace/symbol", .object([("query", .text("r1"))]))?.elements
            #expect(
                symbols?.compactMap { $0["location"]?["uri"]?.text }.sorted() == [
                    client.uri("a/Rules/règles.yaml"), client.uri("b/Rules/règles.yaml"),
                ])
        }
    }

    @Test("a folder is opened and closed while the client works; nothing is said any more of a closed one")
    func changedFolders() throws {
        var client = try Client(Self.twice)
        defer { client.remove() }
        client.start(["a"])
        func change(_ kind: String) -> JSONValue {
            let folder = JSONValue.object([("uri", .text(client.uri("b"))), ("name", .text("b"))])
            let other = kind == "added" ? "removed" : "added"
            return .object([("event", .object([(kind, .list([folder])), (other, .list([]))]))])
        }
        let name = "b/Rules/règles.yaml"
        client.notify("workspace/didChangeWorkspaceFolders", change("added"))
        try client.open(name, "règles: { r: { conclut: { suit: accord } } }\n")
        #expect(client.diagnostics[client.uri(name)]?.first?["help"] == nil)
        #expect(client.diagnostics[client.uri(name)]?.isEmpty == false)
        client.notify(
            "textDocument/didClose",
            .object([("textDocument", .object([("uri", .text(client.uri(name)))]))]))
        client.notify("workspace/didChangeWorkspaceFolders", change("removed"))
        #expect(client.diagnostics[client.uri(name)]?.isEmpty == true)
        #expect(client.ask("workspace/symbol", .object([("query", .text("r1"))]))?.elements?.count == 1)
    }

    @Test("the rules are looked for where the client's settings say") func configuration() throws {
        var files = Client.project
        for name in ["faits.yaml", "règles.yaml"] {
            files["politique/\(name)"] = files.removeValue(forKey: "Rules/\(name)")
        }
        try withClient(files) { client in
            let query = JSONValue.object([("query", .text("r1"))])
            #expect(client.ask("workspace/symbol", query)?.elements?.isEmpty == true)
            let settings = JSONValue.object([("bienfonde", .object([("regles", .text("politique"))]))])
            client.notify("workspace/didChangeConfiguration", .object([("settings", settings)]))
            #expect(client.ask("workspace/symbol", query)?.elements?.count == 1)
        }
    }

    @Test("rules are read with the case that is chosen, in lenses and in hovers") func chosenCase() throws {
        var files = Client.project
        files["Fixtures/deux.yaml"] = """
            cas:
              - { nom: Un film, faits: { œuvre 😀 visée: film, urgent: oui } }
              - { nom: On ne sait pas, faits: { urgent: oui } }
            """
        try withClient(files) { client in
            let rules = "Rules/règles.yaml"
            let address = JSONValue.text(client.uri("Fixtures/deux.yaml"))
            let all = client.ask("workspace/executeCommand", Self.command("bienfonde.cas", [address]))?.elements
            #expect(all?.map { $0["nom"]?.text } == ["Un cas", "Un film", "On ne sait pas"])
            #expect(all?.map { $0["choisi"]?.text } == ["true", "false", "false"])
            for (index, truth) in [(0, "elle ne s’applique pas"), (1, "on ne sait pas encore si elle s’applique")] {
                let choose = Self.command("bienfonde.choisirCas", [address, .int(index)])
                #expect(client.ask("workspace/executeCommand", choose)?.text == all?[index + 1]["nom"]?.text)
                #expect(client.asked.count == index + 1)
                let lens = client.ask("textDocument/codeLens", client.place(rules, 0, 0))?.elements?.first?["command"]
                #expect(lens?["title"]?.text.hasSuffix("\u{A0}: \(truth)") == true)
                #expect(lens?["arguments"]?.elements?.map(\.text) == [client.uri("Fixtures/deux.yaml"), "\(index)"])
                let hover = client.ask("textDocument/hover", client.place(rules, 1, 3))
                #expect(hover?["contents"]?["value"]?.text.contains(truth) == true)
            }
            #expect(Set(client.asked) == ["workspace/codeLens/refresh"])
            let wrong = Self.command("bienfonde.choisirCas", [address, .int(9)])
            #expect(client.answer("workspace/executeCommand", wrong)?["error"]?["code"]?.text == "-32602")
            let covering = Self.command("bienfonde.casDeLaRegle", [.text("r1"), .text(client.uri(rules))])
            #expect(client.ask("workspace/executeCommand", covering)?.elements?.count == 1)
        }
    }
}
