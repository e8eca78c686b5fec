package import RuleEngine
package import RuleJSON
package import RuleModel

extension DecisionJSON {
    func decision(_ id: DecisionID, _ examination: Examination) -> JSONValue {
        let decision = set[id]
        let result = examination.evaluation[id]
        let findings = examination[id]
        let sentences = Sentences(set, examination)
        var entries: [(String, JSONValue)] = [
            ("état", .text(result.state.word)), ("issue", Self.issue(of: decision, result)),
            ("possibles", possible(of: decision, result)),
            ("motifs", .list(findings.motifs.map { motif($0, sentences) })),
            ("manquants", .texts(findings.missing.map { set[$0].name })),
            ("présumés", .texts(findings.presumed.map { set[$0].name })),
        ]
        if !findings.missingParameters.isEmpty {
            entries.append(("paramètres manquants", .texts(findings.missingParameters.map { set[$0].name })))
        }
        return .object(entries)
    }

    /// `issue`: null, an outcome, or the list of a `cumul` or contradictory decision.
    package static func issue(of decision: Decision, _ result: DecisionResult) -> JSONValue {
        let names = decision.outcomes.map(\.name)
        switch result.state {
        case .notApplicable: return .null
        case .determined, .undetermined:
            if decision.isCumulative { return .texts(result.certainOutcomes.map { names[$0] }) }
            guard result.state == .determined else { return .null }
            return .optional(result.possibleOutcomes.first.map { names[$0] })
        case .contradictory: return .texts(result.supportedOutcomes.map { names[$0] })
        }
    }

    private func possible(of decision: Decision, _ result: DecisionResult) -> JSONValue {
        var names = result.possibleOutcomes.map { decision.outcomes[$0].name }
        if result.mayNotApply { names.append(DecisionResult.State.notApplicable.word) }
        return .texts(names)
    }

    private func motif(_ id: RuleID, _ sentences: Sentences) -> JSONValue {
        let rule = set[id]
        var entries: [(String, JSONValue)] = [("règle", .text(rule.name))]
        if let title = rule.title { entries.append(("titre", .text(title))) }
        if let reason = rule.reason { entries.append(("motif", .text(sentences.filled(reason)))) }
        entries.append(("sources", .list(rule.sources.map(source))))
        return .object(entries)
    }

    private func source(_ source: Source) -> JSONValue {
        switch source.kind {
        case .addition(let why): return .object([("ajout", .text(why))])
        case .passage(let document, let section, let extract):
            var entries: [(String, JSONValue)] = [("document", .text(document))]
            if let section { entries.append(("section", .text(section))) }
            if let extract { entries.append(("extrait", .text(extract))) }
            return .object(entries)
        }
    }
}
