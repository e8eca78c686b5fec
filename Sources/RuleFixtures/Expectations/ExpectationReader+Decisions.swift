import RuleModel
import RuleSyntax
import SourceText

extension ExpectationReader {
    /// What an entry of `attendu` says of a decision: its issue, or a mapping of aspects.
    mutating func decision(_ entry: Node.Entry) -> ExpectedDecision? {
        guard case .decision(let id) = set.vocabulary[NameKey.fold(entry.key.value)] else {
            bag.report(.unknownExpectedDecision(entry.key, set))
            return nil
        }
        var expected = ExpectedDecision(decision: id)
        guard entry.value.entries != nil else {
            expected.issue = issue(entry.value, of: set[id])
            return expected
        }
        guard let aspects = nonEmptyEntries(entry.value, .oneWordExpected(entry.value.range)) else { return nil }
        for aspect in aspects { read(aspect, into: &expected) }
        return expected
    }

    private mutating func read(_ entry: Node.Entry, into expected: inout ExpectedDecision) {
        let decision = set[expected.decision]
        let range = entry.value.range
        switch entry.key.value {
        case "issue": expected.issue = issue(entry.value, of: decision)
        case "motifs":
            let ids = words(entry.value).compactMap { motif($0, of: expected.decision) }
            expected.motifs = Located(Set(ids), at: range)
        case "manquants":
            let ids = words(entry.value).compactMap { fact($0) }
            expected.missing = Located(Set(ids), at: range)
        case "possibles":
            let outcomes = words(entry.value).compactMap { possible($0, of: decision) }
            expected.possible = Located(Set(outcomes), at: range)
        default: bag.report(.unknownAspect(entry.key, Layout.expectedDecision.allowed))
        }
    }

    private mutating func issue(_ node: Node, of decision: Decision) -> Located<Issue>? {
        if let elements = node.elements {
            if !decision.isCumulative { bag.report(.listForOneOutcome(decision, node.range)) }
            let members = words(node).compactMap { outcome($0, of: decision) }
            let isWhole = !elements.isEmpty && members.count == elements.count && decision.isCumulative
            return isWhole ? Located(.members(Set(members)), at: node.range) : nil
        }
        guard let word = word(node) else { return nil }
        return issue(word, of: decision).map { Located($0, at: node.range) }
    }

    private mutating func issue(_ word: Located<String>, of decision: Decision) -> Issue? {
        switch word.value {
        case "indéterminée": return .undetermined
        case "sans objet":
            if decision.applicability == nil { bag.report(.neverWithoutObject(word, decision)) }
            return .notApplicable
        case "contradictoire":
            if !decision.canContradict { bag.report(.neverContradictory(word, decision)) }
            return .contradictory
        default:
            let index = outcome(word, of: decision)
            return index.map { decision.isCumulative ? .members([$0]) : .outcome($0) }
        }
    }

    private mutating func outcome(_ word: Located<String>, of decision: Decision) -> Int? {
        let folded = NameKey.fold(word.value)
        if let index = decision.outcomes.firstIndex(where: { NameKey.fold($0.name) == folded }) { return index }
        bag.report(.unknownExpectedOutcome(word, decision))
        return nil
    }

    private mutating func possible(_ word: Located<String>, of decision: Decision) -> DecisionTest.Expected? {
        guard word.value == "sans objet" else { return outcome(word, of: decision).map { .outcome($0) } }
        if decision.applicability == nil { bag.report(.neverWithoutObject(word, decision)) }
        return .notApplicable
    }

    /// A rule that concludes the decision; another can never be one of its motifs.
    private mutating func motif(_ word: Located<String>, of decision: DecisionID) -> RuleID? {
        guard let id = rule(word) else { return nil }
        if !set[id].conclusions.contains(where: { $0.decision == decision }) {
            bag.report(.foreignMotif(word, set[decision], set[decision].rules.map { set[$0].name }))
        }
        return id
    }

    private mutating func fact(_ word: Located<String>) -> FactID? {
        guard case .fact(let id) = set.vocabulary[NameKey.fold(word.value)] else {
            bag.report(.unknownExpectedFact(word, set))
            return nil
        }
        return id
    }
}

extension Decision {
    /// Whether two outcomes can be `vrai` against each other: only by the method `unique`.
    fileprivate var canContradict: Bool {
        switch method {
        case .unique: true
        case .priority, .cumulative: false
        }
    }
}
