package import PolicyValues
package import RuleModel

extension RuleSet {
    /// The last day on which the set changes: something enters into force, or a parameter takes a value. Cases that give
    /// no date are decided then, so that a site does not change with the day on which it is made. Within
    /// `politique.en vigueur`.
    package var latestChange: CivilDate {
        var periods = rules.map(\.inForce) + definitions.map(\.inForce) + parameters.map(\.inForce)
        periods += [policy.inForce]
        for definition in definitions {
            if case .byCase(let lines) = definition.body { periods += lines.map(\.inForce) }
        }
        let starts = periods.compactMap { $0?.from } + parameters.flatMap { $0.versions.map(\.from) }
        let ends = periods.compactMap { $0?.through?.adding(days: 1) }
        let latest = (starts + ends).max() ?? .first
        return min(latest, policy.inForce?.through ?? .last)
    }
}
