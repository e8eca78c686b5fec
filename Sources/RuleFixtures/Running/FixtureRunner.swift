package import PolicyValues
import RuleCases
package import RuleEngine
import RuleModel
package import SourceText

/// Runs fixtures (language, section 10): decides each case by itself and compares with what it expects.
///
/// A fixture cannot pass by accident: one that cannot be read or decided, that expects nothing or something that the
/// rule set does not know fails; so do a file and a folder without a case.
package struct FixtureRunner {
    private let set: RuleSet
    private var decider: CaseDecider
    /// Says which cases are run, by their name and file; nil runs all.
    package var isSelected: ((String, FileID) -> Bool)?
    /// Every case that was run, in the order of the results.
    package private(set) var cases: [RunFixture] = []
    /// Every matter that was decided, for coverage.
    package var matters: [DecidedMatter] { cases.flatMap { $0.decided?.all ?? [] } }

    /// - Parameters:
    ///   - asked: the date asked for, which goes before the cases' own.
    ///   - today: for cases that give no date.
    package init(_ program: Program, asked: CivilDate? = nil, today: CivilDate) {
        set = program.model
        decider = CaseDecider(program, asked: asked, today: today)
    }

    /// The cases of files, in their order.
    ///
    /// - Parameter folder: where to point when there is none at all.
    package mutating func run(_ files: [FixtureFile], in folder: SourceRange) -> [CheckResult] {
        guard !files.isEmpty else { return [.unusable(folder, [.noCases(in: folder)])] }
        return files.flatMap { run($0) }
    }

    private mutating func run(_ file: FixtureFile) -> [CheckResult] {
        let start = SourceRange.beginning(of: file.file)
        let problems = file.problems.filter { $0.level == .error }
        guard let root = file.root else {
            return [.unusable(start, problems.isEmpty ? [.noCase(start)] : problems)]
        }
        var bag = DiagnosticBag()
        let nodes = CaseReader.caseNodes(of: root, into: &bag).nodes
        var results: [CheckResult] = []
        var ofFile = problems
        for (index, node) in nodes.enumerated() {
            let own = ofFile.filter { node.range.contains($0.range) }
            ofFile.removeAll { node.range.contains($0.range) }
            let fixture = WrittenFixture(node, number: index + 1, problems: own)
            if isSelected?(fixture.name, file.file) ?? true { results.append(run(fixture)) }
        }
        bag.report(contentsOf: ofFile)
        return (bag.all.isEmpty ? [] : [.unusable(start, bag.sorted)]) + results
    }

    private mutating func run(_ fixture: WrittenFixture) -> CheckResult {
        var report = FixtureOutcome()
        var bag = DiagnosticBag()
        bag.report(contentsOf: fixture.problems)
        let requete = CaseReader.readCase(fixture.node, in: set, into: &bag)
        let expected = expectations(of: fixture, into: &report)
        let decided = bag.hasErrors ? nil : requete.flatMap { decider.decide($0, into: &bag) }
        let refusals = bag.sorted.filter { $0.level == .error }
        switch expected {
        case .refusal(let code): report.compare(refusals, with: code)
        case .matters(let expected):
            report.slips += refusals
            for (matter, expected) in zip(decided?.all ?? [], expected) {
                guard let results = expected.results else { continue }
                let comparison = ResultComparison(set, matter.examination, object: expected.object)
                report.differences += comparison.differences(from: results).map { .difference($0) }
            }
        }
        let result = CheckResult(
            kind: .fixture, name: fixture.name, range: fixture.node.range,
            verdict: report.verdict(expectedFailure: fixture.expectedFailure))
        cases.append(RunFixture(result: result, requete: requete, decided: decided))
        return result
    }

    /// What is expected of a case: a refusal, or results for each matter.
    private enum Expected {
        case refusal(Located<DiagnosticCode>)
        case matters([(object: String?, results: ExpectedResults?)])
    }

    private func expectations(of fixture: WrittenFixture, into report: inout FixtureOutcome) -> Expected {
        var bag = DiagnosticBag()
        defer { report.slips += bag.sorted }
        let own = fixture.expected.map { ExpectationReader.read($0, .ofCase, in: set, into: &bag) }
        if case .refusal(let code) = own {
            for object in fixture.objects {
                if let node = object.expected { bag.report(.keyBesideRefusal(Located("attendu", at: node.range))) }
            }
            return .refusal(code)
        }
        guard !fixture.objects.isEmpty else {
            if own == nil { bag.report(.nothingExpectedOfCase(fixture.node.range)) }
            return .matters([(nil, own??.results)])
        }
        if let node = fixture.expected { bag.report(.expectationBesideObjects(node.range)) }
        return .matters(
            fixture.objects.map { object in
                guard let node = object.expected else {
                    bag.report(.nothingExpectedOfObject(object.node.range))
                    return (object.name, nil)
                }
                return (object.name, ExpectationReader.read(node, .ofObject, in: set, into: &bag)?.results)
            })
    }
}
