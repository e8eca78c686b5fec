package import SourceText

/// A name used in a condition or a definition, and where.
package struct Reference: Sendable {
    package enum Target: Hashable, Sendable {
        case fact(FactID)
        case definition(DefinitionID)
        case decision(DecisionID)
        case rule(RuleID)
        case parameter(ParameterID)
    }

    package let target: Target
    package let range: SourceRange
}

extension Condition {
    /// Every name used below, in the order of the text.
    package var references: [Reference] {
        var found: [Reference] = []
        collect(into: &found)
        return found
    }

    private func collect(into found: inout [Reference]) {
        switch kind {
        case .all(let branches), .any(let branches), .none(let branches), .atLeast(_, let branches):
            for branch in branches { branch.collect(into: &found) }
        case .not(let branch): branch.collect(into: &found)
        case .rules(let rules): found += rules.map { Reference(target: .rule($0), range: range) }
        case .decisionTest(let test): found.append(Reference(target: .decision(test.decision), range: range))
        case .test(let test):
            switch test.subject {
            case .fact(let id): found.append(Reference(target: .fact(id), range: range))
            case .definition(let id): found.append(Reference(target: .definition(id), range: range))
            }
            for comparison in test.comparisons {
                found += comparison.operands.compactMap { $0.target }.map {
                    Reference(target: $0, range: comparison.range)
                }
            }
        }
    }
}

extension Operand {
    /// What the operand names; a constant names nothing.
    package var target: Reference.Target? {
        switch self {
        case .constant: nil
        case .parameter(let id): .parameter(id)
        case .fact(let id): .fact(id)
        case .definition(let id): .definition(id)
        }
    }
}

extension Definition {
    /// Every name that the body uses.
    package var references: [Reference] {
        switch body {
        case .truth(let condition): condition.references
        case .calculation(let calculation):
            calculation.operands.compactMap { $0.target }.map { Reference(target: $0, range: range) }
        case .byCase(let lines):
            lines.flatMap { line in
                (line.condition?.references ?? [])
                    + (line.value.target.map { [Reference(target: $0, range: line.range)] } ?? [])
            }
        }
    }
}

extension Rule {
    /// Every name that `si` and `sauf` use.
    package var references: [Reference] { (condition?.references ?? []) + (exception?.references ?? []) }
}
