import RuleEngine
import RuleJSON
import RuleModel

extension DecisionJSON {
    /// `pourquoi pas`. `à` is the nearest value that does it; `borne` says which others do it too.
    func whyNot(_ report: WhyNotReport) -> JSONValue {
        let decision = set[report.decision]
        return .object([
            ("décision", .text(decision.name)), ("issue", .text(decision.name(of: report.wanted))),
            ("verdict", .text(report.answer.verdict.word)),
            ("ensembles", .list(report.answer.sets.map { .list($0.map(change)) })),
        ])
    }

    private func change(_ change: FactChange) -> JSONValue {
        let fact = set[change.fact]
        var entries: [(String, JSONValue)] = [
            ("fait", .text(fact.name)), ("de", change.from.map(value) ?? .null), ("à", value(change.to)),
        ]
        if let bound = change.bound.words(for: fact.type) { entries.append(("borne", .text(bound))) }
        return .object(entries)
    }
}
