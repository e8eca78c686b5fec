import SourceText

extension SyntaxReader {
    /// The operators of conditions (language, section 4): never the name of a fact, definition or decision.
    package static let operators = WrittenOperator.allCases.map(\.rawValue)

    /// A mapping or a list; nil when malformed, which is reported.
    mutating func condition(_ node: Node) -> WrittenCondition? {
        switch node.content {
        case .scalar:
            if !node.isReported { bag.report(.expectedCondition(node)) }
            return nil
        case .sequence:
            let branches = conditions(node)
            return branches.isEmpty ? nil : WrittenCondition(.all(branches), at: node.range)
        case .mapping:
            let entries = node.mapping(&bag).compactMap { entry($0) }
            guard let first = entries.first else { return nil }
            return entries.count == 1 ? first : WrittenCondition(.all(entries), at: node.range)
        }
    }

    /// A list of conditions that is not empty.
    private mutating func conditions(_ node: Node) -> [WrittenCondition] {
        guard node.elements != nil else {
            if !node.isReported { bag.report(.expectedConditionList(node)) }
            return []
        }
        return node.list(&bag).compactMap { condition($0) }
    }

    private mutating func entry(_ entry: Node.Entry) -> WrittenCondition? {
        let range = entry.key.range.union(entry.value.range)
        func all(_ make: ([WrittenCondition]) -> WrittenCondition.Kind, _ branches: [WrittenCondition])
            -> WrittenCondition?
        {
            branches.isEmpty ? nil : WrittenCondition(make(branches), at: range)
        }
        switch WrittenOperator(rawValue: NameKey.fold(entry.key.value)) {
        case .all: return all(WrittenCondition.Kind.all, conditions(entry.value))
        case .any: return all(WrittenCondition.Kind.any, conditions(entry.value))
        case .noneOf: return all(WrittenCondition.Kind.none, conditions(entry.value))
        case .atLeast: return atLeast(entry.value, at: range)
        case .not: return condition(entry.value).map { WrittenCondition(.not($0), at: range) }
        case .rule:
            let names = entry.value.oneOrMore(&bag)
            return names.isEmpty ? nil : WrittenCondition(.rules(names), at: range)
        case nil:
            if Self.holdsConditions(entry.value) {
                bag.report(.unknownOperator(entry.key, bag.candidates(Self.operators)))
                return nil
            }
            return expected(entry.value).map { WrittenCondition(.test(entry.key, $0), at: range) }
        }
    }

    /// Whether a list is one of conditions and not of values.
    private static func holdsConditions(_ node: Node) -> Bool {
        node.elements?.contains { element in
            element.entries?.contains { operandKind($0.key) == nil } ?? false
        } ?? false
    }

    private mutating func atLeast(_ node: Node, at range: SourceRange) -> WrittenCondition? {
        guard let fields = Fields(node, as: .atLeast, into: &bag) else { return nil }
        let count = fields.words("nombre", &bag)
        let branches = fields["parmi"].map { conditions($0) } ?? []
        // With a branch too malformed to keep, the number would be compared with a wrong one.
        guard let count, !branches.isEmpty, branches.count == fields["parmi"]?.elements?.count else { return nil }
        return WrittenCondition(.atLeast(count, branches), at: range)
    }

    /// What stands right of a name.
    mutating func expected(_ node: Node) -> WrittenExpected? {
        switch node.content {
        case .scalar, .sequence:
            let operands = operands(node)
            guard !operands.isEmpty else { return nil }
            let implied = WrittenComparison(
                comparator: Located(.implied, at: node.range), operands: operands, range: node.range)
            return WrittenExpected(comparisons: [implied], range: node.range)
        case .mapping(let entries):
            if entries.contains(where: { Self.operandKind($0.key) != nil }) {
                return operand(node).map {
                    let comparison = WrittenComparison(
                        comparator: Located(.implied, at: node.range), operands: [$0], range: node.range)
                    return WrittenExpected(comparisons: [comparison], range: node.range)
                }
            }
            let comparisons = node.mapping(&bag).compactMap { comparison($0) }
            return comparisons.isEmpty ? nil : WrittenExpected(comparisons: comparisons, range: node.range)
        }
    }

    private mutating func comparison(_ entry: Node.Entry) -> WrittenComparison? {
        let key = NameKey.fold(entry.key.value)
        guard let comparator = WrittenComparator(rawValue: key), comparator != .implied else {
            bag.report(
                .unknownComparator(entry.key, bag.candidates(WrittenComparator.words + ["paramètre", "fait"])))
            return nil
        }
        if comparator.takesList != (entry.value.elements != nil), !entry.value.isReported {
            bag.report(
                comparator.takesList
                    ? .listAfterComparator(entry.key, entry.value) : .oneValueAfterComparator(entry.key, entry.value))
            return nil
        }
        let operands = operands(entry.value)
        guard !operands.isEmpty else { return nil }
        return WrittenComparison(
            comparator: Located(comparator, at: entry.key.range), operands: operands,
            range: entry.key.range.union(entry.value.range))
    }

    /// One operand or a list of them.
    mutating func operands(_ node: Node) -> [WrittenOperand] {
        guard node.elements != nil else { return operand(node).map { [$0] } ?? [] }
        return node.list(&bag).compactMap { operand($0) }
    }

    private static func operandKind(_ key: Words) -> WrittenOperand.Kind? {
        switch NameKey.fold(key.value) {
        case "paramètre": .parameter
        case "fait": .fact
        default: nil
        }
    }

    /// A scalar, `{paramètre: name}` or `{fait: name}`.
    mutating func operand(_ node: Node) -> WrittenOperand? {
        switch node.content {
        case .scalar: return node.words(&bag).map { WrittenOperand(kind: .words, words: $0, range: node.range) }
        case .sequence:
            bag.report(.expectedOperand(node))
            return nil
        case .mapping(let entries):
            guard let entry = entries.first, entries.count == 1, let kind = Self.operandKind(entry.key) else {
                bag.report(.expectedOperand(node))
                return nil
            }
            return entry.value.words(&bag).map { WrittenOperand(kind: kind, words: $0, range: node.range) }
        }
    }
}
