import Foundation
import RuleJSON
import RuleLanguageServer
import SourceText
import Testing

/// A client of the server, in the same process: a folder of its own with a small project.
struct Client {
    let folder: URL
    private(set) var server: Server
    private var number = 0
    /// What the server has said without being asked, by address.
    private(set) var diagnostics: [String: [Node]] = [:]
    /// What the server asked, by method.
    private(set) var asked: [String] = []

    init(_ files: [String: String] = Client.project) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "client \(UUID().uuidString)")
        for (name, text) in files {
            let url = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
        server = Server(rulesFolder: "Rules", in: folder.path, today: { (2024, 6, 3) })
    }

    var exitStatus: Int32? { server.exitStatus }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    func uri(_ name: String) -> String { folder.appending(path: name).absoluteString }

    static func framed(_ text: String) -> [UInt8] { Array("Content-Length: \(text.utf8.count)\r\n\r\n\(text)".utf8) }

    /// Sends bytes and gives the messages that come back.
    mutating func send(_ bytes: [UInt8]) -> [Node] {
        var messages: [Node] = []
        var rest = server.receive(bytes)[...]
        while let end = rest.firstRange(of: Array("\r\n\r\n".utf8)) {
            let header = String(decoding: rest[..<end.lowerBound], as: UTF8.self)
            let length = Int(header.split(separator: " ").last ?? "") ?? 0
            let body = Array(rest[end.upperBound..<(end.upperBound + length)])
            var bag = DiagnosticBag()
            if let node = JSONReader.read(body, of: FileID(index: 0), extent: .message, into: &bag) {
                messages.append(node)
            }
            rest = rest[(end.upperBound + length)...]
        }
        asked += messages.filter { $0["id"] != nil }.compactMap { $0["method"]?.text }
        for message in messages where message["method"] != nil && message["id"] == nil {
            let uri = message["params"]?["uri"]?.scalar?.text ?? ""
            diagnostics[uri] = message["params"]?["diagnostics"]?.elements ?? []
        }
        return messages.filter { $0["method"] == nil }
    }

    mutating func notify(_ method: String, _ parameters: JSONValue = .object([])) {
        let message = JSONValue.object([
            ("jsonrpc", .text("2.0")), ("method", .text(method)), ("params", parameters),
        ])
        _ = send(Self.framed(message.text(.compact)))
    }

    /// The answer to a request: its result, or nil when it is refused.
    mutating func ask(_ method: String, _ parameters: JSONValue = .object([])) -> Node? {
        let answer = answer(method, parameters)
        return answer?["error"] == nil ? answer?["result"] : nil
    }

    mutating func answer(_ method: String, _ parameters: JSONValue = .object([])) -> Node? {
        number += 1
        let message = JSONValue.object([
            ("jsonrpc", .text("2.0")), ("id", .int(number)), ("method", .text(method)), ("params", parameters),
        ])
        let id = String(number)
        return send(Self.framed(message.text(.compact))).first { $0["id"]?.scalar?.text == id }
    }

    /// - Parameter names: sub-folders to open, each a workspace folder; none: the client's own folder.
    mutating func start(_ names: [String] = []) {
        let folders = names.map { JSONValue.object([("uri", .text(uri($0))), ("name", .text($0))]) }
        let refresh = JSONValue.object([("refreshSupport", .bool(true))])
        let capabilities = JSONValue.object([("workspace", .object([("codeLens", refresh)]))])
        _ = ask(
            "initialize",
            .object([
                ("rootUri", .text(folder.absoluteString)), ("workspaceFolders", .list(folders)),
                ("capabilities", capabilities),
            ]))
        notify("initialized")
    }

    mutating func open(_ name: String, _ text: String? = nil) throws {
        let text = try text ?? String(contentsOf: folder.appending(path: name), encoding: .utf8)
        notify(
            "textDocument/didOpen",
            .object([
                (
                    "textDocument",
                    .object([("uri", .text(uri(name))), ("version", .int(1)), ("text", .text(text))])
                )
            ]))
    }

    /// Replaces the whole text.
    mutating func change(_ name: String, _ text: String) {
        change(name, [.object([("text", .text(text))])])
    }

    mutating func change(_ name: String, _ changes: [JSONValue]) {
        notify(
            "textDocument/didChange",
            .object([
                ("textDocument", .object([("uri", .text(uri(name))), ("version", .int(2))])),
                ("contentChanges", .list(changes)),
            ]))
    }

    /// Parameters that point at a place of a file: after the first `mark` in its text.
    func place(_ name: String, _ line: Int, _ character: Int, _ more: [(String, JSONValue)] = []) -> JSONValue {
        .object(
            [
                ("textDocument", .object([("uri", .text(uri(name)))])),
                ("position", .object([("line", .int(line)), ("character", .int(character))])),
            ] + more)
    }

    static let project = [
        "Rules/faits.yaml": """
        politique: { nom: P, version: "1", documents: { guide: { titre: Le guide } } }
        faits:
          œuvre 😀 visée: { question: Quelle œuvre?, type: choix, valeurs: { livre: Un livre, film: Un film } }
          urgent: { question: Est-ce urgent?, type: oui/non }
        paramètres:
          délai: { type: nombre, unité: jours, valeurs: { 2024-01-01: 45 } }
        décisions:
          suite: { question: Quelle suite?, issues: { refus net: Non, accord: Oui }, méthode: unique, par défaut: accord }

        """,
        "Rules/règles.yaml": """
        règles:
          r1:
            titre: Première
            si: { œuvre 😀 visée: livre, urgent: oui }
            conclut: { suite: refus net }
            motif: "Pour {{œuvre 😀 visée}} en {{délai}}."
            source: { document: guide }
          r2:
            si: { non: { règle: r1 } }
            conclut: { suite: accord }
            source: { document: guide }

        """,
        "Fixtures/cas.yaml": """
        nom: Un cas
        faits: { œuvre 😀 visée: livre, urgent: oui }
        attendu: { suite: { issue: refus net, motifs: [r1] } }

        """,
    ]
}

extension Node {
    subscript(key: String) -> Node? { entries?.first { $0.key.value == key }?.value }

    var text: String { scalar?.text ?? "" }

    /// `line:character-line:character` of a protocol range.
    var span: String {
        func place(_ end: String) -> String {
            "\(self[end]?["line"]?.text ?? ""):\(self[end]?["character"]?.text ?? "")"
        }
        return place("start") + "-" + place("end")
    }
}

/// Gives a test a client that has started, and cleans up after it.
func withClient(_ files: [String: String] = Client.project, _ body: (inout Client) throws -> Void) throws {
    var client = try Client(files)
    defer { client.remove() }
    client.start()
    try body(&client)
}
