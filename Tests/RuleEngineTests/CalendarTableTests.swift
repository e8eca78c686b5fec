import PolicyValues
import RandomPolicies
import RuleEngine
import RuleModel
import Testing

/// Counting in closed form gives what walking from day to day gives.
@Suite struct CalendarTableTests {
    static let daysOff = [
        "", ", chômés: [vendredi]", ", chômés: [lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche]",
    ]

    @Test(arguments: daysOff) func countsAsAWalk(_ daysOff: String) throws {
        let calendar = try Self.calendar(daysOff)
        let table = CalendarTable(calendar)
        let days = Int(calendar.first.dayNumber) - 3...Int(calendar.last.dayNumber) + 3
        for start in days {
            for end in days { #expect(table.businessDays(from: start, to: end) == calendar.walk(start, end)) }
            for delay in 0...30 {
                #expect(table.dueDate(from: start, delay: delay) == calendar.walk(start, delay: delay))
            }
        }
    }

    @Test func aDelayBeyondTheCalendarIsUnknown() throws {
        let table = CalendarTable(try Self.calendar(""))
        #expect(table.dueDate(from: 0, delay: .max) == nil)
        #expect(table.dueDate(from: table.first, delay: .max) == nil)
        #expect(table.dueDate(from: table.first, delay: -1) == nil)
    }

    /// Six weeks around the new year, holidays on days off among them.
    private static func calendar(_ daysOff: String) throws -> WorkCalendar {
        let set = try RuleText.load(
            """
            politique: {nom: Essai, version: "1"}
            calendriers:
              jours: {couvre: {du: 2023-12-10, au: 2024-01-20}\(daysOff), fériés: {
                2023-12-25: Noël, 2023-12-26: Lendemain, 2024-01-01: An, 2023-12-31: Veille, 2024-01-20: Fin}}
            """)
        return try #require(set.calendars.first)
    }
}

extension WorkCalendar {
    fileprivate func walk(_ start: Int, _ end: Int) -> Int? {
        if end < start { return walk(end, start).map { -$0 } }
        var count = 0
        for number in start..<end {
            guard let day = CivilDate(dayNumber: number + 1), covers(day) else { return nil }
            if isBusinessDay(day) { count += 1 }
        }
        return count
    }

    fileprivate func walk(_ start: Int, delay: Int) -> Int? {
        var left = delay
        var number = start
        while left > 0 {
            number += 1
            guard let day = CivilDate(dayNumber: number), covers(day) else { return nil }
            if isBusinessDay(day) { left -= 1 }
        }
        return number
    }
}
