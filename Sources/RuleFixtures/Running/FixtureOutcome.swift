import SourceText

/// What is found wrong while a fixture is run, until it becomes a verdict.
struct FixtureOutcome {
    /// What keeps the fixture from checking anything. `échec attendu` does not excuse it: the reason that it gives is
    /// another one.
    var slips: [Diagnostic] = []
    /// What came out otherwise than expected.
    var differences: [CheckResult.Failure] = []

    /// Compares why a case is refused, if it is, with the one diagnostic that it must be refused with.
    mutating func compare(_ refusals: [Diagnostic], with expected: Located<DiagnosticCode>) {
        let unexpected = refusals.filter { $0.code != expected.value }
        guard !unexpected.isEmpty || refusals.isEmpty else { return }
        var codes: [String] = []
        for code in refusals.map(\.code.rawValue) where !codes.contains(code) { codes.append(code) }
        differences.append(
            .difference(
                Difference(
                    object: nil, subject: .refusal,
                    expected: .word(FixtureWording.refused([expected.value.rawValue])),
                    found: .word(codes.isEmpty ? FixtureWording.decided : FixtureWording.refused(codes)), remark: nil,
                    origins: [], range: expected.range)))
        differences += unexpected.map { .problem($0) }
    }

    func verdict(expectedFailure: Located<String>?) -> CheckResult.Verdict {
        let failures = slips.map { CheckResult.Failure.problem($0) } + differences
        guard let expectedFailure else { return failures.isEmpty ? .passed : .failed(failures) }
        if failures.isEmpty { return .failed([.problem(.unexpectedPass(expectedFailure))]) }
        return slips.isEmpty ? .knownFailure(reason: expectedFailure.value, failures) : .failed(failures)
    }
}

extension CheckResult {
    /// A file or folder that gives no fixture.
    static func unusable(_ place: SourceRange, _ problems: [Diagnostic]) -> CheckResult {
        CheckResult(kind: .file, name: "", range: place, verdict: .failed(problems.map { .problem($0) }))
    }
}

extension Expectation {
    /// The expected results; nil for a refusal.
    var results: ExpectedResults? {
        switch self {
        case .results(let results): results
        case .refusal: nil
        }
    }
}

extension SourceRange {
    /// Whether the other lies inside.
    func contains(_ other: SourceRange) -> Bool { file == other.file && start <= other.start && other.end <= end }
}
