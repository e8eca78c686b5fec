import PolicyValues
import RandomPolicies
import RuleCases
import RuleEngine
import RuleModel
import Testing

@testable import RuleAnalysis

/// Two small random sets that differ in one word: what is said of them is what deciding all cases gives.
@Suite struct ComparisonOfAllCasesTests {
    @Test func verdictIsThatOfAllCases() throws {
        var (compared, equivalent) = (0, 0)
        for seed in 0..<Tries.comparedSets {
            let yaml = RandomRules(seed: seed, isSmall: true).yaml
            var dice = SplitMix64(seed: seed ^ 0xD1FF)
            guard let changed = yaml.changingAWord(&dice), let new = try? RuleText.load(changed) else { continue }
            let old = try RuleText.load(yaml)
            let report = try RuleSetComparison.compare(Program(old), Program(new), within: .seconds(600))
            let expected = differences(between: old, new)
            compared += 1
            if expected.pairs.isEmpty, !expected.isRefusal { equivalent += 1 }
            #expect(report.areEquivalent == (expected.pairs.isEmpty && !expected.isRefusal), "seed \(seed)\n\(changed)")
            #expect(report.refusals.isEmpty == !expected.isRefusal, "seed \(seed)")
            for difference in report.differences {
                let pair = "\(difference.decision): \(text(of: difference.old)) → \(text(of: difference.new))"
                #expect(expected.pairs.contains(pair), "seed \(seed): \(pair)")
            }
            // Of sets each change of a member is shown, not each pair of sets.
            for pair in expected.pairs where !pair.contains("{") {
                let found = report.differences.contains {
                    "\($0.decision): \(text(of: $0.old)) → \(text(of: $0.new))" == pair
                }
                #expect(found, "seed \(seed): \(pair) is not shown")
            }
        }
        print("\(compared) pairs of sets, \(equivalent) equivalent")
        #expect(compared > equivalent && equivalent > 0)
    }

    /// The pairs of results that occur in cases coherent in both, and whether one refuses what the other does not.
    private func differences(between old: RuleSet, _ new: RuleSet) -> (pairs: Set<String>, isRefusal: Bool) {
        var pairs: Set<String> = []
        var isRefusal = false
        for date in AnalysisDates.of([old, new]) {
            CompleteCases(old).visit { sheet in
                let before = Trial.byReference(sheet, on: date, of: old)
                let after = Trial.byReference(sheet, on: date, of: new)
                let coherent = (before.isCoherent, after.isCoherent)
                if coherent.0 != coherent.1 { isRefusal = true }
                guard coherent == (true, true) else { return }
                for id in old.decisionIDs {
                    let first = text(of: before.evaluation[id], old[id])
                    let second = text(of: after.evaluation[id], new[id])
                    if first != second { pairs.insert("\(old[id].name): \(first) → \(second)") }
                }
            }
        }
        return (pairs, isRefusal)
    }

    private func text(of result: DecisionResult, _ decision: Decision) -> String {
        func names(_ outcomes: [Int]) -> String { outcomes.map { decision.outcomes[$0].name }.joined(separator: ", ") }
        switch result.state {
        case .notApplicable: return "sans objet"
        case .contradictory:
            return "contradictoire [\(names(result.supports.indices.filter { result.supports[$0] == .yes }))]"
        case .determined, .undetermined:
            let state = result.state == .determined ? "" : "indéterminée "
            if decision.isCumulative { return state + "{\(names(result.certainOutcomes))}" }
            return result.state == .determined ? names(result.possibleOutcomes) : "indéterminée"
        }
    }

    private func text(of side: ComparisonReport.Side) -> String {
        let names = side.issue?.joined(separator: ", ") ?? ""
        switch side.state {
        case "sans objet": return side.state
        case "contradictoire": return "contradictoire [\(names)]"
        default:
            let state = side.state == "déterminée" ? "" : "indéterminée "
            if side.isSet { return state + "{\(names)}" }
            return side.state == "déterminée" ? names : "indéterminée"
        }
    }
}

/// Every complete case of a set whose facts have few values.
struct CompleteCases {
    private let set: RuleSet

    init(_ set: RuleSet) { self.set = set }

    func visit(_ body: (FactSheet) -> Void) {
        let values = set.factIDs.map { RandomCases.allValues(of: set[$0].type) ?? [] }
        var places = values.map { _ in 0 }
        while true {
            var sheet = FactSheet(nothingStatedIn: set)
            for id in set.factIDs { sheet.state(id, as: values[id.position][places[id.position]]) }
            body(sheet)
            guard let next = places.indices.first(where: { places[$0] + 1 < values[$0].count }) else { return }
            for earlier in 0..<next { places[earlier] = 0 }
            places[next] += 1
        }
    }
}

extension String {
    /// The text with one word of a rule turned into another, at random; nil where it has none of them.
    fileprivate func changingAWord(_ dice: inout SplitMix64) -> String? {
        let words = [
            (" oui", " non"), (" non", " oui"), ("toutes:", "une:"), ("une:", "toutes:"), ("rouge", "vert"),
            ("est:", "n'est pas:"),
            ("au: 2024-03-1", "au: 2024-03-2"), ("issue 1", "issue 2"), ("aucune:", "une:"),
        ]
        for _ in 0..<20 {
            guard let (word, other) = dice.pick(words) else { return nil }
            let ranges = ranges(of: word)
            guard let range = dice.pick(ranges) else { continue }
            return replacingCharacters(in: range, with: other)
        }
        return nil
    }

    private func replacingCharacters(in range: Range<Index>, with other: String) -> String {
        String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
    }
}
