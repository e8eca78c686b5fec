package import PolicyValues
package import RuleModel
package import SourceText

/// Something of a rule set that cases should see from all sides.
package struct CoverageItem: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case rule = "règle"
        /// A line of a table.
        case line = "ligne"
        case condition
        /// A condition of a `sauf`.
        case exception
        case outcome = "issue"
    }

    /// What it is, to be looked up in an evaluation.
    package enum Subject: Hashable, Sendable {
        case rule(RuleID)
        case outcome(DecisionID, Int)
        /// By number, with what carries it.
        case condition(Int, of: Computed)
    }

    package let kind: Kind
    package let subject: Subject
    package let name: String
    package let range: SourceRange
    /// The truths that it can have at all: a rule without a condition is never `faux`.
    package let possible: [Truth]
    /// How often each was seen.
    package internal(set) var seen = CoverageTally()
    /// Of a condition: how often it alone decided what carries it, being `vrai` or `faux` (masking MC/DC, as in
    /// DOT/FAA/AR-01/18).
    package internal(set) var decisive = CoverageTally()

    /// The truths that no case showed.
    package var missing: [Truth] { possible.filter { seen[$0] == 0 } }

    /// Whether it is a condition, which may decide alone.
    package var canDecide: Bool {
        switch subject {
        case .condition: true
        case .rule, .outcome: false
        }
    }

    /// « jamais fausse ni inconnue », what no case showed; nil when nothing is missing.
    package var lack: String? { CoverageWording.lack(self) }

    /// The truths in which it never decided alone.
    package var neverDecisive: [Truth] { canDecide ? [.yes, .no].filter { decisive[$0] == 0 } : [] }
}

/// How often each truth was seen.
package struct CoverageTally: Hashable, Sendable {
    private var counts = [0, 0, 0]

    init() {}

    mutating func count(_ truth: Truth) { counts[Self.place(of: truth)] += 1 }

    package subscript(truth: Truth) -> Int { counts[Self.place(of: truth)] }

    private static func place(of truth: Truth) -> Int {
        switch truth {
        case .no: 0
        case .unknown: 1
        case .yes: 2
        }
    }
}
