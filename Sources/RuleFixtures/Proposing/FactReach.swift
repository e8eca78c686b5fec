import RuleModel

/// The facts that something depends on, the nearest first.
enum FactReach {
    /// - Complexity: linear in the references that are reached.
    static func facts(from start: Mutant.Target, in set: RuleSet) -> [FactID] {
        var found: [FactID] = []
        var seenFacts: Set<FactID> = []
        var seen: Set<Computed> = []
        var wave = first(of: start, in: set)
        while !wave.isEmpty {
            var next: [Computed] = []
            for computed in wave where seen.insert(computed).inserted {
                for reference in references(of: computed, in: set) {
                    switch reference {
                    case .fact(let id): if seenFacts.insert(id).inserted { found.append(id) }
                    case .definition(let id): next.append(.definition(id))
                    case .decision(let id): next.append(.decision(id))
                    case .rule(let id): next.append(.rule(id))
                    case .parameter: break
                    }
                }
            }
            wave = next
        }
        return found
    }

    private static func first(of start: Mutant.Target, in set: RuleSet) -> [Computed] {
        switch start {
        case .computed(let computed): [computed]
        case .parameter(let id):
            set.order.filter { computed in references(of: computed, in: set).contains(.parameter(id)) }
        }
    }

    private static func references(of computed: Computed, in set: RuleSet) -> [Reference.Target] {
        switch computed {
        case .definition(let id): set[id].references.map(\.target)
        case .rule(let id): set[id].references.map(\.target) + set[id].overriddenBy.map { .rule($0) }
        case .decision(let id):
            (set[id].applicability?.references.map(\.target) ?? []) + set[id].rules.map { .rule($0) }
        }
    }
}
