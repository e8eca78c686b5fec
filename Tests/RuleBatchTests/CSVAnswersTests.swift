import PolicyValues
import RandomPolicies
import RuleBatch
import RuleEngine
import Testing

/// Rows made from the answers of a quick decider are those of the plain one, byte for byte.
@Suite struct CSVAnswersTests {
    /// Lines that are hard to read, refused ones, and signs that a table cannot hold.
    @Test(arguments: BatchSettings.Detail.allCases)
    func rowsOfHardLinesAreThoseOfThePlainWay(_ detail: BatchSettings.Detail) throws {
        let program = try SampleBatch.program()
        let rows = SampleBatch.settings(.csv(separator: UInt8(ascii: ";")), detail)
        var plain = PlainDecider(program, rows)
        let quick = try #require(ColumnDecider(program, SampleBatch.settings(.ndjson, detail)))
        var answers = try #require(CSVAnswers(quick, program, rows))
        let signs = [#"{"nom":"a\u001bb;\"c\" \u0008"}"#, #"{"nom":"-\tx"}"#, #"{"nom":" x "}"#]
        let block = SampleBatch.block(HardLines.all + signs)
        let (expected, found) = (plain.decide(block), answers.decide(block))
        #expect(String(decoding: found.bytes, as: UTF8.self) == String(decoding: expected.bytes, as: UTF8.self))
        #expect(String(decoding: found.bytes, as: UTF8.self).contains(";\"a\u{FFFD}b;\"\"c\"\" \u{FFFD}\";"))
        #expect(found.rejections == expected.rejections)
    }

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
