import PolicyValues
import RuleEngine
import RuleModel
import SourceText

extension ExplanationTree {
    /// A rule under one of its decisions: its dates, its condition, its exception, and the rules that `écarte` it.
    mutating func rule(_ id: RuleID, for decision: DecisionID) -> ExplanationNode {
        let rule = set[id]
        let outcomes = rule.conclusions.filter { $0.decision == decision }.map(\.outcome)
        let conclusion = guillemetList(sentences.names(outcomes, of: set[decision]), "et")
        let claim = sentences.sentence(ofRules: [id], affirmed: true)
        var node = ExplanationNode("\(claim) et conclut à \(conclusion)", examination.evaluation[id])
        node.rule = rule.name
        node.place = places.place(rule.range)
        if let period = rule.inForce { node.children.append(inForce(period, "La règle")) }
        if let condition = rule.condition {
            node.children.append(self.condition(condition))
        } else {
            node.children.append(ExplanationNode("La règle n’a pas de condition", .yes))
        }
        if let exception = rule.exception {
            var step = ExplanationNode("L’exception de la règle joue", examination.truth(of: exception))
            step.place = places.place(exception.range)
            step.children = [self.condition(exception)]
            node.children.append(step)
        }
        node.children += rule.overriddenBy.map { other in
            var step = ExplanationNode(
                "La règle \(guillemets(set[other].label)) écarte celle-ci", examination.evaluation[other])
            step.rule = set[other].name
            step.place = places.place(set[other].range)
            return step
        }
        return node
    }

    /// « La règle est en vigueur le 4 mars 2024 (depuis le 8 juin 2022) ».
    func inForce(_ period: Period, _ subject: String) -> ExplanationNode {
        let date = FrenchFormat.date(sentences.date)
        return ExplanationNode(
            "\(subject) est en vigueur \(date) (\(Sentences.span(period)))", Truth(period.contains(sentences.date)))
    }
}
