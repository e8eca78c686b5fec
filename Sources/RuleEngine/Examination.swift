package import PolicyValues
package import RuleCases
package import RuleModel

/// One matter decided, with all that explanations need: what was stated, what came out, and the truth of every
/// condition on the way.
package struct Examination: Sendable {
    package let facts: FactSheet
    package let evaluation: Evaluation
    /// By ``Condition/number``: the truth of each condition of the set, branches that could not matter included.
    package let truths: [Truth]
    /// By decision.
    package let findings: [DecisionFindings]
    /// The facts to ask, most useful first.
    package let missing: [MissingFact]

    package init(
        facts: FactSheet, evaluation: Evaluation, truths: [Truth], findings: [DecisionFindings], missing: [MissingFact]
    ) {
        self.facts = facts
        self.evaluation = evaluation
        self.truths = truths
        self.findings = findings
        self.missing = missing
    }

    package func truth(of condition: Condition) -> Truth { truths[condition.number] }

    package subscript(id: DecisionID) -> DecisionFindings { findings[id.position] }
}

/// What is to be said of one decision beside its result (sections 6 and 7).
package struct DecisionFindings: Equatable, Sendable {
    /// The rules that apply and conclude an outcome that is still possible, by name.
    package let motifs: [RuleID]
    /// The unknown facts that can still matter, in the order of the whole case's list.
    package let missing: [FactID]
    /// The parameters without a value that it waits for, by name.
    package let missingParameters: [ParameterID]
    /// The presumed facts that it rests on, by name.
    package let presumed: [FactID]

    package init(motifs: [RuleID], missing: [FactID], missingParameters: [ParameterID], presumed: [FactID]) {
        self.motifs = motifs
        self.missing = missing
        self.missingParameters = missingParameters
        self.presumed = presumed
    }
}

/// A fact to ask, and what for.
package struct MissingFact: Equatable, Sendable {
    package let fact: FactID
    /// The undetermined decisions it can still matter for, by name.
    package let decisions: [DecisionID]
    /// How many open rules reach it.
    package let openRules: Int

    package init(fact: FactID, decisions: [DecisionID], openRules: Int) {
        self.fact = fact
        self.decisions = decisions
        self.openRules = openRules
    }
}
