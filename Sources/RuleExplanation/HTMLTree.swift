import PolicyValues

/// The whole explanation as lists that fold, one `<details>` for each step that rests on others.
enum HTMLTree {
    static func render(_ tree: Page.Tree) -> String {
        let steps = tree.root.children.map(render).joined()
        return "<section>\n<h2>\(HTMLText.escaped(tree.title))</h2>\n<ul>\n\(steps)</ul>\n</section>\n"
    }

    private static func render(_ node: ExplanationNode) -> String {
        let line = HTMLText.escaped(node.statement) + " <span class=\"q\">(\(remarks(on: node)))</span>"
        guard !node.children.isEmpty else { return "<li>\(line)</li>\n" }
        let children = node.children.map(render).joined()
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
