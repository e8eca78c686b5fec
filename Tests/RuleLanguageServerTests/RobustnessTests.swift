import Foundation
import PolicyValues
import RuleJSON
import SourceText
import Testing

@Suite("Robustness") struct RobustnessTests {
    /// `make frappes` asks for many more.
    private static let edits = ProcessInfo.processInfo.environment["BIENFONDE_FRAPPES"].flatMap { Int($0) } ?? 600

    private static let pieces = [
        "{", "}", "[", "]", ":", ": ", ",", "\"", "'", "- ", "\n", "  ", "\n    ", "#", "é", "œ", "😀", "urgent", "r1",
        "*", "&a", "\t", ">-", "|", "{{", "}}", "\u{A0}", "si", "règles:\n", "\r\n", "%", "!", "0", "\u{FEFF}",
    ]

    private static let methods = [
        "textDocument/completion", "textDocument/hover", "textDocument/definition", "textDocument/references",
        "textDocument/documentSymbol", "textDocument/foldingRange", "textDocument/semanticTokens/full",
        "textDocument/codeLens", "textDocument/inlayHint", "textDocument/formatting", "textDocument/prepareRename",
    ]

    @Test("random edits and questions: it answers each, about the text as it is") func randomEdits() throws {
        var random = SplitMix64(seed: 14)
        try withClient { client in
            let name = "Rules/règles.yaml"
            try client.open(name)
            func position() -> JSONValue {
                .object([
                    ("line", .int(Int.random(in: -1...14, using: &random))),
                    ("character", .int(Int.random(in: -1...60, using: &random))),
                ])
            }
            for round in 0..<Self.edits {
                let piece = Self.pieces.randomElement(using: &random) ?? ""
                let range = JSONValue.object([("start", position()), ("end", position())])
                client.change(name, [.object([("range", range), ("text", .text(piece))])])
                let method = Self.methods.randomElement(using: &random) ?? ""
                let line = Int.random(in: 0...14, using: &random)
                #expect(client.answer(method, client.place(name, line, Int.random(in: 0...60, using: &random))) != nil)
                if round.isMultiple(of: 40) { client.change(name, Client.project[name] ?? "") }
            }
            client.change(name, Client.project[name] ?? "")
            #expect(client.diagnostics[client.uri(name)]?.isEmpty ?? true)
            #expect(client.exitStatus == nil)
        }
    }
}
