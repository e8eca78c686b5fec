import RuleModel

/// What uses a thing or cites a passage.
enum Referrer: Hashable {
    case entry(Entry)
    /// A constraint or property, by its place in `contraintes` and `propriétés` together.
    case invariant(Int)
}

/// Where each thing is used.
struct UseIndex {
    private var users: [Entry: [Referrer]] = [:]

    init(_ set: RuleSet) {
        for id in set.ruleIDs {
            let rule = set[id]
            add(rule.references, .entry(.rule(id)))
            for template in [rule.reason, rule.reply] { add(template, .entry(.rule(id))) }
        }
        for id in set.definitionIDs {
            add(set[id].references, .entry(.definition(id)))
            if let calendar = set[id].calendar { add(.calendar(calendar), .entry(.definition(id))) }
        }
        for id in set.decisionIDs { add(set[id].applicability?.references ?? [], .entry(.decision(id))) }
        for (place, invariant) in (set.constraints + set.properties).enumerated() {
            add((invariant.condition?.references ?? []) + invariant.consequence.references, .invariant(place))
        }
    }

    /// Each once, in the order of the set.
    subscript(entry: Entry) -> [Referrer] { users[entry] ?? [] }

    private mutating func add(_ references: [Reference], _ user: Referrer) {
        for reference in references { add(Entry(reference.target), user) }
    }

    private mutating func add(_ template: Template?, _ user: Referrer) {
        for piece in template?.pieces ?? [] {
            switch piece {
            case .text: continue
            case .name(.vocable(let vocable)): add(Entry(vocable), user)
            case .name(.parameter(let id)): add(.parameter(id), user)
            }
        }
    }

    /// Users come one after the other, so that the last tells whether it is there already.
    private mutating func add(_ entry: Entry, _ user: Referrer) {
        guard users[entry]?.last != user else { return }
        users[entry, default: []].append(user)
    }
}

extension Definition {
    /// The calendar that its calculation counts by.
    var calendar: CalendarID? {
        guard case .calculation(let calculation) = body else { return nil }
        switch calculation {
        case .businessDays(_, _, let calendar): return calendar
        case .dueDate(_, _, let calendar): return calendar
        case .days, .sum, .product, .difference, .minimum, .maximum: return nil
        }
    }
}

extension RuleSet {
    /// What a decision depends on: what its `applicable si` and the rules that conclude it name, each once, in the order
    /// of kinds and of the set; its own rules aside.
    func dependencies(of id: DecisionID) -> [Entry] {
        let rules = self[id].rules
        let own = Set(rules.map { Entry.rule($0) } + [.decision(id)])
        let references = (self[id].applicability?.references ?? []) + rules.flatMap { self[$0].references }
        let found = Set(references.map { Entry($0.target) }).subtracting(own)
        return Entry.Kind.allCases.flatMap { kind in entries(kind).filter { found.contains($0) } }
    }
}
