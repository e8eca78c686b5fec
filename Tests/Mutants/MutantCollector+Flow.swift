import SwiftSyntax

// MARK: Conditions

extension MutantCollector {
    /// The clauses of `if`, `guard` and `while`.
    func conditions(_ clauses: ConditionElementListSyntax, ofGuard isGuard: Bool) {
        for clause in clauses {
            switch clause.condition {
            case .expression(let condition):
                negated(condition)
                if isGuard { add(.check, at: condition, "true") }
            case .optionalBinding, .matchingPattern: add(.binding, at: clause.condition, "false", form: .clause)
            case .availability: break
            @unknown default: break
            }
        }
    }

    /// Where no other mutant says the same.
    func negated(_ condition: ExprSyntax) {
        let sign = condition.as(InfixOperatorExprSyntax.self)?.operator.trimmedDescription
        let isPrefixed = condition.as(PrefixOperatorExprSyntax.self)?.operator.text == "!"
        guard sign != "==", sign != "!=", !isPrefixed, !condition.is(BooleanLiteralExprSyntax.self) else { return }
        add(.condition, at: condition, "!(\(condition.trimmedDescription))")
    }
}

// MARK: Results of cases

extension MutantCollector {
    /// A case gives what the next one gives, where the names that it binds allow; words for readers apart.
    func results(of cases: SwitchCaseListSyntax) {
        let cases = cases.compactMap { $0.as(SwitchCaseSyntax.self) }
        for (one, next) in zip(cases, cases.dropFirst()) {
            guard let result = one.result, let other = next.result else { continue }
            let (text, changed) = (result.trimmedDescription, other.trimmedDescription)
            let isTold = text.isPlainValue && changed.isPlainValue || result.is(StringLiteralExprSyntax.self)
            if text != changed, !isTold, next.boundNames.isSubset(of: one.boundNames) {
                add(.result, at: result, changed)
            }
        }
    }
}

extension SwitchCaseSyntax {
    /// The one expression that the case comes to or returns.
    fileprivate var result: ExprSyntax? {
        guard let only = statements.first, statements.count == 1 else { return nil }
        let expression = only.item.as(ExprSyntax.self) ?? only.item.as(ReturnStmtSyntax.self)?.expression
        guard let expression, !expression.is(SwitchExprSyntax.self), !expression.is(IfExprSyntax.self) else {
            return nil
        }
        return expression
    }

    fileprivate var boundNames: Set<String> {
        Set(
            label.tokens(viewMode: .sourceAccurate).filter { $0.parent?.is(IdentifierPatternSyntax.self) ?? false }.map(
                \.text))
    }
}

extension String {
    /// Whether the values of a name of the table say it all.
    fileprivate var isPlainValue: Bool {
        hasPrefix(".") && MutationTable.values[String(dropFirst())] != nil || self == "true" || self == "false"
    }
}

// MARK: Statements

extension MutantCollector {
    /// Assignments, calls and jumps that can be left out without the compiler missing them.
    func statement(_ item: CodeBlockItemSyntax) {
        let left: Bool
        if let assignment = item.item.as(InfixOperatorExprSyntax.self) {
            left =
                assignment.operator.trimmedDescription.last == "=" && !item.setsUp(assignment.leftOperand)
                && !MutationTable.comparisons.keys.contains(assignment.operator.trimmedDescription)
        } else if let call = item.item.as(FunctionCallExprSyntax.self) {
            left = item.isNoResult && call.calledExpression.trimmedDescription != "self.init"
        } else {
            left = item.isJumpInCondition
        }
        if left { add(.statement, at: item, "", form: .statement) }
    }
}

extension CodeBlockItemSyntax {
    /// Of a loop, in the block of an `if`.
    fileprivate var isJumpInCondition: Bool {
        guard item.is(BreakStmtSyntax.self) || item.is(ContinueStmtSyntax.self) else { return false }
        return parent?.parent?.parent?.is(IfExprSyntax.self) ?? false
    }

