/// The names that the sources declare, to which documents may refer.
struct SwiftNames: Sendable {
    private static let keywords: Set<Substring> = [
        "struct", "enum", "class", "protocol", "typealias", "func", "var", "let", "case",
    ]

    private let declared: Set<Substring>
    /// The last part of the path of each Swift file, and how often it occurs.
    private let files: [String: Int]

    init() throws {
        let paths = (Repository.files(below: "Sources") + Repository.files(below: "Tests")).filter {
            $0.hasSuffix(".swift")
        }
        files = Dictionary(paths.map { ($0.split(separator: "/").last.map(String.init) ?? "", 1) }, uniquingKeysWith: +)
        var declared: Set<Substring> = []
        for path in paths where path.hasPrefix("Sources/") {
            var previous: Substring = ""
            for word in try Repository.read(path).split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" }) {
                if Self.keywords.contains(previous) { declared.insert(word) }
                previous = word
            }
        }
        self.declared = declared.union(["init"])
    }

    /// Whether each part of a dotted name is declared somewhere: `Truth`, `Condition.Kind`, `DecisionResult.init(of:)`.
    func declares(_ name: String) -> Bool {
        name.split(separator: ".").allSatisfy { declared.contains($0.prefix { $0 != "(" }) }
    }

    /// Whether one Swift file, and only one, has this name.
    func hasFile(_ name: String) -> Bool { files[name] == 1 }
}

extension String {
    /// `Truth`, `Condition.Kind`, `DecisionResult.init(of:)`: a Swift name that begins with a type.
    var looksLikeTypeName: Bool {
        wholeMatch(of: /[A-Z][A-Za-z]*[a-z][A-Za-z]*(?:\.[A-Za-z]+(?:\([a-zA-Z:_]*\))?)*/) != nil
    }
}
