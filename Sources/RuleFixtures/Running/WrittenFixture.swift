import SourceText

/// A case of a fixture file as written, whether or not it can be read as a case.
struct WrittenFixture {
    /// One of its `objets`.
    struct Object {
        let name: String
        let expected: Node?
        let node: Node
    }

    let node: Node
    /// `nom`, else `cas 3`.
    let name: String
    /// `attendu`; nil when it is left empty.
    let expected: Node?
    /// `échec attendu`.
    let expectedFailure: Located<String>?
    let objects: [Object]
    /// What is wrong with its notation.
    let problems: [Diagnostic]

    /// - Parameter number: its place in the file, from 1.
    init(_ node: Node, number: Int, problems: [Diagnostic]) {
        self.node = node
        self.problems = problems
        name = node.text(of: "nom")?.value ?? "cas \(number)"
        expected = node.statedValue(of: "attendu")
        expectedFailure = node.text(of: "échec attendu")
        objects = (node.statedValue(of: "objets")?.elements ?? []).enumerated().map { index, node in
            Object(
                name: node.text(of: "nom")?.value ?? "objet \(index + 1)", expected: node.statedValue(of: "attendu"),
                node: node)
        }
    }
}

extension Node {
    /// The value of a key, unless nothing is written there.
    fileprivate func statedValue(of key: String) -> Node? {
        guard let value = entries?.first(where: { $0.key.value == key })?.value else { return nil }
        return value.scalar?.isEmptyValue == true ? nil : value
    }

    fileprivate func text(of key: String) -> Located<String>? {
        statedValue(of: key).flatMap { node in node.scalar.map { Located($0.text, at: node.range) } }
    }
}
