package import PolicyValues
package import RuleCases
import RuleModel
package import SourceText

/// Decides cases: finds the evaluation date, refuses what cannot be decided, and examines each matter.
///
///     var decider = CaseDecider(Program(set), asked: nil, today: today)
///     let decided = decider.decide(requete, into: &bag)
package struct CaseDecider: Sendable {
    private var examiner: Examiner
    let set: RuleSet
    private let asked: CivilDate?
    private let today: CivilDate

    /// - Parameters:
    ///   - asked: the date asked for on the command line.
    ///   - today: the date in the machine's zone.
    package init(_ program: Program, asked: CivilDate?, today: CivilDate) {
        examiner = Examiner(program)
        set = program.model
        self.asked = asked
        self.today = today
    }

    /// The case decided; nil when it cannot be, with the reasons in the bag. The bag also gets a warning when the date
    /// asked for is not the case's own.
    package mutating func decide(_ requete: Requete, into bag: inout DiagnosticBag) -> DecidedCase? {
        guard !requete.objects.isEmpty else {
            let matter = decide(requete.facts, named: nil, of: requete, at: requete.range, into: &bag)
            return matter.map { DecidedCase(name: requete.name, matters: .one($0)) }
        }
        var matters: [DecidedMatter] = []
        for object in requete.objects {
            if let matter = decide(object.facts, named: object.name, of: requete, at: object.range, into: &bag) {
                matters.append(matter)
            }
        }
        guard matters.count == requete.objects.count else { return nil }
        return DecidedCase(name: requete.name, matters: .several(matters))
    }

    /// A sheet of facts that stands alone, as an example's does.
    package mutating func decide(
        _ facts: FactSheet, date: CivilDate?, at place: SourceRange, into bag: inout DiagnosticBag
    ) -> DecidedMatter? {
        decide(facts, named: nil, date: date, at: place, into: &bag)
    }

    private mutating func decide(
        _ facts: FactSheet, named name: String?, of requete: Requete, at place: SourceRange,
        into bag: inout DiagnosticBag
    ) -> DecidedMatter? {
        decide(facts, named: name, date: requete.date, at: place, into: &bag)
    }

    private mutating func decide(
        _ facts: FactSheet, named name: String?, date ofCase: CivilDate?, at place: SourceRange,
        into bag: inout DiagnosticBag
    ) -> DecidedMatter? {
        let date = EvaluationDate(asked: asked, ofCase: ofCase, facts: facts, in: set, today: today)
        if let asked, let own = EvaluationDate.own(ofCase, facts, set), own.0 != asked {
            bag.report(.dateDiffers(asked, from: own.0, place))
        }
        if let period = set.policy.inForce, !period.contains(date.date) {
            bag.report(.outOfForce(date.date, period, datePlace(date, facts) ?? place))
            return nil
        }
        let clashes = examiner.clashes(in: facts, on: date.date)
        guard clashes.isEmpty else {
            for clash in clashes { bag.report(.incoherent(clash, facts, set, at: place)) }
            return nil
        }
        return DecidedMatter(name: name, date: date, examination: examiner.examine(facts, on: date.date))
    }

    /// Where the case gives its date, when it is by a fact.
    private func datePlace(_ date: EvaluationDate, _ facts: FactSheet) -> SourceRange? {
        guard date.origin == .ofFact, let fact = set.policy.referenceDate else { return nil }
        return facts.places[fact.position]
    }
}
