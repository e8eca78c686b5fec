import RuleEngine
import RuleExplanation
import RuleJSON

/// A decided case: a proposition, which a person confirms.
public struct Proposal: Sendable {
    private let decided: DecidedCase
    private let rules: Rulebook
    /// The name of the case, where it has one.
    public let name: String?
    /// `sha256:` and 64 digits over all that was decided and from what, explanations apart.
    public let fingerprint: String
    /// The one matter of the case, or its objects in their order; never empty.
    public let matters: [ProposedMatter]
    /// What is odd about the case, but does not stand in the way.
    public let warnings: [Remark]

    init(_ decided: DecidedCase, by rules: Rulebook, warnings: [Remark]) {
        self.decided = decided
        self.rules = rules
        self.warnings = warnings
        name = decided.name
        matters = decided.all.map { ProposedMatter($0, in: rules.model) }
        fingerprint = DecisionJSON(rules.model, placedBy: rules.places, detail: .none).fingerprint(of: decided)
    }

    /// A decision of the case's matter, or of its first object; nil where the rules have no decision of that name.
    public subscript(decision: String) -> ProposedDecision? { matters.first?[decision] }

    /// Whether two rules that both apply contradict each other somewhere.
    public var isContradictory: Bool { decided.isContradictory }

    /// The decision explained, in French: which rules, which facts, which sentences of the policy, what is missing.
    ///
    /// - Returns: The text; of JSON, the object of docs/json.md.
    public func explanation(
        as form: ExplanationForm = .text, _ extent: ExplanationExtent = .complete
    ) -> String {
        let json = DecisionJSON(rules.model, placedBy: rules.places, detail: extent.detail)
        let page = PageWriter(rules.model, placedBy: rules.places, detail: extent.detail)
            .page(of: decided, fingerprint: fingerprint)
        return switch form {
        case .text: TextRenderer(colored: false).render(page)
        case .markdown: MarkdownRenderer().render(page)
        case .html: HTMLRenderer().render(page)
        case .json: json.value(of: decided).text(.pretty) + "\n"
        }
    }
}

/// How an explanation is written.
public enum ExplanationForm: Hashable, Sendable, CaseIterable {
    /// For 80 columns.
    case text
    case markdown
    /// A whole page, without scripts or outside files.
    case html
    case json
}

/// How much is explained.
public enum ExplanationExtent: Hashable, Sendable, CaseIterable {
    case complete
    /// The decisions, their reasons in a line each, and the open questions.
    case short
    /// The decisions alone.
    case none

    var detail: ExplanationDetail {
        switch self {
        case .complete: .complete
        case .short: .short
        case .none: .none
        }
    }
}
