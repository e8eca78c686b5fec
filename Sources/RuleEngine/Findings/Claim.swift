import PolicyValues
import RuleModel

/// What can be claimed of a fact sheet and, once it holds, still holds when more facts are stated (section 3,
/// monotony): that a condition is `vrai` or that it is `faux`, that an outcome is impossible, …
indirect enum Claim: Sendable {
    /// The condition is `vrai`, or is `faux`.
    case condition(Condition, Polarity)
    /// The rule applies, or does not.
    case rule(RuleID, Polarity)
    /// Some rule that concludes the outcome applies, or none does.
    case support(DecisionID, Int, Polarity)
    /// The decision applies, or is `sans objet`.
    case applicable(DecisionID, Polarity)
    /// The outcome is not possible any more where the decision applies.
    case excluded(DecisionID, Int)
    /// At least so many of them hold.
    case atLeast(Int, [Claim])

    enum Polarity: Hashable, Sendable {
        case yes
        case no

        var opposite: Polarity {
            switch self {
            case .yes: .no
            case .no: .yes
            }
        }

        var truth: Truth {
            switch self {
            case .yes: .yes
            case .no: .no
            }
        }
    }

    /// What does not hold of any sheet.
    static let never = Claim.any([])
    /// What holds of every sheet.
    static let always = Claim.all([])

    static func all(_ claims: [Claim]) -> Claim { .atLeast(claims.count, claims) }

    static func any(_ claims: [Claim]) -> Claim { .atLeast(1, claims) }

    /// The claim that a conjunction is true, or false: of claims of the same polarity.
    static func every(_ claims: [Claim], _ polarity: Polarity) -> Claim {
        switch polarity {
        case .yes: .all(claims)
        case .no: .any(claims)
        }
    }

    /// The claim that a disjunction is true, or false.
    static func some(_ claims: [Claim], _ polarity: Polarity) -> Claim {
        switch polarity {
        case .yes: .any(claims)
        case .no: .all(claims)
        }
    }
}
