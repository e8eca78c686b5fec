import RuleEngine
import RuleExplanation
import RuleModel

/// What the rules propose for one decision (language, sections 6 and 7).
public struct ProposedDecision: Hashable, Sendable {
    /// How settled a decision is.
    public enum State: Hashable, Sendable {
        /// « déterminée »: whatever else is found out, the outcome stays.
        case determined
        /// « indéterminée »: it depends on ``missing``.
        case undetermined
        /// « sans objet »: the question does not arise.
        case notApplicable
        /// « contradictoire »: two rules that apply conclude different outcomes.
        case contradictory
    }

    /// The name of the decision.
    public let name: String
    /// How settled it is.
    public let state: State
    /// What is certain: the outcome, the members of a `cumul` decision, the outcomes that contradict each other.
    public let outcomes: [String]
    /// What can still come out, in order of precedence.
    public let possible: [String]
    /// Whether it may still turn out that the question does not arise.
    public let mayNotApply: Bool
    /// The rules that apply and conclude an outcome that is still possible, by name; none where the default decided.
    public let reasons: [Reason]
    /// The facts that can still matter.
    public let missing: [String]
    /// The parameters without a value that it waits for.
    public let missingParameters: [String]
    /// The facts that nobody stated, on whose presumed value it rests.
    public let presumed: [String]

    init(_ id: DecisionID, in examination: Examination, of set: RuleSet) {
        let result = examination.evaluation[id]
        let findings = examination[id]
        let decision = set[id]
        let sentences = Sentences(set, examination)
        func names(_ indices: [Int]) -> [String] { indices.map { decision.outcomes[$0].name } }
        name = decision.name
        possible = names(result.possibleOutcomes)
        mayNotApply = result.mayNotApply
        switch result.state {
        case .determined:
            state = .determined
            outcomes = decision.isCumulative ? names(result.certainOutcomes) : possible
        case .undetermined:
            state = .undetermined
            outcomes = names(result.certainOutcomes)
        case .notApplicable:
            state = .notApplicable
            outcomes = []
        case .contradictory:
            state = .contradictory
            outcomes = names(result.supportedOutcomes)
        }
        reasons = findings.motifs.map { Reason(set[$0], sentences) }
        missing = findings.missing.map { set[$0].name }
        missingParameters = findings.missingParameters.map { set[$0].name }
        presumed = findings.presumed.map { set[$0].name }
    }
}

/// A rule that applies, as a reason.
public struct Reason: Hashable, Sendable {
    /// The name of the rule.
    public let rule: String
    /// What the rule is called in texts.
    public let title: String?
    /// Its `motif`, holes filled, in French.
    public let text: String?
    /// The passages that the rule comes from.
    public let sources: [CitedSource]

    init(_ rule: Rule, _ sentences: Sentences) {
        self.rule = rule.name
        title = rule.title
        text = rule.reason.map { sentences.filled($0) }
        sources = rule.sources.map { CitedSource($0) }
    }
}

/// Where a text says so (language, section 8).
public enum CitedSource: Hashable, Sendable {
    case passage(document: String, section: String?, extract: String?)
    /// `ajout`: why no document carries it.
    case addition(String)

    init(_ source: Source) {
        switch source.kind {
        case .passage(let document, let section, let extract):
            self = .passage(document: document, section: section, extract: extract)
        case .addition(let why): self = .addition(why)
        }
    }
}
