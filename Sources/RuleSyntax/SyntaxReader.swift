package import SourceText

/// Reads the trees of a set's files into a ``WrittenRuleSet``: sections, keys and shapes are checked here, names and
/// values later.
package struct SyntaxReader {
    private(set) var set = WrittenRuleSet()
    var bag: DiagnosticBag

    private init(_ bag: DiagnosticBag) { self.bag = bag }

    /// Reads the root mappings of all files, in any order.
    package static func read(_ roots: [Node], into bag: inout DiagnosticBag) -> WrittenRuleSet {
        var reader = SyntaxReader(bag)
        for root in roots { reader.readFile(root) }
        bag = reader.bag
        return reader.set
    }

    private mutating func readFile(_ root: Node) {
        for entry in root.entries ?? [] {
            guard let section = Section(rawValue: NameKey.fold(entry.key.value)) else {
                bag.report(.unknownSection(entry.key))
                continue
            }
            if entry.value.scalar?.isEmptyValue ?? false { continue }
            if section == .policy {
                readPolicy(entry)
                continue
            }
            guard let entries = entry.value.entries else {
                bag.report(.expectedSection(entry.key, entry.value))
                continue
            }
            set.sections[section.rawValue, default: []] += entries
            for entry in entries { read(entry, of: section) }
        }
    }

    private mutating func readPolicy(_ entry: Node.Entry) {
        if let policy = policy(entry) { set.policies.append(policy) }
        set.sections[Section.policy.rawValue, default: []] += entry.value.entries ?? []
    }

    private mutating func read(_ entry: Node.Entry, of section: Section) {
        let (name, node) = (entry.key, entry.value)
        switch section {
        case .policy: break
        case .facts: if let fact = fact(name, node) { set.facts.append(fact) }
        case .definitions: if let definition = definition(name, node) { set.definitions.append(definition) }
        case .decisions: if let decision = decision(name, node) { set.decisions.append(decision) }
        case .rules: if let rule = rule(name, node) { set.rules.append(rule) }
        case .tables: if let table = table(name, node) { set.tables.append(table) }
        case .parameters: if let parameter = parameter(name, node) { set.parameters.append(parameter) }
        case .calendars: if let calendar = calendar(name, node) { set.calendars.append(calendar) }
        case .constraints:
            if let invariant = invariant(name, node, "la contrainte") { set.constraints.append(invariant) }
        case .properties:
            if let invariant = invariant(name, node, "la propriété") { set.properties.append(invariant) }
        }
    }
}

/// The sections of a rule file (language, section 1).
package enum Section: String, CaseIterable, Sendable {
    case policy = "politique"
    case facts = "faits"
    case definitions = "définitions"
    case decisions = "décisions"
    case rules = "règles"
    case tables = "tableaux"
    case parameters = "paramètres"
    case calendars = "calendriers"
    case constraints = "contraintes"
    case properties = "propriétés"
}
