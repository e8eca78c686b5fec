import RuleJSON
import SourceText

/// A message from the client (JSON-RPC 2.0).
enum Message {
    case request(id: JSONValue, method: String, parameters: Node?)
    case notification(method: String, parameters: Node?)
    /// An answer to a request of ours: we ask nothing that needs one.
    case response
    /// Not JSON.
    case unreadable
    /// JSON, but no message.
    case malformed(id: JSONValue)

    init(_ bytes: [UInt8]) {
        var bag = DiagnosticBag()
        guard let node = JSONReader.read(bytes, of: FileID(index: 0), extent: .message, into: &bag) else {
            self = .unreadable
            return
        }
        let id = node["id"].flatMap(Self.id)
        guard node.entries != nil, node["jsonrpc"]?.string == "2.0" else {
            self = .malformed(id: id ?? .null)
            return
        }
        guard let method = node["method"]?.string else {
            self = node["result"] == nil && node["error"] == nil ? .malformed(id: id ?? .null) : .response
            return
        }
        if node["id"] == nil {
            self = .notification(method: method, parameters: node["params"])
        } else {
            self = id.map { .request(id: $0, method: method, parameters: node["params"]) } ?? .malformed(id: .null)
        }
    }

    static func id(_ node: Node) -> JSONValue? {
        switch node.scalar?.style {
        case .quoted: node.string.map(JSONValue.text)
        case .number: node.int.map(JSONValue.int)
        case .plain, .block, .boolean, .null, nil: nil
        }
    }
}

/// Why a request is not answered with a result.
struct Refusal: Error {
    enum Code: Int {
        case unreadable = -32700
        case malformed = -32600
        case unknownMethod = -32601
        case invalidParameters = -32602
        case notInitialized = -32002
        case cancelled = -32800
        /// The request is sound, but cannot be done.
        case failed = -32803
    }

    let code: Code
    let message: String

    static let parameters = Refusal(code: .invalidParameters, message: "les paramètres de la demande sont incomplets")
}

extension Node {
    subscript(key: String) -> Node? { entries?.first { $0.key.value == key }?.value }

    /// The text of a JSON text.
    var string: String? { scalar.flatMap { $0.style == .quoted ? $0.text : nil } }

    /// The value of a JSON number that is whole.
    var int: Int? { scalar.flatMap { $0.style == .number ? Int($0.text) : nil } }

    var isTrue: Bool { scalar?.style == .boolean && scalar?.text == "true" }
}
