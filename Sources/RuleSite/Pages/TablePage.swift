import RuleExplanation
import RuleModel

/// The page of a decision table, as the table that it is.
struct TablePage {
    private let parts: PageParts
    private let id: TableID
    private let table: RuleTable

    init(_ id: TableID, of site: Site) {
        self.id = id
        table = site.set[id]
        parts = PageParts(site: site, from: site.book[.table(id)])
    }

    private var set: RuleSet { parts.set }

    var page: SitePage {
        let step = SitePage.Step(name: SiteWording.plural(.tables), address: AddressBook.list(of: .tables))
        return SitePage(
            address: parts.from, title: set.label(of: .table(id)), trail: [step], width: .wide, body: body)
    }

    private var body: Markup {
        Markup([
            parts.head(of: .table(id), SiteWording.table),
            "<p>\(SiteWording.tableConcludes) \(parts.link(to: .decision(table.decision))).</p>\n", grid,
            parts.section(SiteWording.reading, parts.paragraphs(table.note)),
            parts.section(SiteWording.usedBy, parts.uses(of: .table(id))),
            parts.section(SiteWording.origin, parts.sources(table.sources)), parts.place(table.range),
        ])
    }

    private var grid: Markup {
        let names = table.columns.map { set.name(of: $0) }
        let rows = table.lines.map { line -> [Markup] in
            let rule = set[line]
            let outcomes = rule.conclusions.filter { $0.decision == table.decision }.map { conclusion -> Markup in
                "<strong>\(set[table.decision].outcomes[conclusion.outcome].name)</strong>"
            }
            return [parts.link(to: .rule(line), saying: rule.name)] + table.columns.map { cell($0, of: rule) }
                + [outcomes.joined(by: "<br/>"), rule.reason.map { parts.template($0) } ?? ""]
        }
        let head = [SiteWording.line] + names + [SiteWording.conclusion, SiteWording.reason]
        return parts.table(SiteWording.linesOf(set.label(of: .table(id))), head: head, rows: rows, filterable: true)
    }

    /// What the line asks of a column: the test on it, one of the line's tests.
    private func cell(_ column: Vocable, of rule: Rule) -> Markup {
        let tests = rule.condition.map { condition -> [Condition] in
            if case .all(let tests) = condition.kind { return tests }
            return [condition]
        }
        guard let test = (tests ?? []).first(where: { $0.subject == column }) else {
            return "<span class=\"q\">\(SiteWording.whatever)</span>"
        }
        return "\(parts.site.sentences.sentence(of: test))"
    }
}

extension Condition {
    /// What a test is about.
    fileprivate var subject: Vocable? {
        switch kind {
        case .test(let test):
            switch test.subject {
            case .fact(let id): .fact(id)
            case .definition(let id): .definition(id)
            }
        case .decisionTest(let test): .decision(test.decision)
        case .all, .any, .none, .atLeast, .not, .rules: nil
        }
    }
}
