import RuleSyntax

/// What may stand where the cursor is.
enum CompletionPlace {
    case sections
    case keys(Layout)
    case condition
    /// Right of the name of a fact, definition or decision in a test.
    case test(String)
    /// Right of a fact in a case.
    case stated(String)
    case facts
    case conclusions
    case outcome(of: String)
    case expectation
    case expected(of: String)
    case shape(Shape)
    case parameterNames
    case ruleTruths
    case definitionValues
    case nothing

    /// Follows the keys from the root of a file.
    init(_ keys: [String], isRuleFile: Bool) {
        var place = isRuleFile ? CompletionPlace.sections : .keys(.requete)
        var rest = keys[...]
        if !isRuleFile, rest.first == "cas" { rest.removeFirst() }
        if isRuleFile, let section = rest.popFirst().map({ Section(rawValue: $0) }) {
            guard let section else {
                self = .nothing
                return
            }
            place = section == .policy ? .keys(.policy) : .shape(.entries(section.layout))
        }
        for key in rest { place = place.following(key) }
        self = place
    }

    private func following(_ key: String) -> CompletionPlace {
        switch self {
        case .keys(let layout): layout[key].map { .init(right: $0.holds) } ?? .nothing
        case .condition:
            switch WrittenOperator(rawValue: key) {
            case .all, .any, .noneOf, .not: .condition
            case .atLeast: .keys(.atLeast)
            case .rule: .shape(.name(.rule))
            case nil: .test(key)
            }
        case .test(let name), .stated(let name): Self.reference(key) ?? .test(name)
        case .facts: .stated(key)
        case .conclusions: .outcome(of: key)
        case .expectation:
            switch ExpectationKey(rawValue: key) {
            case .rules: .ruleTruths
            case .definitions: .definitionValues
            case .refusal: .nothing
            case nil: .expected(of: key)
            }
        case .expected(let name):
            switch key {
            case "motifs": .shape(.name(.rule))
            case "manquants": .shape(.name(.fact))
            default: .expected(of: name)
            }
        case .definitionValues: .stated(key)
        case .shape(.entries(let layout)): .keys(layout)
        case .shape(.calculation): WrittenOperation(rawValue: key).map { .init(right: $0.holds) } ?? .nothing
        case .shape(.operand), .shape(.operands), .shape(.value), .shape(.cells): Self.reference(key) ?? .nothing
        case .ruleTruths: .shape(.truth)
        // The level of a code.
        case .shape(.levels): .shape(.levels)
        case .sections, .outcome, .shape, .parameterNames, .nothing: .nothing
        }
    }

    private static func reference(_ key: String) -> CompletionPlace? {
        switch key {
        case "fait": .shape(.name(.vocable))
        case "paramètre": .parameterNames
        default: nil
        }
    }

    private init(right shape: Shape) {
        self =
            switch shape {
            case .condition, .conditions: .condition
            case .entry(let layout), .list(let layout): .keys(layout)
            case .period: .keys(.period)
            case .sources: .keys(.source)
            case .facts: .facts
            case .conclusions: .conclusions
            case .expectation: .expectation
            case .text, .prose, .template, .statement, .number, .count, .date, .word, .name, .names, .meanings,
                .versions, .holidays, .weekdays, .levels, .presumed, .value, .operand, .operands, .calculation, .cells,
                .ownOutcome, .lineOutcome, .truth, .definitionResult, .issue, .outcomes, .entries:
                .shape(shape)
            }
    }
}
