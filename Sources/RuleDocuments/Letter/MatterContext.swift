import PolicyValues
import RuleCases
import RuleEngine
import RuleExplanation
import RuleModel

/// What the names of a template say of one matter.
struct MatterContext {
    /// What a name says: a text that may be unknown, a flag, or a list of items with names of their own.
    indirect enum Content: Equatable {
        case text(String?)
        case flag(Bool)
        case list([[TemplateName: Content]])
    }

    private let set: RuleSet
    private let examination: Examination
    private let sentences: Sentences
    private let questions: [FactID: String]
    private let place: Int
    private let name: String?

    /// - Parameters:
    ///   - place: the place of the matter among the objects, from 1.
    ///   - questions: how facts are asked for, where not by the vocabulary's question.
    init(_ set: RuleSet, _ matter: DecidedMatter, at place: Int, asking questions: [FactID: String]) {
        self.set = set
        examination = matter.examination
        sentences = Sentences(set, matter.examination)
        self.questions = questions
        self.place = place
        name = matter.name
    }

    /// What a name of a matter says; nil of the names of the letter and of items.
    func content(of name: TemplateName) -> Content? {
        switch name {
        case .number: .text(String(place))
        case .objectName: .text(self.name)
        case .vocable(let vocable): text(of: vocable)
        case .parameter(let id):
            .text(set[id].value(on: sentences.date).map { sentences.values.french($0, unit: set[id].unit) })
        case .outcome(let id, let outcome): .flag(has(outcome, id))
        case .state(let id, let state): .flag(stands(state, id))
        case .value(let vocable, let value): .flag(has(value, vocable))
        case .reasons(let id): .list(reasons(for: id).map { item(of: $0) })
        case .basis(let id): .list(passages(set[id].sources))
        case .questions(let holder): .list(open(for: holder).map { item(of: $0) })
        case .hasQuestions(let holder): .flag(!open(for: holder).isEmpty)
        case .policyName, .policyVersion, .severalObjects, .objects, .reply, .ruleTitle, .passage, .passages, .extract,
            .documentTitle, .section, .question, .purpose:
            nil
        }
    }

    private func text(of vocable: Vocable) -> Content {
        switch vocable {
        case .fact(let id): return value(sentences.said(id))
        case .definition(let id): return value(sentences.said(id))
        case .decision(let id):
            let isKnown = [.determined, .notApplicable].contains(examination.evaluation[id].state)
            return .text(isKnown ? sentences.result(of: id) : nil)
        }
    }

    private func value(_ said: Sentences.Said) -> Content {
        .text(said.value.map { sentences.values.french($0, unit: said.unit) })
    }

    /// Whether the outcome is what came out, or belongs to it for certain.
    private func has(_ outcome: Int, _ id: DecisionID) -> Bool {
        let result = examination.evaluation[id]
        if set[id].isCumulative { return result.certain[outcome] }
        return result.state == .determined && result.possible[outcome]
    }

    private func stands(_ state: TemplateName.StateName, _ id: DecisionID) -> Bool {
        switch state {
        case .undetermined: examination.evaluation[id].state == .undetermined
        case .notApplicable: examination.evaluation[id].state == .notApplicable
        case .contradictory: examination.evaluation[id].state == .contradictory
        }
    }

    private func has(_ value: Value, _ vocable: Vocable) -> Bool {
        let known: Value? =
            switch vocable {
            case .fact(let id): examination.facts[id]
            case .definition(let id): examination.evaluation[id]
            case .decision: nil
            }
        if case .choices(let symbols) = known, case .choice(let symbol) = value { return symbols.contains(symbol) }
        return known == value
    }

    /// The rules with a paragraph for the letter that apply for a decision. A rule that concludes several decisions is
    /// told at the first of them, in the order in which decisions depend on each other, so that nothing is said twice.
    private func reasons(for decision: DecisionID) -> [RuleID] {
        examination[decision].motifs.filter { rule in
            set[rule].reply != nil
                && set.decisionsInOrder.first { examination[$0].motifs.contains(rule) } == decision
        }
    }

    private func item(of rule: RuleID) -> [TemplateName: Content] {
        let passages = passages(set[rule].sources)
        return [
            .reply: .text(set[rule].reply.map(sentences.filled)), .ruleTitle: .text(set[rule].title),
            .passage: .list(Array(passages.prefix(1))), .passages: .list(passages),
        ]
    }

    private func passages(_ sources: [Source]) -> [[TemplateName: Content]] {
        sources.compactMap { source in
            guard case .passage(let document, let section, let extract) = source.kind, let extract else { return nil }
            let title = set.documents.first { $0.name == document }?.title ?? document
            return [
                .extract: .text(LetterWording.extract(extract)), .documentTitle: .text(title),
                .section: .text(section.map(LetterWording.section)),
            ]
        }
    }

    private func open(for holder: String) -> [MissingFact] {
        examination.missing.filter { set[$0.fact].holder == holder }
    }

    private func item(of missing: MissingFact) -> [TemplateName: Content] {
        var item = [TemplateName.question: Content.text(questions[missing.fact] ?? set[missing.fact].question)]
        for id in set.decisionIDs { item[.purpose(id)] = .flag(missing.decisions.contains(id)) }
        return item
    }

    /// What a template prints for a text that is not known.
    func placeholder(for name: TemplateName) -> String {
        switch name {
        case .vocable(let vocable): "[à préciser\u{A0}: \(set.name(of: vocable))]"
        case .parameter(let id): "[à préciser\u{A0}: \(set[id].name)]"
        case .objectName: "[à décrire\u{A0}: objet\u{A0}\(place)]"
        default: ""
        }
    }
}
