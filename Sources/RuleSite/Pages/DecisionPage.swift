import RuleEngine
import RuleExplanation
import RuleFixtures
import RuleModel

/// The page of a decision: the question, the answers that it can have, the rules for each, and the cases that show it.
struct DecisionPage {
    private let parts: PageParts
    private let id: DecisionID
    private let decision: Decision

    init(_ id: DecisionID, of site: Site) {
        self.id = id
        decision = site.set[id]
        parts = PageParts(site: site, from: site.book[.decision(id)])
    }

    private var set: RuleSet { parts.set }

    var page: SitePage {
        let step = SitePage.Step(name: SiteWording.plural(.decisions), address: AddressBook.list(of: .decisions))
        return SitePage(address: parts.from, title: decision.name, trail: [step], width: .wide, body: body)
    }

    private var body: Markup {
        let dependencies = set.dependencies(of: id).map { Referrer.entry($0) }
        return Markup([
            parts.head(of: .decision(id), SiteWording.decision), "<p class=\"question\">\(decision.question)</p>\n",
            parts.paragraphs(decision.description), parts.section(SiteWording.outcomes, outcomes),
            parts.section(
                SiteWording.applicable,
                decision.applicability.map { "<p>\(SiteWording.applicableIf)</p>\n\(parts.condition($0))" } ?? ""),
            parts.section(SiteWording.rules, id: "regles", rules),
            parts.section(SiteWording.reading, parts.paragraphs(decision.note)),
            parts.section(SiteWording.drawing, DecisionDrawing(id, parts).figure),
            parts.section(SiteWording.dependsOn, parts.groups(of: dependencies)),
            parts.section(SiteWording.usedBy, parts.uses(of: .decision(id))),
            parts.section(SiteWording.trial, id: "essayer", trial),
            parts.section(SiteWording.sources, parts.sources(decision.sources)), parts.place(decision.range),
        ])
    }

    private var outcomes: Markup {
        let rows = decision.outcomes.enumerated().map { index, outcome -> [Markup] in
            let byDefault: Markup =
                decision.byDefault == index ? " <span class=\"tag\">\(SiteWording.byDefault)</span>" : ""
            return ["\(outcome.name)\(byDefault)", "\(outcome.meaning)", "\(decision.concludedBy[index].count)"]
        }
        let table = parts.table(SiteWording.outcomesOf(decision.name), head: SiteWording.outcomeHead, rows: rows)
        return "<p>\(SiteWording.method(of: decision))</p>\n\(table)"
    }

    private var rules: Markup {
        let groups = decision.outcomes.enumerated().map { index, outcome -> Markup in
            let links = decision.concludedBy[index].map { parts.fullLink(to: .rule($0)) }
            let list: Markup = links.isEmpty ? "<p>\(noRule(index))</p>\n" : parts.list(links)
            return "<h3>\(outcome.name)</h3>\n\(list)"
        }
        return Markup(groups)
    }

    private func noRule(_ outcome: Int) -> String {
        decision.byDefault == outcome ? SiteWording.onlyByDefault : SiteWording.noRuleConcludes
    }

    /// The answers already worked out: the cases, by what came out.
    private var trial: Markup {
        var found: [String: [Int]] = [:]
        var order: [String] = []
        for (place, fixture) in parts.site.material.fixtures.enumerated() {
            for matter in fixture.decided?.all ?? [] {
                let result = Sentences(set, matter.examination).result(of: id)
                if found[result] == nil { order.append(result) }
                if found[result]?.last != place { found[result, default: []].append(place) }
            }
        }
        guard !order.isEmpty else { return "" }
        let groups = order.sorted().map { result -> Markup in
            "<h3>\(result)</h3>\n\(parts.fixtures(found[result] ?? []))"
        }
        return "<p>\(SiteWording.trialIntroduction)</p>\n\(groups)"
    }
}
