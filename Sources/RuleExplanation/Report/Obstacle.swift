import PolicyValues
import RuleEngine
import RuleModel

/// What a condition lacks to hold.
enum Obstacle {
    /// A test: what it asks, the truth of that, and what is so. `isPlain` where the first of what is so says all by
    /// itself: that a fact or definition is `oui` or `non`, that a rule does not apply.
    case test(needed: String, Truth, found: [Evidence], isPlain: Bool)
    /// So many of several conditions, `faux` or `inconnu`.
    case some(Int, of: [Obstacle], Truth)
    /// Several conditions that only help together.
    case together([Obstacle])
}

/// Finds what stands between a condition and `vrai`.
struct ObstacleFinder {
    let sentences: Sentences

    /// What the condition (or with `wanted: false` its contrary) lacks. All of them are needed. At `faux`, what is false;
    /// at `inconnu`, what is unknown; nothing of a condition that holds.
    func obstacles(to condition: Condition, wanted: Bool = true) -> [Obstacle] {
        let level = level(of: condition, wanted)
        guard level != .yes else { return [] }
        switch condition.kind {
        case .not(let inner): return obstacles(to: inner, wanted: !wanted)
        case .all(let branches): return wanted ? every(branches, true, level) : one(of: branches, false, level)
        case .any(let branches): return wanted ? one(of: branches, true, level) : every(branches, false, level)
        case .none(let branches): return wanted ? every(branches, false, level) : one(of: branches, true, level)
        case .atLeast(let count, let branches):
            let needed = wanted ? count : branches.count - count + 1
            return some(needed, of: branches, wanted, level)
        case .rules, .test, .decisionTest:
            let needed = sentences.sentence(of: condition, affirmed: wanted)
            let found = EvidenceCollector.of(condition, by: sentences)
            return [.test(needed: needed, level, found: found, isPlain: condition.isPlain)]
        }
    }

    private func level(of condition: Condition, _ wanted: Bool) -> Truth {
        let truth = sentences.examination.truth(of: condition)
        return wanted ? truth : truth.negated
    }

    /// All branches are needed: those that decide are in the way.
    private func every(_ branches: [Condition], _ wanted: Bool, _ level: Truth) -> [Obstacle] {
        branches.filter { self.level(of: $0, wanted) == level }.flatMap { obstacles(to: $0, wanted: wanted) }
    }

    /// One branch would do: each that could still be it.
    private func one(of branches: [Condition], _ wanted: Bool, _ level: Truth) -> [Obstacle] {
        let parts = branches.filter { self.level(of: $0, wanted) == level }.compactMap { part($0, wanted) }
        return parts.only.map { [$0] } ?? [.some(1, of: parts, level)]
    }

    /// So many branches are needed: while that is open, only the open ones can still be among them.
    private func some(_ count: Int, of branches: [Condition], _ wanted: Bool, _ level: Truth) -> [Obstacle] {
        let lacking = count - branches.filter { self.level(of: $0, wanted) == .yes }.count
        let candidates = branches.filter {
            let own = self.level(of: $0, wanted)
            return level == .unknown ? own == .unknown : own != .yes
        }
        let parts = candidates.compactMap { part($0, wanted) }
        return parts.only.map { [$0] } ?? [.some(lacking, of: parts, level)]
    }

    /// A branch as one obstacle, however many it has.
    private func part(_ branch: Condition, _ wanted: Bool) -> Obstacle? {
        let obstacles = obstacles(to: branch, wanted: wanted)
        return obstacles.count > 1 ? .together(obstacles) : obstacles.first
    }
}

extension Condition {
    /// Whether the state of what is tested says by itself whether the test holds.
    fileprivate var isPlain: Bool {
        switch kind {
        case .rules(let rules): rules.count == 1
        case .test(let test): test.comparisons.only?.expectedYes != nil
        case .decisionTest, .all, .any, .none, .atLeast, .not: false
        }
    }
}
