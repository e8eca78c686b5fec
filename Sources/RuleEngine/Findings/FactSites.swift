import PolicyValues
import RuleModel

/// How the conditions that a decision depends on look at each fact: what its values are compared with.
struct FactSites {
    /// Of nombre and date facts: what stands on the other side of a comparison.
    private(set) var opposite: [FactID: [Operand]] = [:]
    /// Facts that a calculation or `selon` takes: what they are compared with is not written.
    private(set) var computed: Set<FactID> = []
    /// Of sets: the members that are asked for.
    private(set) var members: [FactID: Set<Symbol>] = [:]
    /// The operands that may be texts that the rules name.
    private var texts: [Operand] = []

    init(_ reach: Reach, in set: RuleSet) {
        for test in reach.tests { add(test, in: set) }
        for operand in reach.operands { add(operand) }
    }

    /// The texts that the rules name, at a date.
    func namedTexts(in situation: Situation) -> Set<String> {
        Set(texts.compactMap { if case .text(let text) = situation.value(of: $0) { text } else { nil } })
    }

    private mutating func add(_ test: Test, in set: RuleSet) {
        let subject = test.subject.operand
        let operands = test.comparisons.flatMap(\.operands)
        texts += operands.filter(\.isNamed)
        if case .fact(let id) = subject {
            opposite[id, default: []] += operands
            if case .choices(let all) = set[id].type {
                let constants = operands.compactMap { if case .constant(.choice(let symbol)) = $0 { symbol } else { nil } }
                members[id, default: []].formUnion(constants.count == operands.count ? constants : all)
            }
        }
        for case .fact(let id) in operands { opposite[id, default: []].append(subject) }
    }

    private mutating func add(_ operand: Operand) {
        if case .fact(let id) = operand { computed.insert(id) }
        if operand.isNamed { texts.append(operand) }
    }
}

extension Operand {
    /// Whether the rule set gives the value.
    var isNamed: Bool {
        switch self {
        case .constant, .parameter: true
        case .fact, .definition: false
        }
    }
}
