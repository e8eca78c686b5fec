extension RuleSet {
    /// Every condition of the set, branches included, in no particular order.
    package var conditions: [Condition] {
        let ofDefinitions = definitions.flatMap { definition -> [Condition] in
            switch definition.body {
            case .truth(let condition): [condition]
            case .calculation: []
            case .byCase(let lines): lines.compactMap(\.condition)
            }
        }
        let ofRules = rules.flatMap { [$0.condition, $0.exception].compactMap(\.self) }
        let ofInvariants = (constraints + properties).flatMap { [$0.condition, $0.consequence].compactMap(\.self) }
        return (ofDefinitions + decisions.compactMap(\.applicability) + ofRules + ofInvariants).flatMap(\.withBranches)
    }
}

extension Condition {
    /// The condition and all below it.
    package var withBranches: [Condition] { [self] + branches.flatMap(\.withBranches) }
}
