import PolicyValues
import RuleEngine
import RuleModel

extension ComparisonReport.Side {
    /// The result of a decision with the rules behind it.
    init(
        _ result: ComparedResult, _ match: DecisionMatch, _ id: DecisionID, _ evaluation: Evaluation, _ set: RuleSet
    ) {
        let decision = set[id]
        let motifs = evaluation[id].possibleOutcomes.flatMap { decision.concludedBy[$0] }
            .filter { evaluation[$0] == .yes }
        let hasIssue: Bool
        switch result.state {
        case .notApplicable: hasIssue = false
        case .undetermined: hasIssue = decision.isCumulative
        case .determined, .contradictory: hasIssue = true
        }
        self.init(
            state: result.state.word, issue: hasIssue ? result.outcomes.map { match.outcomes[$0].name } : nil,
            isSet: decision.isCumulative || result.state == .contradictory,
            motifs: Set(motifs).map { set[$0].name }.sorted())
    }
}
