/// How much of an explanation is asked for (`--explication`).
package enum ExplanationDetail: String, CaseIterable, Sendable {
    case complete = "complete"
    /// The decisions, their reasons in a line each, and the open questions.
    case short = "courte"
    /// The decisions alone.
    case none = "aucune"
}
