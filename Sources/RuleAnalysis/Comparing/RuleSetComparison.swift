import PolicyValues
import RuleCases
package import RuleEngine
import RuleModel
import SourceText

/// Compares two rule sets over all complete cases that are coherent in both, at every date at which either changes.
///
///     let report = try RuleSetComparison.compare(Program(old), Program(new), within: .seconds(60))
package final class RuleSetComparison {
    let old: ComparedSide
    let new: ComparedSide
    let match: VocabularyMatch
    let bank = TermBank()
    /// Latest first.
    let dates: [CivilDate]
    let candidates: Candidates
    private let solver: Solver
    private let deadline: ContinuousClock.Instant
    var openQuestions = 0

    /// How many pairs of results are shown for one decision.
    private static let shownPairs = 50

    package static func compare(
        _ old: Program, _ new: Program, within time: Duration
    ) throws(AnalysisBug) -> ComparisonReport {
        try RuleSetComparison(old, new, until: .now + time).run()
    }

    private init(_ old: Program, _ new: Program, until deadline: ContinuousClock.Instant) throws(AnalysisBug) {
        self.deadline = deadline
        let match = VocabularyMatch(old.model, new.model)
        self.match = match
        guard let solver = Solver(for: bank, effort: Prover.effortOfAQuestion) else {
            throw AnalysisBug(description: "Z3 ne démarre pas")
        }
        self.solver = solver
        var texts = TextNumbers()
        texts.add(old.model)
        texts.add(new.model)
        var keys: [String: String] = [:]
        for case (let before, let after?) in match.facts {
            keys[new.model[after].name] = before.map { old.model[$0].name } ?? "\(new.model[after].name)\nnouveau"
        }
        self.old = ComparedSide(old, bank, texts: texts) { $0.name }
        self.new = ComparedSide(new, bank, texts: texts) { keys[$0.name] ?? $0.name }
        dates = AnalysisDates.of([old.model, new.model])
        candidates = Candidates(new.model, on: dates)
    }

    private func run() throws(AnalysisBug) -> ComparisonReport {
        var differences: [ComparisonReport.Difference] = []
        var refusals: [ComparisonReport.Refusal] = []
        if old.set.fingerprint != new.set.fingerprint {
            for decision in match.decisions { differences += try pairs(of: decision) }
            refusals = try self.refusals()
        }
        let vocabulary = match.changes
        let hasOtherPeriod = old.set.policy.inForce != new.set.policy.inForce
        let isOtherwise =
            !differences.isEmpty || !refusals.isEmpty || hasOtherPeriod
            || !(vocabulary.addedDecisions + vocabulary.removedDecisions).isEmpty
        return ComparisonReport(
            verdict: isOtherwise ? .refuted : openQuestions > 0 ? .notProved : .proved, differences: differences,
            refusals: refusals, hasOtherPeriod: hasOtherPeriod, vocabulary: vocabulary,
            texts: .between(old.set, new.set), openQuestions: openQuestions)
    }

    // MARK: Pairs of results

    /// Each pair of results of a decision that occurs, with a case.
    private func pairs(of match: DecisionMatch) throws(AnalysisBug) -> [ComparisonReport.Difference] {
        var found: [ComparedPair] = []
        var differences: [ComparisonReport.Difference] = []
        for date in dates {
            while found.count < Self.shownPairs {
                let terms = terms(of: match, on: date, without: found)
                guard let specimen = try specimen(of: terms, on: date) else { break }
                let pair = pair(of: match, in: specimen)
                guard pair.old != pair.new else { throw bug("différence sur \(old.set[match.old].name)", specimen) }
                differences.append(try difference(pair, specimen))
                found.append(pair)
            }
        }
        return differences
    }

    /// That a decision differs, in another way than those found.
    private func terms(of match: DecisionMatch, on date: CivilDate, without found: [ComparedPair]) -> [Term] {
        let differs = DecisionTerm.differ(
            old.encoding(on: date)[match.old], new.encoding(on: date)[match.new], match, in: bank)
        return coherence(on: date) + [differs] + found.map { bank.not(term(of: $0, on: date)) }
    }

    func coherence(on date: CivilDate) -> [Term] {
        [old.encoding(on: date).coherence, new.encoding(on: date).coherence]
    }

    /// That a decision comes to the same change as in a pair: both results or, of a set, the members that changed.
    func term(of pair: ComparedPair, on date: CivilDate) -> Term {
        let (before, after) = (old.encoding(on: date)[pair.match.old], new.encoding(on: date)[pair.match.new])
        let places = (pair.match.outcomes.map(\.old), pair.match.outcomes.map(\.new))
        let changed = Set(pair.old.outcomes).symmetricDifference(pair.new.outcomes)
        guard before.method == .cumulative, after.method == .cumulative, pair.old.state == pair.new.state,
            !changed.isEmpty
        else {
            return bank.all([
                before.comes(to: pair.old, places: places.0, in: bank),
                after.comes(to: pair.new, places: places.1, in: bank),
            ])
        }
        return bank.all(
            changed.sorted().map { index in
                let first = places.0[index].map { before.isCertain($0, in: bank) } ?? bank.no
                let second = places.1[index].map { after.isCertain($0, in: bank) } ?? bank.no
                return pair.old.outcomes.contains(index)
                    ? bank.all([first, bank.not(second)]) : bank.all([bank.not(first), second])
            })
    }

    func pair(of match: DecisionMatch, in specimen: ComparedCase) -> ComparedPair {
        let before = old.trial(specimen.oldSheet(old.set), on: specimen.date).evaluation
        let after = new.trial(specimen.newSheet(new.set), on: specimen.date).evaluation
        return ComparedPair(match, before, after, old.set, new.set)
    }

    // MARK: The solver

    /// A complete case in which all terms hold; nil when there is none, or none was found in time.
    func specimen(of terms: [Term], on date: CivilDate) throws(AnalysisBug) -> ComparedCase? {
        switch ask(terms) {
        case .never: return nil
        case .unknown:
            openQuestions += 1
            return nil
        case .satisfied(let model):
            return ComparedCase(statements: match.facts.map { statement(of: $0, in: model) }, date: date)
        }
    }

    func ask(_ terms: [Term]) -> Solver.Answer {
        let asked = Set(terms).subtracting([bank.yes]).sorted()
        if asked.contains(bank.no) { return .never }
        return ContinuousClock.now < deadline ? solver.ask(asked) : .unknown("")
    }

    private func statement(of fact: (old: FactID?, new: FactID?), in model: Solver.Model) -> ComparedStatement {
        var value = (
            old: fact.old.flatMap { old.facts.value(of: $0, in: model) },
            new: fact.new.flatMap { new.facts.value(of: $0, in: model) }
        )
        if value.old == nil, value.new == nil { value = plainValue(of: fact) }
        return ComparedStatement(fact: fact, value: value)
    }

    /// A value that both sides allow for a fact that the solver leaves open.
    private func plainValue(of fact: (old: FactID?, new: FactID?)) -> (old: Value?, new: Value?) {
        guard let id = fact.new else {
            let plain = Candidates(old.set, on: dates).plainSheet(of: old.set)
            return (fact.old.flatMap { plain[$0] }, nil)
        }
        for value in candidates.values[id.position] {
            guard let before = fact.old else { return (nil, value) }
            if let same = translated(value, to: before) { return (same, value) }
        }
        return (nil, nil)
    }

    /// A new value as the old set writes it; nil when it has no such value.
    func translated(_ value: Value, to before: FactID) -> Value? {
        SheetTranslation(from: new.set, to: old.set, []).translated(value, of: before)
    }

    func bug(_ claim: String, _ specimen: ComparedCase) -> AnalysisBug {
        let sheet = specimen.newSheet(new.set)
        let facts = new.set.factIDs.map { "\(new.set[$0].name)=\(sheet[$0].map { "\($0)" } ?? "?")" }
        return AnalysisBug(
            description:
                "le moteur ne confirme pas «\u{A0}\(claim)\u{A0}» au \(specimen.date.iso), \(facts.joined(separator: "; "))"
        )
    }
}

/// The results of one decision before and after.
struct ComparedPair {
    let match: DecisionMatch
    let old: ComparedResult
    let new: ComparedResult

    init(_ match: DecisionMatch, _ before: Evaluation, _ after: Evaluation, _ oldSet: RuleSet, _ newSet: RuleSet) {
        self.match = match
        old = ComparedResult(before[match.old], of: oldSet[match.old], places: match.outcomes.map(\.old))
        new = ComparedResult(after[match.new], of: newSet[match.new], places: match.outcomes.map(\.new))
    }
}
