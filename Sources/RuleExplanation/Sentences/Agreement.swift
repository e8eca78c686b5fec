package import RuleEngine
package import RuleModel

/// Whether the objects of a case have the same result for a decision (docs/json.md, `ensemble`).
package struct Agreement: Sendable {
    /// What one object's decision comes to.
    package enum Result: Hashable, Sendable {
        /// One outcome.
        case outcome(Int)
        /// The members of a `cumul` decision, possibly none.
        case members([Int])
        /// `indéterminée`, `sans objet` or `contradictoire`: there is no outcome.
        case none(DecisionResult.State)
    }

    /// Each distinct result once, in the order of the objects.
    package let results: [Result]

    package var agrees: Bool { results.count == 1 }
}

extension DecidedCase {
    /// How the objects agree on a decision.
    package func agreement(on id: DecisionID, by set: RuleSet) -> Agreement {
        var results: [Agreement.Result] = []
        for matter in all {
            let result = Self.result(matter.examination.evaluation[id], of: set[id])
            guard !results.contains(result) else { continue }
            results.append(result)
        }
        return Agreement(results: results)
    }

    /// The name of an object, or `objet 1`… where it has none.
    package func objectName(_ index: Int) -> String { all[index].name ?? Wording.unnamedObject(index + 1) }

    private static func result(_ result: DecisionResult, of decision: Decision) -> Agreement.Result {
        switch result.state {
        case .determined where decision.isCumulative: .members(result.certainOutcomes)
        case .determined: result.possibleOutcomes.first.map(Agreement.Result.outcome) ?? .none(result.state)
        case .undetermined, .notApplicable, .contradictory: .none(result.state)
        }
    }
}
