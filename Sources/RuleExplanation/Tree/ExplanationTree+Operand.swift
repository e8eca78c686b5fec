import PolicyValues
import RuleCases
import RuleEngine
import RuleModel
import SourceText

extension ExplanationTree {
    /// A name that a value comes from; nil for a constant.
    mutating func operand(_ operand: Operand) -> ExplanationNode? {
        switch operand {
        case .constant: return nil
        case .fact(let id):
            let said = sentences.said(id)
            var node = ExplanationNode(sentences.statement(of: said), Truth.established(said.value))
            node.subject = subject(id)
            return node
        case .definition(let id): return definition(id)
        case .parameter(let id): return parameter(id)
        }
    }

    func subject(_ id: FactID) -> ExplanationNode.Subject {
        ExplanationNode.Subject(
            name: set[id].name, value: examination.facts[id], origin: examination.facts.origins[id.position])
    }

    func subject(_ id: DefinitionID) -> ExplanationNode.Subject {
        ExplanationNode.Subject(name: set[id].name, value: examination.evaluation[id])
    }

    private func parameter(_ id: ParameterID) -> ExplanationNode {
        let parameter = set[id]
        let value = parameter.value(on: sentences.date)
        var node = ExplanationNode(
            labelled("paramètre \(guillemets(parameter.name))", sentences.value(of: id)), Truth.established(value))
        node.subject = ExplanationNode.Subject(name: parameter.name, value: value)
        node.place = places.place(parameter.range)
        return node
    }
}

extension Truth {
    /// The truth of a step that says what a value is: `inconnu` without one, else `vrai`, whatever the value.
    static func established(_ value: Value?) -> Truth { value == nil ? .unknown : .yes }
}
