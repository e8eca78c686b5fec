import RuleModel

/// Rules that never apply, and rules without which every decision would be the same.
extension Analyzer {
    mutating func checkRules() throws(AnalysisBug) {
        for id in set.ruleIDs where try isNever(.applies(id)) {
            deadRules.insert(id)
            let rule = set[id]
            if !prover.dates.contains(where: { rule.inForce?.contains($0) ?? true }) {
                report(.neverInForce(rule))
            } else if let condition = rule.condition, try isNever(.holds(condition.number)) {
                report(.deadRule(rule, try impossible(in: condition)))
            } else {
                report(.alwaysExcluded(rule, rule.overriddenBy.map { set[$0] }))
            }
        }
        for id in coverable where !deadRules.contains(id) {
            if try isNever(.changesDecisions(id)) { try reportCover(of: id) }
        }
    }

    /// The outermost branches of a condition that never hold by themselves.
    private mutating func impossible(in condition: Condition) throws(AnalysisBug) -> Condition {
        for branch in condition.branches where try isNever(.holds(branch.number)) { return try impossible(in: branch) }
        return condition
    }

    // MARK: Covered rules

    var coverageQuestions: [Question] { coverable.map(Question.changesDecisions) }

    /// The rules that matter by their conclusions alone: no condition names them, and they écartent none.
    private var coverable: [RuleID] {
        var named: Set<RuleID> = []
        for condition in set.conditions { if case .rules(let rules) = condition.kind { named.formUnion(rules) } }
        return set.ruleIDs.filter { !named.contains($0) && set[$0].overrides.isEmpty }
    }

    private mutating func reportCover(of id: RuleID) throws(AnalysisBug) {
        let rule = set[id]
        let masking = rule.table.map { table in rivals(of: id).filter { self.masks($0, id, in: table) } } ?? []
        if !masking.isEmpty, try isNever(.appliesAlone(id, without: masking)) {
            return report(.maskedLine(rule, by: try covering(id, among: masking).map { set[$0] }))
        }
        report(.coveredRule(rule, by: try covering(id, among: rivals(of: id)).map { set[$0] }))
    }

    /// The rules that conclude what the rule concludes, or what comes before it.
    private func rivals(of id: RuleID) -> [RuleID] {
        var rivals: Set<RuleID> = []
        for conclusion in set[id].conclusions {
            let decision = set[conclusion.decision]
            switch decision.method {
            case .priority: rivals.formUnion(decision.concludedBy[...conclusion.outcome].joined())
            case .unique, .cumulative: rivals.formUnion(decision.concludedBy[conclusion.outcome])
            }
        }
        return rivals.subtracting([id]).sorted()
    }

    /// Whether a line stands before another of its table, or concludes what comes before.
    private func masks(_ line: RuleID, _ other: RuleID, in table: TableID) -> Bool {
        guard set[line].table == table, let outcome = set[line].conclusions.first?.outcome,
            let otherOutcome = set[other].conclusions.first?.outcome
        else { return false }
        let lines = set[table].lines
        return outcome < otherOutcome || (lines.firstIndex(of: line) ?? 0) < (lines.firstIndex(of: other) ?? 0)
    }

    /// One rule that applies whenever the rule does; else all that are needed together, when they are few; none where
    /// the default does what the rule does.
    private mutating func covering(_ id: RuleID, among rivals: [RuleID]) throws(AnalysisBug) -> [RuleID] {
        for rival in rivals where try isNever(.appliesAlone(id, without: [rival])) { return [rival] }
        guard try isNever(.appliesAlone(id, without: rivals)) else { return [] }
        var needed = rivals
        for rival in rivals {
            let rest = needed.filter { $0 != rival }
            if try isNever(.appliesAlone(id, without: rest)) { needed = rest }
        }
        return needed
    }
}
