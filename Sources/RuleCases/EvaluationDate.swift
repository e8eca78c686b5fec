package import PolicyValues
package import RuleModel

/// Where the evaluation date of a case comes from (language, section 6).
package enum DateOrigin: String, Sendable {
    case asked = "demandée"
    case ofCase = "cas"
    case ofFact = "fait"
    case today = "aujourd'hui"
}

/// The date at which a case, or one of its objects, is decided.
package struct EvaluationDate: Hashable, Sendable {
    package let date: CivilDate
    package let origin: DateOrigin

    /// The date asked for, else the case's own, else today's.
    package init(
        asked: CivilDate?, ofCase: CivilDate?, facts: FactSheet, in set: RuleSet, today: CivilDate
    ) {
        if let asked {
            (date, origin) = (asked, .asked)
        } else if let own = Self.own(ofCase, facts, set) {
            (date, origin) = own
        } else {
            (date, origin) = (today, .today)
        }
    }

    /// The date that the case itself gives, whatever is asked: its `date`, else its reference fact.
    package static func own(_ ofCase: CivilDate?, _ facts: FactSheet, _ set: RuleSet) -> (CivilDate, DateOrigin)? {
        if let ofCase { return (ofCase, .ofCase) }
        if let id = set.policy.referenceDate, case .date(let date) = facts[id] { return (date, .ofFact) }
        return nil
    }
}
