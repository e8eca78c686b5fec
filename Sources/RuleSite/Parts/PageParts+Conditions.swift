import RuleExplanation
import RuleModel

extension PageParts {
    /// What a condition says, in sentences that lead to what they speak of; operators have their branches below them.
    func condition(_ condition: Condition) -> Markup {
        "<ul class=\"conditions\">\n<li>\(item(condition, affirmed: true))</li>\n</ul>\n"
    }

    /// - Complexity: recursion is as deep as the condition, which the depth of a file bounds.
    private func item(_ condition: Condition, affirmed: Bool) -> Markup {
        switch condition.kind {
        case .all(let branches), .any(let branches), .atLeast(_, let branches):
            if let only = branches.first, branches.count == 1 { return item(only, affirmed: affirmed) }
            return group(site.sentences.sentence(of: condition, affirmed: affirmed), branches)
        case .none(let branches):
            if let only = branches.first, branches.count == 1 { return item(only, affirmed: !affirmed) }
            return group(site.sentences.sentence(of: condition, affirmed: affirmed), branches)
        case .not(let inner): return item(inner, affirmed: !affirmed)
        case .rules(let rules): return item(rules, affirmed: affirmed)
        case .test, .decisionTest:
            let sentence = site.sentences.sentence(of: condition, affirmed: affirmed)
            return linked(sentence, condition.references.map { Entry($0.target) })
        }
    }

    private func group(_ sentence: String, _ branches: [Condition]) -> Markup {
        let items = branches.map { "<li>\(item($0, affirmed: true))</li>\n" as Markup }
        return "\(SiteWording.opening(sentence))\n<ul>\n\(items)</ul>\n"
    }

    /// The sentence leads to the first thing that it names; the others follow.
    private func linked(_ sentence: String, _ entries: [Entry]) -> Markup {
        guard let first = entries.first else { return "\(sentence)" }
        var others: [Entry] = []
        for entry in entries.dropFirst() where entry != first && !others.contains(entry) { others.append(entry) }
        let more: Markup =
            others.isEmpty
            ? "" : " <span class=\"q\">(\(others.map { link(to: $0) }.joined(by: ", ")))</span>"
        return "\(link(to: first, saying: sentence))\(more)"
    }

    private func item(_ rules: [RuleID], affirmed: Bool) -> Markup {
        let sentence = site.sentences.sentence(ofRules: rules, affirmed: affirmed)
        if let rule = rules.first, rules.count == 1 { return link(to: .rule(rule), saying: sentence) }
        if let table = rules.first.flatMap({ set[$0].table }), Set(set[table].lines) == Set(rules) {
            return link(to: .table(table), saying: sentence)
        }
        let items = rules.map { "<li>\(link(to: .rule($0)))</li>\n" as Markup }
        return "\(SiteWording.opening(SiteWording.rules(apply: affirmed)))\n<ul>\n\(items)</ul>\n"
    }

    /// A text whose names are not filled in: each stands in brackets, and leads to what it names.
    func template(_ template: Template) -> Markup {
        Markup(
            template.pieces.map { piece -> Markup in
                switch piece {
                case .text(let text): return Self.spaced(text)
                case .name(.vocable(let vocable)): return hole(Entry(vocable))
                case .name(.parameter(let id)): return hole(.parameter(id))
                }
            })
    }

    private func hole(_ entry: Entry) -> Markup {
        "<a class=\"hole\" href=\"\(address(of: entry))\">[\(set.name(of: entry))]</a>"
    }

    /// A text with the spaces at its ends, which escaping would take away.
    static func spaced(_ text: some StringProtocol) -> Markup {
        let before: Markup = text.first?.isBreakingSpace == true ? " " : ""
        let after: Markup = text.count > 1 && text.last?.isBreakingSpace == true ? " " : ""
        return "\(before)\(String(text))\(after)"
    }
}

extension Character {
    fileprivate var isBreakingSpace: Bool { self == " " || isNewline || self == "\t" }
}
