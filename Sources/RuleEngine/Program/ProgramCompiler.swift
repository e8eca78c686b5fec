import PolicyValues
package import RuleModel

extension Program {
    /// Compiles a rule set; any that was loaded can be, since its names, types and order have been checked.
    ///
    /// - Complexity: linear in the size of the set.
    package init(_ set: RuleSet) {
        var compiler = ProgramCompiler(set)
        let definitions = set.definitions.map { compiler.definition($0) }
        let rules = set.rules.map { compiler.rule($0) }
        let decisions = set.decisions.map { compiler.decision($0) }
        let constraints = set.constraints.map { compiler.invariant($0) }
        let properties = set.properties.map { compiler.invariant($0) }
        let parameters = set.parameters.map { compiler.parameter($0) }
        self.init(
            model: set, code: compiler.code, conditions: compiler.conditions, addresses: compiler.addresses,
            pool: compiler.pool, steps: set.order.map(Step.init), definitions: definitions, lines: compiler.lines,
            rules: rules, decisions: decisions, outcomes: compiler.outcomes, constraints: constraints,
            properties: properties, parameters: parameters, versions: compiler.versions,
            constants: compiler.constants.cells, constantValues: compiler.constants.values,
            texts: compiler.constants.texts, textNumbers: compiler.constants.textNumbers, periods: compiler.periods,
            calendars: set.calendars.map(CalendarTable.init))
    }
}

extension Step {
    init(_ computed: Computed) {
        switch computed {
        case .definition(let id): self = .definition(id.index)
        case .rule(let id): self = .rule(id.index)
        case .decision(let id): self = .decision(id.index)
        }
    }
}

/// The tables of a ``Program`` while they grow. Conditions, calculations and decisions are in files of their own.
struct ProgramCompiler {
    let set: RuleSet
    var code: [Instruction] = []
    var conditions: [Int32] = []
    var addresses: [Int32]
    var pool: [Int32] = []
    var lines: [LineCode] = []
    var outcomes: [ListAddress] = []
    var versions: [VersionCode] = []
    var periods = [Period(from: nil, through: nil)]
    var constants: ConstantTable
    /// By decision: its first outcome among those of all decisions.
    let firstOutcomes: [Int32]
    private let firstParameter: Int

    init(_ set: RuleSet) {
        self.set = set
        addresses = Array(repeating: Self.unassigned, count: set.conditionCount)
        var outcomeCount: Int32 = 0
        firstOutcomes = set.decisions.map { decision in
            defer { outcomeCount += Int32(decision.outcomes.count) }
            return outcomeCount
        }
        firstParameter = set.facts.count + set.definitions.count
        constants = ConstantTable(firstSlot: firstParameter + set.parameters.count)
    }

    /// Of ``addresses`` and ``conditions``: no instruction, no condition.
    static let unassigned: Int32 = -1

    mutating func rule(_ rule: Rule) -> RuleCode {
        RuleCode(
            condition: rule.condition.map { compile($0) }, exception: rule.exception.map { compile($0) },
            period: period(rule.inForce), overriders: list(rule.overriddenBy.map(\.index)))
    }

    mutating func invariant(_ invariant: Invariant) -> InvariantCode {
        InvariantCode(
            condition: invariant.condition.map { compile($0) }, consequence: compile(invariant.consequence))
    }

    mutating func parameter(_ parameter: Parameter) -> ParameterCode {
        let first = Int32(versions.count)
        for version in parameter.versions {
            versions.append(
                VersionCode(from: version.from.dayNumber, cell: version.value.flatMap { constants.cell(of: $0) }))
        }
        return ParameterCode(
            period: period(parameter.inForce), first: first, count: Int32(parameter.versions.count))
    }

    /// The index of a period; the first when there is none.
    mutating func period(_ period: Period?) -> Int32 {
        guard let period else { return 0 }
        periods.append(period)
        return Int32(periods.count - 1)  // bounded: counts periods
    }

    mutating func list(_ elements: [Int32]) -> ListAddress {
        let address = ListAddress(pool.count)
        pool.append(Int32(elements.count))
        pool += elements
        return address
    }

    mutating func list(_ operands: [Operand]) -> ListAddress {
        let slots = operands.map { slot(of: $0) }
        return list(slots.map(\.index))
    }

    /// The cell that an operand stands for.
    mutating func slot(of operand: Operand) -> Slot {
        switch operand {
        case .constant(let value): constants.slot(of: value)
        case .parameter(let id): Slot(firstParameter + id.position)
        case .fact(let id): Slot(id.position)
        case .definition(let id): slot(of: id)
        }
    }

    func slot(of id: DefinitionID) -> Slot { Slot(set.facts.count + id.position) }
}
