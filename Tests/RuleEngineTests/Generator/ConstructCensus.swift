import RuleModel

/// How often each construct of the language stands in the rule sets that were generated: read from the model, so that
/// what the loader makes of the text is counted.
struct ConstructCensus: Sendable {
    private(set) var counts: [String: Int] = [:]

    mutating func count(_ set: RuleSet) {
        for fact in set.facts {
            tally("fait " + fact.type.name)
            if fact.presumed != nil { tally("présumé " + fact.type.name) }
        }
        for definition in set.definitions { count(definition) }
        for decision in set.decisions {
            tally("méthode " + decision.method.name)
            if decision.applicability != nil { tally("applicable si, " + decision.method.name) }
        }
        for rule in set.rules { count(rule) }
        for parameter in set.parameters { count(parameter) }
        for _ in set.constraints { tally("contrainte") }
        for _ in set.properties { tally("propriété") }
        for condition in set.conditions { count(condition, in: set) }
        tally("calendriers \(set.calendars.count)")
    }

    mutating func add(_ other: ConstructCensus) { counts.merge(other.counts, uniquingKeysWith: +) }

    private mutating func tally(_ construct: String) { counts[construct, default: 0] += 1 }

    private mutating func count(_ definition: Definition) {
        if definition.inForce != nil { tally("définition en vigueur") }
        switch definition.body {
        case .truth: tally("vrai si")
        case .calculation(let calculation):
            tally("calcul " + calculation.word + " " + definition.type.name)
            for operand in calculation.operands { tally("calcul sur " + operand.word) }
        case .byCase(let lines):
            tally("selon " + definition.type.name)
            for line in lines {
                tally("vaut " + line.value.word)
                if line.inForce != nil { tally("ligne de selon en vigueur") }
            }
        }
    }

    private mutating func count(_ rule: Rule) {
        tally(rule.table == nil ? "règle" : "ligne de tableau")
        if rule.inForce != nil { tally("règle en vigueur") }
        if !rule.overrides.isEmpty { tally("écarte") }
        if rule.overrides.count > 1 { tally("écarte plusieurs") }
        if rule.conclusions.count > 1 { tally("plusieurs conclusions") }
        if rule.condition == nil { tally("règle sans si") }
        if rule.exception != nil { tally("sauf") }
    }

    private mutating func count(_ parameter: Parameter) {
        tally("paramètre " + parameter.type.name)
        if parameter.inForce != nil { tally("paramètre en vigueur") }
        for version in parameter.versions where version.value == nil { tally("à préciser") }
    }

    private mutating func count(_ condition: Condition, in set: RuleSet) {
        switch condition.kind {
        case .all: tally("toutes")
        case .any: tally("une")
        case .none: tally("aucune")
        case .atLeast: tally("au moins")
        case .not: tally("non")
        case .rules(let rules): tally(rules.count > 1 ? "règle: plusieurs" : "règle: une")
        case .test(let test): count(test, in: set)
        case .decisionTest(let test): count(test, in: set)
        }
    }

    private mutating func count(_ test: Test, in set: RuleSet) {
        let type: String
        switch test.subject {
        case .fact(let id): type = set[id].type.name
        case .definition(let id):
            type = set[id].type.name
            tally("test d’une définition")
        }
        if test.comparisons.count > 1 { tally("plusieurs comparateurs " + type) }
        for comparison in test.comparisons {
            tally("test \(type) \(comparison.comparator)" + (comparison.operands.count > 1 ? " liste" : ""))
            for operand in comparison.operands { tally("test \(type) sur " + operand.word) }
        }
    }

    private mutating func count(_ test: DecisionTest, in set: RuleSet) {
        let method = set[test.decision].method.name
        if test.comparisons.count > 1 { tally("test \(method) plusieurs comparateurs") }
        for comparison in test.comparisons {
            tally("test \(method) \(comparison.comparator)")
            if comparison.expected.contains(.notApplicable) { tally("test \(method) sans objet") }
        }
    }
}

extension Operand {
    fileprivate var word: String {
        switch self {
        case .constant: "constante"
        case .parameter: "paramètre"
        case .fact: "fait"
        case .definition: "définition"
        }
    }
}

extension Calculation {
    fileprivate var word: String {
        switch self {
        case .days: "jours"
        case .businessDays: "jours ouvrables"
        case .dueDate(_, _, nil): "échéance en jours"
        case .dueDate: "échéance en jours ouvrables"
        case .sum: "somme"
        case .product: "produit"
        case .difference: "différence"
        case .minimum: "minimum"
        case .maximum: "maximum"
        }
    }
}
