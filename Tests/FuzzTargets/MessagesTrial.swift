import Foundation
import RandomPolicies
import RuleLanguageServer

/// The language server: the bytes as they come, and as the bodies of messages to a server that is running.
enum MessagesTrial {
    static func run(_ bytes: [UInt8]) -> String? {
        var raw = server()
        _ = raw.receive(bytes)
        var running = server()
        _ = running.receive(framed(#"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{}}"#.utf8))
        _ = running.receive(framed(opening.utf8))
        // One message a line.
        for body in bytes.split(separator: 0x0A).prefix(8) {
            let answer = running.receive(framed(body))
            if !answer.isEmpty, !answer.starts(with: "Content-Length: ".utf8) { return "an answer without a header" }
        }
        return nil
    }

    private static func server() -> Server {
        Server(rulesFolder: "/nulle-part", in: "/nulle-part", today: { (2024, 3, 4) })
    }

    private static let opening: String = {
        let text = SmallRules.yaml.replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
        return #"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":"#
            + #"{"uri":"file:///nulle-part/r.yaml","version":1,"text":""# + text + #""}}}"#
    }()

    private static func framed(_ body: some Collection<UInt8>) -> [UInt8] {
        Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
    }
}
