import RuleJSON

/// A proposal: what it reads, what it means.
struct CompletionItem {
    enum Kind: Int {
        case name = 6
        case key = 10
        case word = 12
        case value = 20
    }

    let label: String
    let kind: Kind
    var detail = ""
    var note = ""
    /// Smaller comes first.
    var rank = 1

    /// - Parameter isKey: whether a colon follows.
    func json(replacing range: JSONValue, spelled text: String, isKey: Bool) -> JSONValue {
        .object([
            ("label", .text(label)), ("kind", .int(kind.rawValue)), ("detail", .text(detail)),
            ("documentation", .object([("kind", .text("markdown")), ("value", .text(note))])),
            ("sortText", .text("\(rank)\(label)")), ("filterText", .text(label)),
            ("textEdit", .object([("range", range), ("newText", .text(text + (isKey ? ": " : "")))])),
        ])
    }
}
