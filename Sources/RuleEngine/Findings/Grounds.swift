import PolicyValues
import RuleModel

/// What claims rest on in one situation: for each, facts (known or unknown) that it takes to keep it as it is. While
/// they stay what they are, a claim that holds still holds and one that fails still fails, whatever the others become.
///
/// Where there is a choice, the ground with the fewest facts that may change is taken: a small certificate, not
/// always the smallest.
///
/// - Complexity: each rule, support and definition is looked at once in each polarity.
struct Grounds {
    let situation: Situation
    /// Facts that may change; the others do not count in the choice of a ground, and are left out of it.
    private let free: FactGroup?

    private var known: [Key: FactGroup] = [:]
    private var depth = 0

    /// Deeper chains of definitions, rules and decisions rest on every fact: true, if not tight, and the stack stays
    /// bounded.
    private static let depthLimit = 200

    /// - Parameter free: the facts that may change, all when nil.
    init(_ situation: Situation, free: FactGroup? = nil) {
        self.situation = situation
        self.free = free
    }

    /// What stands on its own and may be needed from several places.
    private enum Key: Hashable {
        case rule(RuleID, Claim.Polarity)
        case support(DecisionID, Int, Claim.Polarity)
        case applicable(DecisionID, Claim.Polarity)
        case excluded(DecisionID, Int)
        case definition(DefinitionID)
    }

    /// Whether a claim holds.
    func holds(_ claim: Claim) -> Bool {
        let evaluation = situation.evaluation
        switch claim {
        case .condition(let condition, let polarity): return situation.truth(of: condition) == polarity.truth
        case .rule(let id, let polarity): return evaluation[id] == polarity.truth
        case .support(let id, let outcome, let polarity): return evaluation[id].supports[outcome] == polarity.truth
        case .applicable(let id, let polarity): return evaluation[id].applicability == polarity.truth
        case .atLeast(let least, let parts): return parts.count { holds($0) } >= least
        case .excluded:
            guard case .parts(let least, let parts) = claim.meaning(in: situation) else { return false }
            return parts.count { holds($0) } >= least
        }
    }

    /// The facts that keep a claim as it is.
    mutating func ground(of claim: Claim) -> FactGroup {
        guard let key = key(of: claim) else { return found(claim) }
        if let ground = known[key] { return ground }
        let ground = found(claim)
        known[key] = ground
        return ground
    }

    /// Facts for each part of a claim that fails and must not, where it needs all of its parts: at least one fact of
    /// each must change before the claim can hold.
    mutating func obstacles(to claim: Claim) -> [FactGroup] {
        var seen: Set<Key> = []
        return obstacles(to: claim, seen: &seen)
    }

    private mutating func obstacles(to claim: Claim, seen: inout Set<Key>) -> [FactGroup] {
        guard !holds(claim) else { return [] }
        if let key = key(of: claim), !seen.insert(key).inserted { return [] }
        guard depth < Self.depthLimit,
            case .parts(let least, let parts) = claim.meaning(in: situation), least == parts.count
        else { return [ground(of: claim)] }
        depth += 1
        defer { depth -= 1 }
        return parts.flatMap { obstacles(to: $0, seen: &seen) }
    }

    private mutating func found(_ claim: Claim) -> FactGroup {
        guard depth < Self.depthLimit else { return restricted(FactGroup(situation.set.factIDs)) }
        depth += 1
        defer { depth -= 1 }
        switch claim.meaning(in: situation) {
        case .parts(let least, let parts): return ground(of: parts, least: least, holding: holds(claim))
        case .test(let test): return ground(of: test)
        }
    }

    /// So many of the parts hold: those with the smallest grounds. Else too many fail: the same of those.
    private mutating func ground(of parts: [Claim], least: Int, holding: Bool) -> FactGroup {
        let deciding = parts.filter { holds($0) == holding }
        let needed = holding ? least : parts.count - least + 1
        var grounds = deciding.map { ground(of: $0) }
        if needed < grounds.count { grounds.sort { $0.count < $1.count } }
        return grounds.prefix(max(0, needed)).reduce(into: FactGroup()) { $0.formUnion($1) }
    }

    private func restricted(_ group: FactGroup) -> FactGroup { free.map { group.intersection($0) } ?? group }

    private func key(of claim: Claim) -> Key? {
        switch claim {
        case .rule(let id, let polarity): .rule(id, polarity)
        case .support(let id, let outcome, let polarity): .support(id, outcome, polarity)
        case .applicable(let id, let polarity): .applicable(id, polarity)
        case .excluded(let id, let outcome): .excluded(id, outcome)
        case .condition, .atLeast: nil
        }
    }
}

/// What values rest on: while these facts stay, the value, or its being unknown, stays.
extension Grounds {
    /// An unknown subject leaves a test `inconnu` by itself.
    private mutating func ground(of test: Test) -> FactGroup {
        let subject = test.subject.operand
        var group = ground(of: subject)
        guard situation.value(of: subject) != nil else { return group }
        for operand in test.comparisons.flatMap(\.operands) { group.formUnion(ground(of: operand)) }
        return group
    }

    private mutating func ground(of operand: Operand) -> FactGroup {
        switch operand {
        case .constant, .parameter: FactGroup()
        case .fact(let id): restricted(FactGroup([id]))
        case .definition(let id): ground(of: id)
        }
    }

    private mutating func ground(of id: DefinitionID) -> FactGroup {
        if let ground = known[.definition(id)] { return ground }
        let definition = situation.set[id]
        guard situation.isInForce(definition.inForce) else { return FactGroup() }
        let ground: FactGroup
        switch definition.body {
        case .truth(let condition): ground = self.ground(of: condition)
        case .calculation(let calculation): ground = self.ground(of: calculation.operands)
        case .byCase(let lines): ground = self.ground(of: lines)
        }
        known[.definition(id)] = ground
        return ground
    }

    /// The truth of a condition, whichever it is.
    private mutating func ground(of condition: Condition) -> FactGroup {
        switch situation.truth(of: condition) {
        case .yes: return ground(of: .condition(condition, .yes))
        case .no: return ground(of: .condition(condition, .no))
        case .unknown:
            var group = ground(of: .condition(condition, .yes))
            group.formUnion(ground(of: .condition(condition, .no)))
            return group
        }
    }

    /// One unknown operand makes a result unknown.
    private mutating func ground(of operands: [Operand]) -> FactGroup {
        var union = FactGroup()
        var smallest: FactGroup?
        for operand in operands {
            let group = ground(of: operand)
            union.formUnion(group)
            if situation.value(of: operand) == nil, group.count < smallest?.count ?? .max { smallest = group }
        }
        return smallest ?? union
    }

    private mutating func ground(of lines: [Definition.CaseLine]) -> FactGroup {
        var group = FactGroup()
        for line in lines where situation.isInForce(line.inForce) {
            let truth = line.condition.map { situation.truth(of: $0) } ?? .yes
            if let condition = line.condition { group.formUnion(ground(of: condition)) }
            if truth != .no { group.formUnion(ground(of: line.value)) }
            if truth == .yes { break }
        }
        return group
    }
}
