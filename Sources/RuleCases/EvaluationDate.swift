package import PolicyValues

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

    package init(date: CivilDate, origin: DateOrigin) {
        self.date = date
        self.origin = origin
    }
}
