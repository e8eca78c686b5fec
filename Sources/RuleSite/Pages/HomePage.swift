import RuleExplanation
import RuleModel

/// The first page: what the policy decides, in the order of the work, and a drawing of what rests on what.
struct HomePage {
    private let parts: PageParts

    init(of site: Site) { parts = PageParts(site: site, from: AddressBook.home) }

    private var set: RuleSet { parts.set }

    var page: SitePage {
        let policy = set.policy
        let body = Markup([
            "<h1>\(policy.name)</h1>\n<p class=\"kind\">\(SiteWording.inForceLine(policy))</p>\n",
            parts.paragraphs(policy.description), "<p class=\"notice\">\(SiteWording.proposition)</p>\n",
            parts.section(SiteWording.whatIsDecided, steps),
            parts.section(SiteWording.drawing, PolicyDrawing(parts).figure),
            parts.section(SiteWording.goOn, ways),
        ])
        return SitePage(address: AddressBook.home, title: policy.name, width: .wide, body: body)
    }

    private var steps: Markup {
        let items = set.decisionsInOrder.map { id -> Markup in
            let decision = set[id]
            let outcomes = decision.outcomes.map { "<li>\($0.name)</li>\n" as Markup }
            return """
                <li>
                <div>
                <h3>\(parts.link(to: .decision(id)))</h3>
                <p>\(decision.question)</p>
                </div>
                <ul class="outcomes" aria-label="\(SiteWording.outcomesOf(decision.name))">
                \(outcomes)</ul>
                </li>

                """
        }
        return "<p>\(SiteWording.orderOfWork)</p>\n<ol class=\"steps\">\n\(items)</ol>\n"
    }

    private var ways: Markup {
        var items: [Markup] = []
        for document in parts.site.passages.documents {
            guard let address = parts.site.book.documents[document.name] else { continue }
            items.append(way(address, SiteWording.readText, SiteWording.textMeaning))
        }
        for kind in Entry.Kind.allCases where kind != .decisions {
            let count = set.entries(kind).count
            guard count > 0 else { continue }
            let title = SiteWording.counted(kind, count)
            items.append(way(AddressBook.list(of: kind), title, SiteWording.meaning(of: kind)))
        }
        if !parts.site.material.fixtures.isEmpty {
            let title = SiteWording.cases(parts.site.material.fixtures.count)
            items.append(way(AddressBook.cases, title, SiteWording.casesMeaning))
        }
        items.append(way(AddressBook.coverage, SiteWording.coverage, SiteWording.coverageMeaning))
        return parts.list(items, named: "ways")
    }

    private func way(_ address: PageAddress, _ title: String, _ meaning: String) -> Markup {
        "\(parts.link(to: address, saying: title))\n<p>\(meaning)</p>\n"
    }
}
