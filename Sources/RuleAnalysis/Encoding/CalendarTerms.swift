import PolicyValues
import RuleModel

/// Business days as formulas, exactly: so many a week, by the day of the week, less the holidays that have passed.
struct CalendarTerms {
    /// Ten-thousandths in one.
    static let scale: Int128 = 10_000
    /// What is added to a day number so that weeks begin with Monday (0001-01-01 was one).
    private static let weekShift = -Int128(CivilDate.first.dayNumber)

    private let calendar: WorkCalendar
    private let bank: TermBank
    /// Holidays that are not days off anyway.
    private let holidays: [Int128]

    init(_ calendar: WorkCalendar, _ bank: TermBank) {
        self.calendar = calendar
        self.bank = bank
        holidays = calendar.holidays.map(\.date).filter { !calendar.daysOff.contains($0.weekday) }
            .map { Int128($0.dayNumber) }
    }

    private var first: Term { bank.number(Int128(calendar.first.dayNumber)) }
    private var last: Term { bank.number(Int128(calendar.last.dayNumber)) }

    /// Business days between two days, as a `nombre`; known where every day examined is covered.
    func days(from start: Term, to end: Term) -> (value: Term, isKnown: Term) {
        let count = bank.difference(businessDays(through: end), businessDays(through: start))
        let covered = [start, end].map { isExaminable($0) }
        return (bank.product([bank.number(Self.scale), count]), bank.any([bank.equal(start, end), bank.all(covered)]))
    }

    /// The `count`-th business day after `start`, `start` itself for 0; known where the calendar has so many.
    ///
    /// A variable stands for the day, with what makes it that day: there is exactly one.
    func dueDate(from start: Term, after count: Term, where isDelay: Term) -> (value: Term, isKnown: Term) {
        let isNow = bank.equal(count, bank.number(0))
        let passed = businessDays(through: start)
        let left = bank.difference(bank.number(total), passed)
        let isCovered = bank.all([isExaminable(start), bank.atMost(count, left)])
        let range = ValueRange(Int128(CivilDate.first.dayNumber), Int128(CivilDate.last.dayNumber))
        let day = bank.numberVariable(
            "\n\(calendar.name) \(start.index) \(count.index)", within: range)
        let isThatDay = bank.all([
            bank.below(start, day), bank.atMost(day, last), isBusinessDay(day),
            bank.equal(businessDays(through: day), bank.sum([passed, count])),
        ])
        bank.state(bank.any([bank.not(isDelay), isNow, bank.not(isCovered), isThatDay]), of: day)
        return (bank.either(isNow, start, day), bank.any([isNow, isCovered]))
    }

    /// Business days from an early Monday through the calendar's last day.
    private var total: Int128 {
        let day = Int128(calendar.last.dayNumber) + Self.weekShift
        let whole = day / 7 * Int128(workingDays(through: 6))
        return whole + Int128(workingDays(through: UInt8(day % 7))) - Int128(holidays.count)
    }

    /// A day from which, or through which, days are counted: the days after the first through the last are covered.
    private func isExaminable(_ day: Term) -> Term {
        bank.all([bank.atMost(first, bank.sum([day, bank.number(1)])), bank.atMost(day, last)])
    }

    /// Business days from an early Monday through a day; differences are what counts.
    private func businessDays(through day: Term) -> Term {
        let shifted = bank.sum([day, bank.number(Self.weekShift)])
        let weekday = bank.remainder(shifted, by: 7)
        var ofWeek = bank.number(Int128(workingDays(through: 6)))
        for index in (0..<UInt8(6)).reversed() {
            let isThrough = bank.atMost(weekday, bank.number(Int128(index)))
            ofWeek = bank.either(isThrough, bank.number(Int128(workingDays(through: index))), ofWeek)
        }
        let weeks = bank.product([bank.number(Int128(workingDays(through: 6))), bank.quotient(shifted, by: 7)])
        let passed = holidays.map { holiday in
            bank.either(bank.atMost(bank.number(holiday), day), bank.number(-1), bank.number(0))
        }
        return bank.sum([weeks, ofWeek] + passed)
    }

    private func isBusinessDay(_ day: Term) -> Term {
        let weekday = bank.remainder(bank.sum([day, bank.number(Self.weekShift)]), by: 7)
        let off = calendar.daysOff.map { bank.equal(weekday, bank.number(Int128($0.rawValue))) }
        return bank.none(off + holidays.map { bank.equal(day, bank.number($0)) })
    }

    /// How many of the days from Monday through a weekday are not `chômés`.
    private func workingDays(through weekday: UInt8) -> Int {
        Weekday.allCases.count { $0.rawValue <= weekday && !calendar.daysOff.contains($0) }
    }
}
