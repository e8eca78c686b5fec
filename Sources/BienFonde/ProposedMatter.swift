import RuleCases
import RuleEngine
import RuleModel

/// One matter of a case, decided.
public struct ProposedMatter: Hashable, Sendable {
    /// Of an object, where it has one.
    public let name: String?
    /// The day at which it was decided.
    public let date: CivilDay
    /// In the order in which they depend on each other, then by name.
    public let decisions: [ProposedDecision]
    /// What to ask, most useful first.
    public let questions: [OpenQuestion]

    init(_ matter: DecidedMatter, in set: RuleSet) {
        name = matter.name
        date = CivilDay(matter.date.date)
        decisions = set.decisionsInOrder.map { ProposedDecision($0, in: matter.examination, of: set) }
        questions = matter.examination.missing.map { OpenQuestion($0, in: set) }
    }

    /// Nil where the rules have no decision of that name.
    public subscript(decision: String) -> ProposedDecision? { decisions.first { $0.name == decision } }
}

/// A fact that nobody stated, and that can still matter.
public struct OpenQuestion: Hashable, Sendable {
    /// The name of the fact.
    public let fact: String
    /// The question as it is put to a person.
    public let question: String
    /// Who can answer.
    public let holder: String?
    /// The decisions for which it can matter, by name.
    public let decisions: [String]

    init(_ missing: MissingFact, in set: RuleSet) {
        let fact = set[missing.fact]
        self.fact = fact.name
        question = fact.question
        holder = fact.holder
        decisions = missing.decisions.map { set[$0].name }
    }
}
