package import RuleCases
package import RuleModel

/// A case that has been decided: a proposition, which a person of the équipe de la gestion des plaintes confirms
/// (docs/json.md).
package struct DecidedCase: Sendable {
    package enum Matters: Sendable {
        /// The case is about one matter.
        case one(DecidedMatter)
        /// The case has `objets`, in their order; never empty.
        case several([DecidedMatter])
    }

    package let name: String?
    package let matters: Matters
    /// What was left out of the case before it was decided (``Requete/masked(in:)``); nil of a whole case.
    package internal(set) var masked: [String]?

    package init(name: String?, matters: Matters, masked: [String]? = nil) {
        self.name = name
        self.matters = matters
        self.masked = masked
    }

    /// The same case, each of its matters with the answer to a question.
    package func asking(_ question: (DecidedMatter) -> WhyNotReport) -> DecidedCase {
        func ask(_ matter: DecidedMatter) -> DecidedMatter {
            var asked = matter
            asked.whyNot = question(matter)
            return asked
        }
        return switch matters {
        case .one(let matter): DecidedCase(name: name, matters: .one(ask(matter)), masked: masked)
        case .several(let matters):
            DecidedCase(name: name, matters: .several(matters.map(ask)), masked: masked)
        }
    }

    /// Whether a decision of some matter is contradictory.
    package var isContradictory: Bool {
        all.contains { matter in matter.examination.evaluation.decisions.contains { $0.state == .contradictory } }
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
    /// What would give a decision another outcome, when that is asked.
    package var whyNot: WhyNotReport?

    package init(name: String?, date: EvaluationDate, examination: Examination) {
        self.name = name
        self.date = date
        self.examination = examination
    }
}

/// The answer to « pourquoi pas DÉCISION=ISSUE? ».
package struct WhyNotReport: Sendable {
    package let decision: DecisionID
    package let wanted: DecisionTest.Expected
    package let answer: WhyNotAnswer

    package init(decision: DecisionID, wanted: DecisionTest.Expected, answer: WhyNotAnswer) {
        self.decision = decision
        self.wanted = wanted
        self.answer = answer
    }
}
