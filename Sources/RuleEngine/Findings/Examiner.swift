package import PolicyValues
package import RuleCases
package import RuleModel

/// Decides fact sheets and finds what explanations need (section 7): motifs, missing facts and parameters, and the
/// presumptions that each decision rests on.
///
///     var examiner = Examiner(set)
///     let examination = examiner.examine(sheet, on: date)
///
/// - Complexity: linear in the size of the set, for each 64 missing facts; with presumed facts at stake, up to 4096
///   more evaluations (``Presumptions``).
package struct Examiner: Sendable {
    package let set: RuleSet
    private var machine: Machine<RecordingTracer>
    /// By rule: its place by name. Lines of a table are numbered, so ids do not say it.
    private let placesByName: [Int]

    /// Compiles the rule set, once.
    package init(_ set: RuleSet) { self.init(Program(set)) }

    /// Shares a program that is compiled already.
    package init(_ program: Program) {
        let model = program.model
        set = model
        machine = Machine(recording: program)
        var places = model.rules.map { _ in 0 }
        let byName = model.ruleIDs.sorted { model[$0].name.utf8.lexicographicallyPrecedes(model[$1].name.utf8) }
        for (place, rule) in byName.enumerated() { places[rule.position] = place }
        placesByName = places
    }

    package mutating func examine(_ facts: FactSheet, on date: CivilDate) -> Examination {
        let situation = situation(of: facts, on: date)
        let missing = MissingList(situation)
        let presumed = presumptions(of: situation)
        let findings = set.decisionIDs.map { decision in
            DecisionFindings(
                motifs: motifs(of: decision, in: situation.evaluation),
                missing: missing.factsOfDecision[decision.position],
                missingParameters: missing.parametersOfDecision[decision.position],
                presumed: presumed[decision.position])
        }
        return Examination(
            facts: facts, evaluation: situation.evaluation, truths: situation.truths, findings: findings,
            missing: missing.facts)
    }

    /// The rules that apply and conclude an outcome that is still possible; of a decision that does not apply none is.
    private func motifs(of decision: DecisionID, in evaluation: Evaluation) -> [RuleID] {
        let result = evaluation[decision]
        let concluding = result.possibleOutcomes.flatMap { set[decision].concludedBy[$0] }
        return Set(concluding.filter { evaluation[$0] == .yes })
            .sorted { placesByName[$0.position] < placesByName[$1.position] }
    }

    mutating func situation(of facts: FactSheet, on date: CivilDate) -> Situation {
        let evaluation = machine.evaluate(facts, on: date)
        return Situation(set: set, facts: facts, evaluation: evaluation, truths: machine.tracer.truths)
    }
}
