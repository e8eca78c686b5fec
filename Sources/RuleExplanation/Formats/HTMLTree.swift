import PolicyValues

/// The whole explanation as lists that fold, one `<details>` for each step that rests on others.
enum HTMLTree {
    /// The steps below the root.
    static func render(_ root: ExplanationNode) -> String {
        "<ul>\n\(root.children.map(step).joined())</ul>\n"
    }

    private static func step(_ node: ExplanationNode) -> String {
        let line = HTMLText.escaped(node.statement) + " <span class=\"q\">(\(remarks(on: node)))</span>"
        guard !node.children.isEmpty else { return "<li>\(line)</li>\n" }
        let children = node.children.map(step).joined()
        return "<li><details><summary>\(line)</summary>\n<ul>\n\(children)</ul>\n</details></li>\n"
    }

    /// The truth, where a fact comes from, the rule and its place.
    private static func remarks(on node: ExplanationNode) -> String {
        var remarks = [node.truth.word]
        if let origin = node.subject?.origin { remarks.append(Wording.origin(origin)) }
        if let rule = node.rule { remarks.append("règle \(guillemets(rule))") }
        if let place = node.place { remarks.append(place) }
        return remarks.map(HTMLText.escaped).joined(separator: "; ")
    }
}
