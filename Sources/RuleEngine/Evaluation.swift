package import PolicyValues
package import RuleModel

/// What an evaluator makes of a fact sheet at a date. Both evaluators give the same.
package struct Evaluation: Equatable, Sendable {
    package let date: CivilDate
    /// By definition; nil is unknown.
    package var definitions: [Value?]
    /// By rule: whether it applies.
    package var rules: [Truth]
    package var decisions: [DecisionResult]

    package init(date: CivilDate, definitions: [Value?], rules: [Truth], decisions: [DecisionResult]) {
        self.date = date
        self.definitions = definitions
        self.rules = rules
        self.decisions = decisions
    }

    package subscript(id: DefinitionID) -> Value? { definitions[id.position] }
    package subscript(id: RuleID) -> Truth { rules[id.position] }
    package subscript(id: DecisionID) -> DecisionResult { decisions[id.position] }
}

/// What is certain and possible of one decision (section 6).
package struct DecisionResult: Equatable, Sendable {
    package enum State: Hashable, Sendable {
        case determined
        case undetermined
        case notApplicable
        case contradictory

        /// As the interface writes it.
        package var word: String {
            switch self {
            case .determined: "déterminée"
            case .undetermined: "indéterminée"
            case .notApplicable: "sans objet"
            case .contradictory: "contradictoire"
            }
        }
    }

    /// Whether the decision applies (`applicable si`).
    package let applicability: Truth
    /// By outcome: the Kleene « or » of the rules that conclude it.
    package let supports: [Truth]
    /// By outcome: whether it is still possible. All false when the decision does not apply.
    package let possible: [Bool]
    /// By outcome, of a `cumul` decision: whether it certainly belongs; else nothing is certain here.
    package let certain: [Bool]
    package let state: State

    package init(
        applicability: Truth, supports: [Truth], possible: [Bool], certain: [Bool], state: State
    ) {
        self.applicability = applicability
        self.supports = supports
        self.possible = possible
        self.certain = certain
        self.state = state
    }

    /// Whether `sans objet` is still possible.
    package var mayNotApply: Bool { applicability != .yes }

    /// The possible outcomes, in their order.
    package var possibleOutcomes: [Int] { possible.indices.filter { possible[$0] } }

    /// The outcomes whose support is `vrai`: of a contradictory decision, those that contradict each other.
    package var supportedOutcomes: [Int] { supports.indices.filter { supports[$0] == .yes } }

    /// The certain members of a `cumul` decision, in their order.
    package var certainOutcomes: [Int] { certain.indices.filter { certain[$0] } }
}
