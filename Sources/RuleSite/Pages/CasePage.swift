import PolicyValues
import RuleCases
import RuleEngine
import RuleExplanation
import RuleFixtures

/// The page of a fixture: what it states, what came out of each decision, and why.
struct CasePage {
    private let parts: PageParts
    private let fixture: RunFixture
    private let writer: PageWriter

    init(_ place: Int, of site: Site, by writer: PageWriter) {
        fixture = site.material.fixtures[place]
        self.writer = writer
        parts = PageParts(site: site, from: site.book.fixtures[place])
    }

    var page: SitePage {
        let step = SitePage.Step(name: SiteWording.cases, address: AddressBook.cases)
        let body = Markup([
            "<p class=\"kind\">\(SiteWording.aCase)</p>\n<h1>\(fixture.result.name)</h1>\n",
            "<p>\(SiteWording.caseMeaning)</p>\n",
            parts.paragraphs(fixture.requete?.narrative), verdict, decided, explanation,
            parts.place(fixture.result.range),
        ])
        return SitePage(address: parts.from, title: fixture.result.name, trail: [step], body: body)
    }

    private var verdict: Markup {
        "<p><strong>\(SiteWording.verdict(fixture.result.verdict))</strong></p>\n"
    }

    private var decided: Markup {
        guard let decided = fixture.decided else { return "<p>\(SiteWording.refused)</p>\n" }
        let matters = decided.all.enumerated().map { index, matter -> Markup in
            let isOne = decided.all.count == 1 && fixture.requete?.objects.isEmpty != false
            let name = isOne ? nil : decided.objectName(index)
            let narrative = isOne ? nil : fixture.requete?.objects[index].narrative
            let title = name.map { SiteWording.object($0) } ?? SiteWording.inShort
            let body = Markup([
                parts.paragraphs(narrative),
                "<p>\(SiteWording.onDate(FrenchFormat.date(matter.date.date)))</p>\n",
                "<h3>\(SiteWording.proposed)</h3>\n",
                parts.results(of: matter, SiteWording.resultsOf(name ?? fixture.result.name)),
                "<h3>\(SiteWording.stated)</h3>\n", parts.facts(matter.examination.facts),
            ])
            return parts.section(title, body)
        }
        return Markup(matters)
    }

    /// The report that `evaluer` prints, without what stands above.
    private var explanation: Markup {
        guard let decided = fixture.decided else { return "" }
        return """
            <section class="report">
            <h2>\(SiteWording.explanation)</h2>
            \(HTMLRenderer().render(writer.sections(of: decided), level: 3))</section>

            """
    }
}
