package import PolicyValues
package import RuleModel
package import SourceText

/// What a fixture expects of a case (`attendu`; language, section 10), typed by the rule set.
package enum Expectation: Sendable {
    /// That the case is decided, and how.
    case results(ExpectedResults)
    /// `refus`: that the case is refused with this diagnostic.
    case refusal(Located<DiagnosticCode>)
}

/// What is expected of one matter. Only what is named is looked at.
package struct ExpectedResults: Sendable {
    /// `règles`: whether a rule applies.
    package struct OfRule: Sendable {
        package let rule: RuleID
        package let truth: Truth
        package let range: SourceRange
    }

    /// `définitions`: the value of a definition; nil is `inconnu`.
    package struct OfDefinition: Sendable {
        package let definition: DefinitionID
        package let value: Value?
        package let range: SourceRange
    }

    package var decisions: [ExpectedDecision] = []
    package var rules: [OfRule] = []
    package var definitions: [OfDefinition] = []
}

/// What is expected of a decision; an aspect that is nil is not looked at. Lists are sets.
package struct ExpectedDecision: Sendable {
    package let decision: DecisionID
    package var issue: Located<Issue>?
    package var motifs: Located<Set<RuleID>>?
    /// `manquants`.
    package var missing: Located<Set<FactID>>?
    /// `possibles`.
    package var possible: Located<Set<DecisionTest.Expected>>?
}

/// What came out of a decision, or is expected to.
package enum Issue: Hashable, Sendable {
    /// Determined, by its place in the decision's `issues`; of a decision that is not by `cumul`.
    case outcome(Int)
    /// Determined, of a `cumul` decision: exactly these belong.
    case members(Set<Int>)
    /// `indéterminée`.
    case undetermined
    /// `sans objet`.
    case notApplicable
    /// `contradictoire`.
    case contradictory
}
