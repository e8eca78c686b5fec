import PolicyValues
import RuleJSON

extension DecisionJSON {
    /// A step of the tree; keys without content are absent.
    func node(_ node: ExplanationNode) -> JSONValue {
        var entries: [(String, JSONValue)] = [
            ("énoncé", .text(node.statement)), ("vérité", .text(node.truth.word)),
        ]
        if let subject = node.subject {
            entries.append(("fait", .text(subject.name)))
            if let value = subject.value { entries.append(("valeur", self.value(value))) }
            if let origin = subject.origin?.word { entries.append(("origine", .text(origin))) }
        }
        if let rule = node.rule { entries.append(("règle", .text(rule))) }
        if let place = node.place { entries.append(("lieu", .text(place))) }
        if !node.children.isEmpty { entries.append(("enfants", .list(node.children.map(self.node)))) }
        return .object(entries)
    }
}
