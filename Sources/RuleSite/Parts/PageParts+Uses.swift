import PolicyValues
import RuleExplanation
import RuleFixtures
import RuleModel

extension PageParts {
    /// What uses a thing, by kind.
    func uses(of entry: Entry) -> Markup { groups(of: site.uses[entry]) }

    /// Links in groups, one a kind.
    func groups(of referrers: [Referrer]) -> Markup {
        var groups: [(kind: String, links: [Markup])] = []
        for kind in Entry.Kind.allCases {
            let links = referrers.compactMap { referrer -> Markup? in
                guard case .entry(let entry) = referrer, entry.kind == kind else { return nil }
                return fullLink(to: entry)
            }
            groups.append((SiteWording.plural(kind), links))
        }
        let invariants = referrers.compactMap { referrer -> Markup? in
            guard case .invariant = referrer else { return nil }
            return link(to: referrer)
        }
        groups.append((SiteWording.guarantees, invariants))
        return Markup(
            groups.filter { !$0.links.isEmpty }.map { group -> Markup in
                "<h3>\(group.kind)</h3>\n\(list(group.links))"
            })
    }

    /// How often cases and examples saw a rule apply, not apply and wait, and what they never showed.
    func coverage(of id: RuleID) -> Markup {
        let items = site.runs.coverage(of: id)
        guard let rule = items.first(where: { $0.subject == .rule(id) }) else { return "" }
        let seen = SiteWording.seen(rule.seen[.yes], rule.seen[.no], rule.seen[.unknown])
        let conditions = items.filter(\.canDecide)
        let sentences = set[id].conditionsByNumber
        let lacks = items.compactMap { item -> Markup? in
            guard let lack = item.lack else { return nil }
            switch item.subject {
            case .condition(let number, _):
                let sentence = sentences[number].map { site.sentences.sentence(of: $0) } ?? item.name
                return "\(SiteWording.aCondition(sentence)) <strong>\(lack)</strong>"
            case .rule, .outcome: return "\(SiteWording.theRule) <strong>\(lack)</strong>"
            }
        }
        let summary = lacks.isEmpty ? SiteWording.wholeCoverage(conditions.count) : SiteWording.lacks
        return "<p>\(seen)</p>\n<p>\(summary)</p>\n\(list(lacks))"
    }
}

extension Rule {
    /// Every condition of `si` and `sauf`, branches included.
    fileprivate var conditionsByNumber: [Int: Condition] {
        var found: [Int: Condition] = [:]
        var waiting = [condition, exception].compactMap { $0 }
        while let next = waiting.popLast() {
            found[next.number] = next
            waiting += next.branches
        }
        return found
    }
}
