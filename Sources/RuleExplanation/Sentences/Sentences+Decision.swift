import PolicyValues
import RuleEngine
package import RuleModel

extension Sentences {
    /// « recevabilité : recevable », « bien-fondé : sans objet », « recevabilité : indéterminée ».
    package func sentence(of id: DecisionID) -> String {
        labelled(set[id].name, result(of: id))
    }

    /// What came out: the outcome or outcomes, or the state where there is none.
    package func result(of id: DecisionID) -> String {
        let decision = set[id]
        let result = examination.evaluation[id]
        switch result.state {
        case .determined: return outcome(of: id) ?? result.state.word
        case .notApplicable: return result.state.word
        case .contradictory:
            return "\(result.state.word) (\(FrenchFormat.list(names(result.supportedOutcomes, of: decision))))"
        case .undetermined:
            let certain = names(result.certainOutcomes, of: decision)
            let known = certain.isEmpty ? "" : " (\(labelled("acquis", FrenchFormat.list(certain))))"
            return result.state.word + known
        }
    }

    /// As ``result(of:)``, with what is still possible of a decision that is not determined.
    package func resultInBrief(of id: DecisionID) -> String {
        guard examination.evaluation[id].state == .undetermined else { return result(of: id) }
        let possible = FrenchFormat.list(stillPossible(of: id), "ou")
        return "\(result(of: id)) (\(labelled(Wording.stillPossible.lowercased(), possible)))"
    }

    /// The outcomes that may still come out, `sans objet` last where it may.
    package func stillPossible(of id: DecisionID) -> [String] {
        let result = examination.evaluation[id]
        let open = names(result.possibleOutcomes.filter { !result.certain[$0] }, of: set[id])
        return open + (result.mayNotApply ? [DecisionResult.State.notApplicable.word] : [])
    }

    /// The determined outcome or outcomes; nil while undetermined or contradictory.
    func outcome(of id: DecisionID) -> String? {
        let decision = set[id]
        let result = examination.evaluation[id]
        switch result.state {
        case .determined where decision.isCumulative:
            let members = names(result.certainOutcomes, of: decision)
            return members.isEmpty ? "aucune issue retenue" : FrenchFormat.list(members)
        case .determined: return names(result.possibleOutcomes, of: decision).first
        case .notApplicable: return result.state.word
        case .undetermined, .contradictory: return nil
        }
    }

    func names(_ outcomes: [Int], of decision: Decision) -> [String] {
        outcomes.map { decision.outcomes[$0].name }
    }
}
