import RuleFormatting
import RuleJSON
import RuleModel
import RuleSchema
import SourceText

/// A place in a file of the project.
struct TextPlace {
    let project: Project
    let file: FileID
    let positions: TextPositions
    let offset: Int
}

extension EditingSession {
    mutating func answer(_ feature: Feature, _ parameters: Node?) throws(Refusal) -> JSONValue {
        switch feature {
        case .completion: return try completion(try place(parameters))
        case .hover: return hover(try place(parameters))
        case .definition: return definition(try place(parameters))
        case .references: return references(try place(parameters))
        case .highlight: return highlights(try place(parameters))
        case .prepareRename: return prepareRename(try place(parameters))
        case .rename:
            guard let name = parameters?["newName"]?.string else { throw .parameters }
            return try rename(try place(parameters), to: name)
        case .workspaceSymbols: return workspaceSymbols(matching: parameters?["query"]?.string ?? "")
        case .command: return try run(parameters)
        case .documentSymbols: return try file(parameters).documentSymbols
        case .folding: return try file(parameters).foldingRanges
        case .semanticTokens: return try file(parameters).semanticTokens(last: last)
        case .inlayHints: return try file(parameters).inlayHints(last, on: today)
        case .codeActions: return try codeActions(parameters)
        case .formatting: return try formatting(parameters)
        case .selection: return try selection(parameters)
        case .codeLenses: return try codeLenses(try file(parameters))
        }
    }

    /// The file that a request speaks of, from its start.
    mutating func file(_ parameters: Node?) throws(Refusal) -> TextPlace {
        let project = project
        guard let path = parameters?["textDocument"]?["uri"]?.string.flatMap(FileAddress.path) else {
            throw .parameters
        }
        guard let file = project.files[path], let positions = project.positions[file] else {
            throw Refusal(code: .invalidParameters, message: "ce fichier n’est ni ouvert ni de ce projet")
        }
        return TextPlace(project: project, file: file, positions: positions, offset: 0)
    }

    mutating func place(_ parameters: Node?) throws(Refusal) -> TextPlace {
        let place = try file(parameters)
        let offset = try place.positions.offset(parameters?["position"])
        return TextPlace(project: place.project, file: place.file, positions: place.positions, offset: offset)
    }

    private mutating func hover(_ place: TextPlace) -> JSONValue {
        guard let name = place.name else { return .null }
        var lines = [last.flatMap { $0.note(on: name) } ?? ""]
        let uses = place.project.places(of: name).filter { !$0.isDefinition }.count
        lines.append(uses == 0 ? "Rien ne l’emploie." : "Employé à \(uses) endroit\(uses > 1 ? "s" : "").")
        if name.kind == .rule, let truth = truth(ofRule: name.name) { lines.append(truth) }
        let text = lines.filter { !$0.isEmpty }.joined(separator: "\n\n")
        return .object([
            ("contents", .object([("kind", .text("markdown")), ("value", .text(text))])),
            ("range", place.positions.json(name.range)),
        ])
    }

    private func definition(_ place: TextPlace) -> JSONValue {
        guard let name = place.name else { return .null }
        return .list(
            place.project.places(of: name).filter(\.isDefinition).map { location($0.range, place.project) })
    }

    private func references(_ place: TextPlace) -> JSONValue {
        guard let name = place.name else { return .null }
        return .list(place.project.places(of: name).map { location($0.range, place.project) })
    }

    private func highlights(_ place: TextPlace) -> JSONValue {
        guard let name = place.name else { return .null }
        return .list(
            place.project.places(of: name).filter { $0.range.file == place.file }.map {
                .object([("range", place.positions.json($0.range)), ("kind", .int($0.isDefinition ? 3 : 2))])
            })
    }

