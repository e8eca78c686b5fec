import PolicyValues
import RuleSyntax
import SourceText

extension Resolver {
    /// A `minimum` or `maximum` is of dates when one of its operands is, also through definitions that name each other.
    ///
    /// - Complexity: linear in the operands.
    mutating func inferTypesOfCalculations() {
        var namedBy = names.definitions.map { _ in [Int]() }
        var dated: [Int] = []
        var unknown: [Int] = []
        for index in names.definitions.indices {
            for operand in comparedOperands(ofDefinition: index) {
                if case .definition(let id) = vocable(operand) { namedBy[id.position].append(index) }
                switch type(of: operand) {
                case .some(.date): dated.append(index)
                case .some: break
                case nil: unknown.append(index)
                }
            }
        }
        for (index, isReached) in Self.reached(from: unknown, through: namedBy).enumerated() where isReached {
            definitionHeads[index].known = nil
        }
        for (index, isReached) in Self.reached(from: dated, through: namedBy).enumerated() where isReached {
            definitionHeads[index].known = .date
        }
    }

    /// The operands of a `minimum` or `maximum`, else none.
    private func comparedOperands(ofDefinition index: Int) -> [WrittenOperand] {
        guard case .calculation(let calculation) = names.definitions[index].body else { return [] }
        return switch calculation.kind {
        case .minimum(let operands), .maximum(let operands): operands
        case .days, .businessDays, .dueDate, .sum, .product, .difference: []
        }
    }

    private func vocable(_ operand: WrittenOperand) -> Vocable? {
        operand.kind == .parameter ? nil : names.vocabulary[key(operand.words)]
    }

    /// The type of an operand as far as it is known yet; nil when nothing is known of it.
    private func type(of operand: WrittenOperand) -> ValueType? {
        if operand.kind == .parameter {
            guard let id = names.parametersByName[key(operand.words)], !untyped.parameters.contains(id) else {
                return nil
            }
            return parameters[id.position].type
        }
        switch vocable(operand) {
        case .fact(let id): return untyped.facts.contains(id) ? nil : facts[id.position].type
        case .definition(let id): return definitionHeads[id.position].known
        case .decision: return nil
        case nil:
            if CivilDate(iso: operand.words.value) != nil { return .date }
            return ExactDecimal.reads(operand.words.value) ? .number : nil
        }
    }

    /// All that is reached from some places by going from each to those that name it.
    static func reached(from places: [Int], through namedBy: [[Int]]) -> [Bool] {
        var reached = namedBy.map { _ in false }
        var pending = places
        while let place = pending.popLast() {
            guard !reached[place] else { continue }
            reached[place] = true
            pending += namedBy[place]
        }
        return reached
    }
}
