import PolicyValues
import RuleCases
import RuleEngine
import RuleJSON
import RuleModel

extension DecisionJSON {
    func date(of matter: DecidedMatter) -> [(String, JSONValue)] {
        [
            ("date d'évaluation", .text(matter.date.date.iso)),
            ("origine de la date", .text(matter.date.origin.rawValue)),
        ]
    }

    /// The keys that a case of one matter and an object share.
    func content(of matter: DecidedMatter, explained: Bool) -> [(String, JSONValue)] {
        let examination = matter.examination
        let decisions = set.decisionsInOrder.map { (set[$0].name, decision($0, examination)) }
        var entries: [(String, JSONValue)] = [
            ("décisions", .object(decisions)), ("manquants", .list(examination.missing.map(missing))),
            ("faits", .object(facts(examination.facts))),
            ("définitions", .object(definitions(examination.evaluation))),
        ]
        if explained {
            let root = ExplanationTree.root(of: examination, by: set, placedBy: places)
            entries.append(("explication", node(root)))
        }
        if let report = matter.whyNot { entries.append(("pourquoi pas", whyNot(report))) }
        return entries
    }

    private func missing(_ missing: MissingFact) -> JSONValue {
        let fact = set[missing.fact]
        var entries: [(String, JSONValue)] = [("fait", .text(fact.name)), ("question", .text(fact.question))]
        if let holder = fact.holder { entries.append(("détenteur", .text(holder))) }
        entries.append(("pour", .texts(missing.decisions.map { set[$0].name })))
        return .object(entries)
    }

    /// The facts that the case mentions or that are presumed; one stated as unknown has the value null.
    private func facts(_ sheet: FactSheet) -> [(String, JSONValue)] {
        set.factIDs.compactMap { id in
            guard let origin = sheet.origins[id.position].word else { return nil }
            let value = sheet[id].map(value) ?? .null
            return (set[id].name, .object([("valeur", value), ("origine", .text(origin))]))
        }
    }

    private func definitions(_ evaluation: Evaluation) -> [(String, JSONValue)] {
        set.definitionIDs.map { (set[$0].name, evaluation[$0].map(value) ?? .null) }
    }

    func value(_ value: Value) -> JSONValue { set.json(value) }
}

extension FactSheet.Origin {
    /// As the interface writes it; nil of a fact without value that the case does not mention.
    var word: String? {
        switch self {
        case .absent: nil
        case .stated, .statedUnknown: "cas"
        case .presumed: "présumé"
        }
    }
}
