import PolicyValues
import RandomPolicies
import RuleCases
import RuleEngine
import RuleModel
import Testing

/// What the tracers keep.
@Suite struct TracerTests {
    @Test(arguments: 0..<20 as Range<UInt64>) func countsWhatIsRecorded(_ seed: UInt64) throws {
        let set = try RuleText.load(RandomRules(seed: 0xC0 + seed).yaml)
        let program = Program(set)
        var counting = Machine(counting: program)
        var recording = Machine(recording: program)
        var conditions = set.conditions.map { _ in CountingTracer.Tally() }
        var rules = set.rules.map { _ in CountingTracer.Tally() }
        var random = RandomCases(of: set, seed: seed)
        for _ in 0..<30 {
            let (sheet, date) = (random.sheet(), random.date())
            counting.run(sheet, on: date)
            recording.run(sheet, on: date)
            for index in conditions.indices { conditions[index].count(recording.tracer.truths[index]) }
            for id in set.ruleIDs { rules[id.position].count(recording.truth(of: id)) }
        }
        #expect(counting.tracer.cases == 30)
        #expect(counting.tracer.conditions == conditions)
        #expect(counting.tracer.rules == rules)
        #expect(conditions.allSatisfy { $0.no + $0.unknown + $0.yes == 30 })
    }

    /// One condition, decided six times: once `faux`, twice `inconnu`, three times `vrai`.
    @Test func countsEachTruthApart() throws {
        let sections = """
            décisions: {suite: {question: Quoi, issues: {un: x}, méthode: cumul}}
            règles: {r: {si: {a: oui}, conclut: {suite: un}}}
            """
        let set = try RuleText.load(Sample.vocabulary + sections)
        var machine = Machine(counting: Program(set))
        for stated in [false, nil, nil, true, true, true] {
            var sheet = FactSheet(nothingStatedIn: set)
            if let stated { sheet.state(try #require(set.factIDs.first), as: .yesNo(stated)) }
            machine.run(sheet, on: .first)
        }
        for tally in machine.tracer.conditions + machine.tracer.rules {
            #expect((tally.no, tally.unknown, tally.yes) == (1, 2, 3))
            #expect(Truth.allCases.map { tally[$0] } == [1, 2, 3])
        }
    }

    /// What a sheet does not have is unknown.
    @Test func aShorterSheetLeavesTheRestUnknown() throws {
        let set = try RuleText.load(Sample.vocabulary + "définitions: {q: {vrai si: {une: [{a: oui}, {t: lettre}]}}}")
        var sheet = FactSheet(nothingStatedIn: set)
        sheet.values.removeSubrange(1...)
        var machine = Machine(Program(set))
        #expect(machine.evaluate(sheet, on: .first).definitions == [nil])
    }

    /// A branch that cannot matter, and what is not in force, are recorded all the same.
    @Test func recordsEveryBranch() throws {
        let sections = """
            décisions: {suite: {question: Quoi, issues: {un: x}, méthode: cumul}}
            règles: {r: {si: {toutes: [{a: oui}, {b: oui}]}, conclut: {suite: un}, en vigueur: 2030-01-01}}
            """
        let set = try RuleText.load(Sample.vocabulary + sections)
        var sheet = FactSheet(nothingStatedIn: set)
        for (id, holds) in zip(set.factIDs, [false, true]) { sheet.state(id, as: .yesNo(holds)) }
        var machine = Machine(recording: Program(set))
        let evaluation = machine.evaluate(sheet, on: .first)
        #expect(evaluation.rules == [.no])
        #expect(machine.tracer.truths == [.no, .no, .yes])
    }
}
