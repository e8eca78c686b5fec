import RuleJSON
enum Fingerprint { static func of(_ v: JSONValue) -> String { "sha256:" + String(repeating: "0", count: 64) } }
