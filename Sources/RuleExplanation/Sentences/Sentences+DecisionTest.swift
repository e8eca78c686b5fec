import PolicyValues
import RuleEngine
package import RuleModel

extension Sentences {
    /// What a test on a decision says: « recevabilité : recevable », « orientation : comprend prise en charge ».
    package func sentence(of test: DecisionTest, affirmed: Bool) -> String {
        let decision = set[test.decision]
        let phrases = test.comparisons.map { phrase($0, of: decision, affirmed: affirmed) }
        return labelled(decision.name, FrenchFormat.list(phrases, affirmed ? "et" : "ou"))
    }

    private func phrase(_ comparison: DecisionTest.Comparison, of decision: Decision, affirmed: Bool) -> String {
        let names = comparison.expected.map { decision.name(of: $0) }
        let several = names.count > 1
        // `sans objet` is not a member of a set: it is said as a value, as the outcome of a decision that has but one.
        let isSet = decision.isCumulative && !comparison.expected.contains(.notApplicable)
        switch (comparison.comparator, affirmed) {
        case (.oneOf, true), (.noneOf, false): return (isSet ? "comprend " : "") + FrenchFormat.list(names, "ou")
        case (.noneOf, true), (.oneOf, false):
            let nor = "ni " + names.joined(separator: " ni ")
            if isSet { return several ? "ne comprend " + nor : "ne comprend pas " + names.joined() }
            return several ? nor : other(than: names.joined())
        case (.containsAll, true): return "comprend " + FrenchFormat.list(names, "et")
        case (.containsAll, false):
            return "ne comprend pas " + (several ? "à la fois " : "") + FrenchFormat.list(names, "et")
        // The order comparators do not stand on decisions (language, section 4).
        case (.above, _), (.atLeast, _), (.below, _), (.atMost, _): return FrenchFormat.list(names, "ou")
        }
    }
}
