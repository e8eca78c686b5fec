package import PolicyValues
package import RuleCases

/// Counts how often each condition and each rule was `vrai`, `faux` and `inconnu` since it was made: for coverage.
package struct CountingTracer: Tracer {
    package static let stopsEarly = false

    /// How often each truth value was seen.
    package struct Tally: Hashable, Sendable {
        package private(set) var no = 0
        package private(set) var unknown = 0
        package private(set) var yes = 0

        package init() {}

        package mutating func count(_ truth: Truth) {
            switch truth {
            case .no: no += 1
            case .unknown: unknown += 1
            case .yes: yes += 1
            }
        }

        package subscript(truth: Truth) -> Int {
            switch truth {
            case .no: no
            case .unknown: unknown
            case .yes: yes
            }
        }
    }

    /// How many cases were evaluated.
    package private(set) var cases = 0
    /// By ``Condition/number``.
    package private(set) var conditions: [Tally]
    /// By rule.
    package private(set) var rules: [Tally]

    init(conditionCount: Int, ruleCount: Int) {
        conditions = Array(repeating: Tally(), count: conditionCount)
        rules = Array(repeating: Tally(), count: ruleCount)
    }

    package mutating func begin() { cases += 1 }
    package mutating func saw(_ truth: Truth, ofCondition number: Int32) { conditions[Int(number)].count(truth) }
    package mutating func saw(_ truth: Truth, ofRule index: Int32) { rules[Int(index)].count(truth) }
}

extension Machine where T == CountingTracer {
    /// A machine that counts over all cases that it evaluates.
    package init(counting program: Program) {
        self.init(
            program,
            tracer: CountingTracer(conditionCount: program.addresses.count, ruleCount: program.rules.count))
    }

    /// Evaluates a fact sheet; the results are read from the machine.
    package mutating func run(_ sheet: FactSheet, on date: CivilDate) { evaluateAll(sheet, on: date) }

    package mutating func evaluate(_ sheet: FactSheet, on date: CivilDate) -> Evaluation {
        evaluateAll(sheet, on: date)
        return evaluation(on: date)
    }
}
