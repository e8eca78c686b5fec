import SourceText

/// What needs what among definitions, rules and decisions (language, section 6): an order in which each comes after
/// what it needs, or the cycles that forbid one.
///
/// - Complexity: linear in the references; no recursion, since chains of rules may be long.
struct DependencyGraph {
    private(set) var order: [Computed] = []
    private(set) var cycles: [[Computed]] = []
    private(set) var decisionsInOrder: [DecisionID] = []

    private let nodes: [Computed]
    private let needs: [[Int]]
    private let definitionCount: Int
    private let ruleCount: Int

    init(definitions: [Definition], rules: [Rule], decisions: [Decision]) {
        definitionCount = definitions.count
        ruleCount = rules.count
        nodes =
            definitions.indices.map { .definition(DefinitionID($0)) } + rules.indices.map { .rule(RuleID($0)) }
            + decisions.indices.map { .decision(DecisionID($0)) }
        let (first, second) = (definitions.count, definitions.count + rules.count)
        func index(_ target: Reference.Target) -> Int? {
            switch target {
            case .fact, .parameter: nil
            case .definition(let id): id.position
            case .rule(let id): first + id.position
            case .decision(let id): second + id.position
            }
        }
        var needs: [[Int]] = []
        for definition in definitions { needs.append(definition.references.compactMap { index($0.target) }) }
        for rule in rules {
            needs.append(
                rule.references.compactMap { index($0.target) } + rule.overriddenBy.map { first + $0.position })
        }
        for decision in decisions {
            needs.append(
                (decision.applicability?.references ?? []).compactMap { index($0.target) }
                    + decision.rules.map { first + $0.position })
        }
        self.needs = needs
        search()
        if cycles.isEmpty { orderDecisions(from: second) }
    }

    /// Depth-first, with a stack of its own.
    private mutating func search() {
        enum Mark { case new, open, done }
        var marks = [Mark](repeating: .new, count: nodes.count)
        for root in nodes.indices where marks[root] == .new {
            var path = [(node: root, next: 0)]
            marks[root] = .open
            while let top = path.last {
                guard top.next < needs[top.node].count else {
                    marks[top.node] = .done
                    order.append(nodes[top.node])
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                let need = needs[top.node][top.next]
                switch marks[need] {
                case .done: break
                case .new:
                    marks[need] = .open
                    path.append((need, 0))
                case .open:
                    guard cycles.count < Limits.shownCycles else { break }
                    let start = path.firstIndex { $0.node == need } ?? 0
                    add(cycle: path[start...].map { nodes[$0.node] })
                }
            }
        }
    }

    private mutating func add(cycle: [Computed]) {
        if !cycles.contains(where: { Set($0) == Set(cycle) }) { cycles.append(cycle) }
    }

    /// Decisions by what they need of each other, then by name: the first by name of those that need no other.
    private mutating func orderDecisions(from firstDecision: Int) {
        var reached = [Set<Int>](repeating: [], count: nodes.count)
        for computed in order {
            let node = index(of: computed, firstDecision)
            var all: Set<Int> = []
            for need in needs[node] {
                if need >= firstDecision { all.insert(need) } else { all.formUnion(reached[need]) }
            }
            reached[node] = all
        }
        var pending = Array(firstDecision..<nodes.count)
        var placed: Set<Int> = []
        while let next = pending.first(where: { reached[$0].isSubset(of: placed) }) {
            placed.insert(next)
            pending.removeAll { $0 == next }
            decisionsInOrder.append(DecisionID(next - firstDecision))
        }
    }

    private func index(of computed: Computed, _ firstDecision: Int) -> Int {
        switch computed {
        case .definition(let id): id.position
        case .rule(let id): definitionCount + id.position
        case .decision(let id): firstDecision + id.position
        }
    }
}
