import PolicyValues
import RandomPolicies
import RuleCases
import RuleEngine
import RuleModel
import Testing

/// What is settled while facts are unknown is so whatever they turn out to be: all cases of small rule sets are tried.
@Suite struct CompletionTests {
    @Test(arguments: 0..<4 as Range<UInt64>) func whatIsSettledHoldsUnderEveryCompletion(_ strand: UInt64) throws {
        var determined = 0
        for seed in stride(from: strand, to: Effort.sets, by: 4) {
            let set = try RuleText.load(RandomRules(seed: 0x5A11 + seed, isSmall: true).yaml)
            var machine = Machine(recording: Program(set))
            var random = RandomCases(of: set, seed: seed)
            let date = random.date()
            for number in 0..<4 {
                let sheet = random.sheet()
                let partial = Snapshot(machine.evaluate(sheet, on: date), machine.tracer.truths)
                determined += partial.evaluation.decisions.count { $0.state != .undetermined }
                for completion in sheet.completions(in: set) {
                    let whole = Snapshot(machine.evaluate(completion, on: date), machine.tracer.truths)
                    #expect(partial.changes(in: whole) == [], "seed \(seed), case \(number), \(completion.values)")
                }
            }
        }
        #expect(determined > Int(Effort.sets) / 4)
    }
}

extension FactSheet {
    /// The sheet with every unknown fact stated, in every way; its facts have few values each.
    fileprivate func completions(in set: RuleSet) -> [FactSheet] {
        var sheets = [self]
        for id in set.factIDs where self[id] == nil {
            let values = RandomCases.allValues(of: set[id].type) ?? []
            sheets = sheets.flatMap { sheet in
                values.map { value in
                    var stated = sheet
                    stated.state(id, as: value)
                    return stated
                }
            }
        }
        return sheets
    }
}
