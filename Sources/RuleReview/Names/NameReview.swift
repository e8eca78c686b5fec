package import RuleAnalysis
package import RuleModel

/// Finds what is declared and never used: facts, definitions, parameters and outcomes. `usage` silences the first three.
package enum NameReview {
    package static func findings(in set: RuleSet) -> [Finding] {
        let used = UsedNames(set)
        var remarks: [ReviewRemark] = []
        for id in set.factIDs where set[id].usage == nil && !used.facts.contains(id) {
            remarks.append(.unused(.unusedFact, set[id].name, set[id].range))
        }
        for id in set.definitionIDs where set[id].usage == nil && !used.definitions.contains(id) {
            remarks.append(.unused(.unusedDefinition, set[id].name, set[id].range))
        }
        for id in set.parameters.indices.map({ ParameterID($0) })
        where set[id].usage == nil && !used.parameters.contains(id) {
            remarks.append(.unused(.unusedParameter, set[id].name, set[id].range))
        }
        for decision in set.decisions {
            for (place, outcome) in decision.outcomes.enumerated()
            where decision.concludedBy[place].isEmpty && decision.byDefault != place {
                remarks.append(.unusedOutcome(outcome.name, decision))
            }
        }
        return remarks.compactMap { $0.finding(under: set.policy) }
    }
}

/// Everything that something reads: a condition, a calculation, a text, the policy itself.
struct UsedNames {
    private(set) var facts: Set<FactID> = []
    private(set) var definitions: Set<DefinitionID> = []
    private(set) var parameters: Set<ParameterID> = []

    init(_ set: RuleSet) {
        if let reference = set.policy.referenceDate { facts.insert(reference) }
        for definition in set.definitions { use(definition.references) }
        for rule in set.rules {
            use(rule.references)
            for template in [rule.reason, rule.reply].compactMap({ $0 }) { use(template) }
        }
        for decision in set.decisions { use(decision.applicability?.references ?? []) }
        for invariant in set.constraints + set.properties {
            use((invariant.condition?.references ?? []) + invariant.consequence.references)
        }
    }

    private mutating func use(_ references: [Reference]) {
        for reference in references {
            switch reference.target {
            case .fact(let id): facts.insert(id)
            case .definition(let id): definitions.insert(id)
            case .parameter(let id): parameters.insert(id)
            case .decision, .rule: break
            }
        }
    }

    private mutating func use(_ template: Template) {
        for case .name(let reference) in template.pieces {
            switch reference {
            case .vocable(.fact(let id)): facts.insert(id)
            case .vocable(.definition(let id)): definitions.insert(id)
            case .parameter(let id): parameters.insert(id)
            case .vocable(.decision): break
            }
        }
    }
}
