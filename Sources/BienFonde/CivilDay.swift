import FileAccess
import PolicyValues

/// A civil day of the proleptic Gregorian calendar (ISO 8601), from 0001-01-01 to 9999-12-31: no time, no zone.
public struct CivilDay: Hashable, Comparable, Sendable, LosslessStringConvertible {
    let date: CivilDate

    init(_ date: CivilDate) { self.date = date }

    /// Nil where there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard let date = CivilDate(year: year, month: month, day: day) else { return nil }
        self.date = date
    }

    /// From `AAAA-MM-JJ`; nil for anything else.
    public init?(_ description: String) {
        guard let date = CivilDate(iso: description) else { return nil }
        self.date = date
    }

    /// Today in the machine's zone (`TZ`, else its setting).
    public static var today: CivilDay { CivilDay(CivilDate(nearest: Host.today())) }

    /// `AAAA-MM-JJ`.
    public var description: String { date.iso }

    /// The order of time.
    public static func < (left: CivilDay, right: CivilDay) -> Bool { left.date < right.date }
}
