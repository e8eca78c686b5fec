import RuleModel

/// Conditions that always come out the same, lines of `selon` that are never chosen, and branches that weigh nothing.
extension Analyzer {
    /// A condition that stands by itself, and what it belongs to.
    private struct Root {
        let condition: Condition
        let owner: ConditionOwner
    }

    /// Not those of dead rules, nor `sauf` that take nothing away, nor the consequences of constraints and properties, which are meant to hold.
    private var roots: [Root] {
        var roots: [Root] = []
        for id in set.ruleIDs where !deadRules.contains(id) {
            for condition in [set[id].condition, set[id].exception].compactMap(\.self)
            where !uselessExceptions.contains(condition.number) {
                roots.append(Root(condition: condition, owner: .rule(set[id])))
            }
        }
        for definition in set.definitions {
            switch definition.body {
            case .truth(let condition): roots.append(Root(condition: condition, owner: .definition(definition)))
            case .calculation: continue
            case .byCase(let lines):
                roots += lines.compactMap(\.condition).map { Root(condition: $0, owner: .definition(definition)) }
            }
        }
        for decision in set.decisions {
            if let condition = decision.applicability {
                roots.append(Root(condition: condition, owner: .decision(decision)))
            }
        }
        for property in set.properties {
            if let condition = property.condition {
                roots.append(Root(condition: condition, owner: .property(property)))
            }
        }
        return roots
    }

    var conditionQuestions: [Question] {
        roots.flatMap { $0.condition.withBranches }.flatMap { [Question.holds($0.number), .fails($0.number)] }
            + lineQuestions
    }

    private var lineQuestions: [Question] {
        self.set.definitionIDs.flatMap { id -> [Question] in
            guard case .byCase(let lines) = set[id].body else { return [] }
            return lines.indices.map { Question.isChosen(line: $0, of: id) }
        }
    }

    mutating func checkConditions() throws(AnalysisBug) {
        for root in roots { try checkConstancy(of: root.condition, root.owner) }
        for case .isChosen(let place, let id) in lineQuestions where try isNever(.isChosen(line: place, of: id)) {
            guard case .byCase(let lines) = set[id].body else { continue }
            report(.unchosenLine(lines[place], of: set[id]))
        }
    }

    /// Reports the outermost conditions that are constant.
    private mutating func checkConstancy(of condition: Condition, _ owner: ConditionOwner) throws(AnalysisBug) {
        if try isNever(.holds(condition.number)) { return report(.constantCondition(condition, false, owner)) }
        if try isNever(.fails(condition.number)) { return report(.constantCondition(condition, true, owner)) }
        for branch in condition.branches { try checkConstancy(of: branch, owner) }
    }

    // MARK: Branches that weigh nothing

    var weightQuestions: [Question] {
        roots.flatMap { root in
            root.condition.withBranches.dropFirst().flatMap { branch in
                [true, false].map { Question.weighs(branch.number, as: $0, in: root.condition.number) }
            }
        }
    }

    mutating func checkWeights() throws(AnalysisBug) {
        for root in roots {
            for branch in root.condition.branches { try checkWeight(of: branch, in: root) }
        }
    }

    /// Reports the outermost branches that could as well be left out; what is constant has been reported.
    private mutating func checkWeight(of branch: Condition, in root: Root) throws(AnalysisBug) {
        if try isNever(.holds(branch.number)) { return }
        if try isNever(.fails(branch.number)) { return }
        for holds in [true, false] where try isNever(.weighs(branch.number, as: holds, in: root.condition.number)) {
            return report(.superfluousCondition(branch, root.owner))
        }
        for inner in branch.branches { try checkWeight(of: inner, in: root) }
    }
}

/// What a condition belongs to.
enum ConditionOwner {
    case rule(Rule)
    case definition(Definition)
    case decision(Decision)
    case property(Invariant)
}
