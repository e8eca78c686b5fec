import PolicyValues
import RuleEngine
import RuleModel

/// Rules of a `unique` decision that can apply together and conclude different outcomes.
extension Analyzer {
    /// How many pairs of rules are shown for one decision.
    private static let shownPairs = 20

    mutating func checkConflicts() throws(AnalysisBug) {
        for id in set.decisionIDs {
            guard case .unique = set[id].method else { continue }
            var pairs: [RulePair] = []
            while pairs.count < Self.shownPairs {
                let question = Question.contradicts(id, except: pairs)
                switch try prover.answer(question) {
                case .never: break
                case .open: openQuestions += 1
                case .shown(let specimen):
                    let found = self.pairs(behind: id, in: specimen).filter { !pairs.contains($0) }
                    for pair in found { try report(pair, of: id, in: specimen) }
                    pairs += found
                    if !found.isEmpty { continue }
                }
                break
            }
        }
    }

    /// The pairs of rules that apply and conclude different outcomes.
    private func pairs(behind id: DecisionID, in specimen: Specimen) -> [RulePair] {
        let evaluation = prover.trial(specimen.sheet, on: specimen.date).evaluation
        let applying = set[id].concludedBy.map { rules in rules.filter { evaluation[$0] == .yes } }
        var pairs: [RulePair] = []
        for (place, rules) in applying.enumerated() {
            for others in applying[(place + 1)...] {
                pairs += rules.flatMap { rule in others.filter { $0 != rule }.map { RulePair(rule, $0) } }
            }
        }
        return Array(Set(pairs)).sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    }

    private mutating func report(
        _ pair: RulePair, of id: DecisionID, in specimen: Specimen
    ) throws(AnalysisBug) {
        let (first, second) = (set[pair.first], set[pair.second])
        let areLines = first.table != nil && first.table == second.table
        let witness = try witness(
            of: .conflicts(pair, in: id), in: specimen, named: FindingWording.conflictCase(first, second))
        report(.conflict(first, second, of: set[id], areLines: areLines), witness: witness)
    }
}
