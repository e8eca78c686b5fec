import PolicyValues
import RuleModel

/// What is open below some decisions, definitions or rules, and the facts and parameters where it ends: the walk of
/// `manquants` (section 7).
///
/// The walk starts from what it is given and goes down only through what is itself `inconnu`. What lies below a node
/// does not depend on where the walk came from, so one graph serves all decisions of a case, and each node is looked
/// at once.
///
/// - Complexity: linear in the size of the set, for each 64 leaves reached.
struct OpenGraph {
    /// A node and where its edges are.
    private struct Visit {
        let node: Int
        var below: Range<Int>
        var leaves: Range<Int>
    }

    private let numbering: NodeNumbering
    private let situation: Situation

    /// By node: whether something open needs it.
    private var isReached: [Bool]
    /// Each node before what it needs.
    private var visits: [Visit] = []
    private var below: [Int32] = []
    /// Places in ``leaves``.
    private var leafEdges: [Int32] = []

    /// The leaves reached, each once.
    private(set) var leaves: [OpenLeaf] = []
    /// By leaf, as it is numbered: its place in ``leaves``, or −1.
    private var leafPlaces: [Int32]

    /// Walks down from the given nodes; those that are known are passed over.
    init(_ situation: Situation, from starts: [Computed]) {
        self.situation = situation
        numbering = NodeNumbering(situation.set)
        isReached = Array(repeating: false, count: numbering.count)
        leafPlaces = Array(repeating: -1, count: numbering.leafCount)
        for start in starts { isReached[numbering.number(of: start)] = true }
        for computed in situation.set.order.reversed() {
            let node = numbering.number(of: computed)
            if isReached[node] { visit(computed, as: node) }
        }
    }

    /// For each 64 leaves, calls `body` with the place of the first and, by node, which of them lie below it.
    func forEachBlock(_ body: (_ first: Int, _ reached: [UInt64]) -> Void) {
        for first in stride(from: 0, to: leaves.count, by: UInt64.bitWidth) {
            var reached = [UInt64](repeating: 0, count: numbering.count)
            let block = Int32(first)..<Int32(first + UInt64.bitWidth)  // bounded: counts nodes of one evaluation
            for visit in visits.reversed() {
                var word: UInt64 = 0
                for leaf in leafEdges[visit.leaves] where block.contains(leaf) {
                    word |= 1 << (leaf - block.lowerBound)
                }
                for node in below[visit.below] { word |= reached[Int(node)] }
                reached[visit.node] = word
            }
            body(first, reached)
        }
    }

    /// The node of a decision in the blocks.
    func node(of decision: DecisionID) -> Int { numbering.number(of: .decision(decision)) }

    /// The nodes of the open rules that were reached.
    var ruleNodes: [Int] { visits.map(\.node).filter(numbering.isRule) }
}

/// What each kind of node goes down to.
extension OpenGraph {
    private mutating func visit(_ computed: Computed, as node: Int) {
        let (firstNode, firstLeaf) = (below.count, leafEdges.count)
        switch computed {
        case .definition(let id): descend(into: id)
        case .rule(let id): descend(into: id)
        case .decision(let id): descend(into: id)
        }
        visits.append(Visit(node: node, below: firstNode..<below.count, leaves: firstLeaf..<leafEdges.count))
    }

    /// Its `applicable si`, and the rules that conclude a still possible outcome.
    private mutating func descend(into id: DecisionID) {
        if let applicability = situation.set.decisions[id.position].applicability { descend(into: applicability) }
        let concluding = situation.set.decisions[id.position].concludedBy
        for outcome in concluding.indices where situation.evaluation.decisions[id.position].possible[outcome] {
            for rule in concluding[outcome] { reach(rule) }
        }
    }

    /// Its `si`, its `sauf` and the rules that `écarte` it.
    private mutating func descend(into id: RuleID) {
        // Fields are read one by one: to copy a rule costs more than to walk it.
        if let condition = situation.set.rules[id.position].condition { descend(into: condition) }
        if let exception = situation.set.rules[id.position].exception { descend(into: exception) }
        for overriding in situation.set.rules[id.position].overriddenBy { reach(overriding) }
    }

