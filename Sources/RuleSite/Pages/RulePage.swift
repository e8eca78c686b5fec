import PolicyValues
import RuleExplanation
import RuleFixtures
import RuleModel

/// The page of a rule: when it applies, in sentences, what follows, where the text says so, and what tests it.
struct RulePage {
    private let parts: PageParts
    private let id: RuleID
    private let rule: Rule

    init(_ id: RuleID, of site: Site) {
        self.id = id
        rule = site.set[id]
        parts = PageParts(site: site, from: site.book[.rule(id)])
    }

    private var set: RuleSet { parts.set }

    var page: SitePage {
        let kind = rule.table == nil ? Entry.Kind.rules : .tables
        var trail = [SitePage.Step(name: SiteWording.plural(kind), address: AddressBook.list(of: kind))]
        if let table = rule.table {
            trail.append(.init(name: set.label(of: .table(table)), address: parts.site.book[.table(table)]))
        }
        return SitePage(address: parts.from, title: set.label(of: .rule(id)), trail: trail, body: body)
    }

    private var body: Markup {
        Markup([
            parts.head(of: .rule(id), rule.table == nil ? SiteWording.rule : SiteWording.line), conclusions, conditions,
            parts.section(SiteWording.reason, rule.reason.map { "<p>\(parts.template($0))</p>\n" } ?? ""),
            parts.section(
                SiteWording.reply,
                rule.reply.map { "<blockquote>\n<p>\(parts.template($0))</p>\n</blockquote>\n" } ?? ""),
            parts.section(SiteWording.reading, parts.paragraphs(rule.note)),
            parts.section(
                SiteWording.sources, rule.sources.isEmpty ? SiteWording.noSource : parts.sources(rule.sources)),
            parts.section(SiteWording.examples, id: "exemples", examples),
            parts.section(SiteWording.cases, id: "cas", fixtures),
            parts.section(SiteWording.coverage, id: "couverture", parts.coverage(of: id)),
            parts.section(SiteWording.usedBy, parts.uses(of: .rule(id))), parts.place(rule.range),
        ])
    }

    private var conclusions: Markup {
        let items = rule.conclusions.map { conclusion -> Markup in
            let decision = set[conclusion.decision]
            let outcome = decision.outcomes[conclusion.outcome].name
            return "\(parts.link(to: .decision(conclusion.decision)))\u{A0}: <strong>\(outcome)</strong>"
        }
        return "<div class=\"conclusion\">\n<p>\(SiteWording.concludes)</p>\n\(parts.list(items))</div>\n"
    }

    private var conditions: Markup {
        var body: Markup = rule.condition.map { parts.condition($0) } ?? SiteWording.always
        if let exception = rule.exception {
            body += "<h3>\(SiteWording.exception)</h3>\n\(parts.condition(exception))"
        }
        body += others(rule.overriddenBy, SiteWording.overriddenBy)
        body += others(rule.overrides, SiteWording.overrides)
        if let period = rule.inForce {
            body += "<h3>\(SiteWording.inForce)</h3>\n<p>\(SiteWording.sentence(Sentences.span(period)))</p>\n"
        }
        return parts.section(SiteWording.applies, body)
    }

    private func others(_ rules: [RuleID], _ title: String) -> Markup {
        rules.isEmpty ? "" : "<h3>\(title)</h3>\n\(parts.list(rules.map { parts.fullLink(to: .rule($0)) }))"
    }

    private var examples: Markup {
        parts.examples(rule.examples, SiteWording.examplesOf(rule.name)) { expected in
            switch expected {
            case .truth(let truth): SiteWording.applies(truth)
            case .value: ""
            }
        }
    }

    private var fixtures: Markup {
        let all = parts.site.material.fixtures
        guard !all.isEmpty else { return "" }
        let applying = parts.site.runs.fixtures(applying: id)
        return "<p>\(SiteWording.appliesIn(applying.count, of: all.count))</p>\n\(parts.fixtures(applying))"
    }
}
