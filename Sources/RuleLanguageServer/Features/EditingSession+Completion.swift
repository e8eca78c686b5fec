import PolicyValues
import RuleJSON
import RuleModel
import RuleSyntax
import SourceText

extension EditingSession {
    mutating func completion(_ place: TextPlace) throws(Refusal) -> JSONValue {
        let path = LinePath(place.bytes, at: place.offset)
        let target = CompletionPlace(path.keys, isRuleFile: place.isRuleFile)
        let range = place.positions.json(path.word.lowerBound, path.word.upperBound)
        let found = SourceRange(
            file: place.file, at: path.word.lowerBound, length: path.word.count)
        let items = path.isKey ? keys(target) : values(target)
        return .list(
            items.filter { !path.isKey || !path.siblings.contains(NameKey.fold($0.label)) }.map { item in
                let spelled = Diagnostic.Fix(replace: found, with: item.label).spelled(in: place.project.library)
                return item.json(replacing: range, spelled: spelled, isKey: path.isKey)
            })
    }

    private func keys(_ place: CompletionPlace) -> [CompletionItem] {
        switch place {
        case .sections: return Section.allCases.map { .init(label: $0.rawValue, kind: .key, note: $0.help) }
        case .keys(let layout):
            return layout.keys.map { key in
                .init(
                    label: key.name, kind: .key, detail: key.isRequired ? "obligatoire" : "", note: key.help,
                    rank: key.isRequired ? 0 : 1)
            }
        case .condition:
            let operators = WrittenOperator.allCases.map {
                CompletionItem(label: $0.rawValue, kind: .key, note: $0.help, rank: 2)
            }
            return vocables(decisions: true) + operators
        case .test(let name): return comparators(for: name)
        case .facts: return facts
        case .conclusions: return decisionNames
        case .expectation:
            return decisionNames
                + ExpectationKey.allCases.map { .init(label: $0.rawValue, kind: .key, note: $0.help, rank: 2) }
        case .expected:
            return Layout.expectedDecision.keys.map { .init(label: $0.name, kind: .key, note: $0.help) }
        case .ruleTruths: return ruleNames
        case .definitionValues: return definitions
        case .shape(.calculation):
            return WrittenOperation.allCases.map { .init(label: $0.rawValue, kind: .key, note: $0.help) }
        case .shape(.levels): return FindingWords.codes.map { .init(label: $0, kind: .key) }
        case .shape(.operand), .shape(.operands), .shape(.value), .shape(.cells): return references
        case .stated, .outcome, .shape, .parameterNames, .nothing: return []
        }
    }

    private func values(_ place: CompletionPlace) -> [CompletionItem] {
        switch place {
        case .test(let name):
            guard case .decision(let id) = last?.vocabulary[name], last?[id].applicability != nil else {
                return values(of: name)
            }
            return values(of: name) + [.init(label: "sans objet", kind: .value, rank: 2)]
        case .stated(let name): return values(of: name) + [.init(label: "inconnu", kind: .value, rank: 2)]
        case .outcome(let name): return values(of: name)
        case .expected(let name):
            return values(of: name)
                + ["indéterminée", "sans objet"].map { .init(label: $0, kind: .value, rank: 2) }
        case .parameterNames: return parameters
        case .shape(let shape): return values(shape)
        case .keys, .condition, .sections, .facts, .conclusions, .expectation, .definitionValues, .ruleTruths, .nothing:
            return []
        }
    }

    private func values(_ shape: Shape) -> [CompletionItem] {
        switch shape {
        case .word(let words): words.map { .init(label: $0, kind: .value) }
        case .truth: Truth.allCases.map { .init(label: $0.word, kind: .value) }
        case .weekdays: Weekday.allCases.map { .init(label: $0.name, kind: .value) }
        case .levels: FindingWords.words.map { .init(label: $0, kind: .value) }
        case .name(let space), .names(let space): names(space)
        case .operand, .operands, .value: vocables(decisions: false)
        case .lineOutcome:
            (last?.decisions ?? []).flatMap { values(of: NameKey.fold($0.name)) }
        case .text, .prose, .template, .statement, .number, .count, .date, .condition, .conditions, .meanings,
            .versions, .holidays, .period, .sources, .presumed, .calculation, .cells, .conclusions, .ownOutcome,
            .facts, .definitionResult, .expectation, .issue, .outcomes, .entry, .list, .entries:
            []
        }
    }

    private func names(_ space: NameSpace) -> [CompletionItem] {
        switch space {
        case .document:
            (last?.documents ?? []).map {
                .init(label: $0.name, kind: .name, note: MarkdownText.escaped($0.title ?? ""))
            }
        case .calendar:
            (last?.calendars ?? []).map {
                .init(label: $0.name, kind: .name, note: MarkdownText.escaped($0.description ?? ""))
            }
        case .decision: decisionNames
        case .fact: facts
        case .dateFact: (last?.facts ?? []).filter { $0.type == .date }.map { .init(label: $0.name, kind: .name) }
        case .vocable: vocables(decisions: true)
        case .rule: ruleNames
        }
    }
}

/// The names of the last good set.
extension EditingSession {
    private var facts: [CompletionItem] {
        (last?.factIDs ?? []).compactMap { id in item(.fact(id), "fait") }
    }

    private var definitions: [CompletionItem] {
        (last?.definitionIDs ?? []).compactMap { id in item(.definition(id), "définition") }
    }

    private var decisionNames: [CompletionItem] {
        (last?.decisionIDs ?? []).compactMap { id in item(.decision(id), "décision") }
    }

    private func item(_ vocable: Vocable, _ what: String) -> CompletionItem? {
        last.map { .init(label: $0.name(of: vocable), kind: .name, detail: what, note: $0.note(on: vocable) ?? "") }
    }

    private func vocables(decisions: Bool) -> [CompletionItem] {
        facts + definitions + (decisions ? decisionNames : [])
    }

    private var ruleNames: [CompletionItem] {
        guard let last else { return [] }
        return last.rules.map {
            .init(label: $0.name, kind: .name, detail: "règle", note: MarkdownText.escaped($0.label))
        }
            + last.tables.map {
                .init(label: $0.name, kind: .name, detail: "tableau", note: MarkdownText.escaped($0.title ?? ""))
            }
    }

    private var parameters: [CompletionItem] {
        (last?.parameters ?? []).map {
            .init(label: $0.name, kind: .name, note: MarkdownText.escaped($0.question ?? ""))
        }
    }

    private var references: [CompletionItem] {
        [
            .init(label: "fait", kind: .key, note: "La valeur d’un fait ou d’une définition.", rank: 2),
            .init(label: "paramètre", kind: .key, note: "La valeur d’un paramètre.", rank: 2),
        ]
    }

    private func values(of name: String) -> [CompletionItem] {
        (last?.values(of: name) ?? []).enumerated().map { index, value in
            .init(label: value.name, kind: .value, note: MarkdownText.escaped(value.meaning), rank: 0)
        }
    }

    /// The comparators that fit the type of a name.
    private func comparators(for name: String) -> [CompletionItem] {
        guard let last, let vocable = last.vocabulary[name] else { return [] }
        let type: ValueType
        var isDecision = false
        switch vocable {
        case .fact(let id): type = last[id].type
        case .definition(let id): type = last[id].type
        case .decision: (type, isDecision) = (.text, true)
        }
        let fitting = WrittenComparator.allCases.filter { $0 != .implied && $0.meaning(for: type).fits }
        return fitting.map { .init(label: $0.rawValue, kind: .key) } + (isDecision ? [] : references)
    }
}
