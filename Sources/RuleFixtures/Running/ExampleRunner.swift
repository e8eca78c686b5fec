package import PolicyValues
import RuleCases
package import RuleEngine
import RuleModel
import SourceText

/// Runs the examples under rules and definitions (language, section 6), each decided as a case would be.
package struct ExampleRunner {
    private let set: RuleSet
    private var decider: CaseDecider
    /// Says which examples are run, by their name and that of what they stand under; nil runs all.
    package var isSelected: ((String) -> Bool)?
    /// Every matter that was decided, for coverage.
    package private(set) var matters: [DecidedMatter] = []

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
            let owner = Located(set[id].name, at: set[id].range)
            for (index, example) in set[id].examples.enumerated() {
                run(example, number: index + 1, under: owner) { .value($0[id]) }.map { results.append($0) }
            }
        }
        for id in set.ruleIDs {
            let owner = Located(set[id].name, at: set[id].range)
            for (index, example) in set[id].examples.enumerated() {
                run(example, number: index + 1, under: owner) { .truth($0[id]) }.map { results.append($0) }
            }
        }
        return results.sorted {
            ($0.range.file, $0.range.start) < ($1.range.file, $1.range.start)
        }
    }

    /// - Parameter result: what the example is about, of an evaluation.
    private mutating func run(
        _ example: Example, number: Int, under owner: Located<String>, _ result: (Evaluation) -> Example.Expected
    ) -> CheckResult? {
        let name = example.name ?? FixtureWording.numberedExample(number)
        guard isSelected?("\(owner.value) \(name)") ?? true else { return nil }
        var bag = DiagnosticBag()
        let facts = CaseReader.readFacts(example.facts, in: set, into: &bag)
        let matter = facts.flatMap { decider.decide($0, date: example.date, at: example.range, into: &bag) }
        if let matter { matters.append(matter) }
        var failures = bag.sorted.filter { $0.level == .error }.map { CheckResult.Failure.problem($0) }
        if let matter {
            let found = result(matter.examination.evaluation)
            if found != example.expected { failures.append(.difference(difference(found, example, owner))) }
        }
        return CheckResult(
            kind: .example(of: owner.value), name: name,
            range: example.range, verdict: failures.isEmpty ? .passed : .failed(failures))
    }

    private func difference(
        _ found: Example.Expected, _ example: Example, _ owner: Located<String>
    ) -> Difference {
        let (subject, truth): (Difference.Subject, Truth?) =
            switch found {
            case .truth(let truth): (.rule(owner.value), truth)
            case .value: (.definition(owner.value), nil)
            }
        return Difference(
            object: nil, subject: subject, expected: side(example.expected), found: side(found), remark: nil,
            origins: [.init(name: owner.value, truth: truth, range: owner.range)], range: example.range)
    }

    private func side(_ expected: Example.Expected) -> Difference.Side {
        switch expected {
        case .truth(let truth): .word(truth.word)
        case .value(let value): .word(set.spelled(value))
        }
    }
}
