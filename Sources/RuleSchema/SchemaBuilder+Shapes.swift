import PolicyValues
import RuleJSON
import RuleModel
import RuleSyntax

extension SchemaBuilder {
    /// What may stand right of a key in a rule file.
    mutating func schema(of shape: Shape) -> Schema {
        switch shape {
        case .text, .prose, .ownOutcome: text
        case .template: template
        case .statement: statement
        case .number: number
        case .count: count
        case .date: date
        case .word(let words): .oneOf(words)
        case .name(let space): name(space)
        case .names(let space): .list(of: name(space))
        case .condition: condition()
        case .conditions: .list(of: condition())
        case .meanings: part("valeurs") { .entries(named: .newName(.choiceValue), of: $0.text) }
        case .versions: part("versions") { .entries(named: $0.date, of: $0.text) }
        case .holidays: part("feries") { .entries(named: $0.date, of: $0.text) }
        case .weekdays: .list(of: .oneOf(Weekday.allCases.map(\.name)))
        case .levels: part("niveaux") { _ in .levels }
        case .period: period
        case .sources: sources
        case .presumed: .anyOf([text, .list(of: text)])
        case .value: value
        case .operand(let type): operand(type)
        case .operands: .list(of: .anyOf([operand(.number), operand(.date)]))
        case .calculation: calculation
        case .cells: .list(of: cell)
        case .conclusions: conclusions
        case .lineOutcome: lineOutcome
        case .facts: facts(inCase: false)
        case .truth: .oneOf(Truth.allCases.map(\.word))
        case .definitionResult: text
        case .expectation, .issue, .outcomes: .nothing
        case .entry(let layout): entry(layout)
        case .list(let layout): .list(of: entry(layout))
        case .entries(let layout): .entries(named: .newName(.other), of: entry(layout))
        }
    }

    /// Any text that says something; what YAML reads as a number or a boolean is text too.
    var text: Schema {
        mutating get {
            part("texte") { _ in .type("string", "number", "boolean").with("pattern", .text(TextPattern.notEmpty)) }
        }
    }

    var number: Schema {
        mutating get {
            part("nombre") { _ in
                .type("number", "string").with("pattern", .text(TextPattern.number))
                    .with("exclusiveMinimum", .int(-Self.numberBound)).with("exclusiveMaximum", .int(Self.numberBound))
            }
        }
    }

    private static let numberBound = Int(ExactDecimal.bound / 10_000)

    private var count: Schema {
        mutating get {
            part("compte") { _ in
                .type("integer", "string").with("minimum", .int(1)).with("pattern", .text("^0*[1-9][0-9]*(?:\\.0+)?$"))
            }
        }
    }

    var date: Schema {
        mutating get {
            part("date") { _ in
                .type("string").with("pattern", .text(TextPattern.date)).with("format", .text("date"))
            }
        }
    }

    private var template: Schema {
        mutating get {
            part("texte-a-trous") { builder in
                let set = builder.set
                let names =
                    set.facts.map(\.name) + set.definitions.map(\.name) + set.decisions.map(\.name)
                    + set.parameters.map(\.name)
                return builder.text(holding: names)
            }
        }
    }

    private var statement: Schema {
        mutating get { part("enonce") { $0.text(holding: ["valeur"]) } }
    }

    private mutating func text(holding names: [String]) -> Schema {
        let holes = Schema([("pattern", .text(TextPattern.holes(names)))])
        return Schema([("allOf", .list([text.json, holes.json]))])
    }

    private var period: Schema {
        mutating get {
            part("periode") { builder in .anyOf([builder.date, builder.entry(.period)]) }
        }
    }

    /// A passage of a document, or the reason of an addition, which names none.
    private var sources: Schema {
        mutating get {
            part("sources") { builder in
                let source = builder.part("source") { builder in
                    let keys = Layout.source.keys
                    let passage = builder.properties(of: keys.filter { $0.name != "ajout" })
                    let addition = builder.properties(of: keys.filter { $0.name == "ajout" })
                    return .anyOf([
                        .entries(passage, required: ["document"]), .entries(addition, required: ["ajout"]),
                    ])
                }
                return .anyOf([source, .list(of: source)])
            }
        }
    }
}

extension Schema {
    /// A name that the author gives to an entry or a value.
    static func newName(_ kind: NameKind) -> Schema {
        let reserved = NameKind.neverNames.union(kind.reserved).sorted()
        let name = Schema([("pattern", .text(TextPattern.newName(except: reserved, readsAsValue: !kind.isVocable)))])
        guard kind == .choiceValue else { return name }
        return name.with("not", .object([("pattern", .text("\\|"))]))
    }

    fileprivate static let levels = Schema.entries(
        FindingWords.codes.map { Property($0, .oneOf(FindingWords.words)) })
}
