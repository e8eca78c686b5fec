package import PolicyValues
import RuleCases
package import RuleEngine
package import RuleModel

/// Says conditions, facts and texts in French, for one matter at its evaluation date, or for no case at all: then names
/// stand without values.
///
/// One extension a kind of thing: ``statement(of:)-swift.method``, tests, comparisons, tests on decisions, conditions,
/// rules, periods, operands, calculations, templates.
package struct Sentences: Sendable {
    package let set: RuleSet
    package let examination: Examination
    package let values: ValueText
    /// Whether a name is followed by its value, `« délai annoncé » (180 jours)`.
    let showsValues: Bool

    package init(_ set: RuleSet, _ examination: Examination) {
        self.init(set, examination, showsValues: true)
    }

    /// What the rules say in themselves, for pages that show them.
    package init(withoutCase set: RuleSet) {
        self.init(set, .ofNothing(in: set), showsValues: false)
    }

    private init(_ set: RuleSet, _ examination: Examination, showsValues: Bool) {
        self.set = set
        self.examination = examination
        self.showsValues = showsValues
        values = ValueText(set)
    }

    package var date: CivilDate { examination.evaluation.date }

    /// A fact or a definition, as sentences see it.
    package struct Said: Sendable {
        package let name: String
        package let type: ValueType
        package let unit: String?
        package let statement: String?
        package let contraryStatement: String?
        /// Nil when it is unknown.
        package let value: Value?
    }

    package func said(_ subject: Test.Subject) -> Said {
        switch subject {
        case .fact(let id): said(id)
        case .definition(let id): said(id)
        }
    }

    package func said(_ id: FactID) -> Said {
        let fact = set[id]
        return Said(
            name: fact.name, type: fact.type, unit: fact.unit, statement: fact.statement,
            contraryStatement: fact.contraryStatement, value: examination.facts[id])
    }

    package func said(_ id: DefinitionID) -> Said {
        let definition = set[id]
        return Said(
            name: definition.name, type: definition.type, unit: definition.unit, statement: definition.statement,
            contraryStatement: definition.contraryStatement, value: examination.evaluation[id])
    }
}

/// « name : text », with the no-break space of French.
func labelled(_ name: String, _ text: String) -> String { "\(name)\u{A0}: \(text)" }

/// The whole text in « », nested quotes left as they are.
func guillemets(_ text: String) -> String { "«\u{A0}\(text)\u{A0}»" }

/// `« a », « b » ou « c »`.
func guillemetList(_ texts: [String], _ conjunction: String) -> String {
    FrenchFormat.list(texts.map(guillemets), conjunction)
}

extension Examination {
    /// The examination of no case: everything is unknown.
    fileprivate static func ofNothing(in set: RuleSet) -> Examination {
        let decisions = set.decisions.map { decision in
            DecisionResult(
                applicability: .unknown, supports: decision.outcomes.map { _ in .unknown },
                possible: decision.outcomes.map { _ in true }, certain: decision.outcomes.map { _ in false },
                state: .undetermined)
        }
        let evaluation = Evaluation(
            date: .first, definitions: set.definitions.map { _ in nil }, rules: set.rules.map { _ in .unknown },
            decisions: decisions)
        let findings = set.decisions.map { _ in
            DecisionFindings(motifs: [], missing: [], missingParameters: [], presumed: [])
        }
        return Examination(
            facts: FactSheet(nothingStatedIn: set), evaluation: evaluation,
            truths: Array(repeating: .unknown, count: set.conditionCount), findings: findings, missing: [])
    }
}
