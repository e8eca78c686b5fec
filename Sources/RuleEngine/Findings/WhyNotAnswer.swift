package import RuleModel

/// One fact to set to another value.
package struct FactChange: Hashable, Sendable {
    /// How far other values than ``to`` do it too.
    package enum Bound: Hashable, Sendable {
        /// Nothing is said of other values.
        case exactly
        /// All values from ``FactChange/to`` up do it: « au moins », « au plus tôt ».
        case atLeast
        /// All values up to ``FactChange/to`` do it: « au plus », « au plus tard ».
        case atMost
    }

    package let fact: FactID
    /// Nil is unknown.
    package let from: Value?
    package let to: Value
    package let bound: Bound

    package init(fact: FactID, from: Value?, to: Value, bound: Bound) {
        self.fact = fact
        self.from = from
        self.to = to
        self.bound = bound
    }
}

/// What would give a decision another outcome (`pourquoi pas`, section 7).
package struct WhyNotAnswer: Equatable, Sendable {
    package enum Verdict: Hashable, Sendable {
        /// The sets of ``WhyNotAnswer/sets`` give the outcome.
        case found
        /// No case can.
        case none
        /// The search ended before either was shown.
        case notShown

        /// As the interface writes it.
        package var word: String {
            switch self {
            case .found: "trouvé"
            case .none: "aucun"
            case .notShown: "non démontré"
            }
        }
    }

    package let verdict: Verdict
    /// Sets of changes of the smallest size, each by name of fact; at most ``WhyNot/shownSets``. One empty set when
    /// the outcome is there already.
    package let sets: [[FactChange]]
    /// Whether ``sets`` are all there are of their size: false when there are more than are shown, or the search ended
    /// before all were tried.
    package let isComplete: Bool

    package init(verdict: Verdict, sets: [[FactChange]], isComplete: Bool) {
        self.verdict = verdict
        self.sets = sets
        self.isComplete = isComplete
    }
}
