import Foundation
import PolicyValues
import RandomPolicies
import RuleBatch
import RuleEngine
import RuleModel
import Testing

/// Three ways must agree on random rules and random lines, and on the lines that are known to be hard: the fast way and
/// the plain way, byte for byte, and the plain way with the reference. `make differentiel` tries more.
@Suite struct ColumnDeciderTests {
    private static let lines = ProcessInfo.processInfo.environment["BIENFONDE_LINES"].flatMap { Int($0) } ?? 30_000
    private static let linesOfASet = 600

    @Test func answersAsThePlainWayDoes() async throws {
        let sets = UInt64(Self.lines / Self.linesOfASet + 1)
        let strands: UInt64 = 2
        let tally = try await withThrowingTaskGroup(of: Tally.self) { group in
            for strand in 0..<strands {
                group.addTask {
                    var tally = Tally()
                    for seed in stride(from: strand, to: sets, by: Int(strands)) { try tally.compare(seed) }
                    return tally
                }
            }
            return try await group.reduce(into: Tally()) { $0.add($1) }
        }
        print(tally.report)
        #expect(tally.differences.isEmpty, "\(tally.differences.prefix(3).joined(separator: "\n\n"))")
        #expect(tally.lines >= Self.lines)
        #expect(tally.fast * 20 > tally.lines * 9, "most lines go the plain way: \(tally.report)")
        #expect(tally.referred * 4 > tally.lines * 3, "\(tally.report)")
        #expect(tally.rejected * 50 > tally.lines, "\(tally.report)")
    }

    /// Rules that differ in the value of one fact are decided together; each keeps its name, its exceptions, and what it
    /// écarte.
    @Test(arguments: [BatchSettings.Detail.issues, .complete]) func decidesCopiedRules(_ detail: BatchSettings.Detail)
        throws
    {
        let set = try RuleText.load(CopiedRules.yaml)
        var tally = Tally()
        for seed in 0..<4 { tally.compare(set, UInt64(seed), detail, lines: 300) }
        #expect(tally.differences.isEmpty, "\(tally.differences.prefix(3).joined(separator: "\n\n"))")
        #expect(tally.fast * 4 > tally.lines, "\(tally.report)")
    }

