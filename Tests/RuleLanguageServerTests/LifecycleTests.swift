import RuleJSON
import SourceText
import Testing

@Suite("Life of a server") struct LifecycleTests {
    @Test("nothing is answered before initialize") func beforeInitialize() throws {
        var client = try Client()
        defer { client.remove() }
        #expect(client.answer("textDocument/hover")?["error"]?["code"]?.text == "-32002")
        client.start()
        #expect(client.answer("initialize")?["error"]?["code"]?.text == "-32600")
    }

    @Test("it ends as it is told") func ends() throws {
        try withClient { client in
            #expect(client.ask("shutdown") != nil)
            #expect(client.answer("textDocument/hover")?["error"]?["code"]?.text == "-32600")
            client.notify("exit")
            #expect(client.exitStatus == 0)
        }
        try withClient { client in
            client.notify("exit")
            #expect(client.exitStatus == 1)
        }
    }

    @Test(
        "what it does not know is refused, and it goes on",
        arguments: [
            ("{", "-32700"), ("[]", "-32600"), ("{\"jsonrpc\": \"2.0\", \"id\": 7, \"method\": \"x/y\"}", "-32601"),
            ("{\"id\": 7, \"method\": \"shutdown\"}", "-32600"),
            ("{\"jsonrpc\": \"2.0\", \"id\": {}, \"method\": \"a\"}", "-32600"),
            ("{\"jsonrpc\": \"2.0\", \"id\": 7, \"method\": \"textDocument/hover\"}", "-32602"),
            (
                "{\"jsonrpc\": \"2.0\", \"id\": 7, \"method\": \"textDocument/hover\", \"params\": {\"textDocument\": {\"uri\": \"file:///non\"}}}",
                "-32602"
            ),
            ("{\"jsonrpc\": \"2.0\", \"id\": 7}", "-32600"),
        ]) func refuses(_ text: String, _ code: String) throws
    {
        try withClient { client in
            let answers = client.send(Client.framed(text))
            #expect(answers.map { $0["error"]?["code"]?.text } == [code])
            #expect(client.ask("workspace/symbol", .object([("query", .text("r1"))]))?.elements?.count == 1)
        }
    }

    @Test("messages come in parts, or several at once") func parts() throws {
        try withClient { client in
            let hover = "{\"jsonrpc\":\"2.0\",\"id\":50,\"method\":\"workspace/symbol\",\"params\":{\"query\":\"\"}}"
            let bytes = Client.framed(hover)
            var answers: [String?] = []
            for byte in bytes { answers += client.send([byte]).map { $0["id"]?.text } }
            #expect(answers == ["50"])
            #expect(client.send(bytes + bytes).count == 2)
        }
    }

    @Test("a request that is cancelled at once is not worked on") func cancelled() throws {
        try withClient { client in
            let request = "{\"jsonrpc\":\"2.0\",\"id\":51,\"method\":\"workspace/symbol\",\"params\":{\"query\":\"\"}}"
            let cancel = "{\"jsonrpc\":\"2.0\",\"method\":\"$/cancelRequest\",\"params\":{\"id\":51}}"
            let answers = client.send(Client.framed(request) + Client.framed(cancel))
            #expect(answers.map { $0["error"]?["code"]?.text } == ["-32800"])
        }
    }

    @Test(
        "a header without a length ends it",
        arguments: ["Content-Length: x\r\n\r\n{}", "Rien\r\n\r\n", "Content-Length: -1\r\n\r\n"])
    func brokenHeader(_ text: String) throws {
        try withClient { client in
            #expect(client.send(Array(text.utf8)).map { $0["error"]?["code"]?.text } == ["-32700"])
            #expect(client.exitStatus == 1)
        }
    }
}
