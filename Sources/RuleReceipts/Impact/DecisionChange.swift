package import RuleAnalysis
import RuleJSON

/// A decision that comes out otherwise than it was kept.
package struct DecisionChange: Sendable {
    /// The name of the object, nil of a case without objects.
    package let object: String?
    package let decision: String
    /// Nil where there is no such decision.
    package let old: ComparisonReport.Side?
    package let new: ComparisonReport.Side?

    /// Whether it is the state or the issue, and not the motifs alone.
    package var isOfIssue: Bool { old?.state != new?.state || old?.issue != new?.issue }

    /// What changes between two decided cases in JSON, matter by matter.
    static func between(_ before: JSONValue, _ after: JSONValue) -> [DecisionChange] {
        zip(matters(of: before), matters(of: after)).flatMap { old, new in
            let (kept, made) = (entries(of: old.decisions), entries(of: new.decisions))
            let added = (new.decisions.entries ?? []).map(\.0).filter { kept[$0] == nil }
            return ((old.decisions.entries ?? []).map(\.0) + added).compactMap { name in
                let change = DecisionChange(
                    object: old.object, decision: name, old: side(of: kept[name]), new: side(of: made[name]))
                return change.old == change.new ? nil : change
            }
        }
    }

    private static func entries(of object: JSONValue) -> [String: JSONValue] {
        Dictionary(object.entries ?? []) { first, _ in first }
    }

    private static func matters(of decided: JSONValue) -> [(object: String?, decisions: JSONValue)] {
        guard let objects = decided["objets"]?.elements else { return [(nil, decided["décisions"] ?? .null)] }
        return objects.map { ($0["nom"]?.string, $0["décisions"] ?? .null) }
    }

    /// A decision as its JSON has it.
    private static func side(of decision: JSONValue?) -> ComparisonReport.Side? {
        guard let decision, let state = decision["état"]?.string else { return nil }
        let issue = decision["issue"] ?? .null
        return ComparisonReport.Side(
            state: state, issue: issue.elements?.compactMap(\.string) ?? issue.string.map { [$0] },
            isSet: issue.elements != nil,
            motifs: (decision["motifs"]?.elements ?? []).compactMap { $0["règle"]?.string })
    }
}
