import PolicyValues
package import RuleEngine
package import RuleModel

/// Counts what cases show of a rule set.
package struct CoverageCollector: Sendable {
    private let set: RuleSet
    private(set) var items: [CoverageItem]
    /// By condition number: its place among the items.
    private let places: [Int?]
    private let owners: [Computed]

    package init(_ set: RuleSet) {
        self.set = set
        items = set.coverageItems
        var places = [Int?](repeating: nil, count: set.conditionCount)
        for (place, item) in items.enumerated() {
            if case .condition(let number, _) = item.subject { places[number] = place }
        }
        self.places = places
        owners = set.order
    }

    /// - Complexity: linear in the set.
    package mutating func add(_ examination: Examination) {
        add(examination.evaluation, examination.truths)
    }

    mutating func add(_ evaluation: Evaluation, _ truths: [Truth]) {
        for index in items.indices {
            let subject = items[index].subject
            items[index].seen.count(subject.truth(in: evaluation, truths, set))
        }
        let decisive = DecisiveConditions(set: set, evaluation: evaluation, truths: truths)
        for owner in owners {
            for number in decisive.numbers(of: owner) {
                if let place = places[number] { items[place].decisive.count(truths[number]) }
            }
        }
    }

    package var report: CoverageReport { CoverageReport(items: items) }
}

extension CoverageItem.Subject {
    /// Whether the rule applies, the condition holds, the decision has the outcome.
    func truth(in evaluation: Evaluation, _ truths: [Truth], _ set: RuleSet) -> Truth {
        switch self {
        case .rule(let id): return evaluation[id]
        case .condition(let number, _): return truths[number]
        case .outcome(let id, let outcome):
            let result = evaluation[id]
            guard result.possible[outcome] else { return .no }
            if set[id].isCumulative { return result.certain[outcome] ? .yes : .unknown }
            switch result.state {
            case .determined, .contradictory: return .yes
            case .undetermined: return .unknown
            case .notApplicable: return .no
            }
        }
    }
}
