package import RuleModel

/// Where the walk of section 7 ends: what is itself unknown and rests on nothing below it.
package enum OpenLeaf: Hashable, Sendable {
    /// A fact whose value is unknown.
    case fact(FactID)
    /// A parameter without a value on the evaluation date.
    case parameter(ParameterID)
    /// A definition that is unknown of itself: out of force, or its result is none although its operands are known.
    case definition(DefinitionID)
}
