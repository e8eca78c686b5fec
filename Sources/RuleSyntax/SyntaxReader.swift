package import SourceText

/// Reads the trees of a set's files into a ``WrittenRuleSet``: sections, keys and shapes are checked here, names and
/// values later.
package struct SyntaxReader {
    private(set) var set = WrittenRuleSet()
    var bag: DiagnosticBag

    private init(_ bag: DiagnosticBag) { self.bag = bag }

    /// Reads the root mappings of all files, in any order.
    package static func read(_ roots: [Node], into bag: inout DiagnosticBag) -> WrittenRuleSet {
        var reader = SyntaxReader(bag.taken())
        for root in roots { reader.readFile(root) }
        bag = reader.bag
        return reader.set
    }

    private mutating func readFile(_ root: Node) {
        for entry in root.entries ?? [] {
            guard let section = Section(rawValue: NameKey.fold(entry.key.value)) else {
                bag.report(.unknownSection(entry.key, bag.candidates(Section.allCases.map(\.rawValue))))
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
        keep(policy(entry), named: entry.key, \.policies, .policy)
        set.sections[Section.policy.rawValue, default: []] += entry.value.entries ?? []
    }

    private mutating func read(_ entry: Node.Entry, of section: Section) {
        let (name, node) = (entry.key, entry.value)
        switch section {
        case .policy: break
        case .facts: keep(fact(name, node), named: name, \.facts, section)
        case .definitions: keep(definition(name, node), named: name, \.definitions, section)
        case .decisions: keep(decision(name, node), named: name, \.decisions, section)
        case .rules: keep(rule(name, node), named: name, \.rules, section)
        case .tables: keep(table(name, node), named: name, \.tables, section)
        case .parameters: keep(parameter(name, node), named: name, \.parameters, section)
        case .calendars: keep(calendar(name, node), named: name, \.calendars, section)
        case .constraints: keep(invariant(name, node, .constraint), named: name, \.constraints, section)
        case .properties: keep(invariant(name, node, .property), named: name, \.properties, section)
        }
    }

    /// Keeps an entry; of a malformed one its name alone.
    private mutating func keep<Entry>(
        _ entry: Entry?, named name: Words, _ entries: WritableKeyPath<WrittenRuleSet, [Entry]>, _ section: Section
    ) {
        if let entry {
            set[keyPath: entries].append(entry)
        } else {
            set.malformed[section, default: []].append(name)
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
