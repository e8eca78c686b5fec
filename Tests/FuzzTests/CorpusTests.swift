import Foundation
import FuzzTargets
import PolicyValues
import RandomPolicies
import Testing

/// What the fuzzer is given to begin with, and what it found: each must pass, and soon.
@Suite("Corpus of the fuzzer") struct CorpusTests {
    struct Entry: CustomTestStringConvertible, Sendable {
        let target: FuzzTarget
        let name: String

        var testDescription: String { target.rawValue + "/" + name }
        var bytes: [UInt8] {
            let url = CorpusTests.folder.appending(path: target.rawValue).appending(path: name)
            return Array(FileManager.default.contents(atPath: url.path) ?? Data())
        }
    }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus")

    static let entries = FuzzTarget.allCases.flatMap { target in
        let folder = folder.appending(path: target.rawValue).path
        return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
            .map { Entry(target: target, name: $0) }
    }

    @Test("passes", arguments: entries) func passes(_ entry: Entry) {
        let clock = ContinuousClock()
        var problem: String?
        let time = clock.measure { problem = entry.target.run(entry.bytes) }
        #expect(problem == nil)
        #expect(time < .seconds(20), "\(time)")
    }

    @Test("has something for each target") func isComplete() {
        for target in FuzzTarget.allCases {
            #expect(Self.entries.contains { $0.target == target }, "nothing for \(target.rawValue)")
        }
    }

    /// Pieces of what is in the corpus, cut and joined anywhere: a short turn of the fuzzer's own.
    @Test("cut and joined anywhere, it passes too", arguments: FuzzTarget.allCases) func spliced(_ target: FuzzTarget) {
        let corpus = Self.entries.filter { $0.target == target }.map(\.bytes).filter { $0.count < 4096 }
        var dice = SplitMix64(seed: 7)
        for _ in 0..<60 {
            guard let left = dice.pick(corpus), let right = dice.pick(corpus) else { return }
            let bytes = Array(left.prefix(dice.below(left.count + 1)) + right.suffix(dice.below(right.count + 1)))
            let problem = target.run(bytes)
            #expect(problem == nil, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
        }
    }
}
