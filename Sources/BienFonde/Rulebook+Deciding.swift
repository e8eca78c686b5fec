import RuleCases
import RuleEngine
import RuleJSON
import RuleModel
import SourceText

extension Rulebook {
    /// Decides a case given as Swift values.
    ///
    /// - Parameters:
    ///   - stated: what is known of the requête.
    ///   - date: decides at this day, whatever the case says.
    ///   - today: the day of a case that has no other.
    /// - Throws: ``Refusal`` where a fact or a value does not exist, a constraint is broken, or the policy is not in
    ///   force at that day.
    /// - Complexity: some tens of microseconds with the real policy; see ``decideLines(_:detail:on:today:)`` for many.
    public func decide(
        _ stated: StatedCase, on date: CivilDay? = nil, today: CivilDay = .today
    ) throws(Refusal) -> Proposal {
        try decide(json: stated.json.text(.compact), on: date, today: today)
    }

    /// Decides a case given as JSON: `{"nom": …, "date": …, "faits": {…}, "objets": […]}` (language, section 10).
    ///
    /// - Parameters:
    ///   - json: strictly read (RFC 8259).
    ///   - date: decides at this day, whatever the case says.
    ///   - today: the day of a case that has no other.
    /// - Throws: ``Refusal``, as ``decide(_:on:today:)``, and where the JSON cannot be read.
    public func decide(
        json: String, on date: CivilDay? = nil, today: CivilDay = .today
    ) throws(Refusal) -> Proposal {
        var library = library
        var bag = DiagnosticBag()
        let file = library.add(path: "cas", bytes: Array(json.utf8))
        var decider = CaseDecider(program, asked: date?.date, today: today.date)
        guard let root = JSONReader.read(file, in: library, root: .caseObject, into: &bag),
            let requete = CaseReader.readCase(root, in: model, into: &bag),
            let decided = decider.decide(requete, into: &bag)
        else { throw Refusal(bag, in: library) }
        return Proposal(decided, by: self, warnings: Remark.all(of: bag, in: library))
    }
}
