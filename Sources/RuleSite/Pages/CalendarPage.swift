import PolicyValues
import RuleExplanation
import RuleModel

/// The page of a calendar: the days off, one by one.
struct CalendarPage {
    private let parts: PageParts
    private let id: CalendarID
    private let calendar: WorkCalendar

    init(_ id: CalendarID, of site: Site) {
        self.id = id
        calendar = site.set[id]
        parts = PageParts(site: site, from: site.book[.calendar(id)])
    }

    var page: SitePage {
        let step = SitePage.Step(name: SiteWording.plural(.calendars), address: AddressBook.list(of: .calendars))
        return SitePage(address: parts.from, title: calendar.name, trail: [step], body: body)
    }

    private var body: Markup {
        let period = Period(from: calendar.first, through: calendar.last)
        let daysOff = Weekday.allCases.filter(calendar.daysOff.contains).map(\.name)
        let rows = calendar.holidays.map { day in
            ["\(FrenchFormat.bareDate(day.date))", "\(day.date.weekday.name)", "\(day.name)"] as [Markup]
        }
        return Markup([
            parts.head(of: .calendar(id), SiteWording.calendar), parts.paragraphs(calendar.description),
            parts.fields([
                (SiteWording.covers, "\(Sentences.span(period))"),
                (SiteWording.daysOff, "\(daysOff.isEmpty ? SiteWording.noDay : FrenchFormat.list(daysOff))"),
            ]),
            parts.section(
                SiteWording.holidays,
                parts.table(SiteWording.holidaysOf(calendar.name), head: SiteWording.holidayHead, rows: rows)),
            parts.section(SiteWording.usedBy, parts.uses(of: .calendar(id))),
            parts.section(SiteWording.origin, parts.sources(calendar.sources)), parts.place(calendar.range),
        ])
    }
}
