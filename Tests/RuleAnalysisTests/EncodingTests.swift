import PolicyValues
import RandomPolicies
import RuleCases
import RuleEngine
import RuleModel
import Testing

@testable import RuleAnalysis

/// What the engine decides, the encoding admits, and nothing else: the solver is given the facts of a complete case, and
/// what it makes of every definition, rule, decision and condition must be what the reference evaluator makes.
@Suite struct EncodingTests {
    @Test func solverGivesWhatTheReferenceGives() throws {
        var pairs = 0
        var unknown = 0
        for seed in 0..<Tries.sets {
            let set = try RuleText.load(RandomRules(seed: seed).yaml)
            var random = RandomCases(of: set, seed: seed)
            let bank = TermBank()
            let solver = try #require(Solver(for: bank, effort: 50_000_000))
            var texts = TextNumbers()
            texts.add(set)
            let facts = FactTerms(set, in: bank, texts: texts)
            for _ in 0..<Tries.casesOfASet {
                let (sheet, date) = (random.completeSheet(), random.date())
                let encoding = Encoding(facts, on: date, in: bank)
                let reference = ReferenceEvaluator(sheet, on: date, by: set)
                let comparison = EncodingComparison(encoding, reference)
                pairs += 1
                if case .satisfied = solver.ask(encoding.states(sheet)) {
                } else {
                    Issue.record("seed \(seed): no such case")
                }
                switch solver.ask(encoding.states(sheet) + [comparison.differs]) {
                case .never: break
                case .unknown: unknown += 1
                case .satisfied(let model):
                    Issue.record("seed \(seed), \(date.iso), \(sheet.values): \(comparison.differences(in: model))")
                }
            }
        }
        print("\(pairs) pairs, \(unknown) of them unknown")
        #expect(pairs > 0)
        #expect(unknown * 100 <= pairs)
    }
}

extension RandomCases {
    /// A case that states every fact.
    mutating func completeSheet() -> FactSheet {
        var sheet = FactSheet(nothingStatedIn: set)
        for id in set.factIDs { sheet.state(id, as: value(of: set[id].type)) }
        return sheet
    }
}

extension Encoding {
    /// The facts of a case, as formulas.
    func states(_ sheet: FactSheet) -> [Term] {
        set.factIDs.compactMap { id in
            guard case .text(let text) = sheet[id], case .number(let term) = facts[id] else {
                return sheet[id].map { facts.has($0, id, in: bank) }
            }
            return bank.equal(term, bank.number(number(of: text)))
        }
    }
}

/// Everything that the encoding says otherwise than the reference does, each as a formula that holds where it does.
struct EncodingComparison {
    private let encoding: Encoding
    private var claims: [(what: String, differs: Term)] = []

    init(_ encoding: Encoding, _ reference: ReferenceEvaluator) {
        self.encoding = encoding
        let (set, bank) = (encoding.set, encoding.bank)
        for id in set.definitionIDs {
            add(
                "définition \(set[id].name)",
                encoding.differs(encoding.definitions[id.position], reference.evaluation[id]))
        }
        for id in set.ruleIDs { add("règle \(set[id].name)", encoding.differs(encoding[id], reference.evaluation[id])) }
        for id in set.decisionIDs {
            let (term, result) = (encoding[id], reference.evaluation[id])
            add("\(set[id].name) s'applique", encoding.differs(term.applicability, result.applicability))
            for index in set[id].outcomes.indices {
                add(
                    "\(set[id].name) \(index) possible",
                    bank.different(term.possible[index], bank.truth(result.possible[index])))
                let isCertain =
                    set[id].isCumulative ? result.certain[index] : result.state == .determined && result.possible[index]
                if result.state != .contradictory {
                    add(
                        "\(set[id].name) \(index) certain",
                        bank.different(term.isCertain(index, in: bank), bank.truth(isCertain)))
                }
            }
            let isContradictory = bank.truth(result.state == .contradictory)
            add("\(set[id].name) contradictoire", bank.different(term.isContradictory(in: bank), isContradictory))
        }
        for condition in set.conditions {
            let differs = encoding.differs(encoding.truth(of: condition), reference.truth(of: condition))
            add("condition \(condition.number)", differs)
        }
    }

    var differs: Term { encoding.bank.any(claims.map(\.differs)) }

    func differences(in model: Solver.Model) -> [String] {
        claims.filter { model.holds($0.differs, in: encoding.bank) }.map(\.what)
    }

    private mutating func add(_ what: String, _ differs: Term) { claims.append((what, differs)) }
}

extension Encoding {
    /// A text that no rule names has a number of its own, as in a model.
    fileprivate func number(of text: String) -> Int128 {
        facts.texts[text].map { Int128($0) } ?? text.unicodeScalars.reduce(1000) { $0 * 131 + Int128($1.value) }
    }

    func differs(_ term: KleeneTerm, _ truth: Truth) -> Term {
        switch truth {
        case .yes: bank.not(term.yes)
        case .no: bank.not(term.no)
        case .unknown: bank.any([term.yes, term.no])
        }
    }

    func differs(_ term: KnownTerm, _ value: Value?) -> Term {
        guard let value else { return term.isKnown }
        var expected = bank.value(value, facts.texts)
        if case .text(let text) = value { expected = .number(bank.number(number(of: text))) }
        return bank.not(bank.all([term.isKnown, isSame(term.value, expected)]))
    }
}

extension Solver.Model {
    /// Whether a formula holds with these values: a plain reading of the terms.
    func holds(_ term: Term, in bank: TermBank) -> Bool { value(of: term, in: bank) == 1 }

    func value(of term: Term, in bank: TermBank) -> Int128 {
        func value(_ term: Term) -> Int128 { self.value(of: term, in: bank) }
        func truth(_ holds: Bool) -> Int128 { holds ? 1 : 0 }
        switch bank[term] {
        case .truth(let holds): return truth(holds)
        case .switchVariable, .numberVariable: return self[term] ?? 0
        case .number(let number): return number
        case .not(let one): return 1 - value(one)
        case .all(let terms): return truth(terms.allSatisfy { value($0) == 1 })
        case .any(let terms): return truth(terms.contains { value($0) == 1 })
        case .atLeast(let count, let terms): return truth(terms.count { value($0) == 1 } >= Int(count))
        case .equal(let a, let b): return truth(value(a) == value(b))
        case .atMost(let a, let b): return truth(value(a) <= value(b))
        case .either(let condition, let a, let b): return value(condition) == 1 ? value(a) : value(b)
        case .sum(let terms): return terms.reduce(0) { $0 + value($1) }
        case .product(let terms): return terms.reduce(1) { $0 * value($1) }
        case .quotient(let one, let divisor): return floor(value(one), divisor)
        case .remainder(let one, let divisor): return value(one) - floor(value(one), divisor) * divisor
        }
    }

    private func floor(_ value: Int128, _ divisor: Int128) -> Int128 {
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
