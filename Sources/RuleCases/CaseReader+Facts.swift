import PolicyValues
import RuleJSON
import RuleModel
import SourceText

extension CaseReader {
    /// States the facts of a mapping in a sheet; what is wrong is reported.
    mutating func state(_ node: Node?, in sheet: inout FactSheet) {
        guard let node, !(node.scalar?.isEmptyValue ?? false) else { return }
        guard let entries = node.entries else {
            bag.report(.expectedFacts(node.range))
            return
        }
        for entry in entries {
            guard case .fact(let id) = set.vocabulary[NameKey.fold(entry.key.value)] else {
                let derived = set.vocabulary[NameKey.fold(entry.key.value)] != nil
                bag.report(.unknownFact(entry.key, bag.candidates(set.facts.map(\.name)), isDerived: derived))
                continue
            }
            let before = bag.all.count
            let value = value(entry.value, of: set[id])
            if bag.all.count == before { sheet.state(id, as: value, at: entry.key.range.union(entry.value.range)) }
        }
    }

    /// A stated value; nil is unknown (or wrong, which is reported).
    private mutating func value(_ node: Node, of fact: Fact) -> Value? {
        switch node.content {
        case .mapping:
            bag.report(.factShape(fact, node.range))
            return nil
        case .sequence(let elements):
            guard case .choices = fact.type else {
                bag.report(.listForOneFact(fact, node.range))
                return nil
            }
            return .set(of: elements.compactMap { member($0, of: fact) })
        case .scalar(let scalar):
            if scalar.isEmptyValue || scalar.text == "inconnu" { return nil }
            guard let value = value(scalar, at: node.range, of: fact) else { return nil }
            if case .choices = fact.type { return .set(of: [value]) }
            return value
        }
    }

    private mutating func member(_ node: Node, of fact: Fact) -> Value? {
        guard let scalar = node.scalar else {
            bag.report(.memberShape(fact, node.range))
            return nil
        }
        guard !scalar.isEmptyValue, scalar.text != "inconnu" else {
            bag.report(.unknownMember(fact, node.range))
            return nil
        }
        return value(scalar, at: node.range, of: fact)
    }

    private mutating func value(_ scalar: Node.Scalar, at range: SourceRange, of fact: Fact) -> Value? {
        let owner = "le fait \(quoted(fact.name))"
        switch scalar.style {
        case .boolean:
            guard fact.type == .yesNo else { break }
            return .yesNo(scalar.text == "true")
        case .number:
            guard fact.type == .number else { break }
            switch JSONNumber.decimal(of: scalar.text) {
            case .success(let number): return checked(number, of: fact, at: range)
            case .failure(let problem):
                bag.report(.invalid(.number(problem.asWritten), Located(scalar.text, at: range), owner))
                return nil
            }
        case .plain, .quoted, .block, .null:
            switch ValueReader.read(scalar.text, as: fact.type, symbols: set.symbols) {
            case .success(.number(let number)): return checked(number, of: fact, at: range)
            case .success(let value): return value
            case .failure(let problem):
                bag.report(.invalid(problem, Located(scalar.text, at: range), owner))
                return nil
            }
        }
        bag.report(.jsonType(fact, scalar.text, range))
        return nil
    }

    /// The number, when it lies in the bounds of its fact.
    private mutating func checked(_ number: ExactDecimal, of fact: Fact, at range: SourceRange) -> Value? {
        if let least = fact.minimum, number < least {
            bag.report(.outOfBounds(number, least: least, "le fait \(quoted(fact.name))", range))
        } else if let most = fact.maximum, number > most {
            bag.report(.outOfBounds(number, most: most, "le fait \(quoted(fact.name))", range))
        } else {
            return .number(number)
        }
        return nil
    }
}

extension JSONNumber.Problem {
    /// The same problem of a number written as text.
    fileprivate var asWritten: ExactDecimal.ParsingProblem {
        switch self {
        case .notation: .notation(corrected: nil)
        case .tooPrecise: .tooPrecise
        case .outOfRange: .outOfRange
        }
    }
}
