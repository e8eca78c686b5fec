import PolicyValues
import RuleCases
import RuleModel

/// From the sets of changes that do it to those that are shown: the nearest values, and what bounds them.
extension WhyNotSearch {
    /// The sets found, sorted by the names of their facts, then by value. Of those that set the same facts and differ
    /// in a nombre, a date or the members of a set only, the nearest to the case as it is.
    mutating func refinedSets() -> [[FactChange]] {
        var nearest: [[Assignment]: (turns: Int, sets: [[Assignment]])] = [:]
        for changes in found {
            let kept = changes.filter { ValueLine.place(of: $0.value) == nil && !$0.value.isSet }
            let facts = changes.map { Assignment(fact: $0.fact, value: .yesNo(true)) }
            let turns = changes.reduce(0) { $0 + turned(by: $1) }
            let group = nearest[kept + facts]
            if let group, group.turns < turns { continue }
            let sets = group.map { $0.turns == turns ? $0.sets : [] } ?? []
            nearest[kept + facts] = (turns, sets + [changes])
        }
        var sets: [[FactChange]] = []
        for group in nearest.values {
            var seen: Set<[Assignment]> = []
            for changes in group.sets
            where seen.insert(changes.filter { ValueLine.place(of: $0.value) == nil }).inserted {
                sets.append(refined(changes))
            }
        }
        return sets.sorted { set.precedes($0, $1) }
    }

    /// How many members a change puts in or out.
    private func turned(by change: Assignment) -> Int {
        guard case .choices(let members) = change.value else { return 0 }
        return present.members(of: change.fact).symmetricDifference(members).count
    }

    private mutating func refined(_ changes: [Assignment]) -> [FactChange] {
        var sheet = present
        for change in changes { sheet.state(change.fact, as: change.value) }
        return changes.map { change in
            let (value, bound) = nearest(change, in: &sheet)
            return FactChange(fact: change.fact, from: present[change.fact], to: value, bound: bound)
        }
    }

    /// The nearest value that does it, the other changes being made, and whether all beyond it do; the sheet is given
    /// the value.
    private mutating func nearest(
        _ change: Assignment, in sheet: inout FactSheet
    ) -> (Value, FactChange.Bound) {
        guard let line = ValueLine(set[change.fact], date: date), let situation = situation(of: sheet) else {
            return (change.value, .exactly)
        }
        let now = ValueLine.place(of: present[change.fact])
        let regions = regions(of: change.fact, on: line, in: situation)
        let places = regions.map { line.nearest(in: $0, to: now) }
        var works: [Bool] = []
        for place in places {
            guard let value = line.value(at: place) else { return (change.value, .exactly) }
            var other = sheet
            other.state(change.fact, as: value)
            works.append(value != present[change.fact] && reaches(other))
        }
        let working = works.indices.filter { works[$0] }
        let best = working.min { distance(places[$0], now) < distance(places[$1], now) }
        guard let best, let value = line.value(at: places[best]) else { return (change.value, .exactly) }
        sheet.state(change.fact, as: value)
        let isLow = places[best] == line.nearest(in: regions[best], to: line.domain.lowerBound)
        let isHigh = places[best] == line.nearest(in: regions[best], to: line.domain.upperBound)
        if isLow, works[best...].allSatisfy({ $0 }), best > 0 { return (value, .atLeast) }
        if isHigh, works[...best].allSatisfy({ $0 }), best < works.count - 1 { return (value, .atMost) }
        return (value, .exactly)
    }

    private func distance(_ place: Int64, _ now: Int64?) -> Int64 { now.map { abs(place - $0) } ?? 0 }
}

extension Value {
    fileprivate var isSet: Bool { if case .choices = self { true } else { false } }
}

extension RuleSet {
    /// The order of sets of changes: by the names of their facts, then by value in the order of the vocabulary.
    fileprivate func precedes(_ left: [FactChange], _ right: [FactChange]) -> Bool {
        let (leftFacts, rightFacts) = (left.map(\.fact), right.map(\.fact))
        guard leftFacts == rightFacts else { return leftFacts.lexicographicallyPrecedes(rightFacts) }
        for (a, b) in zip(left, right) where a.to != b.to { return precedes(a.to, b.to, of: self[a.fact].type) }
        return false
    }

    private func precedes(_ left: Value, _ right: Value, of type: ValueType) -> Bool {
        switch (left, right) {
        case (.yesNo(let a), .yesNo): a
        case (.number(let a), .number(let b)): a < b
        case (.date(let a), .date(let b)): a < b
        case (.text(let a), .text(let b)): a.utf8.lexicographicallyPrecedes(b.utf8)
        default: places(of: left, in: type).lexicographicallyPrecedes(places(of: right, in: type))
        }
    }

    /// Where choice values stand in the vocabulary.
    private func places(of value: Value, in type: ValueType) -> [Int] {
        switch value {
        case .choice(let symbol): type.symbols.indices.filter { type.symbols[$0] == symbol }
        case .choices(let members): type.symbols.indices.filter { members.contains(type.symbols[$0]) }
        case .yesNo, .number, .date, .text: []
        }
    }
}
