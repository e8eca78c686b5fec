import PolicyValues
import RuleEngine
import RuleModel
import SourceText

extension ExplanationTree {
    /// A condition, or with `affirmed: false` its contrary; `non` and lists of one are said by what they hold.
    mutating func condition(_ condition: Condition, affirmed: Bool = true) -> ExplanationNode {
        switch condition.kind {
        case .not(let inner): return self.condition(inner, affirmed: !affirmed)
        case .all(let branches), .any(let branches):
            if let branch = branches.only { return self.condition(branch, affirmed: affirmed) }
            return node(for: condition, affirmed, children: branches.map { self.condition($0) })
        case .none(let branches):
            if let branch = branches.only { return self.condition(branch, affirmed: !affirmed) }
            return node(for: condition, affirmed, children: branches.map { self.condition($0) })
        case .atLeast(_, let branches):
            return node(for: condition, affirmed, children: branches.map { self.condition($0) })
        case .rules(let rules): return self.rules(rules, node(for: condition, affirmed, children: []))
        case .test(let test): return self.test(test, node(for: condition, affirmed, children: []))
        case .decisionTest(let test):
            var step = ExplanationNode(
                sentences.sentence(of: test.decision),
                examination.evaluation[test.decision].state == .undetermined ? .unknown : .yes)
            step.place = places.place(set[test.decision].range)
            return node(for: condition, affirmed, children: [step])
        }
    }

    private func node(for condition: Condition, _ affirmed: Bool, children: [ExplanationNode]) -> ExplanationNode {
        let truth = examination.truth(of: condition)
        var node = ExplanationNode(
            sentences.sentence(of: condition, affirmed: affirmed), affirmed ? truth : truth.negated)
        node.place = places.place(condition.range)
        node.children = children
        return node
    }

    private func rules(_ rules: [RuleID], _ node: ExplanationNode) -> ExplanationNode {
        var node = node
        if let rule = rules.only {
            node.rule = set[rule].name
        } else {
            node.children = rules.map { rule in
                let claim = sentences.sentence(ofRules: [rule], affirmed: true)
                var step = ExplanationNode(claim, examination.evaluation[rule])
                step.rule = set[rule].name
                step.place = places.place(set[rule].range)
                return step
            }
        }
        return node
    }

    private mutating func test(_ test: Test, _ node: ExplanationNode) -> ExplanationNode {
        var node = node
        switch test.subject {
        case .fact(let id): node.subject = subject(id)
        case .definition(let id):
            node.subject = subject(id)
            if test.comparisons.only?.expectedYes != nil {
                // The sentence of the test is the definition's own: its body follows at once.
                node.children = body(of: id)
            } else {
                node.children = [definition(id)]
            }
        }
        var seen: Set<Operand> = []
        for operand in test.comparisons.flatMap(\.operands) where seen.insert(operand).inserted {
            if let step = self.operand(operand) { node.children.append(step) }
        }
        return node
    }
}
