import Foundation
import PolicyValues
import RuleCases
import RuleEngine
import RuleInterview
import RuleModel
import SourceText
import Testing

/// How many questions it takes until every decision is determined, by the order in which they are asked.
///
/// `BIENFONDE_ENTRETIENS=10000 swift test -c release -Xswiftc -enable-testing --filter OrderTests` gives the measure of
/// docs/entretien.md; without the variable some interviews only, for the comparison.
@Suite("The order of questions", .serialized) struct OrderTests {
    enum Order: CaseIterable {
        case chosen
        case ofFiles
        case random
    }

    struct Measure {
        var questions: [Int] = []
        var excluded = 0
        var listed = 0
        var notShown = 0

        var mean: Double { Double(questions.reduce(0, +)) / Double(max(1, questions.count)) }
        var worst: Int { questions.max() ?? 0 }
    }

    @Test("needs fewer questions than the order of the files, and than chance") func compared() throws {
        let asked = ProcessInfo.processInfo.environment["BIENFONDE_ENTRETIENS"].flatMap { Int($0) }
        var measures: [Order: Measure] = [:]
        for order in Order.allCases {
            let measure = try measure(order, interviews: asked ?? 4)
            measures[order] = measure
            if asked != nil {
                print(
                    order, "mean", measure.mean, "worst", measure.worst, "listed", measure.listed, "excluded",
                    measure.excluded, "not shown", measure.notShown)
            }
        }
        let chosen = try #require(measures[.chosen])
        #expect(chosen.mean < (measures[.ofFiles]?.mean ?? 0))
        #expect(chosen.mean < (measures[.random]?.mean ?? 0))
    }

    private struct Step {
        let relevant: [FactID]
        let chosen: FactID?
    }

    private func measure(_ order: Order, interviews: Int) throws -> Measure {
        let sample = try Sample.policy()
        var search = QuestionSearch(sample.program)
        var generator = SmallGenerator(seed: 20_240_304)
        var other = SmallGenerator(seed: 1)
        var steps: [[Value?]: Step] = [:]
        var measure = Measure()
        for _ in 0..<interviews {
            let truth = sample.completed(FactSheet(nothingStatedIn: sample.set), &search, &generator)
            var sheet = FactSheet(nothingStatedIn: sample.set)
            var count = 0
            while true {
                let step = steps[sheet.values] ?? self.step(sheet, sample, order, &search, &measure)
                if steps.count < 200_000 { steps[sheet.values] = step }
                guard let next = step.chosen ?? step.relevant.randomElement(using: &other) else { break }
                sheet.state(next, as: truth[next])
                count += 1
            }
            measure.questions.append(count)
        }
        return measure
    }

    private func step(
        _ sheet: FactSheet, _ sample: Sample, _ order: Order, _ search: inout QuestionSearch, _ measure: inout Measure
    ) -> Step {
        let open = search.open(sheet, on: sample.date)
        let relevant = open.filter { $0.verdict != .cannotMatter }
        measure.listed += open.count
        measure.excluded += open.count - relevant.count
        measure.notShown += open.count { $0.verdict == .notShown }
        let chosen: FactID? =
            switch order {
            case .chosen: QuestionOrder.next(among: relevant, in: sheet, on: sample.date, by: &search)
            case .ofFiles:
                relevant.map(\.fact).min { sample.set[$0].range.precedes(sample.set[$1].range) }
            case .random: nil
            }
        return Step(relevant: relevant.map(\.fact), chosen: chosen)
    }
}
