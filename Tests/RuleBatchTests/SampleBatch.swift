import RandomPolicies
import RuleBatch
import RuleEngine
import Testing

/// Blocks of lines for the small rules.
enum SampleBatch {
    static func program() throws -> Program { Program(try #require(SmallRules.set)) }

    static func settings(
        _ format: BatchSettings.Format = .ndjson, _ detail: BatchSettings.Detail = .complete
    ) -> BatchSettings {
        BatchSettings(format: format, detail: detail, asked: nil, today: SmallRules.today)
    }

    /// The lines as one block.
    static func block(_ lines: [String]) -> BatchBlock {
        var bytes: [UInt8] = []
        var places: [BatchBlock.Line] = []
        for (index, line) in lines.enumerated() {
            let start = bytes.count
            bytes += line.utf8
            places.append(BatchBlock.Line(start..<bytes.count, number: index + 1))
            bytes.append(0x0A)
        }
        return BatchBlock(bytes: bytes + [UInt8](repeating: 0, count: BatchBlock.padding), lines: places)
    }
}
