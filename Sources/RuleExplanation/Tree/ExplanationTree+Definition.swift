import PolicyValues
import RuleEngine
import RuleModel
import SourceText

extension ExplanationTree {
    /// A definition with its value; opened the first time that a decision's tree meets it.
    mutating func definition(_ id: DefinitionID) -> ExplanationNode {
        let said = sentences.said(id)
        var node = ExplanationNode(sentences.statement(of: said), Truth.established(said.value))
        node.subject = subject(id)
        node.place = places.place(set[id].range)
        node.children = body(of: id)
        return node
    }

    /// What a definition says, or that it is shown elsewhere.
    mutating func body(of id: DefinitionID) -> [ExplanationNode] {
        let definition = set[id]
        let known = Truth.established(examination.evaluation[id])
        let name = guillemets(definition.name)
        guard !opened.contains(id) else { return [ExplanationNode("\(name) est détaillé plus haut", known)] }
        guard depth < Self.deepestDefinition else { return [ExplanationNode("\(name) n’est pas détaillé ici", known)] }
        opened.insert(id)
        depth += 1
        defer { depth -= 1 }
        var steps: [ExplanationNode] = []
        if let period = definition.inForce { steps.append(inForce(period, "La définition")) }
        switch definition.body {
        case .truth(let condition): steps.append(self.condition(condition))
        case .calculation(let calculation): steps.append(self.calculation(calculation, of: id))
        case .byCase(let lines): steps += self.lines(lines, of: definition)
        }
        return steps
    }

    private mutating func calculation(_ calculation: Calculation, of id: DefinitionID) -> ExplanationNode {
        let definition = set[id]
        var node = ExplanationNode(
            sentences.sentence(of: calculation, unit: definition.unit), Truth.established(examination.evaluation[id]))
        node.place = places.place(definition.range)
        node.children = calculation.operands.compactMap { operand($0) }
        if let reason = sentences.absence(of: id) { node.children.append(ExplanationNode(reason, .unknown)) }
        return node
    }

    /// The lines of `selon` down to the first that holds.
    private mutating func lines(_ lines: [Definition.CaseLine], of definition: Definition) -> [ExplanationNode] {
        var steps: [ExplanationNode] = []
        var reached = Truth.yes
        for (index, line) in lines.enumerated() {
            let inForce = Truth(line.inForce?.contains(sentences.date) ?? true)
            let truth = min(line.condition.map { examination.truth(of: $0) } ?? .yes, inForce)
            let value = labelled("valeur", sentences.text(of: line.value, unit: definition.unit))
            let isLast = index == lines.count - 1
            let title = isLast ? "Dans les autres cas" : "La ligne \(index + 1) est retenue"
            var step = ExplanationNode("\(title) (\(value))", min(reached, truth))
            reached = min(reached, truth.negated)
            step.place = places.place(line.range)
            if let period = line.inForce { step.children.append(self.inForce(period, "La ligne")) }
            if let condition = line.condition { step.children.append(self.condition(condition)) }
            if truth != .no, let operand = operand(line.value) { step.children.append(operand) }
            steps.append(step)
            if truth == .yes { break }
        }
        return steps
    }
}
