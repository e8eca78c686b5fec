import PolicyValues
import RuleJSON
import RuleModel
import RuleSyntax
import SourceText

extension SchemaBuilder {
    /// The facts that a case or an example states.
    mutating func facts(inCase: Bool) -> Schema {
        part(inCase ? "faits" : "faits-d-exemple") { builder in
            let properties = builder.set.facts.map { fact in
                Property(
                    fact.name,
                    builder.stated(fact, inCase: inCase).described(
                        fact.question, markdown: VocabularyNote.of(fact, in: builder.set)))
            }
            let facts = Schema.type("object").holding(properties, isEmptyAllowed: true)
            return inCase ? .anyOf([facts, .empty]) : facts
        }
    }

    /// A value of a fact, or that it is unknown.
    private mutating func stated(_ fact: Fact, inCase: Bool) -> Schema {
        let subject = Subject(type: fact.type, unit: fact.unit, meanings: fact.meanings, name: fact.name)
        let constant = inCase ? self.constant(inCase: subject, fact) : bounded(constant(of: subject), fact)
        let unknown = Schema.oneOf(["inconnu"])
        var stated = [constant, unknown]
        if case .choices = fact.type { stated.append(.type("array").with("items", constant.json)) }
        if inCase { stated.append(.empty) }
        return .anyOf(stated)
    }

    /// JSON has booleans.
    private mutating func constant(inCase subject: Subject, _ fact: Fact) -> Schema {
        switch subject.type {
        case .yesNo: Schema([("enum", .list([.text("oui"), .text("non"), .bool(true), .bool(false)]))])
        case .choice, .choices, .number, .date, .text: bounded(constant(of: subject), fact)
        }
    }

    private func bounded(_ constant: Schema, _ fact: Fact) -> Schema {
        guard fact.minimum != nil || fact.maximum != nil else { return constant }
        var bounds = Schema()
        if let least = fact.minimum { bounds = bounds.with("minimum", .number(least)) }
        if let most = fact.maximum { bounds = bounds.with("maximum", .number(most)) }
        return Schema([("allOf", .list([constant.json, bounds.json]))])
    }

    /// A case or one of its objects.
    mutating func caseEntry(_ layout: Layout) -> Schema {
        part(layout.allowed.contains("objets") ? "cas" : "objet") { builder in
            let properties = layout.keys.map { key in
                Property(key.name, builder.caseSchema(of: key.holds, in: layout).described(key.help))
            }
            return Schema.type("object").holding(properties, required: layout.required, isEmptyAllowed: true)
        }
    }

    /// What may stand right of a key of a case.
    private mutating func caseSchema(of shape: Shape, in layout: Layout) -> Schema {
        switch shape {
        case .facts: facts(inCase: true)
        case .list(let layout): .list(of: caseEntry(layout))
        case .expectation: expectation(isOfCase: layout.allowed.contains("objets"))
        case .date: .anyOf([date, .empty])
        default: .type("string", "number", "boolean", "null")
        }
    }
}

extension Schema {
    /// The ways to say nothing.
    static let empty = Schema([("enum", .list([.null, .text(""), .text("null"), .text("~")]))])
}
