import SwiftSyntax

/// Finds the places of a file that ``MutationTable`` changes. The tree's operators have been folded.
final class MutantCollector: SyntaxVisitor {
    private(set) var mutants: [Mutant] = []
    /// Stretches of which each mutant is written out as a whole: one type to find each, where a choice within would
    /// be too much for the compiler.
    private(set) var stretches: [Range<Int>] = []

    init() { super.init(viewMode: .sourceAccurate) }

    func add(
        _ kind: MutationTable.Kind, at node: some SyntaxProtocol, _ changed: String, form: Mutant.Form? = nil
    ) {
        mutants.append(
            Mutant(
                kind: kind, form: form ?? .expression(changed), range: node.trimmedBytes,
                original: node.trimmedDescription.onOneLine, changed: changed.onOneLine, place: Syntax(node).place))
    }

    // MARK: What holds no expression that runs

    override func visit(_ node: StringLiteralExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: EnumCaseDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: AttributeSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: SwitchCaseLabelSyntax) -> SyntaxVisitorContinueKind {
        for item in node.caseItems { item.whereClause.map { walk($0) } }
        return .skipChildren
    }

    // MARK: Operators and literals

    override func visit(_ node: InfixOperatorExprSyntax) -> SyntaxVisitorContinueKind {
        guard let sign = node.operator.as(BinaryOperatorExprSyntax.self)?.operator.text else { return .visitChildren }
        let tables: [(MutationTable.Kind, [String: String])] = [
            (.comparison, MutationTable.comparisons), (.logic, MutationTable.connectives),
            (.arithmetic, MutationTable.arithmetic),
        ]
        for (kind, table) in tables {
            guard let other = table[sign], kind != .arithmetic || !node.joinsTexts else { continue }
            add(
                kind, at: node,
                "\(node.leftOperand.trimmedDescription) \(other) \(node.rightOperand.trimmedDescription)")
        }
        return .visitChildren
    }

    override func visit(_ node: PrefixOperatorExprSyntax) -> SyntaxVisitorContinueKind {
        if MutationTable.prefixes.contains(node.operator.text) {
            add(.logic, at: node, node.expression.trimmedDescription)
        }
        return .visitChildren
    }

    override func visit(_ node: BooleanLiteralExprSyntax) -> SyntaxVisitorContinueKind {
        add(.literal, at: node, node.literal.text == "true" ? "false" : "true")
        return .skipChildren
    }

    override func visit(_ node: IntegerLiteralExprSyntax) -> SyntaxVisitorContinueKind {
        let value = Int64(node.literal.text.filter { $0 != "_" })
        add(.literal, at: node, value.map { String($0 + 1) } ?? node.literal.text + " + 1")
        return .skipChildren
    }

    // MARK: Names

    override func visit(_ node: MemberAccessExprSyntax) -> SyntaxVisitorContinueKind {
        let name = node.declName.baseName.text
        guard !node.isCalled, !node.isAssigned else { return .visitChildren }
        let base = node.base?.trimmedDescription ?? ""
        if node.base == nil || base.first?.isUppercase == true {
            for other in MutationTable.values[name] ?? [] { add(.value, at: node, base + "." + other) }
        }
        if let base = node.base, MutationTable.dropped.contains(name) { add(.step, at: node, base.trimmedDescription) }
        if node.base != nil, let other = MutationTable.names[name] { add(.name, at: node, base + "." + other) }
        return .visitChildren
    }

    override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
        let callee = node.calledExpression
        let member = callee.as(MemberAccessExprSyntax.self)
        let base = member?.base?.trimmedDescription
        let name = (member?.declName ?? callee.as(DeclReferenceExprSyntax.self))?.baseName.text ?? ""
        let rest = node.trimmedDescription.dropFirst(callee.trimmedDescription.count)
        let isClosure = node.arguments.isEmpty && node.trailingClosure != nil
        if let other = MutationTable.names[name], isClosure || !MutationTable.onlyWithClosure.contains(name) {
            add(.name, at: node, (base.map { $0 + "." } ?? "") + other + rest)
        }
        if let base, MutationTable.droppedCalls.contains(name) { add(.step, at: node, "Array(\(base))") }
        if MutationTable.negatedCalls.contains(name) { add(.logic, at: node, "(!\(node.trimmedDescription))") }
        return .visitChildren
    }

    // MARK: Flow: MutantCollector+Flow.swift

    override func visit(_ node: IfExprSyntax) -> SyntaxVisitorContinueKind {
        conditions(node.conditions, ofGuard: false)
        return .visitChildren
    }

    override func visit(_ node: GuardStmtSyntax) -> SyntaxVisitorContinueKind {
        conditions(node.conditions, ofGuard: true)
        return .visitChildren
    }

    override func visit(_ node: WhileStmtSyntax) -> SyntaxVisitorContinueKind {
        conditions(node.conditions, ofGuard: false)
        return .visitChildren
    }

    override func visit(_ node: WhereClauseSyntax) -> SyntaxVisitorContinueKind {
        negated(node.condition)
        return .visitChildren
    }

    override func visit(_ node: TernaryExprSyntax) -> SyntaxVisitorContinueKind {
        negated(node.condition)
        return .visitChildren
    }

    override func visit(_ node: MatchingPatternConditionSyntax) -> SyntaxVisitorContinueKind {
        walk(node.initializer)
        return .skipChildren
    }

    override func visit(_ node: SwitchCaseListSyntax) -> SyntaxVisitorContinueKind {
        results(of: node)
        return .visitChildren
    }

    override func visit(_ node: CodeBlockItemSyntax) -> SyntaxVisitorContinueKind {
        statement(node)
        if let whole = node.wholeStretch { stretches.append(whole.trimmedBytes) }
        return .visitChildren
    }
}

extension InfixOperatorExprSyntax {
    fileprivate var joinsTexts: Bool {
        tokens(viewMode: .sourceAccurate).contains { $0.parent?.is(StringLiteralExprSyntax.self) ?? false }
    }
}

extension MemberAccessExprSyntax {
    fileprivate var isCalled: Bool { parent?.as(FunctionCallExprSyntax.self)?.calledExpression.id == id }
    fileprivate var isAssigned: Bool {
        guard let parent = parent?.as(InfixOperatorExprSyntax.self) else { return false }
        return parent.operator.is(AssignmentExprSyntax.self) && parent.leftOperand.id == id
    }
}
