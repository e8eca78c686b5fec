package import PolicyValues
package import RuleCases
package import RuleModel

/// A constraint that a fact sheet breaks (section 9): `si` holds and `alors` does not.
package struct ConstraintClash: Hashable, Sendable {
    package let constraint: InvariantID
    /// The facts that clash, by name: known ones that are enough to break it.
    package let facts: [FactID]
    /// Those of them that are presumed, by name.
    package let presumed: [FactID]
}

extension Examiner {
    /// The constraints that are `faux` on a fact sheet, by name; one that is `inconnu` refuses nothing.
    package mutating func clashes(in facts: FactSheet, on date: CivilDate) -> [ConstraintClash] {
        guard !set.constraints.isEmpty else { return [] }
        let situation = situation(of: facts, on: date)
        let broken = situation.brokenConstraints
        guard !broken.isEmpty else { return [] }
        var grounds = Grounds(situation)
        return broken.map { id in
            let clashing = grounds.ground(of: set.constraints[id.position].broken).facts.filter { facts[$0] != nil }
            return ConstraintClash(
                constraint: id, facts: clashing,
                presumed: clashing.filter { facts.origins[$0.position] == .presumed })
        }
    }
}

extension Situation {
    /// The constraints that are `faux`.
    var brokenConstraints: [InvariantID] {
        self.set.constraints.indices.filter { place in
            let constraint = set.constraints[place]
            let premise = constraint.condition.map { truth(of: $0) } ?? .yes
            return premise == .yes && truth(of: constraint.consequence) == .no
        }.map { InvariantID($0) }
    }
}

extension Invariant {
    /// That `si` holds and `alors` does not.
    var broken: Claim {
        .all([condition.map { .condition($0, .yes) } ?? .always, .condition(consequence, .no)])
    }
}
