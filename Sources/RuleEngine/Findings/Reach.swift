import RuleModel

/// All that a decision and the constraints of its set can depend on, whatever the facts and the date.
struct Reach {
    /// The tests on facts and definitions.
    private(set) var tests: [Test] = []
    /// The definitions, each before those that it needs.
    private(set) var definitions: [DefinitionID] = []

    private let set: RuleSet
    private let numbering: NodeNumbering
    private var isReached: [Bool]

    /// - Complexity: linear in the size of the set.
    init(of decision: DecisionID, in set: RuleSet) {
        self.set = set
        numbering = NodeNumbering(set)
        isReached = Array(repeating: false, count: numbering.count)
        reach(Computed.decision(decision))
        for constraint in set.constraints {
            if let condition = constraint.condition { look(at: condition) }
            look(at: constraint.consequence)
        }
        for computed in set.order.reversed() where isReached[numbering.number(of: computed)] { look(at: computed) }
    }

    private mutating func look(at computed: Computed) {
        switch computed {
        case .definition(let id):
            definitions.append(id)
            look(at: set[id].body)
        case .rule(let id):
            if let condition = set[id].condition { look(at: condition) }
            if let exception = set[id].exception { look(at: exception) }
            for rule in set[id].overriddenBy { reach(Computed.rule(rule)) }
        case .decision(let id):
            if let applicability = set[id].applicability { look(at: applicability) }
            for rule in set[id].concludedBy.joined() { reach(Computed.rule(rule)) }
        }
    }

    private mutating func look(at body: Definition.Body) {
        switch body {
        case .truth(let condition): look(at: condition)
        case .calculation(let calculation): for operand in calculation.operands { reach(operand) }
        case .byCase(let lines):
            for line in lines {
                if let condition = line.condition { look(at: condition) }
                reach(line.value)
            }
        }
    }

    private mutating func reach(_ operand: Operand) {
        if case .definition(let id) = operand { reach(Computed.definition(id)) }
    }

    private mutating func look(at condition: Condition) {
        for branch in condition.branches { look(at: branch) }
        switch condition.kind {
        case .all, .any, .none, .atLeast, .not: break
        case .rules(let rules): for rule in rules { reach(Computed.rule(rule)) }
        case .decisionTest(let test): reach(Computed.decision(test.decision))
        case .test(let test):
            tests.append(test)
            reach(test.subject.operand)
            for operand in test.comparisons.flatMap(\.operands) { reach(operand) }
        }
    }

    private mutating func reach(_ computed: Computed) { isReached[numbering.number(of: computed)] = true }
}
