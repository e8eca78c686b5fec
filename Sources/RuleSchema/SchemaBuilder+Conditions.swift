import RuleJSON
import RuleModel
import RuleSyntax

extension SchemaBuilder {
    /// A condition (language, section 4): a mapping or a list.
    ///
    /// - Parameter ofConstraint: a constraint names neither decisions nor rules.
    mutating func condition(ofConstraint: Bool = false) -> Schema {
        part(ofConstraint ? "condition-de-contrainte" : "condition") { builder in
            let this = builder.condition(ofConstraint: ofConstraint)
            var properties = WrittenOperator.allCases.filter { !ofConstraint || $0 != .rule }.map { word in
                Property(word.rawValue, builder.operands(of: word, this).described(word.help))
            }
            properties += builder.set.facts.map { builder.test(of: $0, isNoted: !ofConstraint) }
            let definitions = ofConstraint ? builder.set.definitionsOfFacts : builder.set.definitions
            properties += definitions.map { builder.test(of: $0, isNoted: !ofConstraint) }
            if !ofConstraint { properties += builder.set.decisions.map { builder.test(of: $0) } }
            return Schema.type("object", "array").with("minItems", .int(1)).with("items", this.json)
                .holding(properties)
        }
    }

    private mutating func operands(of word: WrittenOperator, _ condition: Schema) -> Schema {
        switch word {
        case .all, .any, .noneOf: return .list(of: condition)
        case .not: return condition
        case .atLeast:
            let properties = Layout.atLeast.keys.map { key in
                let held = key.name == "parmi" ? Schema.list(of: condition) : schema(of: key.holds)
                return Property(key.name, held.described(key.help))
            }
            return .entries(properties, required: Layout.atLeast.required)
        case .rule:
            let name = name(.rule)
            return .anyOf([name, .list(of: name)])
        }
    }

    private mutating func test(of fact: Fact, isNoted: Bool) -> Property {
        let subject = Subject(type: fact.type, unit: fact.unit, meanings: fact.meanings, name: fact.name)
        let note = isNoted ? VocabularyNote.of(fact, in: set) : nil
        return Property(fact.name, test(of: subject).described(fact.question, markdown: note))
    }

    private mutating func test(of definition: Definition, isNoted: Bool) -> Property {
        let subject = Subject(
            type: definition.type, unit: definition.unit, meanings: definition.meanings, name: definition.name)
        let note = isNoted ? VocabularyNote.of(definition, in: set) : nil
        return Property(definition.name, test(of: subject).described(definition.question ?? "", markdown: note))
    }

    private mutating func test(of decision: Decision) -> Property {
        let test = part("test-issue", decision.name) { builder in
            var expected = [builder.outcome(of: decision)]
            if decision.applicability != nil { expected.append(.oneOf(["sans objet"])) }
            let comparators = WrittenComparator.allCases.filter { comparator in
                let (meaning, fits) = comparator.meaning(for: .text)
                return comparator != .implied && (fits || decision.isCumulative && meaning == .containsAll)
            }
            return .test(of: .anyOf(expected), comparators: comparators)
        }
        return Property(
            decision.name, test.described(decision.question, markdown: VocabularyNote.of(decision)))
    }
}

extension RuleSet {
    /// The definitions that rest on facts alone, not on a decision or a rule.
    fileprivate var definitionsOfFacts: [Definition] {
        var beyond: Swift.Set<DefinitionID> = []
        for case .definition(let id) in order {
            let isBeyond = self[id].references.contains { reference in
                switch reference.target {
                case .fact, .parameter: false
                case .decision, .rule: true
                case .definition(let other): beyond.contains(other)
                }
            }
            if isBeyond { beyond.insert(id) }
        }
        return definitionIDs.filter { !beyond.contains($0) }.map { self[$0] }
    }
}
