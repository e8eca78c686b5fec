import RuleJSON
import RuleModel
import RuleSyntax
import SourceText

/// What stands left of a test, or owns a value.
struct Subject {
    let type: ValueType
    let unit: String?
    let meanings: [String]
    let name: String
}

extension SchemaBuilder {
    /// What may stand right of a fact or definition in a test.
    mutating func test(of subject: Subject) -> Schema {
        part("test-" + subject.kind, subject.owner) { builder in
            let comparators = WrittenComparator.allCases.filter { $0 != .implied && $0.meaning(for: subject.type).fits }
            return .test(
                of: builder.term(comparableWith: subject, ordered: false),
                ordered: builder.term(comparableWith: subject, ordered: true), comparators: comparators)
        }
    }

    /// A value that stands right in a test: a constant or a reference.
    private mutating func term(comparableWith subject: Subject, ordered: Bool) -> Schema {
        part((ordered ? "ordre-" : "terme-") + subject.kind, subject.owner) { builder in
            .anyOf(
                [builder.constant(of: subject)] + builder.references(comparableWith: subject, ordered: ordered))
        }
    }

    /// A constant of the type; of a set, a member.
    mutating func constant(of subject: Subject) -> Schema {
        switch subject.type {
        case .yesNo: .oneOf(["oui", "non"])
        case .choice(let symbols), .choices(let symbols):
            part("valeur", subject.name) { builder in
                .oneOf(symbols.map { builder.set[$0] }, meanings: subject.meanings)
            }
        case .number: number
        case .date: date
        case .text:
            part("valeur-texte") { builder in
                let known = Schema.type("string", "number", "boolean").with("maxLength", .int(Limits.textLength))
                let unknown = Schema.oneOf(["inconnu"])
                return known.with("pattern", .text(TextPattern.notEmpty)).with("not", unknown.json)
            }
        }
    }

    /// `{paramètre: name}` and `{fait: name}` of a type that compares, and when ordered of the same unit.
    private mutating func references(comparableWith subject: Subject, ordered: Bool) -> [Schema] {
        func fits(_ type: ValueType, _ unit: String?) -> Bool {
            type.isComparable(with: subject.type.member) && (!ordered || unit == subject.unit)
        }
        let parameters = set.parameters.filter { fits($0.type, $0.unit) }.map(\.name)
        let facts = set.facts.filter { fits($0.type, $0.unit) }.map(\.name)
        let definitions = set.definitions.filter { fits($0.type, $0.unit) }.map(\.name)
        return [reference("paramètre", parameters), reference("fait", facts + definitions)].compactMap { $0 }
    }

    private func reference(_ key: String, _ names: [String]) -> Schema? {
        names.isEmpty ? nil : .entries([Property(key, .oneOf(names))], required: [key])
    }

    /// `{paramètre: …}` and `{fait: …}`, whatever the type.
    private var anyReference: [Schema] {
        let facts = set.facts.map(\.name) + set.definitions.map(\.name)
        return [reference("paramètre", set.parameters.map(\.name)), reference("fait", facts)].compactMap { $0 }
    }

    /// `vaut`: the type is that of the definition, which the schema does not follow.
    var value: Schema {
        mutating get { part("vaut") { .anyOf([$0.text] + $0.anyReference) } }
    }

    /// A cell of a table: what may stand right of any name, or `"*"`.
    var cell: Schema {
        mutating get {
            part("case") { builder in
                let comparators = WrittenComparator.allCases.filter { $0 != .implied }
                return .test(of: builder.value, ordered: builder.value, comparators: comparators)
            }
        }
    }

    /// A date or a number of a calculation.
    mutating func operand(_ type: OperandType) -> Schema {
        switch type {
        case .date: part("terme-date") { $0.operand(of: .date, $0.date) }
        case .number: part("terme-nombre") { $0.operand(of: .number, $0.number) }
        }
    }

    private func operand(of type: ValueType, _ constant: Schema) -> Schema {
        let names =
            set.facts.filter { $0.type == type }.map(\.name) + set.definitions.filter { $0.type == type }.map(\.name)
        let parameters = set.parameters.filter { $0.type == type }.map(\.name)
        let named = names.isEmpty ? [] : [Schema.oneOf(names)]
        return .anyOf(
            [constant] + named + [reference("paramètre", parameters), reference("fait", names)].compactMap { $0 })
    }

    /// One operation.
    var calculation: Schema {
        mutating get {
            part("calcul") { builder in
                let operations = WrittenOperation.allCases.map { operation in
                    Property(operation.rawValue, builder.terms(of: operation).described(operation.help))
                }
                return Schema.entries(operations).with("maxProperties", .int(1))
            }
        }
    }

    private mutating func terms(of operation: WrittenOperation) -> Schema {
        switch operation {
        case .days, .businessDays, .dueDate, .minimum, .maximum: return schema(of: operation.holds)
        case .sum, .product: return .list(of: operand(.number))
        case .difference: return Schema.list(of: operand(.number)).with("minItems", .int(2)).with("maxItems", .int(2))
        }
    }
}

extension Subject {
    /// Tests of one kind are one part of the schema; those of choices and of units tell whose they are.
    fileprivate var kind: String {
        switch type {
        case .yesNo: "oui-non"
        case .choice, .choices: "choix"
        case .number: "nombre"
        case .date: "date"
        case .text: "texte"
        }
    }

    fileprivate var owner: String? {
        switch type {
        case .yesNo, .date, .text: nil
        case .choice, .choices: name
        case .number: unit
        }
    }
}

extension Schema {
    /// What may stand right of a name: a term, a list of terms, comparators.
    ///
    /// - Parameter ordered: a term of the comparators that order.
    static func test(of term: Schema, ordered: Schema? = nil, comparators: [WrittenComparator]) -> Schema {
        let properties = comparators.map { comparator in
            let operand = comparator.isOrder ? ordered ?? term : term
            return Property(comparator.rawValue, comparator.takesList ? .list(of: operand) : operand)
        }
        return .anyOf([term, .list(of: term), .entries(properties)])
    }
}

extension WrittenComparator {
    fileprivate var isOrder: Bool {
        switch self {
        case .implied, .equal, .different, .among, .outside, .containsAll: false
        case .moreThan, .atLeast, .lessThan, .atMost, .before, .after, .atLatest, .atEarliest: true
        }
    }
}
