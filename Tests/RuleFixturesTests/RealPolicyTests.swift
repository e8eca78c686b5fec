import PolicyValues
import RuleCases
import RuleEngine
import RuleModel
import RulePipeline
import SourceText
import Testing

@testable import RuleFixtures

/// The acceptance test of the policy.
@Suite struct RealPolicyTests {
    @Test func fixturesAndExamplesPass() throws {
        var bench = try Bench(Checkout.files(below: "Rules"))
        let fixtures = bench.run(Checkout.files(below: "Fixtures"))
        let examples = bench.runExamples()
        for r in (fixtures + examples) where r.isFailure { print(bench.library.place(r.range), r.name, r.verdict) }
        print(fixtures.count, examples.count)
    }
}
