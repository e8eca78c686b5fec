import PolicyValues
import RuleCases
import RuleEngine
import RuleModel

/// Writes the answer to `--pourquoi-pas`: what would have to be otherwise for another outcome.
struct WhyNotWriter {
    private let sentences: Sentences
    private let report: WhyNotReport

    init(_ sentences: Sentences, _ report: WhyNotReport) {
        self.sentences = sentences
        self.report = report
    }

    var section: Page.Section {
        let decision = sentences.set[report.decision]
        let outcome = guillemets(decision.name(of: report.wanted))
        return Page.Section(WhyNotWording.title(outcome, decision.name), blocks(outcome))
    }

    private func blocks(_ outcome: String) -> [Page.Block] {
        let answer = report.answer
        switch answer.verdict {
        case .none: return [.paragraph(Phrase(WhyNotWording.none(outcome)))]
        case .notShown: return [.paragraph(Phrase(WhyNotWording.notShown(outcome)))]
        case .found:
            guard answer.sets.first?.isEmpty == false else {
                return [.paragraph(Phrase(WhyNotWording.already(outcome)))]
            }
            var blocks = [intro(outcome), .list(items)]
            if !answer.isComplete { blocks.append(.paragraph(Phrase(WhyNotWording.perhapsMore))) }
            return blocks + [.paragraph(.quiet(WhyNotWording.caution))]
        }
    }

    private func intro(_ outcome: String) -> Page.Block {
        let sets = report.answer.sets
        if let only = sets.only { return .paragraph(Phrase(WhyNotWording.changing(only.count, outcome))) }
        return .paragraph(Phrase(WhyNotWording.ways(sets.count, outcome)))
    }

    /// The changes of the only set, or each set with its changes; sets of one change are one line each.
    private var items: [Page.Item] {
        let sets = report.answer.sets
        if let only = sets.only { return only.map(item) }
        return sets.enumerated().map { index, changes in
            changes.only.map(item) ?? Page.Item(WhyNotWording.way(index + 1, of: sets.count), changes.map(item))
        }
    }

    /// « recours existant : aucun (dans le cas : administratif) ».
    private func item(_ change: FactChange) -> Page.Item {
        let fact = sentences.set[change.fact]
        let value = sentences.values.french(change.to, unit: fact.unit)
        let bound = change.bound.words(for: fact.type).map { "\($0) \(value)" } ?? value
        let present = change.from.map { sentences.values.french($0, unit: fact.unit) } ?? "inconnu"
        let origin = sentences.examination.facts.origins[change.fact.position]
        return Page.Item(
            Phrase.strong(labelled(fact.name, bound)) + .quiet(" (\(WhyNotWording.present(present, origin)))"))
    }
}

extension FactChange.Bound {
    /// « au moins », « au plus tard »; nil of a value alone.
    func words(for type: ValueType) -> String? {
        switch (self, type == .date) {
        case (.exactly, _): nil
        case (.atLeast, false): "au moins"
        case (.atLeast, true): "au plus tôt"
        case (.atMost, false): "au plus"
        case (.atMost, true): "au plus tard"
        }
    }
}

extension Decision {
    /// The name of what a test expects.
    func name(of expected: DecisionTest.Expected) -> String {
        switch expected {
        case .outcome(let index): outcomes.indices.contains(index) ? outcomes[index].name : ""
        case .notApplicable: DecisionResult.State.notApplicable.word
        }
    }
}
