import PolicyValues
import RuleCases
import RuleModel

/// Runs a ``Program`` on one fact sheet after the other, over the same buffers: once they have grown, a case costs no
/// allocation. Results stand until the next case.
///
///     var machine = Machine(program)
///     let evaluation = machine.evaluate(sheet, on: date)
///
/// Gives what ``ReferenceEvaluator`` gives. What depends on the date alone (parameters, `en vigueur`) is kept from one
/// case to the next while the date stays.
///
/// What runs for every condition is `mutating` even where it only reads: the compiler copies the whole machine for a
/// call that only reads from one that writes, which cost 40 % of the time of a case of the policy.
package struct Machine<T: Tracer>: Sendable {
    package let program: Program
    package internal(set) var tracer: T

    /// Facts, definitions, parameters, constants (see ``Program``); nil is unknown.
    var cells: [Int64?]
    /// Elements of the case's sets; a set's cell is its start and count here.
    var elements: [Int32] = []
    /// The case's texts that the rules do not name; numbered after the program's.
    var texts: [String] = []
    var textNumbers: [String: Int32] = [:]

    /// By period: whether it holds on ``resolvedDate``.
    var inForce: [Bool]
    var resolvedDate: CivilDate?

    /// By rule: whether it applies.
    var rules: [Truth]
    /// By decision.
    var applicability: [Truth]
    var states: [DecisionResult.State]
    /// By outcome, of all decisions.
    var supports: [Truth]
    var possible: [Bool]
    /// By constraint.
    var constraints: [Truth]

    init(_ program: Program, tracer: T) {
        self.program = program
        self.tracer = tracer
        cells = Array(repeating: nil, count: program.firstConstant) + program.constants
        inForce = Array(repeating: false, count: program.periods.count)
        rules = Array(repeating: .unknown, count: program.rules.count)
        applicability = Array(repeating: .unknown, count: program.decisions.count)
        states = Array(repeating: .undetermined, count: program.decisions.count)
        supports = Array(repeating: .unknown, count: program.outcomes.count)
        possible = Array(repeating: false, count: program.outcomes.count)
        constraints = Array(repeating: .unknown, count: program.constraints.count)
    }

    mutating func evaluateAll(_ sheet: FactSheet, on date: CivilDate) {
        tracer.begin()
        if resolvedDate != date { resolve(date) }
        load(sheet)
        for step in program.steps {
            switch step {
            case .definition(let index): define(Int(index))
            case .rule(let index): apply(index)
            case .decision(let index): decide(Int(index))
            }
        }
        for index in program.constraints.indices { constraints[index] = truth(of: program.constraints[index]) }
        // Nothing but explanations and coverage reads the conditions of properties.
        if !T.stopsEarly { for property in program.properties { _ = truth(of: property) } }
    }

    /// Settles what depends on the date alone.
    private mutating func resolve(_ date: CivilDate) {
        resolvedDate = date
        for (index, period) in program.periods.enumerated() { inForce[index] = period.contains(date) }
        for (index, parameter) in program.parameters.enumerated() {
            var cell: Int64?
            if inForce[Int(parameter.period)] {
                for version in program.versions[Int(parameter.first)..<Int(parameter.first + parameter.count)]
                where version.from <= date.dayNumber {
                    cell = version.cell
                }
            }
            cells[program.firstParameter + index] = cell
        }
    }

    /// `si` implies `alors`.
    private mutating func truth(of invariant: InvariantCode) -> Truth {
        guard let condition = invariant.condition else { return truth(at: invariant.consequence) }
        let premise = truth(at: condition).negation
        if T.stopsEarly, premise.isYes { return .yes }
        return premise.or(truth(at: invariant.consequence))
    }
}
