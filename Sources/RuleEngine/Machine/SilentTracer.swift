package import PolicyValues
package import RuleCases

/// Keeps nothing: for batches.
package struct SilentTracer: Tracer {
    package static let stopsEarly = true

    package init() {}

    package mutating func begin() {}
    package mutating func saw(_ truth: Truth, ofCondition number: Int32) {}
    package mutating func saw(_ truth: Truth, ofRule index: Int32) {}
}

/// Each tracer has its own entries into the machine: the call that names the tracer stands in the machine's module,
/// where it is specialised.
extension Machine where T == SilentTracer {
    package init(_ program: Program) { self.init(program, tracer: SilentTracer()) }

    /// Evaluates a fact sheet; the results are read from the machine.
    package mutating func run(_ sheet: FactSheet, on date: CivilDate) { evaluateAll(sheet, on: date) }

    package mutating func evaluate(_ sheet: FactSheet, on date: CivilDate) -> Evaluation {
        evaluateAll(sheet, on: date)
        return evaluation(on: date)
    }
}
