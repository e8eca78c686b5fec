import PolicyValues
import RuleCases
import RuleEngine
import RuleModel
import Testing

/// The compiled program and the reference evaluator are two ways that must agree. A seed for which they do not is kept
/// here as a test with a name, once mended.
@Suite struct DifferentialTests {
    @Test func machineGivesWhatTheReferenceGives() async throws {
        let pairs = Effort.pairs
        let tally = try await withThrowingTaskGroup(of: DifferentialTally.self) { group in
            let share = Effort.casesOfASet
            let sets = UInt64((pairs + share - 1) / share)
            let strands: UInt64 = 4
            for strand in 0..<strands {
                group.addTask {
                    var tally = DifferentialTally()
                    for seed in stride(from: strand, to: sets, by: Int(strands)) {
                        try tally.compare(seed, cases: share)
                    }
                    return tally
                }
            }
            return try await group.reduce(into: DifferentialTally()) { $0.add($1) }
        }
        print(tally.report)
        #expect(tally.differences.isEmpty, "\(tally.differences.prefix(3).joined(separator: "\n\n"))")
        #expect(tally.pairs >= pairs)
        #expect(tally.census.missing == [], "never generated")
        for truth in Truth.allCases {
            #expect(tally.share(of: truth) >= 0.2, "\(truth.word) is too rare: \(tally.report)")
        }
        #expect(tally.missingStates == [], "\(tally.report)")
    }
}
