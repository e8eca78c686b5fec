package import PolicyValues
package import RuleCases
package import RuleModel

/// A step of the whole explanation (docs/json.md, `explication`): what is said, whether it is true,
/// and on what it rests.
package struct ExplanationNode: Sendable {
    /// In French.
    package let statement: String
    package let truth: Truth
    /// The fact, definition or parameter that the step reads.
    package var subject: Subject?
    /// The name of the rule that the step is about.
    package var rule: String?
    /// `file:line:column`, relative to the rule folder.
    package var place: String?
    package var children: [ExplanationNode] = []

    /// What a step reads, with its value.
    package struct Subject: Sendable {
        package let name: String
        /// Nil is unknown.
        package let value: Value?
        /// Of a fact that is stated or presumed.
        package var origin: FactSheet.Origin?
    }

    init(_ statement: String, _ truth: Truth) {
        self.statement = statement
        self.truth = truth
    }
}