    private mutating func codeActions(_ parameters: Node?) throws(Refusal) -> JSONValue {
        let place = try file(parameters)
        let range = parameters?["range"]
        let start = try place.positions.offset(range?["start"])
        let end = try place.positions.offset(range?["end"])
        let actions = place.project.problems.compactMap { problem -> JSONValue? in
            guard problem.range.file == place.file, let fix = problem.fix, fix.range.file == place.file,
                Int(problem.range.start) <= end, start <= Int(problem.range.end)
            else { return nil }
            let edit = JSONValue.object([
                ("range", place.positions.json(fix.range)),
                ("newText", .text(fix.spelled(in: place.project.library))),
            ])
            let changes = JSONValue.object([(address(of: place.path), .list([edit]))])
            return .object([
                ("title", .text("Remplacer par \(quoted(fix.replacement))")), ("kind", .text("quickfix")),
                ("isPreferred", .bool(true)), ("edit", .object([("changes", changes)])),
            ])
        }
        return .list(actions)
    }

    private mutating func formatting(_ parameters: Node?) throws(Refusal) -> JSONValue {
        let place = try file(parameters)
        var bag = DiagnosticBag()
        switch FileFormatter.format(place.file, in: place.project.library, into: &bag) {
        case .formatted(let bytes):
            if bytes == place.bytes { return .list([]) }
            return .list([
                .object([
                    ("range", place.positions.json(0, place.bytes.count)),
                    ("newText", .text(String(decoding: bytes, as: UTF8.self))),
                ])
            ])
        case .unreadable: throw Refusal(code: .failed, message: "le fichier a des erreurs; corrigez-les d’abord")
        case .unfaithful: throw Refusal(code: .failed, message: "le fichier n’a pu être mis en forme")
        }
    }
}

extension TextPlace {
    var path: String { project.library[file].path }
    var bytes: [UInt8] { project.library[file].bytes }
    var isRuleFile: Bool { project.rulePaths.contains(path) }

    /// The name that stands there.
    var name: Occurrence? { project.occurrence(at: offset, in: file) }
}

extension RuleSet {
    /// What is known of a name, in Markdown.
    func note(on name: Occurrence) -> String? {
        switch name.kind {
        case .vocable: note(on: vocabulary[name.name])
        case .rule: ruleNames[name.name].map { VocabularyNote.of(self[$0], in: self) }
        case .parameter: parameter(named: name.name).map { VocabularyNote.of($0, in: self) }
        case .value(let owner): meaning(of: name.name, for: owner).map(MarkdownText.escaped)
        case .document: text(documents.first { NameKey.fold($0.name) == name.name }?.title)
        case .calendar: text(calendars.first { NameKey.fold($0.name) == name.name }?.description)
        case .constraint: text(constraints.first { NameKey.fold($0.name) == name.name }?.title)
        case .property: text(properties.first { NameKey.fold($0.name) == name.name }?.title)
        }
    }

    private func text(_ text: String?) -> String? { text.map(MarkdownText.escaped) }

    func note(on vocable: Vocable?) -> String? {
        switch vocable {
        case .fact(let id): VocabularyNote.of(self[id], in: self)
        case .definition(let id): VocabularyNote.of(self[id], in: self)
        case .decision(let id): VocabularyNote.of(self[id])
        case nil: nil
        }
    }

    func parameter(named name: String) -> Parameter? { parameters.first { NameKey.fold($0.name) == name } }

    /// The values of a fact or definition and the outcomes of a decision, with what each means.
    func values(of owner: String) -> [(name: String, meaning: String)] {
        switch vocabulary[owner] {
        case .fact(let id): values(self[id].type, self[id].meanings)
        case .definition(let id): values(self[id].type, self[id].meanings)
        case .decision(let id): self[id].outcomes.map { ($0.name, $0.meaning) }
        case nil: []
        }
    }

    private func values(_ type: ValueType, _ meanings: [String]) -> [(name: String, meaning: String)] {
        if type == .yesNo { return [("oui", ""), ("non", "")] }
        return zip(type.symbols, meanings).map { (self[$0], $1) }
    }

    private func meaning(of value: String, for owner: String) -> String? {
        values(of: owner).first { NameKey.fold($0.name) == value }?.meaning
    }
}
