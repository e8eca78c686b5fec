package import PolicyValues
package import RuleCases
package import RuleEngine
package import RuleModel

/// Asks what can still matter, most useful first, until every decision of every matter is determined or nothing is left
/// to ask.
///
///     var interview = Interview(program, about: InterviewCase(nothingStatedIn: set), today: today)
///     while let question = interview.question { interview.answer(…) }
package struct Interview: Sendable {
    /// What is asked now.
    package struct Question: Hashable, Sendable {
        /// The place of the matter among the objects.
        package let matter: Int
        package let fact: FactID
        /// How many facts can still matter, this one included; 0 where that waits for the date.
        package let open: Int
        package let verdict: QuestionSearch.Verdict
    }

    /// What an answer brought.
    package struct Outcome: Sendable {
        package let before: Examination
        package let after: Examination
    }

    /// An answer cannot be, beside what is known.
    package enum Refusal: Error, Hashable, Sendable {
        /// The constraint, by its title, and the other facts that it names.
        case incoherent(constraint: InvariantID, with: [FactID])
        case outOfForce(Period)
    }

    /// Something answered or left unknown, to go back to.
    private struct Past: Sendable {
        let matter: Int
        let fact: FactID
        let sheet: FactSheet
    }

    package let set: RuleSet
    /// The case with all answers so far.
    package private(set) var written: InterviewCase
    /// What to ask now; nil when there is nothing left to ask.
    package private(set) var question: Question?
    private var search: QuestionSearch
    private let asked: CivilDate?
    private let today: CivilDate
    private let holder: String?
    private var past: [Past] = []
    /// By matter: what was left unknown in this interview.
    private var passed: [Swift.Set<FactID>]

    /// - Parameters:
    ///   - asked: the date at which to decide, when it is given.
    ///   - holder: ask only what this one can answer (`détenteur`).
    package init(
        _ program: Program, about written: InterviewCase, asked: CivilDate?, today: CivilDate, only holder: String?
    ) {
        set = program.model
        self.written = written
        self.asked = asked
        self.today = today
        self.holder = holder
        search = QuestionSearch(program)
        passed = written.matters.map { _ in [] }
        question = findQuestion()
    }

    /// The date at which a matter is decided, and where it comes from.
    package func date(of matter: Int) -> EvaluationDate {
        EvaluationDate(
            asked: asked, ofCase: written.date, facts: written.matters[matter].facts, in: set, today: today)
    }

    package mutating func examination(of matter: Int) -> Examination {
        search.examine(written.matters[matter].facts, on: date(of: matter).date)
    }

    /// States a fact, nil as unknown, and goes on to the next question.
    package mutating func answer(_ value: Value?) -> Result<Outcome?, Refusal> {
        guard let question else { return .success(nil) }
        let before = examination(of: question.matter)
        let sheet = written.matters[question.matter].facts
        written.matters[question.matter].facts.state(question.fact, as: value)
        if let refusal = refusal(of: question) {
            written.matters[question.matter].facts = sheet
            return .failure(refusal)
        }
        past.append(Past(matter: question.matter, fact: question.fact, sheet: sheet))
        if value == nil { passed[question.matter].insert(question.fact) }
        let after = examination(of: question.matter)
        self.question = findQuestion()
        return .success(Outcome(before: before, after: after))
    }

    /// Takes the last answer of this interview back and asks again; false when there is none.
    package mutating func goBack() -> Bool {
        guard let last = past.popLast() else { return false }
        written.matters[last.matter].facts = last.sheet
        passed[last.matter].remove(last.fact)
        question = ask(last.fact, of: last.matter)
        return true
    }

    /// What each answer to the question would bring, for those that can be listed.
    package mutating func previews() -> [(answer: Value, outcome: Outcome)] {
        guard let question else { return [] }
        let answers: [Value]
        switch set[question.fact].type {
        case .yesNo: answers = [.yesNo(true), .yesNo(false)]
        case .choice(let symbols): answers = symbols.map { .choice($0) }
        case .choices, .number, .date, .text: return []
        }
        let before = examination(of: question.matter)
        return answers.map { answer in
            var sheet = written.matters[question.matter].facts
            sheet.state(question.fact, as: answer)
            let after = search.examine(sheet, on: date(of: question.matter).date)
            return (answer, Outcome(before: before, after: after))
        }
    }
}

extension Interview {
    private mutating func findQuestion() -> Question? {
        for matter in written.matters.indices {
            if let question = question(of: matter) { return question }
        }
        return nil
    }

    private mutating func question(of matter: Int) -> Question? {
        if let fact = dateToAsk(of: matter) { return Question(matter: matter, fact: fact, open: 0, verdict: .matters) }
        let (sheet, date) = (written.matters[matter].facts, date(of: matter).date)
        let open = candidates(of: matter, sheet, date)
        guard let next = QuestionOrder.next(among: open, in: sheet, on: date, by: &search) else { return nil }
        return open.first { $0.fact == next }.map {
            Question(matter: matter, fact: next, open: open.count, verdict: $0.verdict)
        }
    }

    /// The question of a fact, whatever there is beside it.
    private mutating func ask(_ fact: FactID, of matter: Int) -> Question {
        let open = candidates(of: matter, written.matters[matter].facts, date(of: matter).date)
        let verdict = open.first { $0.fact == fact }?.verdict ?? .matters
        return Question(matter: matter, fact: fact, open: open.count, verdict: verdict)
    }

    private mutating func candidates(of matter: Int, _ sheet: FactSheet, _ date: CivilDate) -> [QuestionSearch.Open] {
        search.open(sheet, on: date).filter { open in
            open.verdict != .cannotMatter && !passed[matter].contains(open.fact)
                && (holder == nil || set[open.fact].holder == holder)
        }
    }

    /// The reference date is asked first, since it says which rules are in force: where the rules have dates, and no
    /// other date is given.
    private func dateToAsk(of matter: Int) -> FactID? {
        guard let fact = set.policy.referenceDate, asked == nil, written.date == nil, set.changesWithTime,
            written.matters[matter].facts[fact] == nil, !passed[matter].contains(fact),
            holder == nil || set[fact].holder == holder
        else { return nil }
        return fact
    }

    private mutating func refusal(of question: Question) -> Refusal? {
        let (sheet, date) = (written.matters[question.matter].facts, date(of: question.matter))
        if let period = set.policy.inForce, date.origin == .ofFact, !period.contains(date.date) {
            return .outOfForce(period)
        }
        return search.clashes(in: sheet, on: date.date).first.map { clash in
            .incoherent(constraint: clash.constraint, with: clash.facts.filter { $0 != question.fact })
        }
    }
}

extension RuleSet {
    /// Whether what is decided depends on the date.
    fileprivate var changesWithTime: Bool {
        policy.inForce != nil || rules.contains { $0.inForce != nil } || definitions.contains { $0.inForce != nil }
            || parameters.contains { $0.versions.count > 1 }
    }
}
