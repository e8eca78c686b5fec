import SourceText

/// The entries of a mapping whose keys have been checked against a layout.
struct Fields {
    let range: SourceRange
    /// The folded keys and, in the same order, what stands under them: there are few, and looking through them is
    /// faster than hashing.
    private let keys: [String]
    private let entries: [Node.Entry]

    /// Checks a mapping: unknown and missing keys are reported; nil when it is no mapping or an empty one.
    init?(_ node: Node, as layout: Layout, named name: Words? = nil, into bag: inout DiagnosticBag) {
        guard let written = node.entries else {
            if !node.isReported { bag.report(.expectedMapping(layout, name, node)) }
            return nil
        }
        guard !written.isEmpty else {
            bag.report(.emptyCollection(node))
            return nil
        }
        keys = written.map { NameKey.fold($0.key.value) }
        entries = written
        range = node.range
        for (key, entry) in zip(keys, entries) {
            if !layout.allowed.contains(key) {
                bag.report(.unknownKey(entry.key, of: layout, name, bag.candidates(layout.allowed)))
            }
        }
        let missing = layout.required.filter { !keys.contains($0) }
        if !missing.isEmpty { bag.report(.missingKeys(missing, of: layout, name, name?.range ?? node.range)) }
    }

    subscript(_ key: String) -> Node? { keys.firstIndex(of: key).map { entries[$0].value } }

    func keyRange(_ key: String) -> SourceRange? { keys.firstIndex(of: key).map { entries[$0].key.range } }

    /// The text of a key; anything but a text is reported.
    func words(_ key: String, _ bag: inout DiagnosticBag) -> Words? {
        self[key].flatMap { $0.words(&bag) }
    }
}

extension Node {
    /// Whether the node is an empty value, which the reader of the file has reported.
    var isReported: Bool { scalar?.isEmptyValue ?? false }

    /// The text of a scalar; a list or a mapping is reported.
    func words(_ bag: inout DiagnosticBag) -> Words? {
        switch content {
        case .scalar(let scalar):
            return scalar.isEmptyValue ? nil : Words(scalar.text, at: range)
        case .sequence, .mapping:
            bag.report(.expectedText(self))
            return nil
        }
    }

    /// The elements of a list that is not empty; anything else is reported.
    func list(_ bag: inout DiagnosticBag) -> [Node] {
        guard let elements else {
            if !isReported { bag.report(.expectedList(self)) }
            return []
        }
        if elements.isEmpty { bag.report(.emptyCollection(self)) }
        return elements
    }

    /// The entries of a mapping that is not empty; anything else is reported.
    func mapping(_ bag: inout DiagnosticBag) -> [Node.Entry] {
        guard let entries else {
            if !isReported { bag.report(.expectedEntries(self)) }
            return []
        }
        if entries.isEmpty { bag.report(.emptyCollection(self)) }
        return entries
    }

    /// One text or a list of texts.
    func oneOrMore(_ bag: inout DiagnosticBag) -> [Words] {
        switch content {
        case .scalar: return words(&bag).map { [$0] } ?? []
        case .sequence: return list(&bag).compactMap { $0.words(&bag) }
        case .mapping:
            bag.report(.expectedList(self))
            return []
        }
    }

    /// A mapping of texts, in order.
    func meanings(_ bag: inout DiagnosticBag) -> [WrittenMeaning] {
        mapping(&bag).compactMap { entry in
            entry.value.words(&bag).map { WrittenMeaning(word: entry.key, meaning: $0) }
        }
    }
}
