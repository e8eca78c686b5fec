import PolicyValues
import RandomPolicies
import RuleCases
import RuleEngine
import RuleModel
import Testing

/// Monotony (language, section 3): stating one more fact never changes a decision that is already determined, and never
/// adds a possible outcome; nor does a truth or a value that is known change.
@Suite struct MonotonyTests {
    @Test(arguments: 0..<4 as Range<UInt64>) func oneMoreFactOnlySettles(_ strand: UInt64) throws {
        var stated = 0
        for seed in stride(from: strand, to: Effort.sets, by: 4) {
            let set = try RuleText.load(RandomRules(seed: 0xA110 + seed).yaml)
            var machine = Machine(recording: Program(set))
            var random = RandomCases(of: set, seed: seed)
            for number in 0..<40 {
                let (sheet, date) = (random.sheet(), random.date())
                guard let more = random.stating(oneMoreThan: sheet) else { continue }
                let before = Snapshot(machine.evaluate(sheet, on: date), machine.tracer.truths)
                let after = Snapshot(machine.evaluate(more, on: date), machine.tracer.truths)
                #expect(
                    before.changes(in: after) == [], "seed \(seed), case \(number), \(sheet.values) → \(more.values)")
                stated += 1
            }
        }
        #expect(stated > Int(Effort.sets) * 5)
    }

    @Test func aChangeIsSeen() throws {
        let set = try RuleText.load(
            """
            politique: {nom: Essai, version: "1"}
            faits: {urgent: {question: Quoi, type: oui/non}}
            décisions: {suite: {question: Quoi, issues: {un: x, deux: x}, méthode: priorité, par défaut: deux}}
            règles: {r: {si: {urgent: oui}, conclut: {suite: un}}}
            """)
        var machine = Machine(recording: Program(set))
        func snapshot(_ holds: Bool?) -> Snapshot {
            var sheet = FactSheet(nothingStatedIn: set)
            sheet.state(FactID(0), as: holds.map { .yesNo($0) })
            return Snapshot(machine.evaluate(sheet, on: .first), machine.tracer.truths)
        }
        let (open, yes, no) = (snapshot(nil), snapshot(true), snapshot(false))
        #expect(open.changes(in: yes) == [])
        #expect(open.changes(in: no) == [])
        #expect(yes.changes(in: no) == ["rule 0", "decision 0", "condition 0"])
        #expect(yes.changes(in: open) == ["rule 0", "decision 0", "condition 0"])
    }
}
