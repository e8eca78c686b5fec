import PolicyValues
import Testing

@Suite("Civil dates")
struct CivilDateTests {
    /// Counts from 0001-01-01, a Monday, day by day: independent of the formulas it is compared with.
    struct Counter {
        private(set) var (year, month, day) = (1, 1, 1)
        private(set) var weekday = 0
        private(set) var number = -719_162

        mutating func advance() {
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            number += 1
            weekday = (weekday + 1) % 7
            day += 1
            guard day > lengths[month - 1] else { return }
            day = 1
            month += 1
            guard month > 12 else { return }
            month = 1
            year += 1
        }
    }

    @Test("every day of the years 1 to 9999, in order")
    func everyDay() throws {
        var counter = Counter()
        var wrong: [Int] = []
        var count = 0
        while counter.year < 10_000, wrong.count < 5 {
            count += 1
            let date = CivilDate(dayNumber: counter.number)
            let (year, month, day) = date?.parts ?? (0, 0, 0)
            let same = CivilDate(year: counter.year, month: counter.month, day: counter.day)
            if date == nil || (year, month, day) != (counter.year, counter.month, counter.day) || same != date
                || date?.weekday.rawValue != UInt8(counter.weekday)
            {
                wrong.append(counter.number)
            }
            counter.advance()
        }
        #expect(wrong == [])
        #expect(count == 3_652_059)
        #expect(CivilDate(dayNumber: counter.number) == nil)
        #expect(CivilDate.first.iso == "0001-01-01" && CivilDate.last.iso == "9999-12-31")
        #expect(CivilDate.first.adding(days: count - 1) == .last)
    }

    @Test(
        "days whose number and weekday are known",
        arguments: [
            ("1970-01-01", 0, "jeudi"), ("2000-01-01", 10_957, "samedi"), ("2024-02-29", 19_782, "jeudi"),
            ("1900-03-01", -25_508, "jeudi"), ("0001-01-01", -719_162, "lundi"), ("9999-12-31", 2_932_896, "vendredi"),
            ("1582-10-15", -141_427, "vendredi"),
        ])
    func known(_ iso: String, _ number: Int32, _ weekday: String) throws {
        let date = try #require(CivilDate(iso: iso))
        #expect(date.dayNumber == number)
        #expect(date.weekday.name == weekday)
        #expect(date.iso == iso)
    }

    @Test("the spelling of a day is read back")
    func spelling() throws {
        for number in stride(from: -719_162, through: 2_932_896, by: 397) {
            let date = try #require(CivilDate(dayNumber: number))
            #expect(CivilDate(iso: date.iso) == date)
        }
    }

    @Test(
        "what is no day is refused",
        arguments: [
            "2024-02-30", "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-01-00", "2024-04-31",
            "0000-01-01",
            "10000-01-01", "2024-1-01", "24-01-01", "2024/01/01", "2024-01-01 ", " 2024-01-01", "2024-01-01T00:00",
            "２０２４-01-01", "٢٠٢٥-01-01", "2024‐01‐01", "", "----------", "2024-0a-01", "+024-01-01", "-024-01-01",
            "20240101", "2024-01-0１", "2024/01-01", "2024-01/01", "2024-01-32", "2024-12-32",
        ])
    func refused(_ text: String) {
        #expect(CivilDate(iso: text) == nil)
    }

    @Test("no year, month or day is too far for the formulas")
    func farAway() {
        for far in [Int.min, -1, 0, 10_000, .max] {
            #expect(CivilDate(year: far, month: 1, day: 1) == nil)
            #expect(CivilDate(year: 2024, month: far, day: 1) == nil)
            #expect(CivilDate(year: 2024, month: 1, day: far) == nil)
        }
        #expect(CivilDate.last.adding(days: .max) == nil && CivilDate.first.adding(days: .min) == nil)
    }

    @Test(
        "parts that are no day are refused",
        arguments: [
            (2024, 2, 30), (2023, 2, 29), (0, 1, 1), (10_000, 1, 1), (2024, 13, 1), (2024, 0, 1), (2024, 1, 0),
            (.max, .max, .max), (.min, .min, .min), (2024, .max, 1), (2024, 1, .min),
        ])
    func refusedParts(_ year: Int, _ month: Int, _ day: Int) {
        #expect(CivilDate(year: year, month: month, day: day) == nil)
    }

    @Test("adding days stays in range or gives nothing")
    func adding() throws {
        let date = try #require(CivilDate(iso: "2024-02-28"))
        #expect(date.adding(days: 2)?.iso == "2024-03-01")
        #expect(date.adding(days: -59)?.iso == "2023-12-31")
        #expect(date.adding(days: 0) == date)
        #expect(CivilDate.last.adding(days: 1) == nil)
        #expect(CivilDate.first.adding(days: -1) == nil)
        #expect(date.adding(days: .max) == nil && date.adding(days: .min) == nil)
        #expect(CivilDate(dayNumber: .max) == nil && CivilDate(dayNumber: .min) == nil)
        #expect(CivilDate.first < date && date < .last)
    }

    @Test("days of the week have their French names, from Monday")
    func weekdays() {
        let names = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
        #expect(Weekday.allCases.map(\.name) == names)
    }
}
