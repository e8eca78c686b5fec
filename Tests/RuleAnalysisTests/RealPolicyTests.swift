import Foundation
import RuleAnalysis
import RuleEngine
import RuleModel
import RulePipeline
import Sanitizers
import SourceText
import Testing

@Suite struct RealPolicyTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    @Test("every property of the real policy is proved, and nothing is found") func policy() throws {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let set = try #require(try RuleFolder.load(Self.root + "/Rules", into: &library, &bag))
        let start = ContinuousClock.now
        let report = try Analyzer.analyze(Program(set), within: .seconds(60))
        let elapsed = ContinuousClock.now - start
        #expect(report.findings.map(\.message) == [])
        #expect(report.provedProperties == set.properties.map(\.name))
        #expect(report.provedProperties.count >= 17)
        #expect(report.openQuestions == 0)
        #expect(elapsed < .seconds(5 * Sanitizer.slowness), "\(elapsed)")
    }
}
