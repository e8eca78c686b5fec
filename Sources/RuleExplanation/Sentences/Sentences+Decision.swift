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
            return result.state.word + (acquired(of: id).map { " (\($0))" } ?? "")
        }
    }

    /// « acquis : recours existant », of a decision that is not determined; nil where nothing is certain.
    private func acquired(of id: DecisionID) -> String? {
        let certain = names(examination.evaluation[id].certainOutcomes, of: set[id])
        return certain.isEmpty ? nil : labelled("acquis", FrenchFormat.list(certain))
    }

    /// As ``result(of:)``, with what is still possible of a decision that is not determined.
    package func resultInBrief(of id: DecisionID) -> String {
        guard examination.evaluation[id].state == .undetermined else { return result(of: id) }
        let possible = labelled(Wording.stillPossible.lowercased(), FrenchFormat.list(stillPossible(of: id), "ou"))
        let parts = [acquired(of: id), possible].compactMap { $0 }.joined(separator: "; ")
        return "\(examination.evaluation[id].state.word) (\(parts))"
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
