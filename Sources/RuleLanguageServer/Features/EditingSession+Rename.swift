import RuleJSON
import RulePipeline
import SourceText

/// A text to put in place of a range.
private struct Edit {
    let range: SourceRange
    let text: String
}

extension EditingSession {
    func prepareRename(_ place: TextPlace) -> JSONValue {
        guard let name = place.name, place.project.places(of: name).contains(where: \.isDefinition) else {
            return .null
        }
        let text = String(decoding: place.project.library.bytes(in: name.range), as: UTF8.self)
        return .object([("range", place.positions.json(name.range)), ("placeholder", .text(text))])
    }

    /// Renames everywhere; refused when the rules would then have a mistake that they have not.
    func rename(_ place: TextPlace, to newName: String) throws(Refusal) -> JSONValue {
        let name = BorderText.normalized(newName)
        guard let old = place.name else { throw Refusal(code: .failed, message: "aucun nom ne se trouve ici") }
        let places = place.project.places(of: old)
        guard places.contains(where: \.isDefinition) else {
            throw Refusal(code: .failed, message: "\(quoted(old.name)) n’est défini nulle part")
        }
        if name.isEmpty { throw Refusal(code: .failed, message: "il faut un nom") }
        let library = place.project.library
        let edits = places.map { place in
            let edit = Diagnostic.Fix(replace: place.range, with: name)
            return Edit(range: place.range, text: place.isInText ? name : edit.spelled(in: library))
        }
        let byFile = Dictionary(grouping: edits, by: \.range.file)
        if let problem = newProblem(byFile, place.project) { throw Refusal(code: .failed, message: problem) }
        let changes = byFile.sorted { $0.key < $1.key }.map { file, edits -> (String, JSONValue) in
            let positions = place.project.positions[file] ?? TextPositions([])
            let texts = edits.map { edit in
                JSONValue.object([
                    ("range", positions.json(edit.range)), ("newText", .text(edit.text)),
                ])
            }
            return (address(of: library[file].path), .list(texts))
        }
        return .object([("changes", .object(changes))])
    }

    /// The first mistake that the rules would have after the edits and have not before.
    private func newProblem(_ edits: [FileID: [Edit]], _ project: Project) -> String? {
        let before = errors(of: project, [:])
        let after = errors(of: project, edits)
        guard after.count > before.count else { return nil }
        let known = Set(before.map(\.message))
        let new = after.filter { !known.contains($0.message) }
        // A clash of names says most; what follows from it comes after.
        return (new.first { $0.code == .duplicateName } ?? new.first ?? after.first)?.message
    }

    private func errors(of project: Project, _ edits: [FileID: [Edit]]) -> [Diagnostic] {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let inputs = project.rulePaths.sorted().compactMap { path -> RuleSetLoader.Input? in
            guard let file = project.files[path] else { return nil }
            var bytes = project.library[file].bytes
            for edit in (edits[file] ?? []).sorted(by: { $1.range.precedes($0.range) }) {
                let range = Int(edit.range.start)..<Int(edit.range.end)
                bytes.replaceSubrange(range, with: Array(edit.text.utf8))
            }
            return RuleSetLoader.Input(path: path, bytes: bytes)
        }
        _ = RuleSetLoader.load(inputs, folder: project.rulesFolder, into: &library, &bag)
        return bag.sorted.filter { $0.level == .error }
    }
}
