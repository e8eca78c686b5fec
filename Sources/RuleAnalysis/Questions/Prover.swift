import PolicyValues
import RuleCases
import RuleEngine
import RuleModel

/// The analysis and the engine disagree: our bug, never the user's mistake.
package struct AnalysisBug: Error, CustomStringConvertible {
    /// What the solver claimed and the engine did not confirm, for a report of the bug.
    package let description: String
}

/// Why a question has no answer.
enum OpenReason: Hashable {
    /// The time or the steps granted are used up.
    case effort
    /// Two quantities that both change are multiplied, which no procedure decides in general.
    case product
}

/// A complete coherent case that shows something.
struct Specimen {
    let sheet: FactSheet
    let date: CivilDate
}

/// Answers questions about a set: by cases at random, which are cheap, then by the solver, date by date. Each case that
/// the solver gives is decided by the engine at once; it must show what it was given for, and answers whatever else it
/// shows.
final class Prover {
    enum Answer {
        case shown(Specimen)
        /// No complete coherent case at any date shows it.
        case never
        case open(OpenReason)
    }

    let set: RuleSet
    /// By ``Condition/number``.
    let conditions: [Condition?]
    /// Latest first.
    let dates: [CivilDate]
    let bank: TermBank
    let candidates: Candidates
    let texts: TextNumbers
    private let solver: Solver
    private let deadline: ContinuousClock.Instant
    private var machine: Machine<RecordingTracer>
    private var encodings: [CivilDate: Encoding] = [:]
    /// Questions that are still to be answered, in the order in which they came.
    private var pending: [Question] = []
    private var shown: [Question: Specimen] = [:]
    /// What was asked of the solver before, and never is so.
    private var impossible: Set<[Term]> = []

    /// How many of Z3's steps a question may cost: some seconds.
    static let effortOfAQuestion: UInt32 = 20_000_000

    init(_ program: Program, until deadline: ContinuousClock.Instant, dates: [CivilDate]? = nil) throws(AnalysisBug) {
        set = program.model
        var byNumber = [Condition?](repeating: nil, count: set.conditionCount)
        for condition in set.conditions { byNumber[condition.number] = condition }
        conditions = byNumber
        self.dates = dates ?? AnalysisDates.of([set])
        self.deadline = deadline
        var texts = TextNumbers()
        texts.add(set)
        self.texts = texts
        candidates = Candidates(set, on: self.dates)
        machine = Machine(recording: program)
        bank = TermBank()
        guard let solver = Solver(for: bank, effort: Self.effortOfAQuestion) else {
            throw AnalysisBug(description: "Z3 ne démarre pas")
        }
        self.solver = solver
    }

    // MARK: Deciding

    func trial(_ sheet: FactSheet, on date: CivilDate) -> Trial {
        let evaluation = machine.evaluate(sheet, on: date)
        return Trial(set, evaluation, machine.tracer.truths)
    }

    var isOutOfTime: Bool { ContinuousClock.now >= deadline }

    func encoding(on date: CivilDate) -> Encoding {
        if let known = encodings[date] { return known }
        let encoding = Encoding(FactTerms(set, in: bank, texts: texts), on: date, in: bank)
        encodings[date] = encoding
        return encoding
    }

    // MARK: Questions

    /// Says what will be asked, so that a case found for another question answers these too.
    func prepare(_ questions: [Question]) { pending += questions }

    /// Decides cases at random, until many in a row answer nothing more.
    func tryRandomCases() {
        var dice = SplitMix64(seed: 0)
        for date in dates {
            var inVain = 0
            while inVain < Self.casesInVain, !pending.isEmpty, !isOutOfTime {
                let sheet = candidates.randomSheet(of: set, &dice)
                let trial = trial(sheet, on: date)
                let before = pending.count
                if trial.isCoherent { note(trial, Specimen(sheet: sheet, date: date)) }
                inVain = pending.count < before ? 0 : inVain + 1
            }
        }
    }

    private static let casesInVain = 40

