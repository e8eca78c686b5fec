import RuleSyntax
import SourceText

/// Finds every name in the tree of a rule file or case file, guided by the language's layouts.
struct OccurrenceFinder {
    private let library: SourceLibrary
    private(set) var found: [Occurrence] = []
    /// The names of parameters, folded: in `{{name}}` nothing else tells them from facts.
    private let parameters: Set<String>
    /// The folded decision and columns of the table that is read.
    private var table: (decision: String, columns: [String]) = ("", [])

    init(_ library: SourceLibrary, parameters: Set<String>) {
        self.library = library
        self.parameters = parameters
    }

    mutating func readRules(_ root: Node) {
        for entry in root.entries ?? [] {
            guard let section = Section(rawValue: NameKey.fold(entry.key.value)) else { continue }
            if section == .policy {
                read(entry.value, as: .policy, owner: "")
                continue
            }
            for entry in entry.value.entries ?? [] {
                add(entry.key, section.kind, isDefinition: true)
                let owner = NameKey.fold(entry.key.value)
                if section == .tables { noteTable(entry.value) }
                read(entry.value, as: section.layout, owner: owner)
            }
        }
    }

    mutating func readCases(_ root: Node) {
        if let list = root.entries?.first(where: { $0.key.value == "cas" })?.value.elements {
            for element in list { read(element, as: .requete, owner: "") }
        } else {
            read(root, as: .requete, owner: "")
        }
    }

    private mutating func noteTable(_ node: Node) {
        func texts(_ key: String) -> [String] {
            let value = node.entries?.first { NameKey.fold($0.key.value) == key }?.value
            return (value?.elements ?? [value].compactMap { $0 }).compactMap { $0.scalar.map { NameKey.fold($0.text) } }
        }
        table = (texts("décision").first ?? "", texts("entrées"))
    }

    mutating func read(_ node: Node, as layout: Layout, owner: String) {
        for entry in node.entries ?? [] {
            guard let key = layout[NameKey.fold(entry.key.value)] else { continue }
            read(entry.value, key.holds, owner: owner)
        }
    }

    private mutating func read(_ node: Node, _ shape: Shape, owner: String) {
        switch shape {
        case .text, .prose, .statement, .number, .count, .date, .word, .versions, .holidays, .weekdays, .levels,
            .period, .truth, .definitionResult:
            break
        case .template: holes(in: node)
        case .name(let space), .names(let space): names(node, space.kind)
        case .condition, .conditions: condition(node)
        case .meanings: for entry in node.entries ?? [] { add(entry.key, .value(of: owner), isDefinition: true) }
        case .ownOutcome, .presumed: names(node, .value(of: owner))
        case .lineOutcome: names(node, .value(of: table.decision))
        case .cells: for (column, cell) in zip(table.columns, node.elements ?? []) { expected(cell, of: column) }
        case .conclusions:
            for entry in node.entries ?? [] {
                add(entry.key, .vocable)
                names(entry.value, .value(of: NameKey.fold(entry.key.value)))
            }
        case .sources:
            for source in node.elements ?? [node] { read(source, as: .source, owner: owner) }
        case .value: operand(node, valueOf: owner)
        case .operand: operand(node, valueOf: nil)
        case .operands: for element in node.elements ?? [] { operand(element, valueOf: nil) }
        case .calculation:
            for entry in node.entries ?? [] {
                guard let operation = WrittenOperation(rawValue: NameKey.fold(entry.key.value)) else { continue }
                read(entry.value, operation.holds, owner: owner)
            }
        case .facts: facts(node)
        case .expectation: expectation(node)
        case .issue, .outcomes: names(node, .value(of: owner))
        case .entry(let layout): read(node, as: layout, owner: owner)
        case .list(let layout): for element in node.elements ?? [] { read(element, as: layout, owner: owner) }
        case .entries(let layout):
            for entry in node.entries ?? [] {
                add(entry.key, .document, isDefinition: true)
                read(entry.value, as: layout, owner: owner)
            }
        }
    }

    private mutating func add(_ words: Located<String>, _ kind: Occurrence.Kind, isDefinition: Bool = false) {
        let name = NameKey.fold(words.value)
        // A line of a table names it.
        if kind == .rule, !isDefinition, let end = name.lastIndex(of: "#"), Int(name[name.index(after: end)...]) != nil,
            let mark = library.bytes(in: words.range).lastIndex(of: UInt8(ascii: "#"))
        {
            let range = SourceRange(
                file: words.range.file, at: Int(words.range.start), length: mark - Int(words.range.start))
            found.append(
                Occurrence(
                    name: String(name[..<end]), kind: kind, range: range, isDefinition: false, isInText: true))
            return
        }
        found.append(Occurrence(name: name, kind: kind, range: words.range, isDefinition: isDefinition))
    }