    /// A name or value that JSON has to escape is not read where it stands without.
    @Test func readsNoUnescapedQuotes() throws {
        let rules = #"""
            politique: {nom: Guillemets, version: "1"}
            faits:
              'dit "non"': {question: Quoi, type: oui/non}
              lieu: {question: Quoi, type: choix, valeurs: {'le "siège"': x, 'a\b': x}}
              t: {question: Quoi, type: texte}
            décisions:
              suite: {question: Quoi, méthode: priorité, par défaut: rien, issues: {oui: x, rien: x}}
            règles:
              r: {si: {'dit "non"': oui, lieu: ['le "siège"', 'a\b'], t: 'dit "oui"'}, conclut: {suite: oui}}
            """#
        let facts = [
            #""dit "non"":"oui""#, #""dit \"non\"":"oui""#, #""lieu":"le "siège"""#, #""lieu":"le \"siège\"""#,
            #""lieu":"a\b""#, #""lieu":"a\\b""#, #""t":"dit "oui"""#, #""t":"dit \"oui\"""#, #""t":"autre""#,
        ]
        let block = SampleBatch.block(facts.map { "{\"faits\":{\($0)}}" })
        let program = Program(try RuleText.load(rules))
        var plain = PlainDecider(program, SampleBatch.settings())
        var fast = try #require(ColumnDecider(program, SampleBatch.settings()))
        let (expected, found) = (plain.decide(block), fast.decide(block))
        #expect(expected.lines == found.lines)
        #expect(expected.tally == found.tally)
    }

    /// Lines that are hard to read, or that must be refused: all of them as the plain way does.
    @Test func readsHardLinesAsThePlainWayDoes() throws {
        let program = try SampleBatch.program()
        let block = SampleBatch.block(HardLines.all)
        for detail in BatchSettings.Detail.allCases {
            let settings = SampleBatch.settings(.ndjson, detail)
            var plain = PlainDecider(program, settings)
            var fast = try #require(ColumnDecider(program, settings))
            let (expected, found) = (plain.decide(block), fast.decide(block))
            for (line, answers) in zip(HardLines.all, zip(expected.lines, found.lines)) {
                #expect(answers.0 == answers.1, "\(line)")
            }
            #expect(expected.bytes == found.bytes)
            #expect(expected.tally == found.tally)
            #expect(expected.rejections == found.rejections)
            #expect(fast.fastLines >= HardLines.usual.count)
        }
    }

    /// What was compared.
    private struct Tally: Sendable {
        private(set) var lines = 0
        private(set) var fast = 0
        private(set) var rejected = 0
        /// Objects and lines that the reference decided too.
        private(set) var referred = 0
        private(set) var differences: [String] = []

        mutating func compare(_ seed: UInt64) throws {
            let set = try RuleText.load(Self.rules(seed))
            compare(set, seed, seed % 3 == 0 ? .issues : .complete, lines: ColumnDeciderTests.linesOfASet - 70)
        }

        mutating func compare(_ set: RuleSet, _ seed: UInt64, _ detail: BatchSettings.Detail, lines: Int) {
            let program = Program(set)
            var random = RandomLines(of: set, seed: seed)
            let settings = BatchSettings(
                format: .ndjson, detail: detail, asked: seed % 4 == 0 ? CivilDate(iso: "2024-03-09") : nil,
                today: CivilDate(iso: "2024-03-12") ?? .first)
            var plain = PlainDecider(program, settings)
            guard var fast = ColumnDecider(program, settings) else {
                differences.append("seed \(seed): no fast way")
                return
            }
            // Blocks of several sizes, the later over what the earlier left.
            for count in [lines, 63, 7] {
                let block = random.block(count)
                compare(plain.decide(block), fast.decide(block), block, seed)
                let compared = ReferenceComparison(block, program, settings)
                referred += compared.decided
                differences += compared.differences.map { "seed \(seed): \($0)" }
            }
            self.fast += fast.fastLines
        }

        private mutating func compare(_ plain: BlockAnswer, _ fast: BlockAnswer, _ block: BatchBlock, _ seed: UInt64) {
            lines += plain.tally.lines
            rejected += plain.tally.errors.values.reduce(0, +)
            if plain.tally != fast.tally { differences.append("seed \(seed): \(plain.tally) ≠ \(fast.tally)") }
            if plain.rejections != fast.rejections { differences.append("seed \(seed): rejections") }
            guard plain.bytes != fast.bytes else { return }
            let expected = plain.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
            let found = fast.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
            for (index, (a, b)) in zip(expected, found).enumerated() where a != b && differences.count < 20 {
                let line = index < block.lines.count ? block.bytes[block.lines[index].range] : []
                differences.append(
                    "seed \(seed): \(String(decoding: line, as: UTF8.self))\n\(String(decoding: a, as: UTF8.self))\n"
                        + String(decoding: b, as: UTF8.self))
            }
            if expected.count != found.count {
                differences.append("seed \(seed): \(expected.count), \(found.count) lines")
            }
        }

        /// Some sets with a date of reference and a time in force.
        private static func rules(_ seed: UInt64) -> String {
            let yaml = RandomRules(seed: seed).yaml
            guard seed % 2 == 0 else { return yaml }
            let date = yaml.split(separator: "\n").compactMap { line in
                line.contains("type: date") && line.hasPrefix("  ") && line.contains("question: Quoi")
                    ? line.split(separator: ":").first.map { $0.filter { $0 != "\"" }.drop { $0 == " " } } : nil
            }.first { $0.hasPrefix("date") }
            let reference = date.map { ", date de référence: \($0)" } ?? ""
            let inForce = seed % 8 == 0 ? ", en vigueur: {du: 2024-03-02}" : ""
            return yaml.replacing("version: \"1\"", with: "version: \"1\"" + reference + inForce)
        }

        mutating func add(_ other: Tally) {
            lines += other.lines
            fast += other.fast
            rejected += other.rejected
            referred += other.referred
            differences += other.differences
        }

        var report: String {
            "\(lines) lines, \(fast) the fast way, \(rejected) rejected, \(referred) by the reference"
        }
    }
}

extension BlockAnswer {
    fileprivate var lines: [String] { bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) } }
}
