import Compression
import FileAccess
import RandomPolicies
import RuleBatch
import RuleEngine
import SourceText

/// Batches: read in blocks, decided the plain way and the fast way, which must agree byte for byte.
enum BatchTrial {
    static func run(_ bytes: [UInt8], _ notation: BatchFormat) -> String? {
        MemoryFile.with(bytes) { path throws(FileProblem) in try decide(path, nil, notation) }
    }

    /// What a compressor may have made.
    static func runCompressed(_ bytes: [UInt8]) -> String? {
        let format: CompressionFormat = bytes.first == 0x28 ? .zstandard : .gzip
        return MemoryFile.with(bytes) { path throws(FileProblem) in try decide(path, format, .ndjson) }
    }

    /// What an interrupted run may have left; the first byte chooses the form of the answers.
    static func runResumed(_ bytes: [UInt8]) -> String? {
        guard let set = SmallRules.set, let first = bytes.first else { return nil }
        let format: BatchSettings.Format = first & 1 == 0 ? .ndjson : .csv(separator: UInt8(ascii: ";"))
        let writer = AnswerWriter(set, settings(format))
        return MemoryFile.with(Array(bytes.dropFirst())) { path throws(FileProblem) in
            let kept: KeptAnswers
            do {
                kept = try KeptAnswers(path, nil, through: 100, writtenBy: writer)
            } catch { return nil }
            if kept.last > 100 || kept.bytes > bytes.count { return "more is kept than asked for" }
            return nil
        }
    }

    private static func settings(_ format: BatchSettings.Format) -> BatchSettings {
        BatchSettings(format: format, detail: .complete, asked: nil, today: SmallRules.today)
    }

    private static func decide(
        _ path: String, _ compression: CompressionFormat?, _ notation: BatchFormat
    ) throws(FileProblem) -> String? {
        guard let set = SmallRules.set else { return "the small rules are refused" }
        let program = Program(set)
        var input = try BatchInput(InputStream(path), compression, notation)
        let settings = settings(.ndjson)
        guard let fast = ColumnDecider(program, settings) else { return "no fast way" }
        let plain = PlainDecider(program, settings)
        guard let header = input.header else { return try compare(&input, plain, fast) }
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let file = library.add(path: "lot.csv", bytes: header.row)
        let layout = CSVLayout(
            header: header.row, separator: CSVLayout.separator(of: header.row[...]), of: file, at: 0, in: set,
            into: &bag)
        if let problem = Printed.problem(bag, library) { return problem }
        guard let layout else { return nil }
        return try compare(
            &input, CSVDecider(plain, layout, set, settings), CSVDecider(fast, layout, set, settings))
    }

    private static func compare(
        _ input: inout BatchInput, _ plain: some BlockDecider, _ fast: some BlockDecider
    ) throws(FileProblem) -> String? {
        var (plain, fast) = (plain, fast)
        // What a compressor makes of few bytes may be without end.
        for _ in 0..<16 {
            guard case .block(let block) = try input.next() else { return nil }
            let (expected, found) = (plain.decide(block), fast.decide(block))
            if expected.bytes != found.bytes { return "the fast way answers otherwise" }
            if expected.tally != found.tally { return "the fast way counts otherwise" }
            if expected.rejections != found.rejections { return "the fast way rejects otherwise" }
            if expected.bytes.count(where: { $0 == 0x0A }) != block.lines.count { return "not one answer a line" }
        }
        return nil
    }
}
