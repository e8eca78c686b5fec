import Foundation
import RuleAnalysis
import RuleModel
import RulePipeline
import Sanitizers
import SourceText
import Testing

@testable import RuleReview

/// The repository's own policy, read from the checkout that the tests run in.
enum RealPolicy {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    static func load() throws -> (set: RuleSet, library: SourceLibrary) {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let set = try RuleFolder.load(root + "/Rules", into: &library, &bag)
        return (try #require(set, "\(DiagnosticPrinter(library).print(bag))"), library)
    }
}

@Suite struct RealPolicyTests {
    @Test("every extract of the real policy is found in the scanned text, in its section") func sources() throws {
        var (set, library) = try RealPolicy.load()
        let clock = ContinuousClock()
        let start = clock.now
        let review = SourceReview(set, into: &library)
        let elapsed = clock.now - start
        for finding in review.findings { Issue.record("\(finding.message) \(finding.notes.map(\.message))") }
        #expect(review.located.count > 150)
        // A debug build takes about twenty times what a release build does.
        #expect(elapsed < .seconds(5 * Sanitizer.slowness), "\(elapsed)")
    }

    @Test("no name of the real policy is unused, and no version missing") func names() throws {
        let (set, _) = try RealPolicy.load()
        #expect(NameReview.findings(in: set).map(\.message) == [])
        #expect(VersionReview.findings(in: set).map(\.message) == [])
    }
}
