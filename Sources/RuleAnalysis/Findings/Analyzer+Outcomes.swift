import RuleCases
import RuleEngine
import RuleModel

/// Outcomes that no case reaches, and tables that leave cases to the default.
extension Analyzer {
    var outcomeQuestions: [Question] {
        self.set.decisionIDs.flatMap { id in set[id].outcomes.indices.map { Question.isPossible($0, of: id) } }
    }

    mutating func checkOutcomes() throws(AnalysisBug) {
        for id in set.decisionIDs {
            for outcome in set[id].outcomes.indices {
                let rules = set[id].concludedBy[outcome]
                // One that nothing concludes is unused: no proof is needed.
                guard !rules.isEmpty || set[id].method.fallback == outcome else { continue }
                if try isNever(.isPossible(outcome, of: id)) {
                    report(.unreachableOutcome(set[id].outcomes[outcome], of: set[id], rules.map { set[$0] }))
                }
            }
        }
    }

    var tableQuestions: [Question] { gapTables.map(Question.hasGap) }

    mutating func checkTables() throws(AnalysisBug) {
        for id in gapTables {
            switch try prover.answer(.hasGap(id)) {
            case .never: continue
            case .open: openQuestions += 1
            case .shown(let specimen):
                let witness = try witness(
                    of: .hasGap(id), in: specimen, named: FindingWording.gapCase(set[id]))
                report(.gap(set[id], of: set[set[id].decision], entries(of: set[id], in: witness)), witness: witness)
            }
        }
    }

    /// Tables of decisions that have a default; a `cumul` may well be empty.
    private var gapTables: [TableID] {
        self.set.tables.indices.map { TableID($0) }.filter { !set[set[$0].decision].isCumulative }
    }

    /// The entries of a table with their values in a case, as far as they have one.
    private func entries(of table: RuleTable, in witness: WitnessCase) -> [(name: String, value: String?)] {
        let sheet = witness.sheet
        let evaluation = prover.trial(sheet, on: witness.date).evaluation
        return table.columns.map { column in
            let name = set.name(of: column)
            switch column {
            case .fact(let id): return (name, sheet[id].map { FindingWording.value($0, set) })
            case .definition(let id): return (name, evaluation[id].map { FindingWording.value($0, set) })
            case .decision(let id):
                let result = evaluation[id]
                let issue = result.possibleOutcomes.count == 1 ? result.possibleOutcomes.first : nil
                return (name, result.state == .determined ? issue.map { set[id].outcomes[$0].name } : nil)
            }
        }
    }
}

extension Decision.Method {
    /// The outcome by default.
    fileprivate var fallback: Int? {
        switch self {
        case .priority(let byDefault), .unique(let byDefault): byDefault
        case .cumulative: nil
        }
    }
}
