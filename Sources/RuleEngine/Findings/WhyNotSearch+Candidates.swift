import PolicyValues
import RuleCases
import RuleModel

/// The values that a fact may be changed to, the nearest to its present one first.
extension WhyNotSearch {
    /// Up to how many members of a set are put in and out in all combinations.
    private static let combinedMembers = 8

    mutating func candidates(for fact: FactID, in situation: Situation) -> [Value] {
        let values: [Value]
        switch set[fact].type {
        case .yesNo: values = [.yesNo(true), .yesNo(false)]
        case .choice(let symbols): values = symbols.map { .choice($0) }
        case .choices: values = memberships(of: fact)
        case .text: values = sites.namedTexts(in: situation).sorted().map { .text($0) }
        case .number, .date: values = places(for: fact, in: situation)
        }
        return values.filter { $0 != present[fact] }
    }

    /// The members that are asked for are put in or out; the others stay as they are.
    private mutating func memberships(of fact: FactID) -> [Value] {
        let asked = (sites.members[fact] ?? []).sorted()
        if asked.count > Self.combinedMembers { isInexact = true }
        let combined = asked.prefix(Self.combinedMembers)
        let now = present.members(of: fact)
        let turns = (0..<1 << combined.count).sorted { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }
        return turns.map { turn in
            let turned = combined.enumerated().filter { turn & 1 << $0.offset != 0 }.map(\.element)
            return .choices(now.symmetricDifference(turned).sorted())
        }
    }

    /// The value of each stretch between thresholds that is nearest; where what the fact is compared with may change
    /// too, both ends.
    private mutating func places(for fact: FactID, in situation: Situation) -> [Value] {
        guard let line = ValueLine(set[fact], date: date) else { return [] }
        if !sites.areEndsEnough(of: fact) { isInexact = true }
        let isTied = sites.isComputed(fact) || sites.isTied(fact)
        let now = ValueLine.place(of: present[fact])
        var places = regions(of: fact, on: line, in: situation).flatMap { region in
            let nearest = line.nearest(in: region, to: now)
            return isTied ? [nearest] + line.ends(of: region).filter { $0 != nearest } : [nearest]
        }
        if let now { places.sort { abs($0 - now) < abs($1 - now) } }
        return places.compactMap { line.value(at: $0) }
    }

    /// The stretches of a fact's line in which nothing begins to be otherwise, the other facts being what they are.
    mutating func regions(
        of fact: FactID, on line: ValueLine, in situation: Situation
    ) -> [ClosedRange<Int64>] {
        let compared = sites.thresholds(of: fact).compactMap { ValueLine.place(of: situation.value(of: $0)) }
        var starts = Set(compared.flatMap { [$0, $0 + 1] })
        if sites.isComputed(fact) {
            starts.formUnion(turningPoints(of: fact, on: line, among: starts, in: situation))
        }
        return line.regions(startingAt: starts)
    }

    /// Where the truth of some condition turns, found by halving between places where it differs: what a calculation
    /// comes to is not written in the rules.
    private mutating func turningPoints(
        of fact: FactID, on line: ValueLine, among starts: Set<Int64>, in situation: Situation
    ) -> [Int64] {
        var anchors = starts.union(starts.map { $0 - 1 }).union(situation.knownPlaces(like: set[fact].type))
        anchors.formUnion([line.domain.lowerBound, line.domain.upperBound])
        let ordered = anchors.filter { line.domain.contains($0) }.sorted()
        var points: [Int64] = []
        var last: Sample?
        for place in ordered {
            guard let next = sample(fact, at: place, on: line, in: situation) else { return points }
            if let last { halve(last, next, of: fact, on: line, in: situation, into: &points) }
            last = next
        }
        return points
    }

    private struct Sample {
        let place: Int64
        let truths: [Truth]
    }

    private mutating func sample(
        _ fact: FactID, at place: Int64, on line: ValueLine, in situation: Situation
    ) -> Sample? {
        guard let value = line.value(at: place) else { return nil }
        var sheet = situation.facts
        sheet.state(fact, as: value)
        return self.situation(of: sheet).map { Sample(place: place, truths: $0.truths) }
    }

    private mutating func halve(
        _ low: Sample, _ high: Sample, of fact: FactID, on line: ValueLine, in situation: Situation,
        into points: inout [Int64]
    ) {
        guard low.truths != high.truths else { return }
        guard high.place - low.place > 1 else { return points.append(high.place) }
        let middle = low.place + (high.place - low.place) / 2
        guard let sample = sample(fact, at: middle, on: line, in: situation) else { return }
        halve(low, sample, of: fact, on: line, in: situation, into: &points)
        halve(sample, high, of: fact, on: line, in: situation, into: &points)
    }
}

extension FactSheet {
    /// The members of a set; none when it is unknown.
    func members(of fact: FactID) -> Set<Symbol> {
        if case .choices(let members) = self[fact] { Set(members) } else { [] }
    }
}

extension Situation {
    /// Places of known values of a type, where a calculation is likely to turn: 0 or the evaluation date, the case's
    /// other values, the ends of calendars.
    fileprivate func knownPlaces(like type: ValueType) -> [Int64] {
        let stated = set.factIDs.filter { set[$0].type == type }.compactMap { ValueLine.place(of: facts[$0]) }
        guard case .date = type else { return stated + [0] }
        let ends = set.calendars.flatMap { [Int64($0.first.dayNumber), Int64($0.last.dayNumber)] }
        return (stated + ends + [Int64(evaluation.date.dayNumber)]).flatMap { [$0 - 1, $0, $0 + 1] }
    }
}
