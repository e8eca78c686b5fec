import RuleModel

/// What each decision rests on, definitions seen through: facts, and other decisions.
struct DecisionReach {
    struct Needs {
        var facts: Set<FactID> = []
        var decisions: Set<DecisionID> = []
        /// How many decisions stand one behind the other before this one.
        var depth = 0
    }

    private var needs: [Needs]

    /// - Complexity: the references of each decision's rules, and of the definitions below them.
    init(_ set: RuleSet) {
        needs = set.decisions.map { _ in Needs() }
        for id in set.decisionsInOrder {
            var own = Self.needs(of: id, in: set)
            // Rules may name each other across decisions in both directions: the order of the work decides.
            own.depth = own.decisions.map { needs[$0.position].depth + 1 }.max() ?? 0
            needs[id.position] = own
        }
    }

    subscript(id: DecisionID) -> Needs { needs[id.position] }

    private static func needs(of id: DecisionID, in set: RuleSet) -> Needs {
        var needs = Needs()
        var waiting = set[id].applicability?.references ?? []
        waiting += set[id].rules.flatMap { set[$0].references }
        var seen: Set<Reference.Target> = []
        while let reference = waiting.popLast() {
            guard seen.insert(reference.target).inserted else { continue }
            switch reference.target {
            case .fact(let fact): needs.facts.insert(fact)
            case .definition(let definition): waiting += set[definition].references
            case .decision(let decision): needs.decisions.insert(decision)
            case .rule(let rule): needs.decisions.formUnion(set[rule].conclusions.map(\.decision))
            case .parameter: continue
            }
        }
        needs.decisions.remove(id)
        return needs
    }
}
