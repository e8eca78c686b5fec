package import RuleCases
package import RuleModel
package import SourceText

/// What comes of a case that is decided without its free texts.
package enum MaskedDecision: Sendable {
    case decided(Requete, DecidedCase)
    /// The whole case cannot be decided; the bag says why.
    case refused
    /// A decision rests on these facts of type texte: without them it would be another one.
    case needed([FactID])
}

extension CaseDecider {
    /// Decides a case and the same case without its free texts; gives the second, so that no text can come through
    /// (a motif may quote one), once both come to the same.
    package mutating func decideMasked(_ requete: Requete, into bag: inout DiagnosticBag) -> MaskedDecision {
        guard let whole = decide(requete, into: &bag) else { return .refused }
        let (masked, facts, told) = requete.masked(in: set)
        var unheard = DiagnosticBag()
        guard var decided = decide(masked, into: &unheard) else { return .needed(facts) }
        let asked = Set(decided.all.flatMap { $0.examination.missing.map(\.fact) }).intersection(facts)
        guard asked.isEmpty else { return .needed(facts.filter { asked.contains($0) }) }
        guard zip(whole.all, decided.all).allSatisfy({ $0.isDecided(as: $1) }) else { return .needed(facts) }
        decided.masked = told
        return .decided(masked, decided)
    }
}

extension DecidedMatter {
    /// Whether every decision came to the same, by the same rules.
    fileprivate func isDecided(as other: DecidedMatter) -> Bool {
        examination.evaluation.decisions == other.examination.evaluation.decisions
            && examination.findings.map(\.motifs) == other.examination.findings.map(\.motifs)
    }
}
