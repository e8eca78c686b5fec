import PolicyValues
import RuleEngine
import RuleModel

extension MatterWriter {
    /// Why an outcome is ruled out: for each rule that concludes it, on what it failed.
    mutating func whyNot(
        _ outcome: Int, of id: DecisionID, _ decision: Decision, _ result: DecisionResult
    ) -> Page.Section {
        var blocks: [Page.Block] = []
        if decision.byDefault == outcome {
            blocks.append(.paragraph(Phrase(Wording.defaultNotTaken(decision.outcomes[outcome].name))))
        }
        let winners = sentences.names(result.possibleOutcomes, of: decision)
        let items = decision.concludedBy[outcome].map { ruledOut($0, for: id, winners) }
        if !items.isEmpty { blocks.append(.list(items)) }
        if blocks.isEmpty { blocks.append(.paragraph(Phrase(Wording.noRuleConcludes))) }
        return Page.Section(Wording.whyNot(decision.outcomes[outcome].name), blocks)
    }

    private mutating func ruledOut(_ id: RuleID, for decision: DecisionID, _ winners: [String]) -> Page.Item {
        switch examination.evaluation[id] {
        case .yes: return Page.Item(title(of: id) + "\u{A0}: \(Wording.precedence(winners))")
        case .unknown: return Page.Item(title(of: id) + "\u{A0}: \(Wording.openButOutranked(winners))")
        case .no: return lacking(id, Wording.doesNotApplyBecause, for: decision)
        }
    }

    /// A rule that does not apply or is open, and what it lacks; once for each rule.
    private mutating func lacking(_ id: RuleID, _ state: String, for decision: DecisionID) -> Page.Item {
        let heading = title(of: id) + "\u{A0}: \(state)"
        if let first = explained[id] { return Page.Item(heading + " \(Wording.explained(at: set[first].name))") }
        explained[id] = decision
        let rule = set[id]
        let level = examination.evaluation[id]
        var items: [Page.Item] = []
        if let period = rule.inForce, !period.contains(sentences.date) {
            items.append(Page.Item(Wording.notInForce(Sentences.span(period))))
        }
        if let condition = rule.condition, examination.truth(of: condition) == level { items += lacking(condition) }
        if let exception = rule.exception, examination.truth(of: exception) == level.negated {
            let text = level == .no ? Wording.exceptionHolds : Wording.exceptionOpen
            let evidence = EvidenceCollector.of(exception, by: sentences)
            items.append(Page.Item("\(text)\u{A0}:", evidence.map { item($0) }))
        }
        let overriding = rule.overriddenBy.filter { examination.evaluation[$0] == level.negated }
        if !overriding.isEmpty {
            let labels = overriding.map { set[$0].label }
            let text = level == .no ? Wording.overridden(by: labels) : Wording.perhapsOverridden(by: labels)
            items.append(Page.Item(text))
        }
        return Page.Item(heading, items)
    }

    /// What a condition lacks: what is needed and what is so instead.
    func lacking(_ condition: Condition) -> [Page.Item] {
        ObstacleFinder(sentences: sentences).obstacles(to: condition).map(item)
    }

    private func item(_ obstacle: Obstacle) -> Page.Item {
        switch obstacle {
        case .together(let parts): return Page.Item(Wording.together, parts.map(item))
        case .some(let count, let parts, let truth):
            return Page.Item(Wording.lacking(count, of: parts.count, truth), parts.map(item))
        case .test(let needed, let truth, let found, let isPlain):
            guard truth == .unknown else { return notMet(needed, found, isPlain: isPlain) }
            let claim = labelled(Wording.toEstablish, needed)
            // The unknown that is asked for need not be said again: its origin and what it waits for do.
            guard let first = found.first, isPlain || found.count == 1 else {
                return Page.Item(claim, found.map { item($0) })
            }
            return item(Evidence(text: claim, origin: first.origin), found.dropFirst())
        }
    }

    /// « La requête ne conteste aucune décision. (dit par le cas) », or what is asked and what is so instead.
    private func notMet(_ needed: String, _ found: [Evidence], isPlain: Bool) -> Page.Item {
        guard isPlain, let first = found.first else {
            return Page.Item(labelled(Wording.notMet, needed), found.map { item($0) })
        }
        return item(first, found.dropFirst())
    }

    /// What keeps a decision open: the rules in suspense for its possible outcomes.
    mutating func open(_ id: DecisionID, _ decision: Decision, _ result: DecisionResult) -> Page.Section {
        var blocks: [Page.Block] = []
        var items: [Page.Item] = []
        for outcome in result.possibleOutcomes {
            for rule in decision.concludedBy[outcome] where examination.evaluation[rule] == .unknown {
                var item = lacking(rule, Wording.isOpenBecause, for: id)
                item.items.insert(Page.Item(Wording.concludes([decision.outcomes[outcome].name])), at: 0)
                items.append(item)
            }
        }
        if !items.isEmpty { blocks.append(.list(items)) }
        if let outcome = decision.byDefault, result.possible[outcome] {
            blocks.append(.paragraph(Phrase(Wording.perhapsByDefault(decision.outcomes[outcome].name))))
        }
        return Page.Section(Wording.open, blocks)
    }
}
