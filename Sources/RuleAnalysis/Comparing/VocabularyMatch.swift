import RuleModel

/// Which facts, decisions and outcomes of two rule sets are the same: those of one name, and those that were renamed
/// without another change.
struct VocabularyMatch {
    /// Facts of both sets, each once; nil where one set has none.
    private(set) var facts: [(old: FactID?, new: FactID?)] = []
    private(set) var decisions: [DecisionMatch] = []
    private(set) var changes: VocabularyChanges

    init(_ old: RuleSet, _ new: RuleSet) {
        changes = VocabularyChanges()
        matchFacts(old, new)
        matchDecisions(old, new)
    }

    private mutating func matchFacts(_ old: RuleSet, _ new: RuleSet) {
        let byName = Dictionary(uniqueKeysWithValues: new.factIDs.map { (new[$0].name, $0) })
        var left: [FactID] = []
        var taken: Set<FactID> = []
        for id in old.factIDs {
            guard let other = byName[old[id].name] else {
                left.append(id)
                continue
            }
            taken.insert(other)
            if old[id].type.isLike(new[other].type) {
                facts.append((id, other))
                changes.noteValues(of: old[id], old, new[other], new)
            } else {
                facts += [(id, nil), (nil, other)]
                changes.retyped.append(old[id].name)
            }
        }
        var added = new.factIDs.filter { !taken.contains($0) }
        for id in left {
            let twins = added.filter { new[$0].question == old[id].question && old[id].isSame(as: new[$0], old, new) }
            guard twins.count == 1, let twin = twins.first else {
                facts.append((id, nil))
                changes.removed.append(old[id].name)
                continue
            }
            facts.append((id, twin))
            added.removeAll { $0 == twin }
            changes.renamed.append(.init(from: old[id].name, to: new[twin].name))
        }
        facts += added.map { (nil, $0) }
        changes.added += added.map { new[$0].name }
    }

    private mutating func matchDecisions(_ old: RuleSet, _ new: RuleSet) {
        var left = new.decisionIDs
        for id in old.decisionIDs {
            let twin =
                left.first { new[$0].name == old[id].name }
                ?? left.first { other in
                    new[other].question == old[id].question
                        && new[other].outcomes.map(\.name) == old[id].outcomes.map(\.name)
                        && !old.decisions.contains { $0.name == new[other].name }
                }
            guard let twin else {
                changes.removedDecisions.append(old[id].name)
                continue
            }
            left.removeAll { $0 == twin }
            if new[twin].name != old[id].name {
                changes.renamed.append(.init(from: old[id].name, to: new[twin].name))
            }
            decisions.append(DecisionMatch(id, twin, old, new, &changes))
        }
        changes.addedDecisions = left.map { new[$0].name }
    }
}

/// One decision of both sets, with its outcomes matched.
struct DecisionMatch {
    /// An outcome by its place in each set's `issues`; nil where one set has none. By its newer name.
    struct Outcome {
        let name: String
        let old: Int?
        let new: Int?
    }

    let old: DecisionID
    let new: DecisionID
    private(set) var outcomes: [Outcome] = []

    init(_ old: DecisionID, _ new: DecisionID, _ oldSet: RuleSet, _ newSet: RuleSet, _ changes: inout VocabularyChanges)
    {
        self.old = old
        self.new = new
        let (before, after) = (oldSet[old], newSet[new])
        var left = Array(after.outcomes.indices)
        for (place, outcome) in before.outcomes.enumerated() {
            let twin =
                left.first { after.outcomes[$0].name == outcome.name }
                ?? left.first { other in
                    after.outcomes[other].meaning == outcome.meaning
                        && !before.outcomes.contains { $0.name == after.outcomes[other].name }
                }
            left.removeAll { $0 == twin }
            let name = twin.map { after.outcomes[$0].name } ?? outcome.name
            outcomes.append(Outcome(name: name, old: place, new: twin))
            if twin == nil { changes.removed.append("\(after.name)=\(outcome.name)") }
            if twin != nil, name != outcome.name {
                changes.renamed.append(.init(from: "\(before.name)=\(outcome.name)", to: "\(after.name)=\(name)"))
            }
        }
        for place in left {
            outcomes.append(Outcome(name: after.outcomes[place].name, old: nil, new: place))
            changes.added.append("\(after.name)=\(after.outcomes[place].name)")
        }
    }
}

/// What one set can say and the other cannot, by name; values and outcomes as `fait=valeur`, `décision=issue`.
package struct VocabularyChanges: Equatable, Sendable {
    package struct Renaming: Equatable, Sendable {
        package let from: String
        package let to: String
    }

    package var added: [String] = []
    package var removed: [String] = []
    package var addedDecisions: [String] = []
    package var removedDecisions: [String] = []
    package var renamed: [Renaming] = []
    /// Facts that have another type.
    package var retyped: [String] = []

    package var isEmpty: Bool { self == VocabularyChanges() }

    fileprivate mutating func noteValues(of old: Fact, _ oldSet: RuleSet, _ new: Fact, _ newSet: RuleSet) {
        let before = old.type.symbols.map { oldSet[$0] }
        let after = new.type.symbols.map { newSet[$0] }
        added += after.filter { !before.contains($0) }.map { "\(new.name)=\($0)" }
        removed += before.filter { !after.contains($0) }.map { "\(new.name)=\($0)" }
    }
}

extension ValueType {
    /// Whether values of both can be the same; choices may have other values.
    fileprivate func isLike(_ other: ValueType) -> Bool { name == other.name }
}

extension Fact {
    /// Whether a fact of another set differs in name at most.
    fileprivate func isSame(as other: Fact, _ set: RuleSet, _ otherSet: RuleSet) -> Bool {
        type.name == other.type.name && type.symbols.map { set[$0] } == other.type.symbols.map { otherSet[$0] }
            && unit == other.unit && minimum == other.minimum && maximum == other.maximum
    }
}
