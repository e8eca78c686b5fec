import PolicyValues
import RuleJSON
import RuleModel
import RuleSyntax
import SourceText

extension SchemaBuilder {
    /// `attendu` of a case or, without `refus`, of an object.
    mutating func expectation(isOfCase: Bool) -> Schema {
        let results = part("attendu") { builder in
            var properties = builder.set.decisions.map { decision in
                Property(decision.name, builder.expected(decision).described(decision.question))
            }
            properties.append(builder.property(.rules, builder.expectedRules))
            properties.append(builder.property(.definitions, builder.expectedDefinitions))
            return .entries(properties)
        }
        guard isOfCase else { return results }
        let codes = Schema.oneOf(DiagnosticCode.allCases.map(\.rawValue))
        let refusal = Schema.entries([property(.refusal, codes)], required: [ExpectationKey.refusal.rawValue])
        return .anyOf([results, refusal])
    }

    private func property(_ key: ExpectationKey, _ schema: Schema) -> Property {
        Property(key.rawValue, schema.described(key.help))
    }

    private mutating func expected(_ decision: Decision) -> Schema {
        part("attendu", decision.name) { builder in
            let aspects = Layout.expectedDecision.keys.map { key in
                Property(key.name, builder.aspect(key.holds, of: decision).described(key.help))
            }
            return .anyOf([builder.issue(of: decision), .entries(aspects)])
        }
    }

    private mutating func aspect(_ shape: Shape, of decision: Decision) -> Schema {
        switch shape {
        case .issue: return issue(of: decision)
        case .outcomes: return .oneOrMore(possible(of: decision))
        case .names(.rule): return .oneOrMore(.name(among: decision.rules.map { set[$0].name }))
        case .names(let space): return .oneOrMore(name(space))
        default: return schema(of: shape)
        }
    }

    private mutating func possible(of decision: Decision) -> Schema {
        let outcome = outcome(of: decision)
        return decision.applicability == nil ? outcome : .anyOf([outcome, .oneOf(["sans objet"])])
    }

    private mutating func issue(of decision: Decision) -> Schema {
        var words = ["indéterminée"]
        if decision.applicability != nil { words.append("sans objet") }
        switch decision.method {
        case .unique: words.append("contradictoire")
        case .priority, .cumulative: break
        }
        let outcome = outcome(of: decision)
        let list = decision.isCumulative ? [Schema.list(of: outcome)] : []
        return .anyOf([outcome, .oneOf(words)] + list)
    }

    private var expectedRules: Schema {
        let truth = Schema.oneOf(Truth.allCases.map(\.word))
        return .entries(set.rules.map { Property($0.name, truth.described($0.label)) })
    }

    private var expectedDefinitions: Schema {
        mutating get {
            .entries(
                set.definitions.map { definition in
                    let subject = Subject(
                        type: definition.type, unit: definition.unit, meanings: definition.meanings,
                        name: definition.name)
                    let value = Schema.anyOf([constant(of: subject), .oneOf(["inconnu"])])
                    return Property(definition.name, value.described(definition.question ?? ""))
                })
        }
    }
}

extension Schema {
    fileprivate static func oneOrMore(_ element: Schema) -> Schema { .anyOf([element, .list(of: element)]) }
}
