package import PolicyValues
package import RuleCases
package import RuleModel

/// Finds what would give a decision an outcome that it did not get (`pourquoi pas`, section 7).
///
///     var whyNot = WhyNot(program)
///     let answer = whyNot.sets(giving: .outcome(1), to: decision, changing: sheet, on: date)
///
/// Sets of changes are sought from the smallest size up, at the same evaluation date even where the change is to the
/// fact that gives it. Each set that is answered has been evaluated: it gives the outcome and breaks no constraint.
package struct WhyNot: Sendable {
    /// How many sets are answered at most.
    package static let shownSets = 20
    /// How much work a question may cost, when the caller does not say: conditions, rules and definitions looked at. A
    /// second or two; on a set of tens of thousands of rules some seconds.
    package static let effort = 300_000_000

    private let program: Program

    package init(_ program: Program) { self.program = program }

    /// The smallest sets of changes to `facts` that give the outcome (`cumul`: make it a certain member), or
    /// `sans objet`.
    ///
    /// - Parameter effort: after so much work the search ends with what it has.
    package func sets(
        giving wanted: DecisionTest.Expected, to decision: DecisionID, changing facts: FactSheet, on date: CivilDate,
        effort: Int = Self.effort
    ) -> WhyNotAnswer {
        var search = WhyNotSearch(
            program, wanted: wanted, decision: decision, facts: facts, date: date, effort: effort)
        search.run()
        let sets = search.refinedSets()
        guard !sets.isEmpty else {
            return WhyNotAnswer(verdict: search.provesNone ? .none : .notShown, sets: [], isComplete: search.provesNone)
        }
        let shown = Self.varied(sets)
        return WhyNotAnswer(
            verdict: .found, sets: shown, isComplete: search.isComplete && shown.count == sets.count)
    }

    /// At most ``shownSets``: first one of each set of facts, then others of the same facts; in the order given.
    private static func varied(_ sets: [[FactChange]]) -> [[FactChange]] {
        guard sets.count > shownSets else { return sets }
        var seen: Set<[FactID]> = []
        let isFirst = sets.map { seen.insert($0.map(\.fact)).inserted }
        let chosen = (sets.indices.filter { isFirst[$0] } + sets.indices.filter { !isFirst[$0] }).prefix(shownSets)
        return chosen.sorted().map { sets[$0] }
    }
}
