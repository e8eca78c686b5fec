/// What changes between two rule sets, and for whom.
package struct ComparisonReport: Sendable {
    /// What one side makes of a decision.
    package struct Side: Hashable, Sendable {
        /// `déterminée`, `indéterminée`, `sans objet`, `contradictoire`.
        package let state: String
        /// The issue; the members of a set; nil where there is none.
        package let issue: [String]?
        package let isSet: Bool
        /// The rules behind it, by name.
        package let motifs: [String]

        package init(state: String, issue: [String]?, isSet: Bool, motifs: [String]) {
            self.state = state
            self.issue = issue
            self.isSet = isSet
            self.motifs = motifs
        }
    }

    /// One pair of results that occurs, before and after.
    package struct Difference: Sendable {
        package let decision: String
        package let old: Side
        package let new: Side
        /// A case that shows it, for the new set.
        package let witness: WitnessCase
        /// The same for the old set, where the two have not the same facts.
        package let oldWitness: WitnessCase?
        /// The facts, with their values, that every case of this pair has.
        package let sharedFacts: [(fact: String, value: String)]
    }

    /// A case that one set refuses and the other does not.
    package struct Refusal: Sendable {
        package let isRefusedByNew: Bool
        package let constraints: [String]
        package let witness: WitnessCase
    }

    /// What changed of the rules apart from decisions.
    package struct TextChanges: Equatable, Sendable {
        package var addedRules: [String] = []
        package var removedRules: [String] = []
        /// Rules of which the title, the motif or the réponse changed.
        package var rewordedRules: [String] = []
    }

    package let verdict: Finding.Verdict
    package let differences: [Difference]
    package let refusals: [Refusal]
    /// Whether `politique.en vigueur` is not the same.
    package let hasOtherPeriod: Bool
    package let vocabulary: VocabularyChanges
    package let texts: TextChanges
    /// How many questions have no answer for want of time.
    package let openQuestions: Int
    /// Who changes among known cases, where such are given.
    package var cases: AffectedCases?

    /// Proved: the same for every coherent case at every date.
    package var areEquivalent: Bool { verdict == .proved }
}
