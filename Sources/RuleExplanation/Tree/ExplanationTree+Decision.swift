import PolicyValues
import RuleEngine
import RuleModel
import SourceText

extension ExplanationTree {
    /// A decision: its `applicable si`, its rules in groups, and its default.
    mutating func decision(_ id: DecisionID) -> ExplanationNode {
        opened = []
        let decision = set[id]
        let result = examination.evaluation[id]
        var node = ExplanationNode(sentences.sentence(of: id), result.state == .undetermined ? .unknown : .yes)
        node.place = places.place(decision.range)
        if let condition = decision.applicability {
            var step = ExplanationNode("La décision s’applique", result.applicability)
            step.place = places.place(condition.range)
            step.children = [self.condition(condition)]
            node.children.append(step)
        }
        for (title, truth) in Self.groups {
            let rules = decision.rules.filter { examination.evaluation[$0] == truth }
            guard !rules.isEmpty else { continue }
            var group = ExplanationNode(title, truth)
            group.children = rules.map { rule($0, for: id) }
            node.children.append(group)
        }
        if let step = byDefault(of: decision, result) { node.children.append(step) }
        return node
    }

    private static let groups: [(String, Truth)] = [
        ("Règles qui s’appliquent", .yes), ("Règles qui ne s’appliquent pas", .no), ("Règles en suspens", .unknown),
    ]

    /// Whether the default decides: no rule concludes anything.
    private func byDefault(of decision: Decision, _ result: DecisionResult) -> ExplanationNode? {
        guard let outcome = decision.byDefault else { return nil }
        let others = result.supports.indices.filter { $0 != outcome }.map { result.supports[$0] }
        let name = guillemets(decision.outcomes[outcome].name)
        return ExplanationNode(
            "Aucune règle ne conclut à une autre issue que \(name), l’issue par défaut", others.disjunction.negated)
    }
}
