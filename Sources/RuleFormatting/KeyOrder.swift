import RuleSyntax
import SourceText

/// Puts the keys of entries in the order of the language's layouts.
///
/// An entry with comments between its keys keeps its order: a comment may speak of several of them.
enum KeyOrder {
    /// What a file holds, as its root keys tell; nil when they tell nothing.
    enum FileKind {
        case rules
        case cases
    }

    static func kind(of root: Node) -> FileKind? {
        let entries = root.entries ?? []
        let keys = Set(entries.map { NameKey.fold($0.key.value) })
        let sections = Set(Section.allCases.map(\.rawValue))
        let statesFacts = entries.contains { $0.key.value == "faits" && $0.value.entries?.first?.value.entries == nil }
        if !keys.isEmpty, keys.isSubset(of: sections), !(statesFacts && keys == ["faits"]) { return .rules }
        let ofCase = Set(Layout.requete.allowed + Layout.caseList.allowed)
        return !keys.isEmpty && keys.isSubset(of: ofCase) ? .cases : nil
    }

    static func ordered(_ root: LayoutTree, _ kind: FileKind?) -> LayoutTree {
        switch kind {
        case .rules: mapItems(of: root) { key, value in section(key, value) }
        case .cases:
            hasKey("cas", root) ? entry(root, Layout.caseList) : entry(root, Layout.requete)
        case nil: root
        }
    }

    private static func section(_ name: String, _ value: LayoutTree) -> LayoutTree {
        guard let section = Section(rawValue: name) else { return value }
        if section == .policy { return entry(value, section.layout) }
        return mapItems(of: value) { _, value in entry(value, section.layout) }
    }

    private static func entry(_ tree: LayoutTree, _ layout: Layout) -> LayoutTree {
        guard case .mapping(var branches) = tree else { return tree }
        branches.items = branches.items.map { item in
            let key = layout[item.name]
            return key.map { item.with(value: shaped(item.value, $0.holds)) } ?? item
        }
        guard branches.items.allSatisfy({ $0.leading.isEmpty }) else { return .mapping(branches) }
        let places = Dictionary(uniqueKeysWithValues: layout.keys.enumerated().map { ($1.name, $0) })
        let blanks = branches.items.map(\.isAfterBlankLine)
        let ordered = branches.items.enumerated().sorted { left, right in
            let a = places[left.element.name] ?? Int.max
            let b = places[right.element.name] ?? Int.max
            return (a, left.offset) < (b, right.offset)
        }
        branches.items = zip(ordered, blanks).map { item, isAfterBlankLine in
            var item = item.element
            item.isAfterBlankLine = isAfterBlankLine
            return item
        }
        return .mapping(branches)
    }

    private static func shaped(_ tree: LayoutTree, _ shape: Shape) -> LayoutTree {
        switch shape {
        case .entry(let layout): entry(tree, layout)
        case .list(let layout): mapItems(of: tree) { _, value in entry(value, layout) }
        case .entries(let layout): mapItems(of: tree) { _, value in entry(value, layout) }
        case .period: entry(tree, .period)
        case .sources:
            if case .sequence = tree {
                mapItems(of: tree) { _, value in entry(value, .source) }
            } else {
                entry(tree, .source)
            }
        case .expectation: mapItems(of: tree) { _, value in entry(value, .expectedDecision) }
        case .text, .prose, .template, .statement, .number, .count, .date, .word, .name, .names, .condition,
            .conditions, .meanings, .versions, .holidays, .weekdays, .levels, .presumed, .value, .operand, .operands,
            .calculation, .cells, .conclusions, .ownOutcome, .lineOutcome, .facts, .truth, .definitionResult, .issue,
            .outcomes:
            tree
        }
    }

    private static func mapItems(of tree: LayoutTree, _ change: (String, LayoutTree) -> LayoutTree) -> LayoutTree {
        switch tree {
        case .scalar: return tree
        case .mapping(var branches):
            branches.items = branches.items.map { $0.with(value: change($0.name, $0.value)) }
            return .mapping(branches)
        case .sequence(var branches):
            branches.items = branches.items.map { $0.with(value: change("", $0.value)) }
            return .sequence(branches)
        }
    }

    private static func hasKey(_ name: String, _ tree: LayoutTree) -> Bool {
        guard case .mapping(let branches) = tree else { return false }
        return branches.items.contains { $0.key?.text == name }
    }
}

extension LayoutTree.Item {
    /// The key as the layouts spell it; empty in a list.
    fileprivate var name: String { NameKey.fold(key?.text ?? "") }

    fileprivate func with(value: LayoutTree) -> LayoutTree.Item {
        LayoutTree.Item(
            key: key, value: value, leading: leading, trailing: trailing, isAfterBlankLine: isAfterBlankLine)
    }
}
