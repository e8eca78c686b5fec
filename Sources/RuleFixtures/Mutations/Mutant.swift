package import RuleModel
package import SourceText

/// A rule set in which one small thing was changed.
package struct Mutant: Sendable {
    /// What was changed, as reports and `--filtre` call it.
    package enum Kind: String, CaseIterable, Sendable {
        case value = "valeur"
        case comparator = "comparateur"
        case bound = "borne"
        /// `toutes` for `une` and the like.
        case connective = "opérateur"
        case branch = "branche"
        case exception = "exception"
        case override = "écarte"
        case conclusion = "conclusion"
        case byDefault = "défaut"
        case applicability = "applicable si"
        case date = "date"
        case calculation = "calcul"
        case parameter = "paramètre"
    }

    package let kind: Kind
    package let change: SmallChange
    /// The rule, definition, decision or parameter.
    package let owner: String
    /// Where the change is.
    package let range: SourceRange
    /// What is written, and what is written in its place; nil where it is left out.
    package let before: String
    package let after: String?
    /// What is changed, to look first at the facts that reach it.
    package let target: Target

    package enum Target: Hashable, Sendable {
        case computed(Computed)
        case parameter(ParameterID)
    }
}