    private mutating func names(_ node: Node, _ kind: Occurrence.Kind) {
        for element in node.elements ?? [node] {
            if let scalar = element.scalar, !scalar.isEmptyValue { add(Located(scalar.text, at: element.range), kind) }
        }
    }
}

extension OccurrenceFinder {
    private mutating func condition(_ node: Node) {
        for element in node.elements ?? [] { condition(element) }
        for entry in node.entries ?? [] {
            switch WrittenOperator(rawValue: NameKey.fold(entry.key.value)) {
            case .all, .any, .noneOf, .not: condition(entry.value)
            case .atLeast: read(entry.value, as: .atLeast, owner: "")
            case .rule: names(entry.value, .rule)
            case nil:
                add(entry.key, .vocable)
                expected(entry.value, of: NameKey.fold(entry.key.value))
            }
        }
    }

    /// What stands right of a name in a test.
    private mutating func expected(_ node: Node, of name: String) {
        switch node.content {
        case .scalar(let scalar):
            if !scalar.isEmptyValue, scalar.text != "*" { add(Located(scalar.text, at: node.range), .value(of: name)) }
        case .sequence(let elements): for element in elements { expected(element, of: name) }
        case .mapping(let entries):
            for entry in entries where !reference(entry) { expected(entry.value, of: name) }
        }
    }

    /// Whether an entry is `fait: name` or `paramètre: name`; then it is noted.
    private mutating func reference(_ entry: Node.Entry) -> Bool {
        switch NameKey.fold(entry.key.value) {
        case "fait": names(entry.value, .vocable)
        case "paramètre": names(entry.value, .parameter)
        default: return false
        }
        return true
    }

    /// - Parameter owner: whose constant a scalar may be; nil where a scalar is a name or a number.
    private mutating func operand(_ node: Node, valueOf owner: String?) {
        for entry in node.entries ?? [] { _ = reference(entry) }
        guard let scalar = node.scalar, !scalar.isEmptyValue else { return }
        add(Located(scalar.text, at: node.range), owner.map { .value(of: $0) } ?? .vocable)
    }

    private mutating func facts(_ node: Node) {
        for entry in node.entries ?? [] {
            add(entry.key, .vocable)
            names(entry.value, .value(of: NameKey.fold(entry.key.value)))
        }
    }

    private mutating func expectation(_ node: Node) {
        for entry in node.entries ?? [] {
            switch ExpectationKey(rawValue: entry.key.value) {
            case .rules: for entry in entry.value.entries ?? [] { add(entry.key, .rule) }
            case .definitions: facts(entry.value)
            case .refusal: break
            case nil:
                let owner = NameKey.fold(entry.key.value)
                add(entry.key, .vocable)
                if entry.value.entries == nil {
                    names(entry.value, .value(of: owner))
                } else {
                    read(entry.value, as: .expectedDecision, owner: owner)
                }
            }
        }
    }

    /// The names between `{{` and `}}`, where the file spells them as they are.
    private mutating func holes(in node: Node) {
        let bytes = library.bytes(in: node.range)
        var index = bytes.startIndex
        while let open = pair(UInt8(ascii: "{"), in: bytes, from: index),
            let close = pair(UInt8(ascii: "}"), in: bytes, from: open + 2)
        {
            index = close + 2
            let inside = bytes[(open + 2)..<close]
            guard let start = inside.firstIndex(where: { $0 > 0x20 }), let end = inside.lastIndex(where: { $0 > 0x20 })
            else { continue }
            let range = SourceRange(file: node.range.file, at: start, length: end + 1 - start)
            let name = BorderText.normalized(String(decoding: bytes[start...end], as: UTF8.self))
            let folded = NameKey.fold(name)
            let kind = parameters.contains(folded) ? Occurrence.Kind.parameter : .vocable
            found.append(Occurrence(name: folded, kind: kind, range: range, isDefinition: false, isInText: true))
        }
    }

    private func pair(_ brace: UInt8, in bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
        var index = start
        while index + 1 < bytes.endIndex {
            if bytes[index] == brace, bytes[index + 1] == brace { return index }
            index += 1
        }
        return nil
    }
}

extension Section {
    /// What names an entry of the section.
    var kind: Occurrence.Kind {
        switch self {
        case .policy, .facts, .definitions, .decisions: .vocable
        case .rules, .tables: .rule
        case .parameters: .parameter
        case .calendars: .calendar
        case .constraints: .constraint
        case .properties: .property
        }
    }
}

extension NameSpace {
    var kind: Occurrence.Kind {
        switch self {
        case .document: .document
        case .calendar: .calendar
        case .decision, .fact, .dateFact, .vocable: .vocable
        case .rule: .rule
        }
    }
}
