import PolicyValues
import RuleEngine
import RuleModel

extension MatterWriter {
    /// A decision: what came out and what it means, why, why not something else, and what is open.
    mutating func section(on id: DecisionID, titled title: String) -> Page.Section {
        let decision = set[id]
        let result = examination.evaluation[id]
        var section = Page.Section(title, [.fields(fields(of: decision, id, result))])
        let why = why(id, decision, result)
        if !why.blocks.isEmpty { section.sections.append(why) }
        if result.state != .notApplicable {
            for outcome in decision.outcomes.indices where !result.possible[outcome] {
                section.sections.append(whyNot(outcome, of: id, decision, result))
            }
        }
        if result.state == .undetermined { section.sections.append(open(id, decision, result)) }
        return section
    }

    private func fields(of decision: Decision, _ id: DecisionID, _ result: DecisionResult) -> [Page.Field] {
        var fields = [
            Page.Field(label: Wording.question, value: Phrase(decision.question)),
            Page.Field(label: Wording.proposal, value: .strong(sentences.result(of: id))),
        ]
        switch result.state {
        case .determined, .contradictory:
            let shown = decision.isCumulative ? result.certainOutcomes : result.possibleOutcomes
            fields += shown.map { outcome in
                let meaning = decision.outcomes[outcome].meaning
                let label =
                    shown.count > 1 ? Wording.meaning(of: decision.outcomes[outcome].name) : Wording.meaning
                return Page.Field(label: label, value: Phrase(meaning))
            }
        case .undetermined:
            let possible = sentences.stillPossible(of: id)
            fields.append(
                Page.Field(label: Wording.stillPossible, value: Phrase(FrenchFormat.list(possible, "ou"))))
        case .notApplicable: break
        }
        return fields
    }

    private mutating func why(_ id: DecisionID, _ decision: Decision, _ result: DecisionResult) -> Page.Section {
        var blocks: [Page.Block] = []
        if let condition = decision.applicability { blocks += applicability(condition, result) }
        if result.state == .contradictory { blocks.append(.paragraph(.strong(Wording.contradiction))) }
        let motifs = examination[id].motifs
        if !motifs.isEmpty { blocks.append(.list(motifs.map { reason($0, for: id, decision, result) })) }
        if motifs.isEmpty, result.state == .determined {
            let text = decision.byDefault.map { Wording.byDefault(decision.outcomes[$0].name) }
            blocks.append(.paragraph(Phrase(text ?? Wording.nothingMember)))
        }
        return Page.Section(Wording.why, blocks)
    }

    private func applicability(_ condition: Condition, _ result: DecisionResult) -> [Page.Block] {
        switch result.applicability {
        case .yes:
            let evidence = EvidenceCollector.of(condition, by: sentences)
            return [.paragraph(Phrase(Wording.applies)), .list(evidence.map { item($0) })]
        case .no: return [.paragraph(Phrase(Wording.doesNotApply)), .list(lacking(condition))]
        case .unknown: return [.paragraph(Phrase(Wording.mayNotApply)), .list(lacking(condition))]
        }
    }
}
