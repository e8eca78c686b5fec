import PolicyValues
import RuleJSON
import RuleModel
import RuleSyntax
import SourceText

/// What can be said of a file from its tree: symbols, folds, tokens, hints. Nothing while it cannot be read.
extension TextPlace {
    private var root: Node? { project.trees[file] }

    var documentSymbols: JSONValue { .list((root?.entries ?? []).map { symbol($0, depth: 0) }) }

    private func symbol(_ entry: Node.Entry, depth: Int) -> JSONValue {
        let children = depth < 1 && isRuleFile ? entry.value.entries ?? [] : []
        let whole = entry.key.range.union(entry.value.range)
        return .object([
            ("name", .text(entry.key.value)), ("kind", .int(depth == 0 ? 3 : 13)), ("range", positions.json(whole)),
            ("selectionRange", positions.json(entry.key.range)),
            ("children", .list(children.map { symbol($0, depth: depth + 1) })),
        ])
    }

    var foldingRanges: JSONValue {
        var folds: [JSONValue] = []
        func fold(_ node: Node, from key: Located<String>?) {
            let start = positions.position(of: Int((key?.range ?? node.range).start)).line
            let end = positions.position(of: Int(node.range.end)).line
            if end > start { folds.append(.object([("startLine", .int(start)), ("endLine", .int(end))])) }
            for entry in node.entries ?? [] { fold(entry.value, from: entry.key) }
            for element in node.elements ?? [] { fold(element, from: nil) }
        }
        for entry in root?.entries ?? [] { fold(entry.value, from: entry.key) }
        return .list(folds)
    }

    /// The ranges around an offset, the smallest first.
    func selection(at offset: Int) -> JSONValue {
        var ranges: [SourceRange] = []
        func add(_ range: SourceRange) { if ranges.last != range { ranges.append(range) } }
        func visit(_ node: Node) {
            add(node.range)
            for entry in node.entries ?? [] {
                let whole = entry.key.range.union(entry.value.range)
                guard whole.holds(offset) else { continue }
                add(whole)
                entry.key.range.holds(offset) ? add(entry.key.range) : visit(entry.value)
                return
            }
            for element in node.elements ?? [] where element.range.holds(offset) { return visit(element) }
        }
        if let root, root.range.holds(offset) { visit(root) }
        let innermost = ranges.reduce(JSONValue?.none) { parent, range in
            .object([("range", positions.json(range))] + (parent.map { [("parent", $0)] } ?? []))
        }
        return innermost ?? .object([("range", positions.json(offset, offset))])
    }

    /// Five numbers a token (LSP, « Semantic Tokens »).
    func semanticTokens(last: RuleSet?) -> JSONValue {
        let names = project.occurrences.filter { $0.range.file == file }.sorted { $0.range.precedes($1.range) }
        var numbers: [JSONValue] = []
        var before = (line: 0, character: 0)
        for name in names {
            let start = positions.position(of: Int(name.range.start))
            let end = positions.position(of: Int(name.range.end))
            guard start.line == end.line, end.character > start.character,
                start >= before, let type = TokenType(of: name, in: last)
            else { continue }
            let isNewLine = start.line > before.line
            numbers += [
                .int(start.line - before.line), .int(start.character - (isNewLine ? 0 : before.character)),
                .int(end.character - start.character), .int(type.index), .int(name.isDefinition ? 1 : 0),
            ]
            before = start
        }
        return .object([("data", .list(numbers))])
    }

    /// In a table, the entrée that a cell speaks of; beside a parameter, its value today.
    func inlayHints(_ last: RuleSet?, on today: CivilDate) -> JSONValue {
        var hints: [JSONValue] = []
        func add(_ text: String, at offset: UInt32) {
            hints.append(
                .object([
                    ("position", positions.json(Int(offset))), ("label", .text(text)), ("paddingRight", .bool(true)),
                    ("paddingLeft", .bool(true)),
                ]))
        }
        for table in root?["tableaux"]?.entries ?? [] {
            let columns = (table.value["entrées"]?.elements ?? []).compactMap { $0.scalar?.text }
            for line in table.value["lignes"]?.elements ?? [] {
                for (column, cell) in zip(columns, line["si"]?.elements ?? []) {
                    add(column + "\u{A0}:", at: cell.range.start)
                }
            }
        }
        for name in project.occurrences where name.range.file == file && name.kind == .parameter && !name.isDefinition {
            guard let last, let parameter = last.parameter(named: name.name) else { continue }
            add("= " + last.shown(parameter.value(on: today)), at: name.range.end)
        }
        return .list(hints)
    }
}

extension SourceRange {
    func holds(_ offset: Int) -> Bool { Int(start) <= offset && offset <= Int(end) }
}

/// What a name is, for colours.
enum TokenType: String, CaseIterable {
    case fact = "variable"
    case definition = "property"
    case decision = "class"
    case rule = "function"
    case parameter
    case value = "enumMember"
    case other = "namespace"

    var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// Nil for a name that is not known.
    init?(of name: Occurrence, in set: RuleSet?) {
        switch name.kind {
        case .vocable:
            switch set?.vocabulary[name.name] {
            case .fact: self = .fact
            case .definition: self = .definition
            case .decision: self = .decision
            case nil: return nil
            }
        case .rule: self = .rule
        case .parameter: self = .parameter
        case .value: self = .value
        case .calendar, .document, .constraint, .property: self = .other
        }
    }
}
