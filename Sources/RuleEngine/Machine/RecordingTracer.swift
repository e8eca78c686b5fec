package import PolicyValues
package import RuleCases

/// Keeps the truth of every condition of the rule set, branches that could not matter included: for explanations.
package struct RecordingTracer: Tracer {
    package static let stopsEarly = false

    /// By ``Condition/number``.
    package private(set) var truths: [Truth]

    init(conditionCount: Int) { truths = Array(repeating: .unknown, count: conditionCount) }

    package mutating func begin() {}
    package mutating func saw(_ truth: Truth, ofCondition number: Int32) { truths[Int(number)] = truth }
    package mutating func saw(_ truth: Truth, ofRule index: Int32) {}
}

extension Machine where T == RecordingTracer {
    /// A machine that keeps ``RecordingTracer/truths`` of the latest case.
    package init(recording program: Program) {
        self.init(program, tracer: RecordingTracer(conditionCount: program.addresses.count))
    }

    /// Evaluates a fact sheet; the results are read from the machine.
    package mutating func run(_ sheet: FactSheet, on date: CivilDate) { evaluateAll(sheet, on: date) }

    package mutating func evaluate(_ sheet: FactSheet, on date: CivilDate) -> Evaluation {
        evaluateAll(sheet, on: date)
        return evaluation(on: date)
    }
}
