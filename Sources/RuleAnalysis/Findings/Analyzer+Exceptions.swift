import RuleModel

/// `sauf` and `écarte` that never take anything away.
extension Analyzer {
    var exceptionQuestions: [Question] {
        self.set.ruleIDs.filter { set[$0].exception != nil }.map(Question.isExcepted)
            + set.ruleIDs.flatMap { id in set[id].overrides.map { Question.overrides(id, $0) } }
    }

    mutating func checkExceptions() throws(AnalysisBug) {
        for id in set.ruleIDs where !deadRules.contains(id) {
            let rule = set[id]
            if let exception = rule.exception, try isNever(.isExcepted(id)) {
                uselessExceptions.insert(exception.number)
                report(.uselessException(rule, exception))
            }
            for (names, rules) in overridden(by: rule) {
                var isUseless = true
                for other in rules where isUseless { isUseless = try isNever(.overrides(id, other)) }
                if isUseless { report(.uselessOverride(rule, names, rules.map { set[$0] })) }
            }
        }
    }

    /// The rules that a rule écarte, those of a table together where all its lines are; without dead rules.
    private func overridden(by rule: Rule) -> [(name: String, rules: [RuleID])] {
        var groups: [(name: String, rules: [RuleID])] = []
        var rest = rule.overrides.filter { !deadRules.contains($0) }
        for table in set.tables where Set(table.lines).isSubset(of: rule.overrides) {
            let lines = rest.filter { table.lines.contains($0) }
            if !lines.isEmpty { groups.append((table.name, lines)) }
            rest.removeAll { lines.contains($0) }
        }
        return groups + rest.map { (set[$0].name, [$0]) }
    }
}
