import RuleEngine
import RuleModel

/// `motifs` and `manquants` (section 7) as circuits: the walk of ``OpenGraph`` in all lanes at once.
///
/// What the walk goes down to from a definition, rule or decision are edges, each with the lanes in which it does. From
/// these come, in the order of evaluation, the lanes in which a node reaches a fact, and, against it, the lanes in which
/// something undetermined comes to a node.
extension CircuitBuilder {
    /// The motifs of each decision, and what its undetermined lanes miss.
    mutating func buildFindings() {
        let set = program.model
        for id in set.decisionIDs { circuit.motifs.append(motifs(of: id)) }
        if classes.fact >= 0 { circuit.classValues = cells[classes.fact]?.lanesByValue?.map(\.lanes) ?? [] }
        circuit.findingGates = circuit.gates.count
        guard set.rules.count <= Self.mostRules, set.decisions.count <= UInt64.bitWidth else { return }
        circuit.missing = missing()
    }

    /// The motifs of a decision: rules and classes of rules, each once.
    private mutating func motifs(of id: DecisionID) -> [MotifSlots] {
        let possible = slots(of: id.index).possible
        var places: [Int: Int] = [:]
        var motifs: [MotifSlots] = []
        for (outcome, concluding) in program.model[id].concludedBy.enumerated() {
            for rule in concluding {
                let place = classes.classOfRule[rule.position].map { -1 - $0 } ?? rule.position
                let lanes = and(rules[rule.position].yes, possible[outcome])
                if let known = places[place] {
                    motifs[known].lanes = or(motifs[known].lanes, lanes)
                } else {
                    places[place] = motifs.count
                    motifs.append(MotifSlots(lanes: lanes, rules: rulesByValue(rule)))
                }
            }
        }
        return motifs
    }

    /// The rules of a class, by the place of the value that they require among those of the fact; or the rule alone.
    private func rulesByValue(_ rule: RuleID) -> MotifSlots.Rules {
        guard let place = classes.classOfRule[rule.position], let values = cells[classes.fact]?.lanesByValue else {
            return .one(rule)
        }
        var places: [Int64: Int] = [:]
        for (place, entry) in values.enumerated() { places[entry.value] = place }
        var rules: [Int: RuleID] = [:]
        for (value, rule) in classes.classes[place].rules {
            if let place = places[value] { rules[place] = RuleID(rule) }
        }
        return .byValue(rules)
    }

    /// Of more rules the walk in all lanes at once costs more than one by one in the few that need it.
    private static let mostRules = 2000

    private mutating func missing() -> [MissingSlots] {
        let set = program.model
        separateClasses()
        var edges: [(node: Computed, edges: OpenEdges)] = []
        for node in set.order { edges.append((node: node, edges: self.edges(from: node))) }
        let visited = visits(along: edges)
        var reaching: [Computed: [FactID: Slot]] = [:]
        var facts: [FactID: MissingSlots] = [:]
        for (node, edges) in edges {
            var reached: [FactID: Slot] = [:]
            for (target, lanes) in edges.sorted {
                switch target {
                case .fact(let fact): reached[fact] = or(reached[fact] ?? BlockCircuit.none, lanes)
                case .computed(let below):
                    for (fact, further) in (reaching[below] ?? [:]).sorted(by: { $0.key < $1.key }) {
                        reached[fact] = or(reached[fact] ?? BlockCircuit.none, and(lanes, further))
                    }
                }
            }
            reaching[node] = reached
            for (fact, lanes) in reached.sorted(by: { $0.key < $1.key }) {
                switch node {
                case .definition: break
                case .rule:
                    let open = and(visited[node] ?? BlockCircuit.none, lanes)
                    facts[fact, default: MissingSlots(fact: fact)].rules.append(open)
                case .decision(let id):
                    let open = and(slots(of: id.index).undetermined, lanes)
                    facts[fact, default: MissingSlots(fact: fact)].decisions.append((decision: id, lanes: open))
                }
            }
        }
        return facts.values.sorted { $0.fact < $1.fact }
    }

    /// Rules of a class are told apart again: the walk passes through each by itself.
    private mutating func separateClasses() {
        guardPairs = [:]
        for rules in classes.classes {
            for (value, rule) in rules.rules {
                self.rules[rule] = all([isEqual(classes.fact, value), self.rules[rule]])
            }
        }
    }

    /// By node: the lanes in which an undetermined decision comes to it.
    private mutating func visits(along edges: [(node: Computed, edges: OpenEdges)]) -> [Computed: Slot] {
        var visited: [Computed: Slot] = [:]
        for id in program.model.decisionIDs { visited[.decision(id)] = slots(of: id.index).undetermined }
        for (node, edges) in edges.reversed() {
            guard let own = visited[node] else { continue }
            for (target, lanes) in edges.sorted {
                guard case .computed(let below) = target else { continue }
                visited[below] = or(visited[below] ?? BlockCircuit.none, and(own, lanes))
            }
        }
        return visited
    }

