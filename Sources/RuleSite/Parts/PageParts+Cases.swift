import PolicyValues
import RuleCases
import RuleEngine
import RuleExplanation
import RuleFixtures
import RuleModel

extension PageParts {
    /// Links to fixtures, folded away when they are many.
    func fixtures(_ places: [Int]) -> Markup {
        guard !places.isEmpty else { return "" }
        let items = places.map { link(to: site.book.fixtures[$0], saying: site.material.fixtures[$0].result.name) }
        let list = list(items, named: "columns")
        guard places.count > Self.shownFixtures else { return list }
        let summary = SiteWording.cases(places.count)
        return "<details>\n<summary>\(summary)</summary>\n\(list)</details>\n"
    }

    /// How many stand open on a page.
    private static let shownFixtures = 12

    /// What is stated, a sentence a fact that leads to it.
    func facts(_ sheet: FactSheet) -> Markup {
        list(
            set.factIDs.compactMap { id -> Markup? in
                switch sheet.origins[id.position] {
                case .absent: return nil
                case .statedUnknown: return link(to: .fact(id), saying: SiteWording.unknown(set[id].name))
                case .stated: return statement(id, sheet)
                case .presumed: return "\(statement(id, sheet)) <span class=\"q\">\(SiteWording.presumed)</span>"
                }
            })
    }

    private func statement(_ id: FactID, _ sheet: FactSheet) -> Markup {
        guard let value = sheet[id] else { return link(to: .fact(id)) }
        return link(to: .fact(id), saying: site.sentences.statement(of: site.sentences.said(id), being: value))
    }

    /// What came out of each decision, with the rules that say so.
    func results(of matter: DecidedMatter, _ caption: String) -> Markup {
        let sentences = Sentences(set, matter.examination)
        let rows = set.decisionsInOrder.map { id -> [Markup] in
            let motifs = matter.examination[id].motifs.map { link(to: .rule($0)) }
            return [
                link(to: .decision(id)), "<strong>\(sentences.resultInBrief(of: id))</strong>",
                motifs.isEmpty ? withoutRule(id, matter.examination.evaluation[id]) : list(motifs),
            ]
        }
        return table(caption, head: SiteWording.resultHead, rows: rows)
    }

    /// What stands where no rule gives the result.
    private func withoutRule(_ id: DecisionID, _ result: DecisionResult) -> Markup {
        let isDefault = result.state == .determined && set[id].byDefault != nil
        return "<span class=\"q\">\(isDefault ? SiteWording.byDefault : "—")</span>"
    }
}
