import PolicyValues
import RuleCases
import RuleEngine
import RuleExplanation
import RuleJSON
import RuleModel
import SourceText

extension EditingSession {
    /// Above a case what is decided, above a rule in how many cases it applies.
    mutating func codeLenses(_ place: TextPlace) throws(Refusal) -> JSONValue {
        guard let set = place.project.set else { return .list([]) }
        let decided = decisions()
        return .list(
            place.isRuleFile
                ? ruleLenses(place, set, decided) : caseLenses(place, set, decided[place.file] ?? []))
    }

    private func caseLenses(_ place: TextPlace, _ set: RuleSet, _ decided: [DecidedCase?]) -> [JSONValue] {
        let cases = place.project.cases[place.file] ?? []
        return zip(cases, decided).enumerated().compactMap { index, pair in
            guard let decided = pair.1 else { return nil }
            let arguments: [JSONValue] = [.text(address(of: place.path)), .int(index)]
            return lens(
                "Évaluer\u{A0}: " + set.summary(of: decided), .explain, arguments, place.positions,
                at: pair.0.range.start)
        }
    }

    private func ruleLenses(
        _ place: TextPlace, _ set: RuleSet, _ decided: [FileID: [DecidedCase?]]
    ) -> [JSONValue] {
        let names = place.project.occurrences.filter {
            $0.range.file == place.file && $0.kind == .rule && $0.isDefinition
        }
        return names.compactMap { name in
            guard let rule = set.ruleNames[name.name] else { return nil }
            let count = decided.values.joined().compactMap { $0 }.count { $0.applies(rule) }
            let title = "S’applique dans \(count) cas"
            return lens(title, .casesOfRule, [.text(name.name)], place.positions, at: name.range.start)
        }
    }

    private func lens(
        _ title: String, _ command: Command, _ arguments: [JSONValue], _ positions: TextPositions, at offset: UInt32
    ) -> JSONValue {
        .object([
            ("range", positions.json(Int(offset), Int(offset))),
            (
                "command",
                .object([
                    ("title", .text(title)), ("command", .text(command.rawValue)), ("arguments", .list(arguments)),
                ])
            ),
        ])
    }

    mutating func run(_ parameters: Node?) throws(Refusal) -> JSONValue {
        guard let command = parameters?["command"]?.string.flatMap(Command.init) else {
            throw Refusal(code: .invalidParameters, message: "cette commande n’est pas offerte")
        }
        let arguments = parameters?["arguments"]?.elements ?? []
        let decided = decisions()
        let project = project
        guard let set = project.set else {
            throw Refusal(code: .failed, message: "les règles ont des erreurs; corrigez-les d’abord")
        }
        switch command {
        case .explain:
            guard let path = arguments.first?.string.flatMap(FileAddress.path), let file = project.files[path],
                let index = arguments.last?.int, let cases = decided[file], cases.indices.contains(index),
                let one = cases[index]
            else { throw .parameters }
            let places = PlaceIndex(project.library, relativeTo: project.rulesFolder)
            let fingerprint = DecisionJSON(set, placedBy: places).fingerprint(of: one)
            let page = PageWriter(set, placedBy: places).page(of: one, fingerprint: fingerprint)
            return .text(MarkdownRenderer().render(page))
        case .casesOfRule:
            guard let name = arguments.first?.string, let rule = set.ruleNames[NameKey.fold(name)] else {
                throw .parameters
            }
            let ranges = decided.flatMap { file, cases in
                zip(project.cases[file] ?? [], cases).filter { $0.1?.applies(rule) ?? false }.map(\.0.range)
            }
            return .list(ranges.sorted { $0.precedes($1) }.map { location($0, project) })
        }
    }
}

extension DecidedCase {
    fileprivate func applies(_ rule: RuleID) -> Bool { all.contains { $0.examination.evaluation[rule] == .yes } }
}

extension RuleSet {
    /// What was decided, on a line.
    fileprivate func summary(of decided: DecidedCase) -> String {
        let matters = decided.all.map { matter in
            decisionsInOrder.map { id in
                "\(self[id].name)\u{A0}: \(word(for: matter.examination.evaluation[id], of: self[id]))"
            }.joined(separator: "; ")
        }
        return matters.joined(separator: " | ")
    }

    private func word(for result: DecisionResult, of decision: Decision) -> String {
        switch result.state {
        case .undetermined, .notApplicable, .contradictory: return result.state.word
        case .determined:
            let indices = decision.isCumulative ? result.certainOutcomes : result.possibleOutcomes
            let names = indices.map { decision.outcomes[$0].name }
            return names.isEmpty ? "aucune issue" : FrenchFormat.list(names)
        }
    }

    func shown(_ value: Value?) -> String {
        switch value {
        case nil: "à préciser"
        case .yesNo(let isYes): isYes ? "oui" : "non"
        case .choice(let symbol): self[symbol]
        case .choices(let symbols): FrenchFormat.list(symbols.map { self[$0] })
        case .number(let number): FrenchFormat.number(number)
        case .date(let date): date.iso
        case .text(let text): text
        }
    }
}
