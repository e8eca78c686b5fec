import PolicyValues
import RuleCases
import RuleEngine
import RuleModel
import SourceText

/// Makes a witness of a case that shows something: states as few facts as will do, with plain values, and has the
/// engine decide it as a user would.
struct WitnessSearch {
    let prover: Prover
    let question: Question
    let date: CivilDate

    private var set: RuleSet { prover.set }

    /// - Parameter program: replays the case, by the commands' way and by the reference evaluator.
    static func witness(
        of question: Question, in specimen: Specimen, named name: String, _ prover: Prover, _ program: Program
    ) throws(AnalysisBug) -> WitnessCase {
        let search = WitnessSearch(prover: prover, question: question, date: specimen.date)
        let statements = search.plainer(search.fewest(of: specimen.sheet))
        let witness = WitnessCase(named: name, on: specimen.date, stating: statements, in: prover.set)
        guard search.isConfirmed(witness, program) else {
            throw prover.bug("\(question)", Specimen(sheet: witness.sheet, date: specimen.date))
        }
        return witness
    }

    // MARK: Fewer facts

    private func fewest(of sheet: FactSheet) -> [WitnessCase.Statement] {
        let all = set.factIDs.compactMap { id in sheet[id].map { WitnessCase.Statement(fact: id, value: $0) } }
        let search = FewestFacts<WitnessCase.Statement>(
            shows: { shows($0) },
            mayDrop: { statement in
                // What is presumed otherwise would make another case, which constraints may exclude.
                let presumed = set[statement.fact].presumed
                return presumed == nil || presumed == statement.value
            },
            others: { statement in
                guard set[statement.fact].type.hasFewValues else { return [] }
                return prover.candidates.values[statement.fact.position].filter { $0 != statement.value }
                    .map { WitnessCase.Statement(fact: statement.fact, value: $0) }
            })
        return search.of(all)
    }

    // MARK: Plainer values

    /// The same facts, each with the first candidate value that still shows it.
    private func plainer(_ statements: [WitnessCase.Statement]) -> [WitnessCase.Statement] {
        var chosen = statements
        for index in chosen.indices {
            let fact = chosen[index].fact
            if set[fact].type.hasFewValues || fact == set.policy.referenceDate { continue }
            let kept = chosen[index]
            for value in prover.candidates.values[fact.position] {
                chosen[index] = WitnessCase.Statement(fact: fact, value: value)
                if value == kept.value || shows(chosen) { break }
                chosen[index] = kept
            }
        }
        return chosen
    }

    private func shows(_ statements: [WitnessCase.Statement]) -> Bool {
        var sheet = FactSheet(nothingStatedIn: set)
        for statement in statements { sheet.state(statement.fact, as: statement.value) }
        let trial = prover.trial(sheet, on: date)
        return trial.isCoherent && trial.shows(question, prover.conditions)
    }

    // MARK: Replay

    /// Whether the case is accepted, and shows the same, when it is decided as the commands do and by the reference
    /// evaluator.
    private func isConfirmed(_ witness: WitnessCase, _ program: Program) -> Bool {
        var decider = CaseDecider(program, asked: nil, today: date)
        var bag = DiagnosticBag()
        let place = SourceRange.beginning(of: FileID(index: 0))
        guard let matter = decider.decide(witness.sheet, date: date, at: place, into: &bag) else { return false }
        let decided = Trial(set, matter.examination.evaluation, matter.examination.truths)
        let referred = Trial.byReference(witness.sheet, on: date, of: set)
        return [decided, referred].allSatisfy { $0.isCoherent && $0.shows(question, prover.conditions) }
    }
}

extension ValueType {
    /// Whether each value stands for itself, and none is plainer than another.
    var hasFewValues: Bool {
        switch self {
        case .yesNo, .choice, .choices: true
        case .number, .date, .text: false
        }
    }
}
