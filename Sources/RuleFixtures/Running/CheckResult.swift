package import SourceText

/// What became of a fixture, of an example, or of a file that gives none.
package struct CheckResult: Sendable {
    package enum Kind: Sendable {
        case fixture
        /// Under the rule or definition so named.
        case example(of: String)
        /// A file or folder without a case that could be run.
        case file
    }

    package enum Verdict: Sendable {
        case passed
        /// `échec attendu`: it fails, as it says.
        case knownFailure(reason: String, [Failure])
        /// Never empty.
        case failed([Failure])
    }

    /// Why a check fails.
    package enum Failure: Sendable {
        /// It cannot be run, or is refused, or checks nothing.
        case problem(Diagnostic)
        case difference(Difference)
    }

    package let kind: Kind
    /// What a reader calls it: its `nom`, else its number.
    package let name: String
    package let range: SourceRange
    package let verdict: Verdict

    /// Whether it counts against the rules.
    package var isFailure: Bool {
        switch verdict {
        case .passed, .knownFailure: false
        case .failed: true
        }
    }
}
