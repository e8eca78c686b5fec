import PolicyValues
import RuleCases
import RuleEngine
import RuleModel

/// A case to propose: what it states, and when it is decided.
struct ProposedCase {
    var facts: FactSheet
    let date: CivilDate
}

/// Looks for a coherent case with some property, near the cases that are there already: first one fact changed, then a
/// few at a time, by chance. The same search always finds the same case.
struct CaseSearch {
    private let set: RuleSet
    private let candidates: FactCandidates
    /// Cases to start from.
    private let seeds: [ProposedCase]
    private let dates: [CivilDate]
    private var coherence: Machine<SilentTracer>

    init(_ program: Program, seeds: [ProposedCase], today: CivilDate) {
        set = program.model
        candidates = FactCandidates(program.model)
        let dates = Set(seeds.map(\.date) + program.model.dates)
        let period = program.model.policy.inForce
        self.dates = dates.filter { period?.contains($0) ?? true }.sorted()
        let empty = ProposedCase(facts: FactSheet(nothingStatedIn: program.model), date: self.dates.last ?? today)
        self.seeds = seeds + [empty]
        coherence = Machine(program)
    }

    /// A case of which `holds` is true, as few facts stated as will do; nil when none was found.
    ///
    /// - Parameters:
    ///   - facts: those that reach what is looked for, the nearest first.
    ///   - tries: how many cases are looked at.
    mutating func find(
        near facts: [FactID], tries: Int, _ holds: (ProposedCase) -> Bool
    ) -> ProposedCase? {
        var left = tries
        for seed in seeds {
            for date in [seed.date] + dates.filter({ $0 != seed.date && facts.isEmpty }) {
                if let found = check(ProposedCase(facts: seed.facts, date: date), holds, &left) { return found }
            }
        }
        for fact in facts.prefix(Self.nearest) {
            for value in candidates.values(of: fact) {
                for seed in seeds where left > tries / 2 {
                    var proposed = seed
                    proposed.facts.state(fact, as: value)
                    if let found = check(proposed, holds, &left) { return found }
                }
            }
        }
        return byChance(facts, holds, &left)
    }

    /// How many facts are tried one at a time.
    private static let nearest = 6

    private mutating func byChance(
        _ facts: [FactID], _ holds: (ProposedCase) -> Bool, _ left: inout Int
    ) -> ProposedCase? {
        guard !facts.isEmpty || dates.count > 1 else { return nil }
        var chance = SplitMix64(seed: 0x9E37_79B9)
        while left > 0 {
            var proposed = seeds[chance.below(seeds.count)]
            if chance.below(3) == 0, let date = dates.isEmpty ? nil : dates[chance.below(dates.count)] {
                proposed = ProposedCase(facts: proposed.facts, date: date)
            }
            for _ in 0...chance.below(Self.mostChanges) where !facts.isEmpty {
                // Near facts more often than far ones.
                let fact = facts[min(chance.below(facts.count), chance.below(facts.count))]
                let values = candidates.values(of: fact)
                proposed.facts.state(fact, as: values[chance.below(values.count)])
            }
            if let found = check(proposed, holds, &left) { return found }
        }
        return nil
    }

    /// How many facts are changed at once, at most.
    private static let mostChanges = 6

    private mutating func check(
        _ proposed: ProposedCase, _ holds: (ProposedCase) -> Bool, _ left: inout Int
    ) -> ProposedCase? {
        left -= 1
        guard holds(proposed), isCoherent(proposed) else { return nil }
        return minimal(proposed, holds)
    }

    private mutating func isCoherent(_ proposed: ProposedCase) -> Bool {
        guard set.policy.inForce?.contains(proposed.date) ?? true else { return false }
        guard !set.constraints.isEmpty else { return true }
        coherence.run(proposed.facts, on: proposed.date)
        return set.constraints.indices.allSatisfy { coherence.truth(ofConstraint: InvariantID($0)) != .no }
    }

    /// The case without the facts that it does not need.
    private mutating func minimal(_ proposed: ProposedCase, _ holds: (ProposedCase) -> Bool) -> ProposedCase {
        let empty = FactSheet(nothingStatedIn: set)
        var least = proposed
        for fact in set.factIDs {
            switch least.facts.origins[fact.position] {
            case .absent, .presumed: continue
            case .stated, .statedUnknown: break
            }
            var smaller = least
            smaller.facts.values[fact.position] = empty.values[fact.position]
            smaller.facts.origins[fact.position] = empty.origins[fact.position]
            smaller.facts.places[fact.position] = nil
            if holds(smaller), isCoherent(smaller) { least = smaller }
        }
        return least
    }
}
