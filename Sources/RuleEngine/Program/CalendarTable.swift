import PolicyValues
package import RuleModel

/// A calendar from which business days are counted without walking: whole weeks in closed form, holidays by binary
/// search. Days are day numbers.
package struct CalendarTable: Sendable {
    /// `couvre`.
    package let first: Int
    package let last: Int
    /// How many of the first n days of a week that begins on Monday are worked, n from 0 to 7.
    private let workedBefore: [Int]
    /// The holidays within `couvre` that fall on a day of the week that is worked, ascending.
    private let holidays: [Int]

    package init(_ calendar: WorkCalendar) {
        first = Int(calendar.first.dayNumber)
        last = Int(calendar.last.dayNumber)
        var workedBefore = [0]
        for weekday in Weekday.allCases {
            workedBefore.append((workedBefore.last ?? 0) + (calendar.daysOff.contains(weekday) ? 0 : 1))
        }
        self.workedBefore = workedBefore
        let worked = calendar.holidays.map(\.date).filter {
            calendar.covers($0) && !calendar.daysOff.contains($0.weekday)
        }
        holidays = Set(worked.map { Int($0.dayNumber) }).sorted()
    }

    /// `jours ouvrables`: business days after one end up to and including the other, negative when the second is
    /// earlier; nil when a day examined is not covered.
    ///
    /// - Complexity: logarithmic in the number of holidays.
    package func businessDays(from start: Int, to end: Int) -> Int? {
        if start == end { return 0 }
        let (earlier, later) = start < end ? (start, end) : (end, start)
        guard covers(after: earlier, through: later) else { return nil }
        let count = worked(through: later) - worked(through: earlier)
        return start < end ? count : -count
    }

    /// `échéance`: the day that is the `delay`-th business day after the start, the start itself for 0; nil when it, or
    /// a day before it, is not covered.
    ///
    /// - Complexity: logarithmic in the days covered times the number of holidays.
    package func dueDate(from start: Int, delay: Int) -> Int? {
        if delay == 0 { return start }
        guard delay > 0, covers(after: start, through: last) else { return nil }
        let before = worked(through: start)
        guard worked(through: last) - before >= delay else { return nil }
        // The count grows by at most one a day: the first day that reaches the delay is the business day sought.
        var low = start + 1
        var high = last
        while low < high {
            let middle = low + (high - low) / 2
            if worked(through: middle) - before >= delay { high = middle } else { low = middle + 1 }
        }
        return low
    }

    private func covers(after start: Int, through end: Int) -> Bool {
        start < end && first <= start + 1 && end <= last
    }

    /// Business days from 0001-01-01, a Monday, through the day.
    private func worked(through day: Int) -> Int {
        let (weeks, rest) = (day - Self.firstMonday + 1).quotientAndRemainder(dividingBy: 7)
        return weeks * workedBefore[7] + workedBefore[rest] - holidaysCount(through: day)
    }

    private func holidaysCount(through day: Int) -> Int {
        var low = 0
        var high = holidays.count
        while low < high {
            let middle = (low + high) / 2
            if holidays[middle] <= day { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static let firstMonday = Int(CivilDate.first.dayNumber)
}
