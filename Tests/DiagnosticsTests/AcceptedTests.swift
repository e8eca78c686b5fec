import Foundation
import Testing

/// What the language allows is read without a word (language, sections 1 to 10).
@Suite("Accepted files")
struct AcceptedTests {
    private static let folder = Situation.tests.appending(path: "Accepted")
    private static let all = Situation.files(below: folder).map(\.lastPathComponent)

    @Test("says nothing of what is allowed", arguments: all)
    func accepts(_ name: String) throws {
        let situation = try Situation(name, in: Self.folder)
        let outcome = situation.load(situation.marked.bytes)
        #expect(outcome.printed == "")
        let isUsable = outcome.isUsable
        #expect(isUsable)
    }

    @Test("finds the samples") func samples() { #expect(Self.all.count > 15) }
}
