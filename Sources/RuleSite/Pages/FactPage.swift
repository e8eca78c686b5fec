import RuleExplanation
import RuleModel

/// The page of a fact: what is asked, of whom, what can be answered, and where it is used.
struct FactPage {
    private let parts: PageParts
    private let id: FactID
    private let fact: Fact

    init(_ id: FactID, of site: Site) {
        self.id = id
        fact = site.set[id]
        parts = PageParts(site: site, from: site.book[.fact(id)])
    }

    var page: SitePage {
        let step = SitePage.Step(name: SiteWording.plural(.facts), address: AddressBook.list(of: .facts))
        return SitePage(address: parts.from, title: fact.name, trail: [step], body: body)
    }

    private var body: Markup {
        let uses = parts.uses(of: .fact(id))
        return Markup([
            parts.head(of: .fact(id), SiteWording.fact), "<p class=\"question\">\(fact.question)</p>\n",
            parts.fields([
                (SiteWording.holder, "\(fact.holder ?? SiteWording.anyHolder)"),
                (SiteWording.type, "\(SiteWording.name(of: fact.type))"), (SiteWording.unit, fact.unit.map { "\($0)" }),
                (SiteWording.bounds, SiteWording.bounds(fact.minimum, fact.maximum).map { "\($0)" }),
                (SiteWording.presumption, presumption),
            ]), parts.paragraphs(fact.description),
            parts.section(
                SiteWording.values, parts.values(of: fact.type, fact.meanings, SiteWording.valuesOf(fact.name))),
            parts.section(SiteWording.sayings, sayings),
            parts.section(SiteWording.reading, parts.paragraphs(fact.note)),
            parts.section(SiteWording.usedBy, uses.isEmpty ? unused : uses),
            parts.section(SiteWording.origin, parts.sources(fact.sources)), parts.place(fact.range),
        ])
    }

    private var presumption: Markup? {
        fact.presumed.map { "\(SiteWording.takenForGranted(parts.site.sentences.values.french($0, unit: fact.unit)))" }
    }

    private var unused: Markup { "<p>\(SiteWording.unused)</p>\n\(parts.paragraphs(fact.usage))" }

    private var sayings: Markup {
        parts.list([fact.statement, fact.contraryStatement].compactMap { $0 }.map { Self.saying($0) })
    }

    /// A sentence with a hole for the value.
    private static func saying(_ text: String) -> Markup {
        let pieces = text.unicodeScalars
            .split(separator: "{{valeur}}".unicodeScalars, omittingEmptySubsequences: false)
        return pieces.map { PageParts.spaced(Substring($0)) }.joined(
            by: "<span class=\"hole\">[\(SiteWording.value)]</span>")
    }
}

extension PageParts {
    /// The values of a choice, with what each means.
    func values(of type: ValueType, _ meanings: [String], _ caption: String) -> Markup {
        let rows = zip(type.symbols, meanings).map { ["\(set[$0])", "\($1)"] as [Markup] }
        return table(caption, head: SiteWording.valueHead, rows: rows)
    }
}
