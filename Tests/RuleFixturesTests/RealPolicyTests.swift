import Foundation
import PolicyValues
import RuleCases
import RuleEngine
import RuleModel
import RulePipeline
import SourceText
import Testing

@testable import RuleFixtures

/// The acceptance test of the policy: what `Rules` says of `Fixtures` and of its own examples.
@Suite struct RealPolicyTests {
    @Test func fixturesAndExamplesPass() throws {
        var bench = try Bench(Checkout.files(below: "Rules"))
        let report = FixtureReport(
            fixtures: bench.run(Checkout.files(below: "Fixtures")), examples: bench.runExamples())
        #expect(!report.hasFailures, "\(ReportFormat.text.print(report, in: bench.library))")
        #expect(report.tally.cases >= 170 && report.tally.examples >= 127)
        #expect(report.tally.knownFailures == 0)
    }

    @Test(.enabled(if: Checkout.shared != nil, "le dossier ../shared est absent"))
    func sharedCasesPassAsTheyAre() throws {
        let folder = try #require(Checkout.shared).appending(path: "cases")
        var bench = try Bench(Checkout.files(below: "Rules"))
        let report = FixtureReport(fixtures: bench.run(Checkout.files(below: folder)), examples: [])
        #expect(!report.hasFailures, "\(ReportFormat.text.print(report, in: bench.library))")
        #expect(report.tally.cases == 20)
    }

    /// Each rule with the truth values that no fixture and no example gives it, each decision with the outcomes that
    /// none reaches.
    @Test func everyRuleIsSeenBothWaysAndUnknown() throws {
        var bench = try Bench(Checkout.files(below: "Rules"))
        let seen = try bench.evaluations(of: Checkout.files(below: "Fixtures"))
        let set = bench.set
        let unseen = set.ruleIDs.flatMap { rule in
            Truth.allCases.filter { truth in !seen.contains { $0[rule] == truth } }
                .map { "\(set[rule].name): \($0.word)" }
        }
        #expect(unseen.isEmpty)
        let unreached = set.decisionIDs.flatMap { id in
            set[id].outcomes.indices.filter { outcome in !seen.contains { $0[id].reaches(outcome, of: set[id]) } }
                .map { "\(set[id].name): \(set[id].outcomes[$0].name)" }
        }
        #expect(unreached.isEmpty)
    }
}

extension DecisionResult {
    /// Whether the decision is determined and has the outcome.
    fileprivate func reaches(_ outcome: Int, of decision: Decision) -> Bool {
        state == .determined && (decision.isCumulative ? certain[outcome] : possible[outcome])
    }
}

extension Bench {
    /// Every evaluation that the fixtures and the examples make.
    fileprivate mutating func evaluations(of files: [RuleSetLoader.Input]) throws -> [Evaluation] {
        var bag = DiagnosticBag()
        var decider = CaseDecider(program, asked: nil, today: Self.today)
        var all: [Evaluation] = []
        for file in read(files) {
            for requete in CaseReader.read(try #require(file.root), in: set, into: &bag).cases {
                let decided = decider.decide(requete, into: &bag)
                all += decided?.all.map(\.examination.evaluation) ?? []
            }
        }
        for example in set.rules.flatMap(\.examples) + set.definitions.flatMap(\.examples) {
            let sheet = CaseReader.readFacts(example.facts, in: set, into: &bag)
            let matter = try #require(sheet).decided(by: &decider, example, into: &bag)
            all += matter.map { [$0.examination.evaluation] } ?? []
        }
        return all
    }
}

extension FactSheet {
    fileprivate func decided(
        by decider: inout CaseDecider, _ example: Example, into bag: inout DiagnosticBag
    ) -> DecidedMatter? {
        decider.decide(self, date: example.date, at: example.range, into: &bag)
    }
}
