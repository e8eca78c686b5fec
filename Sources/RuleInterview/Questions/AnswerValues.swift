import PolicyValues
import RuleCases
import RuleModel

/// Answers that stand for all answers to a question: rules tell no other value apart from one of these.
///
/// Of nombre and date facts that are only compared (with constants, parameters and each other), the values at and
/// beside what they are compared with, spread wide enough for every order among those that are compared with each
/// other. A fact that a calculation takes has samples, and is no longer exact.
struct AnswerValues {
    private let set: RuleSet
    private let date: CivilDate
    private var uses: FactUses

    init(_ set: RuleSet, on date: CivilDate) {
        self.set = set
        self.date = date
        uses = FactUses(set)
    }

    /// Whether the values stand for all of the fact.
    func areExact(for fact: FactID) -> Bool { !uses.isComputed(fact) && memberCount(fact) <= Self.combinedMembers }

    /// - Parameter sheet: what is known already: a number is also told apart by the numbers it is compared with.
    func values(of fact: FactID, knowing sheet: FactSheet) -> [Value] {
        switch set[fact].type {
        case .yesNo: return [.yesNo(true), .yesNo(false)]
        case .choice(let symbols): return symbols.map { .choice($0) }
        case .choices: return subsets(of: uses.members[fact] ?? [])
        case .number: return places(of: fact, sheet, around: [0], step: Self.one).compactMap(Self.number)
        case .date:
            return places(of: fact, sheet, around: [Int64(date.dayNumber)], step: 1).compactMap { place in
                CivilDate(dayNumber: Int(place)).map { .date($0) }
            }
        case .text:
            let named = uses.constants[fact, default: []].compactMap {
                if case .text(let text) = $0 { text } else { nil }
            }
            return (Swift.Set(named).sorted() + ["autre texte"]).map { .text($0) }
        }
    }

    /// Up to how many members that rules ask for are put in and out in all combinations.
    private static let combinedMembers = 6
    private static let one: Int64 = 10_000

    private func memberCount(_ fact: FactID) -> Int { uses.members[fact]?.count ?? 0 }

    private func subsets(of members: Swift.Set<Symbol>) -> [Value] {
        let asked = members.sorted().prefix(Self.combinedMembers)
        return (0..<1 << asked.count).map { turn in
            .choices(asked.enumerated().filter { turn & 1 << $0.offset != 0 }.map(\.element))
        }
    }

    private static func number(_ place: Int64) -> Value? { ExactDecimal(tenThousandths: place).map { .number($0) } }

    /// Places at, below and above each threshold, and a run of places for as many facts as are compared.
    private func places(of fact: FactID, _ sheet: FactSheet, around start: [Int64], step: Int64) -> [Int64] {
        let partners = uses.partners[fact, default: []]
        let operands = uses.constants[fact, default: []] + partners.flatMap { uses.constants[$0, default: []] }
        let parameters = uses.parameters[fact, default: []].compactMap { set[$0].value(on: date) }
        let known = partners.compactMap { sheet[$0] }
        let thresholds = (operands + parameters + known).compactMap(Self.place)
        let run = (0...Int64(partners.count + 1)).flatMap { turn in start.map { $0 + step * (turn + 1) } }
        let all =
            thresholds.flatMap { [$0 - step, $0, $0 + step] } + (thresholds.isEmpty || !partners.isEmpty ? run : [])
        return Swift.Set(all).filter { allows($0, fact) }.sorted()
    }

    private func allows(_ place: Int64, _ fact: FactID) -> Bool {
        (set[fact].minimum.map { $0.tenThousandths <= place } ?? true)
            && (set[fact].maximum.map { place <= $0.tenThousandths } ?? true)
    }

    private static func place(of value: Value) -> Int64? {
        switch value {
        case .number(let number): number.tenThousandths
        case .date(let date): Int64(date.dayNumber)
        case .yesNo, .choice, .choices, .text: nil
        }
    }
}

/// How the rules look at each fact.
struct FactUses {
    /// What a fact is compared with, where the rule set gives the value.
    private(set) var constants: [FactID: [Value]] = [:]
    private(set) var parameters: [FactID: [ParameterID]] = [:]
    /// The facts that a fact is compared with.
    private(set) var partners: [FactID: Set<FactID>] = [:]
    /// Of sets: the members that are asked for.
    private(set) var members: [FactID: Set<Symbol>] = [:]
    private var computed: Set<FactID> = []

    init(_ set: RuleSet) {
        for rule in set.rules { for condition in [rule.condition, rule.exception] { add(condition, set) } }
        for decision in set.decisions { add(decision.applicability, set) }
        for constraint in set.constraints {
            for condition in [constraint.condition, constraint.consequence] { add(condition, set) }
        }
        for definition in set.definitions {
            switch definition.body {
            case .truth(let condition): add(condition, set)
            case .calculation(let calculation): compute(calculation.operands)
            case .byCase(let lines):
                for line in lines { add(line.condition, set) }
                compute(lines.map(\.value))
            }
        }
    }

    /// Whether the value goes into another one, which rules may compare.
    func isComputed(_ fact: FactID) -> Bool { computed.contains(fact) }

    private mutating func compute(_ operands: [Operand]) {
        for case .fact(let id) in operands { computed.insert(id) }
    }

    private mutating func add(_ condition: Condition?, _ set: RuleSet) {
        guard let condition else { return }
        for branch in condition.branches { add(branch, set) }
        guard case .test(let test) = condition.kind else { return }
        let operands = test.comparisons.flatMap(\.operands)
        guard case .fact(let subject) = test.subject else { return compute(operands) }
        for operand in operands {
            switch operand {
            case .constant(let value): constants[subject, default: []].append(value)
            case .parameter(let id): parameters[subject, default: []].append(id)
            case .fact(let other):
                partners[subject, default: []].insert(other)
                partners[other, default: []].insert(subject)
            case .definition: computed.insert(subject)
            }
        }
        addMembers(of: subject, operands, set)
    }

    private mutating func addMembers(of subject: FactID, _ operands: [Operand], _ set: RuleSet) {
        guard case .choices(let all) = set[subject].type else { return }
        let named = operands.compactMap { if case .constant(.choice(let symbol)) = $0 { symbol } else { nil } }
        members[subject, default: []].formUnion(named.count == operands.count ? named : all)
    }
}
