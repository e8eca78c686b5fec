import PolicyValues
import RuleModel

/// The dates at which a set has to be looked at: one for each stretch of days over which nothing changes.
enum AnalysisDates {
    /// Where a set has no date at all, every date is as good; this one keeps witnesses readable.
    private static let anyDate = CivilDate(year: 2024, month: 1, day: 1) ?? .first

    /// The first day of each stretch within `politique.en vigueur` (of the first stretch, where that is open, the last
    /// day), latest first.
    static func of(_ sets: [RuleSet]) -> [CivilDate] {
        let periods = sets.compactMap(\.policy.inForce)
        let first = periods.compactMap(\.from).max()
        let last = periods.compactMap(\.through).min()
        let changes = Set(sets.flatMap(\.changes)).sorted().filter { change in
            (first.map { $0 < change } ?? true) && (last.map { change <= $0 } ?? true)
        }
        guard let start = first ?? changes.first?.adding(days: -1) ?? last else { return [anyDate] }
        if let last, last < start { return [] }
        return ([start] + changes).reversed()
    }

    /// The days over which all is as on one of the dates of a set.
    static func stretch(of date: CivilDate, among dates: [CivilDate], of set: RuleSet) -> ClosedRange<CivilDate> {
        let later = dates.last { $0 > date }
        let end = later?.adding(days: -1) ?? set.policy.inForce?.through ?? .last
        let start = date == dates.last ? set.policy.inForce?.from ?? .first : date
        return start...max(start, end)
    }
}

extension RuleSet {
    /// The days from which on something is otherwise than the day before.
    fileprivate var changes: [CivilDate] {
        var periods = rules.map(\.inForce) + parameters.map(\.inForce) + definitions.map(\.inForce)
        for definition in definitions {
            if case .byCase(let lines) = definition.body { periods += lines.map(\.inForce) }
        }
        let ends = periods.compactMap(\.self).flatMap { [$0.from, $0.through?.adding(days: 1)] }.compactMap(\.self)
        return ends + parameters.flatMap(\.versions).map(\.from)
    }
}
