import RuleExplanation
import RuleModel

/// What all pages have around their text: the way to the text, the name of the site, the menu, where the page is, and
/// at the foot what the whole is worth.
struct SiteFrame {
    private let site: Site
    /// What the menu leads to: the lists that have something in them.
    private let destinations: [(name: String, address: PageAddress)]

    init(_ site: Site) {
        self.site = site
        destinations = Self.destinations(in: site)
    }

    func render(_ page: SitePage) -> String {
        let from = page.address
        let set = site.set
        let home = page.address == AddressBook.home
        let body: Markup = """
            <a class="skip" href="#contenu">\(SiteWording.skip)</a>
            <header class="band">
            <p class="name"><a href="\(from.reference(to: AddressBook.home))">\(set.policy.name)</a></p>
            \(menu(of: page))</header>
            \(home ? "" : trail(of: page))<main id="contenu" tabindex="-1" class="\(Self.name(of: page.width))">
            \(page.body)</main>
            <footer>
            <p>\(SiteWording.proposition)</p>
            <p class="q">\(SiteWording.version(set.policy.version, set.fingerprint))</p>
            </footer>

            """
        let title = home ? page.title : SiteWording.title(page.title, set.policy.name)
        let style = HTMLDocument.Style.beside(
            sheet: from.reference(to: AddressBook.sheet), script: from.reference(to: AddressBook.script))
        return HTMLDocument(title: title, style: style, body: body).text
    }

    private static func name(of width: SitePage.Width) -> String {
        switch width {
        case .text: "text"
        case .wide: "wide"
        }
    }

    private func menu(of page: SitePage) -> Markup {
        let items = destinations.map { name, address -> Markup in
            let isHere = address == page.address
            let isAbove = page.trail.contains { $0.address == address }
            let mark: Markup = isHere ? " aria-current=\"page\"" : isAbove ? " aria-current=\"true\"" : ""
            return "<li><a href=\"\(page.address.reference(to: address))\"\(mark)>\(name)</a></li>\n"
        }
        return "<nav aria-label=\"\(SiteWording.menu)\">\n<ul>\n\(items)</ul>\n</nav>\n"
    }

    private static func destinations(in site: Site) -> [(name: String, address: PageAddress)] {
        var all: [(name: String, address: PageAddress)] = [(SiteWording.home, AddressBook.home)]
        for document in site.passages.documents {
            guard let address = site.book.documents[document.name] else { continue }
            all.append((site.passages.documents.count == 1 ? SiteWording.text : document.name, address))
        }
        for kind in Entry.Kind.allCases where !site.set.entries(kind).isEmpty {
            all.append((SiteWording.plural(kind), AddressBook.list(of: kind)))
        }
        if site.hasGuarantees { all.append((SiteWording.guarantees, AddressBook.guarantees)) }
        if !site.material.fixtures.isEmpty { all.append((SiteWording.cases, AddressBook.cases)) }
        return all + [(SiteWording.coverage, AddressBook.coverage), (SiteWording.generalIndex, AddressBook.all)]
    }

    private func trail(of page: SitePage) -> Markup {
        let steps = [SitePage.Step(name: SiteWording.home, address: AddressBook.home)] + page.trail
        let items = steps.map { step -> Markup in
            "<li><a href=\"\(page.address.reference(to: step.address))\">\(step.name)</a></li>\n"
        }
        return """
            <nav class="trail" aria-label="\(SiteWording.trail)">
            <ol>
            \(items)<li><span aria-current="page">\(page.title)</span></li>
            </ol>
            </nav>

            """
    }
}

extension Site {
    var hasGuarantees: Bool { !set.constraints.isEmpty || !set.properties.isEmpty }
}
