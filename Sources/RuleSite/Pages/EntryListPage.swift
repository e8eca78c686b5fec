import RuleExplanation
import RuleModel

/// The pages that list the entries of a kind.
struct EntryListPage {
    private let parts: PageParts
    private let kind: Entry.Kind

    init(_ kind: Entry.Kind, of site: Site) {
        self.kind = kind
        parts = PageParts(site: site, from: AddressBook.list(of: kind))
    }

    private var set: RuleSet { parts.set }

    var page: SitePage {
        let body: Markup = """
            <h1>\(SiteWording.plural(kind))</h1>
            <p>\(SiteWording.meaning(of: kind))</p>
            \(table)
            """
        return SitePage(address: parts.from, title: SiteWording.plural(kind), width: .wide, body: body)
    }

    private var table: Markup {
        parts.table(
            SiteWording.listCaption(kind), head: SiteWording.listHead(kind), rows: set.entries(kind).map { row($0) },
            filterable: true)
    }

    private func row(_ entry: Entry) -> [Markup] {
        switch entry {
        case .decision(let id):
            return [
                parts.link(to: entry), "\(set[id].question)",
                set[id].outcomes.map { "\($0.name)" as Markup }.joined(by: ", "),
            ]
        case .rule(let id):
            let conclusions = set[id].conclusions.map { conclusion -> Markup in
                "\(set[conclusion.decision].name)\u{A0}: \(set[conclusion.decision].outcomes[conclusion.outcome].name)"
            }
            let fixtures = parts.site.runs.fixtures(applying: id).count
            return [parts.fullLink(to: entry), conclusions.joined(by: "<br/>"), "\(fixtures)"]
        case .fact(let id):
            return [
                parts.link(to: entry), "\(set[id].question)", "\(set[id].holder ?? SiteWording.anyHolder)",
                "\(SiteWording.name(of: set[id].type))",
            ]
        case .table(let id):
            return [parts.fullLink(to: entry), parts.link(to: .decision(set[id].decision)), "\(set[id].lines.count)"]
        case .definition(let id):
            return [
                parts.link(to: entry), "\(set.summary(of: entry) ?? "")", "\(SiteWording.name(of: set[id].type))",
            ]
        case .parameter, .calendar: return [parts.link(to: entry), "\(set.summary(of: entry) ?? "")"]
        }
    }
}
