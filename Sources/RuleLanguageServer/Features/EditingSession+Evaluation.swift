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
        return zip(cases, decided).enumerated().flatMap { index, pair -> [JSONValue] in
            guard let decided = pair.1 else { return [] }
            let arguments: [JSONValue] = [.text(address(of: place.path)), .int(index)]
            let (places, start) = (place.positions, pair.0.range.start)
            let explain = lens("Évaluer\u{A0}: " + set.summary(of: decided), .explain, arguments, places, at: start)
            let choose = lens("Évaluer les règles avec ce cas", .choose, arguments, places, at: start)
            return [explain, choose]
        }
    }

    private mutating func ruleLenses(
        _ place: TextPlace, _ set: RuleSet, _ decided: [FileID: [DecidedCase?]]
    ) -> [JSONValue] {
        let names = place.project.occurrences.filter {
            $0.range.file == place.file && $0.kind == .rule && $0.isDefinition
        }
        let chosen = chosenCase()
        return names.flatMap { name -> [JSONValue] in
            guard let rule = set.ruleNames[name.name] else { return [] }
            let count = decided.values.joined().compactMap { $0 }.count { $0.applies(rule) }
            let title =
                count == 0 ? "Aucun cas ne couvre cette règle" : "Voir les cas qui couvrent cette règle (\(count))"
            let (places, start) = (place.positions, name.range.start)
            let arguments: [JSONValue] = [.text(name.name), .text(address(of: place.path))]
            let covering = lens(title, .casesOfRule, arguments, places, at: start)
            guard let chosen else { return [covering] }
            let shown = "Évaluer avec \(quoted(chosen.name))\u{A0}: \(chosen.decided.verdict(on: rule))"
            return [lens(shown, .explain, chosen.arguments, places, at: start), covering]
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
        case .choose:
            guard let path = arguments.first?.string.flatMap(FileAddress.path), let file = project.files[path],
                let index = arguments.last?.int, project.cases[file]?.indices.contains(index) ?? false
            else { throw .parameters }
            chosen = (path, index)
            return .optional(chosenCase()?.name)
        case .cases:
            let chosen = chosenCase()
            let all = allCases().map { one in
                JSONValue.object([
                    ("uri", .text(address(of: one.path))), ("index", .int(one.index)), ("nom", .text(one.name)),
                    ("choisi", .bool(one.path == chosen?.path && one.index == chosen?.index)),
                ])
            }
            return .list(all)
        }
    }

    // MARK: The chosen case

    /// A case of the project that was decided.
    private struct ShownCase {
        let path: String
        let index: Int
        let name: String
        let arguments: [JSONValue]
        let decided: DecidedCase
    }

    /// The cases that can be decided, by file and place.
    private mutating func allCases() -> [ShownCase] {
        let project = project
        return decisions().sorted { $0.key < $1.key }.flatMap { file, cases -> [ShownCase] in
            let path = project.library[file].path
            return zip(project.cases[file] ?? [], cases).enumerated().compactMap { index, pair in
                guard let decided = pair.1 else { return nil }
                let plain = path.split(separator: "/").last.map(String.init) ?? path
                return ShownCase(
                    path: path, index: index, name: pair.0.name ?? "\(plain), cas \(index + 1)",
                    arguments: [.text(address(of: path)), .int(index)], decided: decided)
            }
        }
    }

    /// The case that rules are read with: the one that was chosen, while it is there, else the first.
    private mutating func chosenCase() -> ShownCase? {
        let all = allCases()
        return all.first { $0.path == chosen?.path && $0.index == chosen?.index } ?? all.first
    }

    /// What the chosen case makes of a rule, on a line.
    mutating func truth(ofRule name: String) -> String? {
        guard let rule = project.set?.ruleNames[name], let chosen = chosenCase() else { return nil }
        return "Avec le cas \(quoted(chosen.name))\u{A0}: \(chosen.decided.verdict(on: rule))."
    }
}

extension DecidedCase {
    fileprivate func applies(_ rule: RuleID) -> Bool { all.contains { $0.examination.evaluation[rule] == .yes } }

    /// Whether a rule applies, for each objet where they do not agree.
    fileprivate func verdict(on rule: RuleID) -> String {
        let words = all.map { matter in
            switch matter.examination.evaluation[rule] {
            case .yes: "elle s’applique"
            case .no: "elle ne s’applique pas"
            case .unknown: "on ne sait pas encore si elle s’applique"
            }
        }
        if Set(words).count <= 1 { return words.first ?? "" }
        return words.enumerated().map { "\(all[$0].name ?? "objet \($0 + 1)"), \($1)" }.joined(separator: "; ")
    }
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
