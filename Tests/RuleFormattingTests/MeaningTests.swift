import PolicyValues
import RuleFormatting
import Testing

/// Layout changes neither what rules mean nor what comments say.
@Suite("Meaning") struct MeaningTests {
    @Test("of the project's rules and cases stays") func project() throws {
        let rules = try Formatting.files(below: "Rules")
        let formatted = try rules.map { ($0.path, try #require(Formatting.format($0.text))) }
        let fingerprint = try #require(Formatting.fingerprint(rules))
        #expect(Formatting.fingerprint(formatted) == fingerprint)
        for (_, text) in formatted {
            #expect(Formatting.format(text) == text)
            let long = text.split(separator: "\n").filter { $0.unicodeScalars.count > 120 && !$0.contains("#") }
            #expect(long == [])
        }
    }

    @Test("of every file is laid out already", arguments: ["Rules", "Fixtures"]) func isLaidOut(_ folder: String) throws
    {
        for (path, text) in try Formatting.files(below: folder) {
            let isLaidOut = Formatting.format(text) == text
            #expect(isLaidOut, "bienfonde mettre-en-forme \(path)")
        }
    }

    /// Lines of the project's rules with comments, blank lines and spaces thrown in.
    @Test("of disturbed rules stays", arguments: 0..<4) func disturbed(_ seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let rules = try Formatting.files(below: "Rules", "Fixtures")
        let disturbed = rules.map { ($0.path, Disturbance.disturb($0.text, &random)) }
        for (path, text) in disturbed {
            guard let formatted = Formatting.format(text) else {
                Issue.record("\(path), seed \(seed)")
                continue
            }
            let isStable = Formatting.format(formatted) == formatted
            #expect(isStable, "\(path), seed \(seed)")
        }
    }

    /// Trees of nasty texts in every notation.
    @Test("of random texts stays") func random() {
        for seed in 0..<2_000 {
            var random = SplitMix64(seed: UInt64(seed))
            let text = RandomYAML.text(&random)
            guard let formatted = Formatting.format(text) else {
                Issue.record("seed \(seed) cannot be read:\n\(text)")
                continue
            }
            let again = Formatting.format(formatted)
            if again != formatted { Issue.record("seed \(seed) is not stable:\n\(text)") }
        }
    }
}
