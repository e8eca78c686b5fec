import RuleModel

/// Whether there is a complete coherent case, at some date, in which something is so. A check asks, and what no case
/// shows is a finding; or what a case shows is.
enum Question: Hashable {
    /// The rule applies, or may.
    case applies(RuleID)
    /// One rule applies, or may, while none of the others certainly does.
    case appliesAlone(RuleID, without: [RuleID])
    /// The condition with this number holds, or may.
    case holds(Int)
    /// The condition with this number does not hold, or may not.
    case fails(Int)
    /// With another truth value for a condition, one that it is part of has another one too.
    case weighs(Int, as: Bool, in: Int)
    /// The outcome is possible.
    case isPossible(Int, of: DecisionID)
    /// But for its `sauf`, the rule would apply, or might.
    case isExcepted(RuleID)
    /// But for the first rule, the second would apply, or might.
    case overrides(RuleID, RuleID)
    /// Without the rule some decision would be otherwise.
    case changesDecisions(RuleID)
    /// The line of a `selon` is the first that holds, or may be.
    case isChosen(line: Int, of: DefinitionID)
    /// The property is `faux`.
    case isBroken(InvariantID)
    /// The property is `inconnu`.
    case isOpen(InvariantID)
    /// Two outcomes of a `unique` decision are both `vrai`, and no pair of these rules is behind it.
    case contradicts(DecisionID, except: [RulePair])
    /// Two rules apply, and make a decision contradictory.
    case conflicts(RulePair, in: DecisionID)
    /// No line of the table applies, and the decision has nothing but its default.
    case hasGap(TableID)
}

/// Two rules, the first by name first.
struct RulePair: Hashable {
    let first: RuleID
    let second: RuleID

    init(_ a: RuleID, _ b: RuleID) {
        first = min(a, b)
        second = max(a, b)
    }
}
