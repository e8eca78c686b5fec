import PolicyValues
package import RuleAnalysis
package import RuleModel

/// Finds dated versions of one rule that leave days without any, or share days, and parameters without a value on some
/// day of the policy.
///
/// Dated rules are versions of one another when they conclude the same decisions and either ask the same (`si`, `sauf`)
/// or have the same title.
package enum VersionReview {
    package static func findings(in set: RuleSet) -> [Finding] {
        let remarks = rules(of: set) + parameters(of: set)
        return remarks.compactMap { $0.finding(under: set.policy) }
    }

    // MARK: Rules

    private static func rules(of set: RuleSet) -> [ReviewRemark] {
        let dated = set.ruleIDs.filter { set[$0].inForce != nil }
        var remarks: [ReviewRemark] = []
        var seen: Set<[RuleID]> = []
        for keys in [
            dated.map { ($0, conditionKey(of: set[$0])) },
            dated.compactMap { id in titleKey(of: set[id]).map { (id, $0) } },
        ] {
            for group in Dictionary(grouping: keys, by: \.1).values where group.count > 1 {
                let versions = group.map(\.0).sorted { before(set[$0], set[$1]) }
                remarks += Self.remarks(on: versions, in: set).filter { seen.insert($0.pair).inserted }.map(\.remark)
            }
        }
        return remarks
    }

    private static func before(_ left: Rule, _ right: Rule) -> Bool {
        (left.inForce?.from ?? .first, left.name) < (right.inForce?.from ?? .first, right.name)
    }

    private static func remarks(
        on versions: [RuleID], in set: RuleSet
    ) -> [(pair: [RuleID], remark: ReviewRemark)] {
        var remarks: [(pair: [RuleID], remark: ReviewRemark)] = []
        /// The version that ends last so far.
        var last: RuleID?
        for version in versions {
            guard let earlier = last else {
                last = version
                continue
            }
            if set[earlier].end < set[version].end { last = version }
            let end = set[earlier].end
            let from = set[version].inForce?.from ?? .first
            if from <= end {
                let through = min(end, set[version].end)
                remarks.append(
                    (
                        [earlier, version].sorted(),
                        .overlap(set[earlier], set[version], from, through == .last ? nil : through)
                    ))
            } else if let first = end.next, let through = from.previous, first <= through,
                isInForce(set.policy, first, through)
            {
                remarks.append(([earlier, version].sorted(), .hole(set[earlier], set[version], first, through)))
            }
        }
        return remarks
    }

    private static func isInForce(_ policy: Policy, _ first: CivilDate, _ last: CivilDate) -> Bool {
        (policy.inForce?.from ?? .first) <= last && first <= (policy.inForce?.through ?? .last)
    }

    private static func decisions(of rule: Rule) -> String {
        Set(rule.conclusions.map(\.decision)).sorted().map { String($0.index) }.joined(separator: ",")
    }

    private static func conditionKey(of rule: Rule) -> String {
        [decisions(of: rule), rule.condition.map(ConditionKey.text) ?? "", rule.exception.map(ConditionKey.text) ?? ""]
            .joined(separator: "/")
    }

    private static func titleKey(of rule: Rule) -> String? {
        guard rule.table == nil, let title = rule.title else { return nil }
        return decisions(of: rule) + "/" + title
    }

    // MARK: Parameters

    private static func parameters(of set: RuleSet) -> [ReviewRemark] {
        let used = UsedNames(set).parameters
        return set.parameters.indices.filter { used.contains(ParameterID($0)) }.flatMap { index in
            remarks(on: set.parameters[index], set.policy)
        }
    }

    private static func remarks(on parameter: Parameter, _ policy: Policy) -> [ReviewRemark] {
        var remarks: [ReviewRemark] = []
        let (start, end) = (policy.inForce?.from ?? .first, policy.inForce?.through ?? .last)
        let first = max(parameter.versions.first?.from ?? .first, parameter.inForce?.from ?? .first)
        // A policy without a beginning asks nothing of the days before the first value.
        if policy.inForce?.from != nil, start < first {
            remarks.append(.unvalued(parameter, start, min(first.previous ?? first, end)))
        }
        if let through = parameter.inForce?.through, through < end, let next = through.next {
            remarks.append(.unvalued(parameter, max(next, start), policy.inForce?.through))
        }
        for version in parameter.versions where version.value == nil {
            remarks.append(.pending(parameter, version.from))
        }
        return remarks
    }
}

extension Rule {
    /// The last day on which it is in force.
    fileprivate var end: CivilDate { inForce?.through ?? .last }
}

extension CivilDate {
    /// Nil on the last day that there is.
    fileprivate var next: CivilDate? { CivilDate(dayNumber: Int(dayNumber) + 1) }
    /// Nil on the first.
    fileprivate var previous: CivilDate? { CivilDate(dayNumber: Int(dayNumber) - 1) }
}
