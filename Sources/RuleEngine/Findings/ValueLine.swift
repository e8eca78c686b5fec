import PolicyValues
import RuleModel

/// The values that a fact of type nombre or date may have, as whole numbers: ten-thousandths or days.
struct ValueLine {
    private enum Kind {
        case number
        case date
    }

    private let kind: Kind
    /// From the least to the greatest value.
    let domain: ClosedRange<Int64>
    /// What is taken where nothing speaks for any value: 0, or the given date, or the nearest to it.
    private let neutral: Int64

    /// Nil for the other types, and when `min` is above `max`.
    init?(_ fact: Fact, date: CivilDate) {
        let least: Int64
        let greatest: Int64
        let middle: Int64
        switch fact.type {
        case .yesNo, .choice, .choices, .text: return nil
        case .number:
            kind = .number
            least = fact.minimum?.tenThousandths ?? 1 - ExactDecimal.bound
            greatest = fact.maximum?.tenThousandths ?? ExactDecimal.bound - 1
            middle = 0
        case .date:
            kind = .date
            least = Int64(CivilDate.first.dayNumber)
            greatest = Int64(CivilDate.last.dayNumber)
            middle = Int64(date.dayNumber)
        }
        guard least <= greatest else { return nil }
        domain = least...greatest
        neutral = min(max(middle, least), greatest)
    }

    /// The place of a value of the line's type.
    static func place(of value: Value?) -> Int64? {
        switch value {
        case .number(let number): number.tenThousandths
        case .date(let date): Int64(date.dayNumber)
        case .yesNo, .choice, .choices, .text, nil: nil
        }
    }

    func value(at place: Int64) -> Value? {
        switch kind {
        case .number: ExactDecimal(tenThousandths: place).map { .number($0) }
        case .date: CivilDate(dayNumber: Int(place)).map { .date($0) }
        }
    }

    /// The stretches between places where something begins to be otherwise, ascending.
    func regions(startingAt starts: some Sequence<Int64>) -> [ClosedRange<Int64>] {
        let inside = Set(starts).filter { $0 > domain.lowerBound && $0 <= domain.upperBound }.sorted()
        return zip([domain.lowerBound] + inside, inside.map { $0 - 1 } + [domain.upperBound]).map { $0...$1 }
    }

    /// The value of a region that is nearest to the present one; where there is none, the end that something begins
    /// at.
    func nearest(in region: ClosedRange<Int64>, to present: Int64?) -> Int64 {
        if let present {
            return present < region.lowerBound ? low(region) : present > region.upperBound ? high(region) : present
        }
        if region == domain { return neutral }
        return region.lowerBound == domain.lowerBound ? high(region) : low(region)
    }

    /// The ends of a region that are not ends of the line.
    func ends(of region: ClosedRange<Int64>) -> [Int64] {
        (region.lowerBound == domain.lowerBound ? [] : [low(region)])
            + (region.upperBound == domain.upperBound ? [] : [high(region)])
    }

    /// The least value; just above a whole number the next whole one, where the region holds it: « plus de 30 » is
    /// said as 31, not 30,0001.
    private func low(_ region: ClosedRange<Int64>) -> Int64 {
        let start = region.lowerBound
        guard case .number = kind, (start - 1) % Self.whole == 0 else { return start }
        let next = start - 1 + Self.whole
        return region.contains(next) ? next : start
    }

    private func high(_ region: ClosedRange<Int64>) -> Int64 {
        let end = region.upperBound
        guard case .number = kind, (end + 1) % Self.whole == 0 else { return end }
        let previous = end + 1 - Self.whole
        return region.contains(previous) ? previous : end
    }

    /// One, in ten-thousandths.
    private static let whole: Int64 = 10_000
}
