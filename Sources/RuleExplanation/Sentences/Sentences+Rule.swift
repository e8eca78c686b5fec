import PolicyValues
import RuleEngine
package import RuleModel

extension Sentences {
    /// « La règle « titre » s’applique », for one rule, several, or all lines of a table.
    package func sentence(ofRules rules: [RuleID], affirmed: Bool) -> String {
        if let rule = rules.only {
            let verb = affirmed ? "s’applique" : "ne s’applique pas"
            return "La règle \(guillemets(set[rule].label)) \(verb)"
        }
        if let table = table(of: rules) {
            let title = guillemets(table.title ?? table.name)
            return affirmed
                ? "Au moins une ligne du tableau \(title) s’applique" : "Aucune ligne du tableau \(title) ne s’applique"
        }
        let labels = guillemetList(rules.map { set[$0].label }, affirmed ? "ou" : "et")
        return affirmed
            ? "Au moins une de ces règles s’applique\u{A0}: \(labels)"
            : "Aucune de ces règles ne s’applique\u{A0}: \(labels)"
    }

    /// What became of a rule: « La règle « titre » s’applique », « … ne s’applique pas », « … est en suspens ».
    package func state(of rule: RuleID) -> String {
        let name = guillemets(set[rule].label)
        switch examination.evaluation[rule] {
        case .yes: return "La règle \(name) s’applique"
        case .no: return "La règle \(name) ne s’applique pas"
        case .unknown: return "La règle \(name) est en suspens"
        }
    }

    /// The table whose lines these are, all of them.
    private func table(of rules: [RuleID]) -> RuleTable? {
        guard let table = rules.first.flatMap({ set[$0].table }).map({ set[$0] }) else { return nil }
        return Set(table.lines) == Set(rules) ? table : nil
    }
}