    private mutating func descend(into id: DefinitionID) {
        guard situation.evaluation.definitions[id.position] == nil else { return }
        guard situation.isInForce(situation.set.definitions[id.position].inForce) else {
            return end(at: .definition(id))
        }
        switch situation.set.definitions[id.position].body {
        case .truth(let condition): descend(into: condition)
        case .calculation(let calculation):
            let unknown = calculation.operands.filter { situation.value(of: $0) == nil }
            if unknown.isEmpty { end(at: .definition(id)) }
            for operand in unknown { reach(operand) }
        case .byCase(let lines): descend(into: lines)
        }
    }

    /// The lines of `selon` up to the first that holds: each can still be the first.
    private mutating func descend(into lines: [Definition.CaseLine]) {
        for line in lines where situation.isInForce(line.inForce) {
            let truth = line.condition.map { situation.truth(of: $0) } ?? .yes
            switch truth {
            case .no: continue
            case .unknown:
                if let condition = line.condition { descend(into: condition) }
                reach(line.value)
            case .yes:
                reach(line.value)
                return
            }
        }
    }

    private mutating func descend(into condition: Condition) {
        guard situation.truth(of: condition) == .unknown else { return }
        switch condition.kind {
        case .all(let branches), .any(let branches), .none(let branches), .atLeast(_, let branches):
            for branch in branches { descend(into: branch) }
        case .not(let branch): descend(into: branch)
        case .rules(let rules): for rule in rules { reach(rule) }
        case .test(let test): descend(into: test)
        case .decisionTest(let test): reach(Computed.decision(test.decision))
        }
    }

    /// The comparisons of an open test that are themselves open.
    private mutating func descend(into test: Test) {
        let subject = test.subject.operand
        let value = situation.value(of: subject)
        if value == nil { reach(subject) }
        for comparison in test.comparisons where !comparison.isSettled(for: value, in: situation) {
            for operand in comparison.operands { reach(operand) }
        }
    }

    private mutating func reach(_ rule: RuleID) {
        if situation.evaluation[rule] == .unknown { reach(Computed.rule(rule)) }
    }

    private mutating func reach(_ operand: Operand) {
        guard situation.value(of: operand) == nil else { return }
        switch operand {
        case .constant: break
        case .parameter(let id): end(at: .parameter(id))
        case .fact(let id): end(at: .fact(id))
        case .definition(let id): reach(Computed.definition(id))
        }
    }

    private mutating func reach(_ computed: Computed) {
        let node = numbering.number(of: computed)
        isReached[node] = true
        below.append(Int32(node))  // bounded: counts nodes of one evaluation
    }

    private mutating func end(at leaf: OpenLeaf) {
        let number = numbering.number(of: leaf)
        if leafPlaces[number] < 0 {
            leafPlaces[number] = Int32(leaves.count)
            leaves.append(leaf)
        }
        leafEdges.append(leafPlaces[number])
    }
}

extension Comparison {
    /// Whether a comparison of an `inconnu` test holds already. It cannot have failed: then the test would be `faux`.
    fileprivate func isSettled(for value: Value?, in situation: Situation) -> Bool {
        guard let value else { return false }
        let known = operands.compactMap { situation.value(of: $0) }
        return known.count == operands.count || comparator == .oneOf && known.contains { value.matches($0) }
    }
}

extension Value {
    /// Whether it equals a value or, being a set, contains it.
    fileprivate func matches(_ other: Value) -> Bool {
        if case .choices(let members) = self, case .choice(let symbol) = other { return members.contains(symbol) }
        return self == other
    }
}

/// Definitions, rules and decisions of a set numbered through, in this order; and its possible leaves.
struct NodeNumbering {
    private let definitions: Int
    private let rules: Int
    private let facts: Int
    private let parameters: Int
    /// How many nodes there are.
    let count: Int

    init(_ set: RuleSet) {
        definitions = set.definitions.count
        rules = set.rules.count
        facts = set.facts.count
        parameters = set.parameters.count
        count = definitions + rules + set.decisions.count
    }

    var leafCount: Int { facts + parameters + definitions }

    func number(of leaf: OpenLeaf) -> Int {
        switch leaf {
        case .fact(let id): id.position
        case .parameter(let id): facts + id.position
        case .definition(let id): facts + parameters + id.position
        }
    }

    func number(of computed: Computed) -> Int {
        switch computed {
        case .definition(let id): id.position
        case .rule(let id): definitions + id.position
        case .decision(let id): definitions + rules + id.position
        }
    }

    func isRule(_ node: Int) -> Bool { node >= definitions && node < definitions + rules }
}
