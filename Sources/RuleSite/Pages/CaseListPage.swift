import RuleEngine
import RuleExplanation
import RuleFixtures
import RuleModel

/// The page that lists the cases.
struct CaseListPage {
    private let parts: PageParts

    init(of site: Site) { parts = PageParts(site: site, from: AddressBook.cases) }

    var page: SitePage {
        let rows = parts.site.material.fixtures.enumerated().map { place, fixture -> [Markup] in
            let results = fixture.decided?.all.map { matter in
                parts.set.decisionsInOrder.map { id in
                    Sentences(parts.set, matter.examination).result(of: id)
                }
            }
            let main = parts.set.decisionsInOrder.indices.map { index -> Markup in
                var seen: [String] = []
                for result in (results ?? []).map({ $0[index] }) where !seen.contains(result) { seen.append(result) }
                return seen.map { "\($0)" as Markup }.joined(by: "<br/>")
            }
            return [parts.link(to: parts.site.book.fixtures[place], saying: fixture.result.name)] + main
        }
        let head = [SiteWording.aCase] + parts.set.decisionsInOrder.map { parts.set[$0].name }
        let body: Markup = """
            <h1>\(SiteWording.cases)</h1>
            <p>\(SiteWording.casesMeaning)</p>
            \(parts.table(SiteWording.casesCaption, head: head, rows: rows, filterable: true))
            """
        return SitePage(address: AddressBook.cases, title: SiteWording.cases, width: .wide, body: body)
    }
}