    // MARK: Edges

    private mutating func edges(from node: Computed) -> OpenEdges {
        var edges = OpenEdges()
        switch node {
        case .definition(let id): descend(into: id, &edges)
        case .rule(let id):
            let open = unknown(rules[id.position])
            if let condition = program.model[id].condition { descend(into: condition, open, &edges) }
            if let exception = program.model[id].exception { descend(into: exception, open, &edges) }
            for overriding in program.model[id].overriddenBy { reach(overriding, open, &edges) }
        case .decision(let id):
            let decision = program.model[id]
            if let applicability = decision.applicability { descend(into: applicability, BlockCircuit.all, &edges) }
            let possible = slots(of: id.index).possible
            for (outcome, concluding) in decision.concludedBy.enumerated() {
                for rule in concluding { reach(rule, possible[outcome], &edges) }
            }
        }
        return edges
    }

    private mutating func descend(into id: DefinitionID, _ edges: inout OpenEdges) {
        let definition = program.model[id]
        let code = program.definitions[id.position]
        let known = form(program.firstDefinition + id.position).known
        let open = without(period(code.period), known)
        switch definition.body {
        case .truth(let condition): descend(into: condition, open, &edges)
        case .calculation(let calculation): for operand in calculation.operands { reach(operand, open, &edges) }
        case .byCase(let lines):
            guard case .byCase(let first, _) = code.body else { return }
            // Where no line has held yet.
            var rest = open
            for (offset, line) in lines.enumerated() {
                let truth = line.condition.map { self.truth(of: $0) } ?? .always
                let inForce = and(rest, period(program.lines[Int(first) + offset].period))
                if let condition = line.condition { descend(into: condition, inForce, &edges) }
                reach(line.value, without(inForce, truth.no), &edges)
                rest = without(rest, and(inForce, truth.yes))
            }
        }
    }

    private mutating func descend(into condition: Condition, _ lanes: Slot, _ edges: inout OpenEdges) {
        let open = and(lanes, unknown(truth(of: condition)))
        switch condition.kind {
        case .all(let branches), .any(let branches), .none(let branches), .atLeast(_, let branches):
            for branch in branches { descend(into: branch, open, &edges) }
        case .not(let branch): descend(into: branch, open, &edges)
        case .rules(let rules): for rule in rules { reach(rule, open, &edges) }
        case .decisionTest(let test): edges.add(.computed(.decision(test.decision)), open, &self)
        case .test(let test): descend(into: test, at: program.addresses[condition.number], open, &edges)
        }
    }

    /// The subject, and the operands of the comparisons that do not hold already.
    private mutating func descend(into test: Test, at address: Int32, _ open: Slot, _ edges: inout OpenEdges) {
        switch test.subject {
        case .fact(let id): reach(.fact(id), open, &edges)
        case .definition(let id): reach(.definition(id), open, &edges)
        }
        var branch = address + 1
        for comparison in test.comparisons {
            var lanes = open
            if test.comparisons.count > 1 {
                if comparison.comparator == .oneOf { lanes = without(open, truth(at: branch).yes) }
                branch = program.code[Int(branch)].end
            }
            for operand in comparison.operands { reach(operand, lanes, &edges) }
        }
    }

    private mutating func reach(_ rule: RuleID, _ lanes: Slot, _ edges: inout OpenEdges) {
        edges.add(.computed(.rule(rule)), and(lanes, unknown(rules[rule.position])), &self)
    }

    private mutating func reach(_ operand: Operand, _ lanes: Slot, _ edges: inout OpenEdges) {
        switch operand {
        case .constant, .parameter: break
        case .fact(let id): edges.add(.fact(id), without(lanes, form(id.position).known), &self)
        case .definition(let id):
            let known = form(program.firstDefinition + id.position).known
            edges.add(.computed(.definition(id)), without(lanes, known), &self)
        }
    }

    private mutating func truth(of condition: Condition) -> Pair { truth(at: program.addresses[condition.number]) }

    private mutating func unknown(_ pair: Pair) -> Slot { not(or(pair.yes, pair.no)) }
}

/// What the walk goes down to from one node, each with the lanes in which it does.
struct OpenEdges {
    enum Target: Hashable {
        case fact(FactID)
        case computed(Computed)
    }

    private var lanes: [Target: BlockCircuit.Slot] = [:]
    private var targets: [Target] = []

    /// In the order in which they were added.
    var sorted: [(target: Target, lanes: BlockCircuit.Slot)] { targets.map { ($0, lanes[$0] ?? BlockCircuit.none) } }

    mutating func add(_ target: Target, _ slot: BlockCircuit.Slot, _ builder: inout CircuitBuilder) {
        guard slot != BlockCircuit.none else { return }
        if let known = lanes[target] {
            lanes[target] = builder.or(known, slot)
        } else {
            lanes[target] = slot
            targets.append(target)
        }
    }
}
