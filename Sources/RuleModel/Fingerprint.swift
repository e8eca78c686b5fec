import SourceText
enum Fingerprint { static func of(_ s: [String: [Node.Entry]]) -> String { "sha256:" } }
