import RuleCases
import RuleEngine
import RuleModel
import RulePipeline
import SourceText
import Testing

/// « Pourquoi pas » on the real policy: a requête of which nothing is known takes many facts at once.
@Test(arguments: [
    ("recevabilité", "recevable", 8), ("recevabilité", "non recevable", 1), ("type de requête", "plainte", 4),
    ("orientation", "prise en charge", 8), ("bien-fondé", "fondée", 10),
])
func anEmptyRequeteCanBecome(decisionName: String, outcome: String, size: Int) throws {
    var library = SourceLibrary()
    var bag = DiagnosticBag()
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let set = try #require(try RuleFolder.load("/" + root + "/Rules", into: &library, &bag))
    let decision = try #require(set.decisionIDs.first { set[$0].name == decisionName })
    let place = try #require(set[decision].outcomes.firstIndex { $0.name == outcome })
    let answer = WhyNot(Program(set)).sets(
        giving: .outcome(place), to: decision, changing: FactSheet(nothingStatedIn: set), on: SmallSet.date)
    #expect(answer.verdict == .found)
    #expect(answer.sets.allSatisfy { $0.count == size })
}
