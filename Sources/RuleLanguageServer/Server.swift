import RuleJSON
import RuleModel
import SourceText

/// A language server (LSP 3.17) for the rule language: bytes from the client in, bytes to the client out.
///
/// It answers one message after the other, always about the text as the client has it then; a request that is
/// cancelled in the bytes at hand is not worked on. The rules and the cases are read again when something changed and
/// an answer needs them.
package struct Server {
    private enum State {
        case starting
        case running
        case shutDown
    }

    private var state = State.starting
    private var framing = MessageFraming()
    private var output: [UInt8] = []
    /// The status to end with, once the client has left.
    package private(set) var exitStatus: Int32?

    private var workspace: Workspace
    private var askedCount = 0

    /// - Parameters:
    ///   - rulesFolder: the folder of the rules, for a client that does not name one.
    ///   - folder: the folder that relative paths start from, absolute.
    package init(rulesFolder: String, in folder: String, today: () -> (year: Int, month: Int, day: Int)) {
        workspace = Workspace(EditingSession(rulesFolder: rulesFolder, in: folder, today: today()))
    }

    /// Takes bytes from the client and gives those for it.
    package mutating func receive(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        framing.append(bytes)
        var messages: [Message] = []
        while exitStatus == nil, let frame = framing.next() {
            switch frame {
            case .message(let bytes): messages.append(Message(bytes))
            case .broken:
                refuse(.null, Refusal(code: .unreadable, message: "l’en-tête du message n’a pas de longueur"))
                exitStatus = 1
            }
        }
        let cancelled = messages.compactMap(\.cancelledRequest)
        for message in messages where exitStatus == nil { handle(message, cancelled) }
        if state == .running { publish() }
        defer { output = [] }
        return output
    }

    private mutating func handle(_ message: Message, _ cancelled: [JSONValue]) {
        switch message {
        case .response: break
        case .unreadable: refuse(.null, Refusal(code: .unreadable, message: "le message n’est pas du JSON"))
        case .malformed(let id):
            refuse(id, Refusal(code: .malformed, message: "le message n’est ni une demande ni un avis"))
        case .notification(let method, let parameters): notify(method, parameters)
        case .request(let id, let method, let parameters):
            if cancelled.contains(id) {
                refuse(id, Refusal(code: .cancelled, message: "la demande a été annulée"))
                return
            }
            do throws(Refusal) {
                send([("id", id), ("result", try answer(method, parameters))])
            } catch {
                refuse(id, error)
            }
        }
    }

    private mutating func answer(_ method: String, _ parameters: Node?) throws(Refusal) -> JSONValue {
        switch (state, method) {
        case (.starting, "initialize"):
            workspace.start(parameters)
            state = .running
            return Capabilities.json
        case (.starting, _): throw Refusal(code: .notInitialized, message: "le serveur attend «\u{A0}initialize\u{A0}»")
        case (.shutDown, _): throw Refusal(code: .malformed, message: "le serveur est arrêté")
        case (.running, "initialize"): throw Refusal(code: .malformed, message: "le serveur est déjà en marche")
        case (.running, "shutdown"):
            state = .shutDown
            return .null
        case (.running, _):
            guard let feature = Feature(rawValue: method) else {
                throw Refusal(code: .unknownMethod, message: "«\u{A0}\(method)\u{A0}» n’est pas offert")
            }
            return try workspace.answer(feature, parameters)
        }
    }

    private mutating func notify(_ method: String, _ parameters: Node?) {
        if method == "exit" { exitStatus = state == .shutDown ? 0 : 1 }
        guard state == .running else { return }
        workspace.notice(method, parameters)
    }

    private mutating func publish() {
        for publication in workspace.publications() {
            send([("method", .text("textDocument/publishDiagnostics")), ("params", publication)])
        }
        for method in workspace.requests() {
            askedCount += 1
            send([("id", .text("bienfonde-\(askedCount)")), ("method", .text(method))])
        }
    }

    private mutating func refuse(_ id: JSONValue, _ refusal: Refusal) {
        let error = JSONValue.object([("code", .int(refusal.code.rawValue)), ("message", .text(refusal.message))])
        send([("id", id), ("error", error)])
    }

    private mutating func send(_ entries: [(String, JSONValue)]) {
        let message = JSONValue.object([("jsonrpc", .text("2.0"))] + entries)
        output += MessageFraming.framed(message.bytes(.compact))
    }
}

extension Message {
    /// The request that a `$/cancelRequest` names.
    fileprivate var cancelledRequest: JSONValue? {
        guard case .notification("$/cancelRequest", let parameters) = self else { return nil }
        return parameters?["id"].flatMap(Message.id)
    }
}
