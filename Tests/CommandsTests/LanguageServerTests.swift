import Testing

/// `lsp` over standard input and output.
@Suite struct LanguageServerTests {
    /// A function that sends a message with its header.
    private static let send = #"s() { printf 'Content-Length: %d\r\n\r\n%s' "$(printf %s "$1" | wc -c)" "$1"; }; "#
    private static let start =
        #"s '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"rootUri":"file://'"$PWD"'"}}'"#
    private static let stop =
        #"s '{"jsonrpc":"2.0","id":2,"method":"shutdown"}'; s '{"jsonrpc":"2.0","method":"exit"}'"#

    private func run(_ script: String, _ check: (Shell.Result) -> Void) throws {
        try withShell { shell in
            try shell.write(SmallPolicy.rules, to: "Rules/politique.yaml")
            check(try shell.run(Self.send + script))
        }
    }

    @Test func servesAndLeaves() throws {
        try run("(\(Self.start); \(Self.stop)) | $B lsp") { result in
            #expect(result.status == 0)
            #expect(result.error.isEmpty)
            #expect(result.output.contains(#""id":1,"result":{"capabilities""#))
            #expect(result.output.contains(#""id":2,"result":null"#))
        }
    }

    @Test func leavesWithItsClient() throws {
        try run("(\(Self.start)) | timeout 10 $B lsp") { result in #expect(result.status == 1) }
        try run("(\(Self.start); sleep 1; \(Self.stop)) | timeout 10 $B lsp | head -c 10; exit ${PIPESTATUS[1]}") {
            #expect($0.status == 74)
        }
    }

    @Test func saysWhatIsWrongWithTheRules() throws {
        try run("echo 'faits: { f: { type: x } }' > Rules/f.yaml; (\(Self.start); sleep 1; \(Self.stop)) | $B lsp") { result in
            #expect(result.output.contains("textDocument/publishDiagnostics"))
            #expect(result.output.contains("mot-inconnu") || result.output.contains("clé-manquante"))
        }
    }
}
