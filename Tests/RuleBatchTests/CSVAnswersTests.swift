import PolicyValues
import RandomPolicies
import RuleBatch
import RuleEngine
import Testing

/// Rows made from the answers of a quick decider are those of the plain one, byte for byte.
@Suite struct CSVAnswersTests {
    @Test(arguments: [BatchSettings.Detail.issues, .complete], [UInt8(ascii: ";"), UInt8(ascii: ",")])
    func rowsAreThoseOfThePlainWay(_ detail: BatchSettings.Detail, _ separator: UInt8) throws {
        for seed in UInt64(0)..<40 {
            let set = try RuleText.load(RandomRules(seed: seed).yaml)
            let program = Program(set)
            let today = CivilDate(iso: "2024-03-12") ?? .first
            func settings(_ format: BatchSettings.Format) -> BatchSettings {
                BatchSettings(format: format, detail: detail, asked: nil, today: today)
            }
            let rows = settings(.csv(separator: separator))
            var plain = PlainDecider(program, rows)
            let quick = try #require(ColumnDecider(program, settings(.ndjson)))
            var answers = try #require(CSVAnswers(quick, program, rows))
            var lines = RandomLines(of: set, seed: seed)
            let block = lines.block(150)
            let (expected, found) = (plain.decide(block), answers.decide(block))
            for (left, right) in zip(found.bytes.split(separator: 0x0A), expected.bytes.split(separator: 0x0A)) {
                #expect(String(decoding: left, as: UTF8.self) == String(decoding: right, as: UTF8.self))
            }
            let isSame = found.bytes == expected.bytes
            #expect(isSame, "seed \(seed)")
            #expect(found.tally == expected.tally)
            #expect(found.rejections == expected.rejections)
        }
    }
}
