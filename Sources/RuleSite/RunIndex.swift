import PolicyValues
import RuleEngine
import RuleFixtures
import RuleModel
import SourceText

/// What the cases and examples show of each rule.
struct RunIndex {
    /// By rule: the fixtures, by their places, in which it applies to some matter.
    private var applying: [[Int]]
    /// By place of an example.
    private let examples: [SourceRange: CheckResult]
    /// By rule: what is counted of it, of its conditions and exceptions.
    private var items: [RuleID: [CoverageItem]] = [:]

    init(_ material: SiteMaterial) {
        applying = material.set.rules.map { _ in [] }
        for (place, fixture) in material.fixtures.enumerated() {
            for matter in fixture.decided?.all ?? [] {
                for (rule, truth) in matter.examination.evaluation.rules.enumerated()
                where truth == .yes && applying[rule].last != place {
                    applying[rule].append(place)
                }
            }
        }
        examples = Dictionary(material.examples.map { ($0.range, $0) }) { first, _ in first }
        for item in material.coverage.items {
            switch item.subject {
            case .rule(let id), .condition(_, of: .rule(let id)): items[id, default: []].append(item)
            case .outcome, .condition(_, of: .decision), .condition(_, of: .definition): continue
            }
        }
    }

    /// The fixtures in which the rule applies, by their places.
    func fixtures(applying id: RuleID) -> [Int] { applying[id.position] }

    /// What became of an example; nil when it was not run.
    func result(of example: Example) -> CheckResult? { examples[example.range] }

    func coverage(of id: RuleID) -> [CoverageItem] { items[id] ?? [] }
}
