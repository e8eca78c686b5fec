import PolicyValues
import RuleEngine
import RuleModel

// MARK: The sides of a difference in words

extension ResultComparison {
    func side(_ issue: Issue, of id: DecisionID) -> Difference.Side {
        switch issue {
        case .outcome(let index): .word(set[id].outcomes[index].name)
        case .members(let members): .list(members.sorted().map { set[id].outcomes[$0].name })
        case .undetermined: .word(DecisionResult.State.undetermined.word)
        case .notApplicable: .word(DecisionResult.State.notApplicable.word)
        case .contradictory: .word(DecisionResult.State.contradictory.word)
        }
    }

    /// In the order of `issues`, `sans objet` last.
    func side(_ possible: Set<DecisionTest.Expected>, of id: DecisionID) -> Difference.Side {
        let names = possible.compactMap { $0.outcome }.sorted().map { set[id].outcomes[$0].name }
        return .list(names + (possible.contains(.notApplicable) ? [DecisionResult.State.notApplicable.word] : []))
    }

    func names(_ rules: Set<RuleID>) -> Difference.Side { .list(rules.sorted().map { set[$0].name }) }

    func names(_ facts: Set<FactID>) -> Difference.Side { .list(facts.sorted().map { set[$0].name }) }

    /// What explains an issue better than its name.
    func remark(on found: Issue, of id: DecisionID) -> String? {
        let possible = names(side(evaluation[id].possibilities, of: id))
        switch found {
        case .outcome: return examination[id].motifs.isEmpty ? FixtureWording.byDefault : nil
        case .members, .notApplicable: return nil
        case .contradictory: return FixtureWording.possible(possible)
        case .undetermined:
            let parameters = examination[id].missingParameters.map { set[$0].name }
            return [
                FixtureWording.possible(possible), FixtureWording.missing(examination[id].missing.map { set[$0].name }),
                FixtureWording.missing(parameters: parameters),
            ].compactMap { $0 }.joined(separator: "; ")
        }
    }

    private func names(_ side: Difference.Side) -> [String] {
        switch side {
        case .word(let word): [word]
        case .list(let words): words
        }
    }

    /// The rules, each once, with whether they apply.
    func origins(_ rules: some Sequence<RuleID>) -> [Difference.Origin] {
        Set(rules).sorted().map { .init(name: set[$0].name, truth: evaluation[$0], range: set[$0].range) }
    }
}

extension Issue {
    /// What came out of a decision.
    init(_ result: DecisionResult, of decision: Decision) {
        switch result.state {
        case .undetermined: self = .undetermined
        case .notApplicable: self = .notApplicable
        case .contradictory: self = .contradictory
        case .determined:
            let only = result.possibleOutcomes.first
            self = only.flatMap { decision.isCumulative ? nil : .outcome($0) } ?? .members(Set(result.certainOutcomes))
        }
    }

    /// The outcomes that it names.
    var outcomes: [Int] {
        switch self {
        case .outcome(let index): [index]
        case .members(let members): members.sorted()
        case .undetermined, .notApplicable, .contradictory: []
        }
    }
}

extension DecisionResult {
    /// What is still possible, `sans objet` included.
    fileprivate var unorderedOutcomes: [DecisionTest.Expected] { possibleOutcomes.map { .outcome($0) } }

    var possibilities: Set<DecisionTest.Expected> { Set(unorderedOutcomes + (mayNotApply ? [.notApplicable] : [])) }
}

extension DecisionTest.Expected {
    /// The outcome; nil for `sans objet`.
    var outcome: Int? {
        switch self {
        case .outcome(let index): index
        case .notApplicable: nil
        }
    }
}

extension RuleSet {
    /// A value as a case file spells it.
    func spelled(_ value: Value?) -> String {
        switch value {
        case nil: Truth.unknown.word
        case .yesNo(let yes): yes ? "oui" : "non"
        case .choice(let symbol): self[symbol]
        case .choices(let symbols): symbols.map { self[$0] }.joined(separator: ", ")
        case .number(let number): number.description
        case .date(let date): date.iso
        case .text(let text): text
        }
    }
}
