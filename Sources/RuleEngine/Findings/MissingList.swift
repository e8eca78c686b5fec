import PolicyValues
import RuleModel

/// What the undetermined decisions of a case wait for, most useful first.
struct MissingList {
    private(set) var facts: [MissingFact] = []
    /// By decision: its facts in the order of ``facts``.
    private(set) var factsOfDecision: [[FactID]]
    /// By decision, by name.
    private(set) var parametersOfDecision: [[ParameterID]]

    /// An open rule « reaches » a fact when the walk that starts at the rule comes to it, through definitions,
    /// decisions and other rules too. All open rules on the way from an undetermined decision count, each once.
    init(_ situation: Situation) {
        let set = situation.set
        factsOfDecision = set.decisions.map { _ in [] }
        parametersOfDecision = set.decisions.map { _ in [] }
        let open = set.decisionIDs.filter { situation.evaluation[$0].state == .undetermined }
        guard !open.isEmpty else { return }
        let graph = OpenGraph(situation, from: open.map { .decision($0) })
        var tallies = graph.leaves.map { _ in Tally() }
        graph.forEachBlock { first, reached in
            for decision in open {
                for bit in reached[graph.node(of: decision)].bits { tallies[first + bit].decisions.append(decision) }
            }
            for rule in graph.ruleNodes {
                for bit in reached[rule].bits { tallies[first + bit].rules += 1 }
            }
        }
        for (leaf, tally) in zip(graph.leaves, tallies) {
            switch leaf {
            case .fact(let id):
                facts.append(MissingFact(fact: id, decisions: tally.decisions, openRules: tally.rules))
            case .parameter(let id):
                for decision in tally.decisions { parametersOfDecision[decision.position].append(id) }
            case .definition: break
            }
        }
        facts.sort { $0.isMoreUseful(than: $1) }
        for missing in facts {
            for decision in missing.decisions { factsOfDecision[decision.position].append(missing.fact) }
        }
        for place in parametersOfDecision.indices { parametersOfDecision[place].sort() }
    }

    private struct Tally {
        var decisions: [DecisionID] = []
        var rules = 0
    }
}

extension MissingFact {
    /// More decisions, then more open rules, then the name: facts are numbered by name.
    fileprivate func isMoreUseful(than other: MissingFact) -> Bool {
        (other.decisions.count, other.openRules, fact) < (decisions.count, openRules, other.fact)
    }
}

extension UInt64 {
    /// The places of the bits that are set, ascending.
    fileprivate var bits: some Sequence<Int> {
        sequence(state: self) { word in
            guard word != 0 else { return nil }
            defer { word &= word - 1 }
            return word.trailingZeroBitCount
        }
    }
}
