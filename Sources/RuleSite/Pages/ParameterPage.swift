import PolicyValues
import RuleExplanation
import RuleModel

/// The page of a parameter: its values through time, and what is still to be specified.
struct ParameterPage {
    private let parts: PageParts
    private let id: ParameterID
    private let parameter: Parameter

    init(_ id: ParameterID, of site: Site) {
        self.id = id
        parameter = site.set[id]
        parts = PageParts(site: site, from: site.book[.parameter(id)])
    }

    var page: SitePage {
        let step = SitePage.Step(name: SiteWording.plural(.parameters), address: AddressBook.list(of: .parameters))
        return SitePage(address: parts.from, title: parameter.name, trail: [step], body: body)
    }

    private var body: Markup {
        let uses = parts.uses(of: .parameter(id))
        let unused: Markup = "<p>\(SiteWording.unused)</p>\n\(parts.paragraphs(parameter.usage))"
        return Markup([
            parts.head(of: .parameter(id), SiteWording.parameter),
            parameter.question.map { "<p class=\"question\">\($0)</p>\n" } ?? "",
            parts.fields([
                (SiteWording.type, "\(SiteWording.name(of: parameter.type))"),
                (SiteWording.unit, parameter.unit.map { "\($0)" }),
                (SiteWording.inForce, parameter.inForce.map { "\(SiteWording.sentence(Sentences.span($0)))" }),
            ]), parts.paragraphs(parameter.description), parts.section(SiteWording.history, history),
            parts.section(SiteWording.reading, parts.paragraphs(parameter.note)),
            parts.section(SiteWording.usedBy, uses.isEmpty ? unused : uses),
            parts.section(SiteWording.origin, parts.sources(parameter.sources)), parts.place(parameter.range),
        ])
    }

    private var history: Markup {
        let rows = parameter.versions.map { version -> [Markup] in
            let value: Markup =
                version.value.map { "\(parts.site.sentences.values.french($0, unit: parameter.unit))" }
                ?? "<strong class=\"tag\">\(SiteWording.toSpecify)</strong>"
            return ["\(SiteWording.since(FrenchFormat.date(version.from)))", value]
        }
        let note: Markup =
            parameter.versions.contains { $0.value == nil } ? "<p>\(SiteWording.toSpecifyMeaning)</p>\n" : ""
        return parts.table(SiteWording.valuesOf(parameter.name), head: SiteWording.historyHead, rows: rows) + note
    }
}
