package import SourceText

/// A condition (section 4), resolved: names are ids, values typed.
package struct Condition: Sendable {
    package indirect enum Kind: Sendable {
        case all([Condition])
        case any([Condition])
        case none([Condition])
        case atLeast(Int, [Condition])
        case not(Condition)
        /// `règle`: at least one of these applies.
        case rules([RuleID])
        case test(Test)
        case decisionTest(DecisionTest)
    }

    /// Dense number of the condition in its rule set, from 0: traces are arrays indexed by it.
    package let number: Int
    package let kind: Kind
    package let range: SourceRange

    package init(number: Int, kind: Kind, range: SourceRange) {
        self.number = number
        self.kind = kind
        self.range = range
    }

    /// The direct branches.
    package var branches: [Condition] {
        switch kind {
        case .all(let all), .any(let all), .none(let all), .atLeast(_, let all): all
        case .not(let one): [one]
        case .rules, .test, .decisionTest: []
        }
    }
}

/// `name: expected` on a fact or definition: all comparisons hold.
package struct Test: Sendable {
    package enum Subject: Hashable, Sendable {
        case fact(FactID)
        case definition(DefinitionID)
    }

    package let subject: Subject
    package let comparisons: [Comparison]
}

/// One comparator with what stands right of it.
package struct Comparison: Sendable {
    package enum Comparator: Hashable, Sendable {
        /// Equal to one of the operands; a set contains one of them.
        case oneOf
        /// Equal to none; a set contains none.
        case noneOf
        /// A set contains every one.
        case containsAll
        /// `plus de`, `après`.
        case above
        /// `au moins`, `au plus tôt`.
        case atLeast
        /// `moins de`, `avant`.
        case below
        /// `au plus`, `au plus tard`.
        case atMost
    }

    package let comparator: Comparator
    /// At least one; exactly one for the order comparators.
    package let operands: [Operand]
    package let range: SourceRange
}

/// A test on a decision: one test of the whole (section 4).
package struct DecisionTest: Sendable {
    /// What can be expected of a decision.
    package enum Expected: Hashable, Sendable {
        /// An outcome, by its place in the decision's `issues`.
        case outcome(Int)
        /// `sans objet`.
        case notApplicable
    }

    package struct Comparison: Sendable {
        /// `oneOf`, `noneOf` or `containsAll`.
        package let comparator: RuleModel.Comparison.Comparator
        package let expected: [Expected]
    }

    package let decision: DecisionID
    package let comparisons: [Comparison]
}
