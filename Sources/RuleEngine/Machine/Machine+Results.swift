package import PolicyValues
package import RuleModel

/// What the latest case came to, read without being copied out as a whole.
extension Machine {
    /// Whether a rule applies.
    package func truth(of rule: RuleID) -> Truth { rules[rule.position] }

    /// Nil is unknown.
    package func value(of definition: DefinitionID) -> Value? {
        value(of: cells[program.firstDefinition + definition.position], as: program.model[definition].type)
    }

    /// A constraint that is `faux` makes the case incoherent; one that is `inconnu` refuses nothing.
    package func truth(ofConstraint id: InvariantID) -> Truth { constraints[id.position] }

    package func state(of decision: DecisionID) -> DecisionResult.State { states[decision.position] }

    /// Whether an outcome of a decision, by its place in `issues`, is still possible.
    package func isPossible(_ outcome: Int, of decision: DecisionID) -> Bool {
        possible[Int(program.decisions[decision.position].firstOutcome) + outcome]
    }

    package func result(of decision: DecisionID) -> DecisionResult {
        let code = program.decisions[decision.position]
        let outcomes = Int(code.firstOutcome)..<Int(code.firstOutcome + code.outcomeCount)
        let applies = applicability[decision.position]
        let canBeCertain =
            switch code.method {
            case .cumulative: applies.isYes
            case .priority, .unique: false
            }
        return DecisionResult(
            applicability: applies, supports: Array(supports[outcomes]), possible: Array(possible[outcomes]),
            certain: outcomes.map { canBeCertain && supports[$0].isYes }, state: states[decision.position])
    }

    func evaluation(on date: CivilDate) -> Evaluation {
        Evaluation(
            date: date, definitions: program.model.definitionIDs.map { value(of: $0) }, rules: rules,
            decisions: program.model.decisionIDs.map { result(of: $0) })
    }
}
