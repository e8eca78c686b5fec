package import RuleCases
package import RuleEngine

/// A case that has been decided: a proposition, which a person of the équipe de la gestion des plaintes confirms
/// (interface, « A decided case »).
package struct DecidedCase: Sendable {
    package enum Matters: Sendable {
        /// The case is about one matter.
        case one(DecidedMatter)
        /// The case has `objets`, in their order; never empty.
        case several([DecidedMatter])
    }

    package let name: String?
    package let matters: Matters

    package init(name: String?, matters: Matters) {
        self.name = name
        self.matters = matters
    }

    /// The one matter or all objects.
    package var all: [DecidedMatter] {
        switch matters {
        case .one(let matter): [matter]
        case .several(let matters): matters
        }
    }
}

/// One matter decided: the case itself, or one of its `objets`.
package struct DecidedMatter: Sendable {
    /// Of an object, where it has one.
    package let name: String?
    package let date: EvaluationDate
    package let examination: Examination

    package init(name: String?, date: EvaluationDate, examination: Examination) {
        self.name = name
        self.date = date
        self.examination = examination
    }
}

/// How much of an explanation is asked for (`--explication`).
package enum ExplanationDetail: String, CaseIterable, Sendable {
    case complete = "complete"
    /// The decisions, their reasons in a line each, and the open questions.
    case short = "courte"
    /// The decisions alone.
    case none = "aucune"
}
