package import PolicyValues
import RuleCases
package import RuleEngine
import RuleModel
import SourceText

/// Runs the examples under rules and definitions (language, section 6), each decided as a case would be.
package struct ExampleRunner {
    private let set: RuleSet
    private var decider: CaseDecider

    /// - Parameters:
    ///   - asked: the date asked for, which goes before the examples' own.
    ///   - today: for examples that give no date.
    package init(_ program: Program, asked: CivilDate? = nil, today: CivilDate) {
        set = program.model
        decider = CaseDecider(program, asked: asked, today: today)
    }

    /// All examples of the set, in the order of files and places.
    package mutating func run() -> [CheckResult] {
        var results: [CheckResult] = []
        for id in set.definitionIDs {
            let origin = Difference.Origin(name: set[id].name, truth: nil, range: set[id].range)
            for example in set[id].examples {
                results.append(run(example, of: origin) { .value($0[id]) })
            }
        }
        for id in set.ruleIDs {
            let origin = Difference.Origin(name: set[id].name, truth: nil, range: set[id].range)
            for example in set[id].examples {
                results.append(run(example, of: origin) { .truth($0[id]) })
            }
        }
        return results.sorted { ($0.range.file, $0.range.start) < ($1.range.file, $1.range.start) }
    }

    /// - Parameter result: what the example is about, of an evaluation.
    private mutating func run(
        _ example: Example, of origin: Difference.Origin, _ result: (Evaluation) -> Example.Expected
    ) -> CheckResult {
        var bag = DiagnosticBag()
        let facts = CaseReader.readFacts(example.facts, in: set, into: &bag)
        let matter = facts.flatMap { decider.decide($0, date: example.date, at: example.range, into: &bag) }
        var failures = bag.sorted.filter { $0.level == .error }.map { CheckResult.Failure.problem($0) }
        if let matter {
            let found = result(matter.examination.evaluation)
            if found != example.expected { failures.append(.difference(difference(found, example, origin))) }
        }
        return CheckResult(
            kind: .example(of: origin.name), name: example.name ?? FixtureWording.exampleName, range: example.range,
            verdict: failures.isEmpty ? .passed : .failed(failures))
    }

    private func difference(
        _ found: Example.Expected, _ example: Example, _ origin: Difference.Origin
    ) -> Difference {
        let subject: Difference.Subject =
            switch found {
            case .truth: .rule(origin.name)
            case .value: .definition(origin.name)
            }
        return Difference(
            object: nil, subject: subject, expected: side(example.expected), found: side(found), remark: nil,
            origins: [origin], range: example.range)
    }

    private func side(_ expected: Example.Expected) -> Difference.Side {
        switch expected {
        case .truth(let truth): .word(truth.word)
        case .value(let value): .word(set.spelled(value))
        }
    }
}