    /// Whether the call is not what its function or closure comes to.
    fileprivate var isNoResult: Bool {
        let siblings = parent?.as(CodeBlockItemListSyntax.self)
        if let siblings, siblings.count > 1, siblings.last?.id != id { return true }
        for node in sequence(first: Syntax(self), next: \.parent) {
            if node.is(ClosureExprSyntax.self) || node.is(AccessorBlockSyntax.self) { return false }
            if let function = node.as(FunctionDeclSyntax.self) { return function.signature.returnClause == nil }
            if node.is(InitializerDeclSyntax.self) { return true }
        }
        return false
    }

    /// Whether an assignment gives the first value to a property or variable.
    fileprivate func setsUp(_ target: ExprSyntax) -> Bool {
        let name = target.as(DeclReferenceExprSyntax.self)?.baseName.text
        for node in sequence(first: Syntax(self), next: \.parent) {
            if node.is(InitializerDeclSyntax.self) {
                return name != nil || target.as(MemberAccessExprSyntax.self)?.base?.trimmedDescription == "self"
            }
            guard let block = node.as(CodeBlockItemListSyntax.self), let name else { continue }
            let bindings = block.compactMap { $0.item.as(VariableDeclSyntax.self) }.flatMap { Array($0.bindings) }
            let declared = bindings.last { $0.pattern.trimmedDescription == name }
            if let declared {
                return declared.initializer == nil && declared.accessorBlock == nil && !declared.isOptional
            }
        }
        return false
    }
}

extension PatternBindingSyntax {
    fileprivate var isOptional: Bool { typeAnnotation?.type.is(OptionalTypeSyntax.self) ?? false }
}

// MARK: What is written out as a whole

extension CodeBlockItemSyntax {
    /// The value of a declaration, of `return`, or the statement itself, where `if` may stand in its place.
    var wholeStretch: ExprSyntax? {
        let siblings = parent?.as(CodeBlockItemListSyntax.self)
        if siblings?.count == 1, siblings?.parent?.is(ClosureExprSyntax.self) ?? false { return nil }
        let expression: ExprSyntax?
        if let variable = item.as(VariableDeclSyntax.self), variable.bindings.count == 1 {
            expression = variable.bindings.first?.initializer?.value
        } else {
            expression = item.as(ReturnStmtSyntax.self)?.expression ?? item.as(ExprSyntax.self)
        }
        guard let expression, !expression.is(IfExprSyntax.self), !expression.is(SwitchExprSyntax.self) else {
            return nil
        }
        return expression.tokens(viewMode: .sourceAccurate).contains { $0.tokenKind == .leftBrace } ? nil : expression
    }
}

// MARK: Where a change stands

extension SyntaxProtocol {
    /// The bytes of the file, without the blanks and comments around it.
    var trimmedBytes: Range<Int> {
        positionAfterSkippingLeadingTrivia.utf8Offset..<endPositionBeforeTrailingTrivia.utf8Offset
    }
}

extension Syntax {
    /// `Machine.conjunction`: the type and the member around it.
    var place: String {
        var names: [String] = []
        for node in sequence(first: self, next: \.parent) {
            if let function = node.as(FunctionDeclSyntax.self) { names = [function.name.text] }
            if node.is(InitializerDeclSyntax.self) { names = ["init"] }
            if node.is(SubscriptDeclSyntax.self) { names = ["subscript"] }
            if let variable = node.as(VariableDeclSyntax.self), variable.parent?.is(MemberBlockItemSyntax.self) ?? false
            {
                names = [variable.bindings.first?.pattern.trimmedDescription ?? ""]
            }
            let type =
                node.as(ExtensionDeclSyntax.self)?.extendedType.trimmedDescription
                ?? node.as(StructDeclSyntax.self)?.name.text ?? node.as(EnumDeclSyntax.self)?.name.text
            if let type { names.insert(type, at: 0) }
        }
        return names.joined(separator: ".")
    }
}

extension String {
    /// Without line breaks and indentation.
    var onOneLine: String { split { $0.isWhitespace }.joined(separator: " ") }
}
