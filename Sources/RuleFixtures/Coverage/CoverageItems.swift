import PolicyValues
import RuleModel
import SourceText

extension RuleSet {
    /// Everything that cases should see, in the order of files and places.
    var coverageItems: [CoverageItem] {
        let text = ModelText(set: self)
        var items: [CoverageItem] = []
        func add(_ condition: Condition?, _ kind: CoverageItem.Kind, of owner: Computed) {
            guard let condition else { return }
            items.append(
                CoverageItem(
                    kind: kind, subject: .condition(condition.number, of: owner), name: text.text(condition.kind),
                    range: condition.range, possible: [.yes, .no, .unknown]))
            for branch in condition.branches { add(branch, kind, of: owner) }
        }
        for id in ruleIDs {
            items.append(
                CoverageItem(
                    kind: self[id].table == nil ? .rule : .line, subject: .rule(id), name: self[id].name,
                    range: self[id].range, possible: possibleTruths(of: id)))
            add(self[id].condition, .condition, of: .rule(id))
            add(self[id].exception, .exception, of: .rule(id))
        }
        for id in definitionIDs {
            for condition in self[id].conditions { add(condition, .condition, of: .definition(id)) }
        }
        for id in decisionIDs {
            add(self[id].applicability, .condition, of: .decision(id))
            for (place, outcome) in self[id].outcomes.enumerated() {
                items.append(
                    CoverageItem(
                        kind: .outcome, subject: .outcome(id, place), name: "\(self[id].name)\u{A0}: \(outcome.name)",
                        range: self[id].range, possible: [.yes, .no, .unknown]))
            }
        }
        return items.enumerated().sorted { a, b in
            (a.element.range.file, a.element.range.start, a.offset) < (
                b.element.range.file, b.element.range.start, b.offset
            )
        }.map(\.element)
    }

    private func possibleTruths(of id: RuleID) -> [Truth] {
        let rule = self[id]
        if rule.condition != nil || rule.exception != nil || !rule.overriddenBy.isEmpty {
            return [.yes, .no, .unknown]
        }
        return rule.inForce == nil ? [.yes] : [.yes, .no]
    }
}

extension Definition {
    /// The conditions that stand by themselves: of `vrai si`, or of the lines of a `selon`.
    var conditions: [Condition] {
        switch body {
        case .truth(let condition): [condition]
        case .calculation: []
        case .byCase(let lines): lines.compactMap(\.condition)
        }
    }
}
