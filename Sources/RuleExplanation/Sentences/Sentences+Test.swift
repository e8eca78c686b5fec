import PolicyValues
package import RuleModel

extension Sentences {
    /// What a test on a fact or definition says; `affirmed: false` says the contrary.
    package func sentence(of test: Test, affirmed: Bool) -> String {
        let said = said(test.subject)
        guard let comparison = test.comparisons.first, test.comparisons.count == 1 else {
            let phrases = test.comparisons.map { phrase($0, of: said, affirmed: affirmed) }
            // Not (a and b) is (not a) or (not b), in Kleene's logic too.
            return labelled(said.name, FrenchFormat.list(phrases, affirmed ? "et" : "ou"))
        }
        if let expected = comparison.expectedYes {
            return statement(of: said, being: .yesNo(expected == affirmed))
        }
        if comparison.comparator == .oneOf, affirmed, let filled = filledStatement(of: said, comparison.operands) {
            return filled
        }
        return labelled(said.name, phrase(comparison, of: said, affirmed: affirmed))
    }

    /// The `énoncé` with « a ou b » for its value; nil for sets, which are said to contain, and compared names.
    private func filledStatement(of said: Said, _ operands: [Operand]) -> String? {
        guard let statement = said.statement, operands.allSatisfy(\.isConstant) else { return nil }
        if case .choices = said.type { return nil }
        return Self.filled(statement) { before in
            let texts = operands.enumerated().map { index, operand in
                guard case .constant(let value) = operand else { return "" }
                return index == 0
                    ? values.french(value, unit: said.unit, after: before) : values.french(value, unit: said.unit)
            }
            return FrenchFormat.list(texts, "ou")
        }
    }
}

extension Comparison {
    /// Of a comparison with the one constant `oui` or `non`: whether it asks for `oui`.
    var expectedYes: Bool? {
        guard operands.count == 1, case .constant(.yesNo(let yes))? = operands.first else { return nil }
        switch comparator {
        case .oneOf, .containsAll: return yes
        case .noneOf: return !yes
        case .above, .atLeast, .below, .atMost: return nil
        }
    }
}
