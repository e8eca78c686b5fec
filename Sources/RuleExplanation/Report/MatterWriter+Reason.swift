import PolicyValues
import RuleEngine
import RuleModel

extension MatterWriter {
    /// A rule that applies: its title, its motif, where the policy says so, and the facts that make it apply.
    mutating func reason(
        _ id: RuleID, for decision: DecisionID, _ model: Decision, _ result: DecisionResult
    ) -> Page.Item {
        let rule = set[id]
        var item = Page.Item(title(of: id))
        if model.isCumulative || result.possibleOutcomes.count > 1 {
            let outcomes = rule.conclusions.filter { $0.decision == decision }.map(\.outcome)
            item.items.append(Page.Item(Wording.concludes(sentences.names(outcomes, of: model))))
        }
        if let first = explained[id] {
            item.items.append(Page.Item(Wording.explained(at: set[first].name)))
            return item
        }
        explained[id] = decision
        if let reason = rule.reason {
            item.items.append(Page.Item(labelled(Wording.reason, sentences.filled(reason))))
        }
        item.items += sources(of: rule).map { Page.Item(labelled(Wording.source, $0)) }
        if let note = rule.note { item.items.append(Page.Item(labelled(Wording.reading, note))) }
        let evidence = evidence(for: rule)
        if !evidence.isEmpty { item.items.append(Page.Item("\(Wording.facts)\u{A0}:", evidence.map { self.item($0) })) }
        return item
    }

    private func evidence(for rule: Rule) -> [Evidence] {
        var collector = EvidenceCollector(sentences)
        if let condition = rule.condition { collector.add(condition) }
        if let exception = rule.exception { collector.add(exception) }
        return collector.found
    }

    /// « Politique-cadre, section 1 : « extrait » », a text for each source, the table's where the rule has none.
    func sources(of rule: Rule) -> [String] {
        rule.sources.map { source in
            switch source.kind {
            case .addition(let why): return "ajout à la politique (\(why))"
            case .passage(let document, let section, let extract):
                let title = set.documents.first { $0.name == document }?.title ?? document
                let place = section.map { "\(title), section \($0)" } ?? title
                return extract.map { labelled(place, guillemets($0)) } ?? place
            }
        }
    }
}
