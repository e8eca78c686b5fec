import PolicyValues
import RuleEngine
import RuleModel
import SourceText

/// Compares what is expected of one matter with what its examination found.
struct ResultComparison {
    let set: RuleSet
    let examination: Examination
    /// The object's name, where the case has several.
    let object: String?

    init(_ set: RuleSet, _ examination: Examination, object: String?) {
        self.set = set
        self.examination = examination
        self.object = object
    }

    var evaluation: Evaluation { examination.evaluation }

    /// In the order in which they are written.
    func differences(from expected: ExpectedResults) -> [Difference] {
        expected.decisions.flatMap { differences(from: $0) }
            + expected.rules.compactMap { difference(from: $0) }
            + expected.definitions.compactMap { difference(from: $0) }
    }

    private func differences(from expected: ExpectedDecision) -> [Difference] {
        let id = expected.decision
        return [
            expected.issue.flatMap { issue($0, of: id) }, expected.motifs.flatMap { motifs($0, of: id) },
            expected.missing.flatMap { missing($0, of: id) }, expected.possible.flatMap { possible($0, of: id) },
        ].compactMap { $0 }
    }

    private func issue(_ expected: Located<Issue>, of id: DecisionID) -> Difference? {
        let found = Issue(evaluation[id], of: set[id])
        guard found != expected.value else { return nil }
        let result = evaluation[id]
        let open = result.state == .undetermined ? result.possibleOutcomes : []
        let rules = open.flatMap { set[id].concludedBy[$0] }.filter { evaluation[$0] == .unknown }
        let silent = expected.value.outcomes.flatMap { set[id].concludedBy[$0] }.filter { evaluation[$0] != .yes }
        return Difference(
            object: object, subject: .issue(decision: set[id].name), expected: side(expected.value, of: id),
            found: side(found, of: id), remark: remark(on: found, of: id),
            origins: origins(examination[id].motifs + rules + silent), range: expected.range)
    }

    private func motifs(_ expected: Located<Set<RuleID>>, of id: DecisionID) -> Difference? {
        let found = Set(examination[id].motifs)
        guard found != expected.value else { return nil }
        return Difference(
            object: object, subject: .motifs(decision: set[id].name), expected: names(expected.value),
            found: names(found), remark: nil, origins: origins(found.symmetricDifference(expected.value)),
            range: expected.range)
    }

    private func missing(_ expected: Located<Set<FactID>>, of id: DecisionID) -> Difference? {
        let found = examination[id].missing
        guard Set(found) != expected.value else { return nil }
        return Difference(
            object: object, subject: .missing(decision: set[id].name), expected: names(expected.value),
            found: names(Set(found)), remark: nil, origins: [], range: expected.range)
    }

    private func possible(_ expected: Located<Set<DecisionTest.Expected>>, of id: DecisionID) -> Difference? {
        let found = evaluation[id].possibilities
        guard found != expected.value else { return nil }
        let outcomes = found.symmetricDifference(expected.value).compactMap { $0.outcome }.sorted()
        return Difference(
            object: object, subject: .possible(decision: set[id].name), expected: side(expected.value, of: id),
            found: side(found, of: id), remark: nil, origins: origins(outcomes.flatMap { set[id].concludedBy[$0] }),
            range: expected.range)
    }

    private func difference(from expected: ExpectedResults.OfRule) -> Difference? {
        let rule = set[expected.rule]
        let found = evaluation[expected.rule]
        guard found != expected.truth else { return nil }
        let overriding = rule.overriddenBy.filter { evaluation[$0] != .no }
        return Difference(
            object: object, subject: .rule(rule.name), expected: .word(expected.truth.word), found: .word(found.word),
            remark: FixtureWording.overridden(by: overriding.map { set[$0].name }),
            origins: origins([expected.rule] + overriding), range: expected.range)
    }

    private func difference(from expected: ExpectedResults.OfDefinition) -> Difference? {
        let definition = set[expected.definition]
        let found = evaluation[expected.definition]
        guard found != expected.value else { return nil }
        return Difference(
            object: object, subject: .definition(definition.name), expected: .word(set.spelled(expected.value)),
            found: .word(set.spelled(found)), remark: nil,
            origins: [.init(name: definition.name, truth: nil, range: definition.range)], range: expected.range)
    }
}
