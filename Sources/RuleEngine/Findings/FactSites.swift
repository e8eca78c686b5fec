import PolicyValues
import RuleModel

/// How the conditions that a decision depends on look at each fact: what its values are compared with.
struct FactSites {
    /// What stands on the other side where a value is compared: of a fact or definition, directly or through a
    /// definition that takes over its value (`selon`, `minimum`, `maximum`).
    private var opposite: [Operand: Set<Operand>] = [:]
    /// Those that a calculation takes: what they are compared with is not written in the rules.
    private var computed: Set<Operand> = []
    /// Of sets: the members that are asked for.
    private(set) var members: [FactID: Set<Symbol>] = [:]
    /// The operands that may be texts that the rules name.
    private var texts: Set<Operand> = []

    init(_ reach: Reach, in set: RuleSet) {
        for test in reach.tests { add(test, in: set) }
        for id in reach.definitions { add(id, set[id].body) }
    }

    /// Whether a calculation takes the value of a fact.
    func isComputed(_ fact: FactID) -> Bool { computed.contains(.fact(fact)) }

    /// What a nombre or date fact is compared with, and what that is compared with: where its values begin to be
    /// otherwise.
    func thresholds(of fact: FactID) -> Set<Operand> {
        let direct = opposite[.fact(fact)] ?? []
        return direct.union(direct.filter { !$0.isNamed }.flatMap { opposite[$0] ?? [] }).subtracting([.fact(fact)])
    }

    /// Whether a fact is compared with what may change beside it.
    func isTied(_ fact: FactID) -> Bool { (opposite[.fact(fact)] ?? []).contains { !$0.isNamed } }

    /// Whether the values at the ends of the stretches between thresholds do all that any values do, other facts
    /// changing too: so it is of a fact that is compared with constants and parameters, and with one other fact that
    /// is so itself.
    func areEndsEnough(of fact: FactID) -> Bool {
        guard !isComputed(fact) else { return false }
        let partners = (opposite[.fact(fact)] ?? []).filter { !$0.isNamed }
        guard let partner = partners.first else { return true }
        guard case .fact(let other) = partner, partners.count == 1, !isComputed(other) else { return false }
        return (opposite[partner] ?? []).allSatisfy { $0.isNamed || $0 == .fact(fact) }
    }

    /// The texts that the rules name, at a date.
    func namedTexts(in situation: Situation) -> Set<String> {
        Set(texts.compactMap { if case .text(let text) = situation.value(of: $0) { text } else { nil } })
    }

    private mutating func add(_ test: Test, in set: RuleSet) {
        let subject = test.subject.operand
        let operands = test.comparisons.flatMap(\.operands)
        texts.formUnion(operands.filter(\.isNamed))
        for operand in operands {
            opposite[subject, default: []].formUnion(operand.sources(in: set))
            if !operand.isNamed { opposite[operand, default: []].formUnion(subject.sources(in: set)) }
        }
        guard case .fact(let id) = subject, case .choices(let all) = set[id].type else { return }
        let constants = operands.compactMap { if case .constant(.choice(let symbol)) = $0 { symbol } else { nil } }
        members[id, default: []].formUnion(constants.count == operands.count ? constants : all)
    }

    /// What a definition is compared with, or that it is computed with, holds of what it takes over.
    private mutating func add(_ id: DefinitionID, _ body: Definition.Body) {
        let definition = Operand.definition(id)
        guard let taken = body.takenOver else {
            if case .calculation(let calculation) = body { computed.formUnion(calculation.operands) }
            return
        }
        texts.formUnion(taken.filter(\.isNamed))
        for operand in taken where !operand.isNamed {
            opposite[operand, default: []].formUnion(opposite[definition] ?? [])
            if computed.contains(definition) { computed.insert(operand) }
        }
    }
}

extension Definition.Body {
    /// The operands of which the value is one as it is; nil when it is made from them.
    fileprivate var takenOver: [Operand]? {
        switch self {
        case .truth: nil
        case .byCase(let lines): lines.map(\.value)
        case .calculation(let calculation):
            switch calculation {
            case .minimum(let operands), .maximum(let operands): operands
            case .days, .businessDays, .dueDate, .sum, .product, .difference: nil
            }
        }
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

    /// The operands of which the value is one as it is, through the definitions that take them over.
    ///
    /// - Complexity: follows each chain of definitions once; a definition met again is not entered.
    fileprivate func sources(in set: RuleSet) -> Set<Operand> {
        var found: Set<Operand> = []
        var seen: Set<Operand> = []
        var open = [self]
        while let operand = open.popLast() {
            guard seen.insert(operand).inserted else { continue }
            if case .definition(let id) = operand, let taken = set[id].body.takenOver {
                open += taken
            } else {
                found.insert(operand)
            }
        }
        return found
    }
}
