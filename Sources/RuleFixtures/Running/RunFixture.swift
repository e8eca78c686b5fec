package import RuleCases
package import RuleEngine

/// A fixture that was run: the case as it is stated, what came out, and what became of what it expects.
package struct RunFixture: Sendable {
    package let result: CheckResult
    /// Nil when it cannot be read as a case.
    package let requete: Requete?
    /// Nil when it is refused.
    package let decided: DecidedCase?
}
