import PolicyValues
import RandomPolicies
import RuleBatch
import RuleEngine
import Testing

/// Decisions with more results than are kept, and with more motifs than fit in a word: the fast way makes and forgets
/// its pieces, and says what the plain way says.
@Suite struct LargeDecisionTests {
    private static let outcomes = 24
    private static let motifs = 70

    private static var rules: String {
        func name(_ place: Int) -> String { "issue \(place) " + String(repeating: "longue ", count: 15) + "fin" }
        let places = 0..<outcomes
        return """
            politique: {nom: Grande, version: "1"}
            faits:
              n: {question: Quoi, type: nombre}
            \(places.map { "  f\($0): {question: Quoi, type: oui/non}" }.joined(separator: "\n"))
            décisions:
              large: {question: Quoi, méthode: cumul, issues: {\(places.map { "\(name($0)): x" }.joined(separator: ", "))}}
              nombreuse: {question: Quoi, méthode: priorité, par défaut: non, issues: {oui: x, non: x}}
            règles:
            \(places.map { "  r\($0): {si: {f\($0): oui}, conclut: {large: \(name($0))}}" }.joined(separator: "\n"))
            \((0..<motifs).map { "  m\($0): {si: {n: \($0)}, conclut: {nombreuse: oui}}" }.joined(separator: "\n"))
            """
    }

    @Test(arguments: BatchSettings.Detail.allCases) func saysWhatThePlainWaySays(_ detail: BatchSettings.Detail) throws
    {
        let program = Program(try RuleText.load(Self.rules))
        let settings = SampleBatch.settings(.ndjson, detail)
        var plain = PlainDecider(program, settings)
        var fast = try #require(ColumnDecider(program, settings))
        var dice = SplitMix64(seed: 24)
        for _ in 0..<6 {
            let block = SampleBatch.block((0..<500).map { _ in Self.line(&dice) })
            let isSame = plain.decide(block).bytes == fast.decide(block).bytes
            #expect(isSame)
        }
        #expect(fast.fastLines == 3_000)
    }

    private static func line(_ dice: inout SplitMix64) -> String {
        let facts = (0..<outcomes).map { "\"f\($0)\":\"\(dice.chance(50) ? "oui" : "non")\"" }
        return "{\"faits\":{\"n\":\(dice.below(motifs + 9)),\(facts.joined(separator: ","))}}"
    }
}
