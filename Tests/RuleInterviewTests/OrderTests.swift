import InterviewOrders
import Testing

/// The short form of `make questions`, whose figures docs/entretien.md has.
@Suite("The order of questions") struct OrderTests {
    @Test("needs fewer questions than chance, and chance fewer than the order of the files") func compared() throws {
        let sample = try Sample.policy()
        var trial = QuestionOrderTrial(sample.program, on: sample.date)
        let counts = QuestionOrderTrial.Order.allCases.map { trial.count($0, requetes: 4) }
        #expect(counts.allSatisfy { $0.questions.count == 4 && $0.notShown == 0 })
        for (better, worse) in zip(counts, counts.dropFirst()) { #expect(better.mean < worse.mean) }
        #expect(counts[0].excluded > 0)
    }
}
