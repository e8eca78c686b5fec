/// Who changes among known cases, between two rule sets.
package struct AffectedCases: Sendable {
    /// Where a case is written.
    package struct Place: Hashable, Sendable {
        package let file: String
        /// From 1.
        package let line: Int

        package init(file: String, line: Int) {
            self.file = file
            self.line = line
        }
    }

    /// A decision that comes to something else.
    package struct Result: Sendable {
        package let decision: String
        package let old: ComparisonReport.Side
        package let new: ComparisonReport.Side
    }

    /// Which of the sets alone refuses a case, for a constraint or its period.
    package enum Refusal: String, Sendable {
        case old = "ancien"
        case new = "nouveau"
    }

    /// What changes for a case or one of its objets.
    package struct Change: Sendable {
        package var results: [Result] = []
        package var refusal: Refusal?

        package var isNone: Bool { results.isEmpty && refusal == nil }
    }

    package struct Case: Sendable {
        package let name: String?
        /// The objet, in a case of several.
        package let matter: String?
        package let place: Place
        package let change: Change
    }

    /// How many cases were decided.
    package var total = 0
    /// In the order in which they were read; a case of several objets once for each that changes.
    package var changed: [Case] = []
    /// How many cannot be used by either set.
    package var unusable = 0
}
