import RuleCases
import RuleExplanation
import RuleFixtures
import RuleModel

/// Everything that has a page, in one list.
struct GeneralIndexPage {
    private let parts: PageParts

    init(of site: Site) { parts = PageParts(site: site, from: AddressBook.all) }

    var page: SitePage {
        let entries = Entry.Kind.allCases.flatMap { kind in
            parts.set.entries(kind).map { entry in
                [
                    parts.fullLink(to: entry), "\(SiteWording.singular(kind))",
                    "\(parts.set.summary(of: entry) ?? conclusions(of: entry))",
                ] as [Markup]
            }
        }
        let cases = parts.site.material.fixtures.enumerated().map { place, fixture -> [Markup] in
            [
                parts.link(to: parts.site.book.fixtures[place], saying: fixture.result.name), "\(SiteWording.caseKind)",
                "\(fixture.requete?.narrative ?? "")",
            ]
        }
        let body: Markup = """
            <h1>\(SiteWording.generalIndex)</h1>
            <p>\(SiteWording.indexMeaning)</p>
            \(parts.table(SiteWording.indexCaption, head: SiteWording.indexHead, rows: entries + cases, filterable: true))
            """
        return SitePage(address: AddressBook.all, title: SiteWording.generalIndex, width: .wide, body: body)
    }

    private func conclusions(of entry: Entry) -> String {
        guard case .rule(let id) = entry else { return "" }
        let texts = parts.set[id].conclusions.map { conclusion in
            let decision = parts.set[conclusion.decision]
            return "\(decision.name)\u{A0}: \(decision.outcomes[conclusion.outcome].name)"
        }
        return SiteWording.concludes(texts)
    }
}
