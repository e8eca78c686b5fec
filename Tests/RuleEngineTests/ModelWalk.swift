import PolicyValues
import RuleEngine
import RuleModel

extension RuleSet {
    var constraintIDs: [InvariantID] { constraints.indices.map { InvariantID($0) } }
}

extension ReferenceEvaluator {
    /// `si` implies `alors`.
    func truth(of invariant: Invariant) -> Truth {
        max(invariant.condition.map { truth(of: $0).negated } ?? .no, truth(of: invariant.consequence))
    }
}
