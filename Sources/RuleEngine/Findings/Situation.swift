import PolicyValues
import RuleCases
import RuleModel

/// A fact sheet with what an evaluation made of it: all that the walks of section 7 look at.
struct Situation {
    let set: RuleSet
    let facts: FactSheet
    let evaluation: Evaluation
    /// By ``Condition/number``.
    let truths: [Truth]

    func truth(of condition: Condition) -> Truth { truths[condition.number] }

    /// Nil is unknown.
    func value(of operand: Operand) -> Value? {
        switch operand {
        case .constant(let value): value
        case .parameter(let id): set[id].value(on: evaluation.date)
        case .fact(let id): facts[id]
        case .definition(let id): evaluation[id]
        }
    }

    /// Whether a definition or a line is in force on the evaluation date.
    func isInForce(_ period: Period?) -> Bool { period?.contains(evaluation.date) ?? true }
}

extension Test.Subject {
    /// The subject as what may stand right of it.
    var operand: Operand {
        switch self {
        case .fact(let id): .fact(id)
        case .definition(let id): .definition(id)
        }
    }
}
