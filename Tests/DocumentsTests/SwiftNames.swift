/// Names in code spans of documents, looked up in the sources.
struct SwiftNames {
    private let sources: String
    private let files: [String]

    init() throws {
        sources = try Repository.sourceText()
        files = (Repository.files(below: "Sources") + Repository.files(below: "Tests")).filter { $0.hasSuffix(".swift") }
    }

    /// Whether each part of a dotted name is declared somewhere: `Truth`, `Condition.Kind`, `DecisionResult.init(of:)`.
    func declares(_ name: String) -> Bool {
        name.split(separator: ".").allSatisfy { part in
            let bare = part.prefix { $0 != "(" }
            if bare == "init" { return sources.contains("init(") }
            let kinds = "struct|enum|class|protocol|typealias|func|var|let|case"
            guard let pattern = try? Regex("\\b(?:\(kinds)) `?\(bare)\\b") else { return false }
            return sources.contains(pattern)
        }
    }

    /// The paths of the Swift files of this name.
    func paths(ofFile name: String) -> [String] { files.filter { $0.hasSuffix("/" + name) } }
}

extension String {
    /// `Truth`, `Condition.Kind`, `DecisionResult.init(of:)`: a Swift name that begins with a type.
    var looksLikeTypeName: Bool { wholeMatch(of: /[A-Z][A-Za-z]*[a-z][A-Za-z]*(?:\.[A-Za-z]+(?:\([a-zA-Z:_]*\))?)*/) != nil }
}