    /// Marks what a case shows.
    private func note(_ trial: Trial, _ specimen: Specimen) {
        pending.removeAll { question in
            guard trial.shows(question, conditions) else { return false }
            shown[question] = specimen
            return true
        }
    }

    func answer(_ question: Question) throws(AnalysisBug) -> Answer {
        if let specimen = shown[question] { return .shown(specimen) }
        var openReason: OpenReason?
        for date in dates {
            let term = encoding(on: date).term(of: question, conditions)
            switch try find([term], on: date) {
            case .shown(let specimen):
                let trial = trial(specimen.sheet, on: date)
                guard trial.isCoherent, trial.shows(question, conditions) else {
                    throw bug("\(question)", specimen)
                }
                shown[question] = specimen
                note(trial, specimen)
                return .shown(specimen)
            case .never: continue
            case .open(let reason): openReason = reason
            }
        }
        pending.removeAll { $0 == question }
        return openReason.map(Answer.open) ?? .never
    }

    /// A case that shows the same and is dated by its own reference date, where there is one: what a reader expects.
    func dated(by specimen: Specimen, for question: Question) -> Specimen {
        guard let fact = set.policy.referenceDate, case .number(let day) = encoding(on: specimen.date).facts[fact]
        else {
            return specimen
        }
        let stretch = AnalysisDates.stretch(of: specimen.date, among: dates, of: set)
        let isOwn = bank.isWithin(day, Int128(stretch.lowerBound.dayNumber), Int128(stretch.upperBound.dayNumber))
        let encoding = encoding(on: specimen.date)
        guard case .satisfied(let model) = ask([encoding.term(of: question, conditions), encoding.coherence, isOwn])
        else { return specimen }
        let sheet = sheet(of: model, on: specimen.date)
        guard case .date(let date) = sheet[fact], trial(sheet, on: date).isCoherent,
            trial(sheet, on: date).shows(question, conditions)
        else { return specimen }
        return Specimen(sheet: sheet, date: date)
    }

    /// A coherent complete case at a date in which all terms hold, not yet confirmed by the engine.
    func find(_ terms: [Term], on date: CivilDate) throws(AnalysisBug) -> Answer {
        let asked = terms + [encoding(on: date).coherence]
        switch ask(asked) {
        case .never: return .never
        case .unknown: return .open(openReason(of: asked))
        case .satisfied(let model): return .shown(Specimen(sheet: sheet(of: model, on: date), date: date))
        }
    }

    /// What the solver makes of some terms together; without it where that is plain, or was asked before.
    func ask(_ terms: [Term]) -> Solver.Answer {
        let asked = Set(terms).subtracting([bank.yes]).sorted()
        if asked.contains(bank.no) || impossible.contains(asked) { return .never }
        guard !isOutOfTime else { return .unknown("") }
        let answer = solver.ask(asked)
        if case .never = answer { impossible.insert(asked) }
        return answer
    }

    /// Why the solver gave up on some terms.
    func openReason(of terms: [Term]) -> OpenReason { bank.multipliesVariables(below: terms) ? .product : .effort }

    /// The case of an assignment; facts that it does not reach have a plain value.
    func sheet(of model: Solver.Model, on date: CivilDate) -> FactSheet {
        sheet(of: model, encoding(on: date).facts)
    }

    func sheet(of model: Solver.Model, _ facts: FactTerms) -> FactSheet {
        var sheet = candidates.plainSheet(of: set)
        for id in set.factIDs {
            if let value = facts.value(of: id, in: model) { sheet.state(id, as: value) }
        }
        return sheet
    }

    func bug(_ claim: String, _ specimen: Specimen) -> AnalysisBug {
        let facts = set.factIDs.map { "\(set[$0].name)=\(specimen.sheet[$0].map { "\($0)" } ?? "?")" }
        return AnalysisBug(
            description:
                "le moteur ne confirme pas «\u{A0}\(claim)\u{A0}» au \(specimen.date.iso), \(facts.joined(separator: "; "))"
        )
    }
}
