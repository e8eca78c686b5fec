import PolicyValues
import RuleExplanation
import RuleModel

/// The page of a definition: how its value is found.
struct DefinitionPage {
    private let parts: PageParts
    private let id: DefinitionID
    private let definition: Definition

    init(_ id: DefinitionID, of site: Site) {
        self.id = id
        definition = site.set[id]
        parts = PageParts(site: site, from: site.book[.definition(id)])
    }

    var page: SitePage {
        let step = SitePage.Step(name: SiteWording.plural(.definitions), address: AddressBook.list(of: .definitions))
        return SitePage(address: parts.from, title: definition.name, trail: [step], body: content)
    }

    private var content: Markup {
        let uses = parts.uses(of: .definition(id))
        let unused: Markup = "<p>\(SiteWording.unused)</p>\n\(parts.paragraphs(definition.usage))"
        return Markup([
            parts.head(of: .definition(id), SiteWording.definition),
            definition.question.map { "<p class=\"question\">\($0)</p>\n" } ?? "",
            parts.fields([
                (SiteWording.type, "\(SiteWording.name(of: definition.type))"),
                (SiteWording.unit, definition.unit.map { "\($0)" }),
                (SiteWording.inForce, definition.inForce.map { "\(SiteWording.sentence(Sentences.span($0)))" }),
            ]), parts.paragraphs(definition.description), parts.section(SiteWording.howFound, computation),
            parts.section(
                SiteWording.values,
                parts.values(of: definition.type, definition.meanings, SiteWording.valuesOf(definition.name))),
            parts.section(SiteWording.reading, parts.paragraphs(definition.note)),
            parts.section(SiteWording.examples, examples),
            parts.section(SiteWording.usedBy, uses.isEmpty ? unused : uses),
            parts.section(SiteWording.sources, parts.sources(definition.sources)), parts.place(definition.range),
        ])
    }

    private var computation: Markup {
        switch definition.body {
        case .truth(let condition): return "<p>\(SiteWording.yesWhen)</p>\n\(parts.condition(condition))"
        case .calculation(let calculation):
            let sentence = parts.site.sentences.sentence(of: calculation, unit: definition.unit)
            let names = calculation.operands.compactMap(\.target).map { parts.link(to: Entry($0)) }
            let calendar = definition.calendar.map { [parts.link(to: .calendar($0))] } ?? []
            return "<p>\(sentence).</p>\n\(parts.list(names + calendar))"
        case .byCase(let lines):
            let items = lines.map { "<li>\(line($0))</li>\n" as Markup }
            return "<p>\(SiteWording.firstLine)</p>\n<ol>\n\(items)</ol>\n"
        }
    }

    private func line(_ line: Definition.CaseLine) -> Markup {
        let text = parts.site.sentences.text(of: line.value, unit: definition.unit)
        let value: Markup = line.value.target.map { parts.link(to: Entry($0), saying: text) } ?? "\(text)"
        let period: Markup =
            line.inForce.map { " <span class=\"q\">(\(SiteWording.inForceText(Sentences.span($0))))</span>" } ?? ""
        let when: Markup =
            line.condition.map { "<p>\(SiteWording.when)</p>\n\(parts.condition($0))" }
            ?? "<p>\(SiteWording.otherwise)</p>\n"
        return "<strong>\(value)</strong>\(period)\n\(when)"
    }

    private var examples: Markup {
        parts.examples(definition.examples, SiteWording.examplesOf(definition.name)) { expected in
            switch expected {
            case .value(let value?): parts.site.sentences.values.french(value, unit: definition.unit)
            case .value(nil): Truth.unknown.word
            case .truth(let truth): truth.word
            }
        }
    }
}
