import RuleExplanation
import RuleModel

/// The page of what can never be in a real case, and of what the rules guarantee.
struct GuaranteesPage {
    private let parts: PageParts

    init(of site: Site) { parts = PageParts(site: site, from: AddressBook.guarantees) }

    var page: SitePage {
        let set = parts.set
        let properties = set.properties.enumerated().map { entry($1, at: set.constraints.count + $0) }
        let constraints = set.constraints.enumerated().map { entry($1, at: $0) }
        let body = Markup([
            "<h1>\(SiteWording.guarantees)</h1>\n",
            parts.section(
                SiteWording.properties,
                properties.isEmpty ? "" : "<p>\(SiteWording.propertiesMeaning)</p>\n\(properties)"),
            parts.section(
                SiteWording.constraints,
                constraints.isEmpty ? "" : "<p>\(SiteWording.constraintsMeaning)</p>\n\(constraints)"),
        ])
        return SitePage(address: AddressBook.guarantees, title: SiteWording.guarantees, body: body)
    }

    private func entry(_ invariant: Invariant, at place: Int) -> Markup {
        let condition: Markup = invariant.condition.map { "<p>\(SiteWording.if)</p>\n\(parts.condition($0))" } ?? ""
        let then = invariant.condition == nil ? SiteWording.alwaysHolds : SiteWording.then
        return """
            <article id="\(PageParts.anchor(ofInvariant: place))">
            <h3>\(invariant.title ?? invariant.name)</h3>
            \(parts.paragraphs(invariant.description))\(condition)<p>\(then)</p>
            \(parts.condition(invariant.consequence))\(parts.paragraphs(invariant.note))\
            \(parts.sources(invariant.sources))\(parts.place(invariant.range))</article>

            """
    }
}
